package se.dirigent.benchmarks.desk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * From a key to its painted answer, at a desk with 5 000 moving units, 500 open cases, 60 alarms,
 * 10 obstacles and 1 200 changes a second. A demonstration must run already; its own stream is
 * replaced in the page.
 */
@Command(
    name = "desk-bench",
    mixinStandardHelpOptions = true,
    description = "key to painted answer in Chromium, by the browser's own Event Timing")
public final class DeskBench implements Callable<Integer> {
  private static final int PATIENCE_MILLIS = 60_000;

  /** Until the snapshot is painted and the code is compiled. */
  private static final int WARM_UP_MILLIS = 10_000;

  /** A key a third of a second: a quick hand. */
  private static final int PAUSE_MILLIS = 300;

  /** About ten seconds of keys. */
  private static final int ROUNDS_BETWEEN_LOOKS = 3;

  /** Event Timing tells of nothing shorter; such a key counts as this. */
  private static final double SHORTEST_MILLIS = 16;

  /** Keys that open, move and close things; each changes what is shown. */
  private static final List<String> KEYS =
      List.of("v", "ArrowDown", "Enter", "k", "Escape", "e", "ArrowDown", "Enter", "/", "Escape");

  @Option(names = "--url", defaultValue = "http://localhost:8080")
  private String url = "";

  @Option(names = "--username", defaultValue = "demo.dirigent")
  private String username = "";

  @Option(names = "--password", defaultValue = "dirigent-demo")
  private String password = "";

  @Option(names = "--chromium", defaultValue = "/usr/bin/chromium")
  private Path chromium = Path.of("");

  @Option(names = "--rounds", defaultValue = "20", description = "of ten keys (${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--minutes",
      defaultValue = "0",
      description = "of the same keys, to see what the page keeps in memory (${DEFAULT-VALUE})")
  private double minutes;

  /** Exit code 0 when every key was pressed and the page met no fault of its own. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new DeskBench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    try (Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Browser browser = playwright.chromium().launch(options());
        Page page =
            browser.newPage(
                new Browser.NewPageOptions().setLocale("sv-SE").setViewportSize(1440, 900))) {
      List<String> faults = new ArrayList<>();
      page.onPageError(faults::add);
      page.setDefaultTimeout(PATIENCE_MILLIS);
      page.addInitScript(overload());
      logIn(page);
      page.waitForTimeout(WARM_UP_MILLIS);
      measure(page);
      if (minutes > 0) {
        endure(page);
      }
      faults.forEach(System.err::println);
      return faults.isEmpty() ? 0 : 1;
    }
  }

  private BrowserType.LaunchOptions options() {
    List<String> arguments = new ArrayList<>(List.of("--enable-unsafe-swiftshader"));
    if ("root".equals(System.getProperty("user.name"))) {
      arguments.add("--no-sandbox");
    }
    return new BrowserType.LaunchOptions()
        .setExecutablePath(chromium)
        .setHeadless(true)
        .setArgs(arguments);
  }

  private static String overload() throws IOException {
    try (InputStream script = DeskBench.class.getResourceAsStream("/desk/overload.js")) {
      if (script == null) {
        throw new IllegalStateException("desk/overload.js is not on the class path");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void logIn(Page page) {
    page.navigate(url);
    page.locator("input[autocomplete=username]").fill(username);
    page.locator("input[autocomplete=current-password]").fill(password);
    page.keyboard().press("Enter");
    page.locator("#list-waiting").waitFor();
  }

  private void measure(Page page) {
    page.evaluate("window.keyMillis.length = 0; window.longTasks.length = 0");
    long start = System.nanoTime();
    int pressed = 0;
    for (int round = 0; round < rounds; round++) {
      pressed += press(page);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    List<Double> keys = numbers(page.evaluate("window.keyMillis"));
    while (keys.size() < pressed) {
      keys.add(SHORTEST_MILLIS);
    }
    keys.sort(null);
    List<Double> tasks = numbers(page.evaluate("window.longTasks"));
    double held = tasks.stream().mapToDouble(Double::doubleValue).sum() / 1000;
    System.out.printf(
        Locale.ROOT,
        "key to paint: %d keys, p50 %.0f, p95 %.0f, longest %.0f ms%n"
            + "tasks over 50 ms: %d in %.0f s, together %.1f s (%.1f %% of the time)%n",
        pressed,
        keys.get(keys.size() / 2),
        keys.get(keys.size() * 95 / 100),
        keys.getLast(),
        tasks.size(),
        seconds,
        held,
        100 * held / seconds);
  }

  /** The same keys on and on, with a look at the memory after each round. */
  private void endure(Page page) {
    Memory memory = new Memory(page);
    page.evaluate("window.keyMillis.length = 0; window.longTasks.length = 0");
    long start = System.nanoTime();
    double held = 0;
    double longest = 0;
    while (System.nanoTime() - start < minutes * 60e9) {
      for (int round = 0; round < ROUNDS_BETWEEN_LOOKS; round++) {
        press(page);
      }
      // Taken out as they come, so that the measurement is not itself what grows.
      for (double task : numbers(page.evaluate("window.longTasks.splice(0)"))) {
        held += task / 1000;
        longest = Math.max(longest, task);
      }
      page.evaluate("window.keyMillis.length = 0");
      memory.look();
      // The collection is ours, not the page's work.
      page.evaluate("window.longTasks.length = 0");
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.println(memory.words());
    System.out.printf(
        Locale.ROOT,
        "tasks over 50 ms: together %.1f s of %.0f s (%.2f %%), longest %.0f ms%n",
        held,
        seconds,
        100 * held / seconds,
        longest);
  }

  private static int press(Page page) {
    for (String key : KEYS) {
      page.keyboard().press(key);
      page.waitForTimeout(PAUSE_MILLIS);
    }
    return KEYS.size();
  }

  private static List<Double> numbers(Object found) {
    List<Double> numbers = new ArrayList<>();
    for (Object one : (List<?>) found) {
      numbers.add(((Number) one).doubleValue());
    }
    return numbers;
  }
}
