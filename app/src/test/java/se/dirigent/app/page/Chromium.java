package se.dirigent.app.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The system's own Chromium, driven by Playwright. Nothing is downloaded: {@code ./test} installs
 * the browser where it may, and says what to do where it may not.
 */
final class Chromium implements AutoCloseable {
  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Where a browser is, by {@code DIRIGENT_CHROMIUM} or in the usual places. */
  static Optional<Path> findPath() {
    String chosen = System.getenv("DIRIGENT_CHROMIUM");
    return Stream.of(
            chosen == null ? "" : chosen,
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium start() {
    Path path =
        findPath()
            .orElseThrow(() ->
                new IllegalStateException(
                    "no Chromium found; install it, set DIRIGENT_CHROMIUM, or exclude the"
                        + " tests tagged browser"));
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    List<String> arguments = new ArrayList<>(List.of("--disable-dev-shm-usage"));
    if ("root".equals(System.getProperty("user.name"))) {
      // Chromium refuses its sandbox to root; the pages it opens here are our own.
      arguments.add("--no-sandbox");
    }
    // Software rendering: the map is WebGL, and a build machine has no graphics card.
    arguments.add("--enable-unsafe-swiftshader");
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(path)
                    .setHeadless(true)
                    .setArgs(arguments));
    return new Chromium(playwright, browser);
  }

  /** A page in a session of its own: no cookies shared with another page. */
  Page openPage(String language) {
    return browser
        .newContext(new Browser.NewContextOptions().setLocale(language).setViewportSize(1440, 900))
        .newPage();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
