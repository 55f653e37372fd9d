package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import se.dirigent.app.demo.RunningDemo;

/**
 * Takes the pictures of {@code docs/guide.md} anew, in Swedish, from a living region. Only when
 * asked to: {@code mvn -pl app -am test -Dtest=GuidePicturesIT -Ddirigent.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("browser")
@EnabledIfSystemProperty(named = "dirigent.write", matches = "true")
class GuidePicturesIT {
  private static final String REGION = "jamtland-harjedalen";

  /** Everybody who reads the guide fetches them. */
  private static final long BYTES_MAX = 400_000;

  /** Fast enough that there soon are cases in every phase. */
  private static final double SPEED = 60;

  private static final int PATIENCE_MILLIS = 60_000;

  @Test
  void thePicturesAreTaken() throws InterruptedException, IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    RunningDemo demo = RunningDemo.start(List.of(REGION), SPEED, "unclaimed:600");
    try (demo;
        Chromium chromium = Chromium.start()) {
      assertTrue(demo.play(REGION, 4).awaitReady(Duration.ofSeconds(120)));
      assertTrue(RunningDemo.await(Duration.ofSeconds(120), () -> underWay(demo) > 3), "cases");
      Page page = chromium.openPage("sv-SE");
      page.setDefaultTimeout(PATIENCE_MILLIS);
      page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
      page.navigate(demo.base().toString());
      assertThat(page.getByLabel("Användarnamn")).isVisible();
      take(page, "sign-in");
      openCase(Desk.logIn(page, demo.base(), "demo.dirigent"));
      otherViews(chromium, demo);
    }
  }

  /** Each with the person who works there, on the screen it is made for. */
  private static void otherViews(Chromium chromium, RunningDemo demo) throws IOException {
    view(chromium, demo, "nurse", "demo.vantrum");
    view(chromium, demo, "county", "demo.inre");
    view(chromium, demo, "wall", "demo.dirigent");
    view(chromium, demo, "crew", "demo.besattning");
    view(chromium, demo, "handover", "demo.dirigent");
    view(chromium, demo, "film", "demo.inre");
    view(chromium, demo, "log", "demo.inre");
    view(chromium, demo, "plan", "demo.dirigent");
    view(chromium, demo, "cover", "demo.inre");
    view(chromium, demo, "followup", "demo.planerare");
    view(chromium, demo, "alarms", "demo.inre");
    view(chromium, demo, "order", "demo.avdelning");
    view(chromium, demo, "rides", "demo.dirigent");
    view(chromium, demo, "twin", "demo.planerare");
  }

  private static void view(Chromium chromium, RunningDemo demo, String view, String user)
      throws IOException {
    Page page = chromium.openPage("sv-SE");
    page.setDefaultTimeout(PATIENCE_MILLIS);
    if (view.equals("crew")) {
      page.setViewportSize(390, 844);
    }
    page.navigate(demo.base() + "/?view=" + view);
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(user + "$")))
        .click();
    page.waitForTimeout(8_000);
    take(page, view);
    page.context().close();
  }

  private static void openCase(Desk desk) throws IOException {
    Page page = desk.page();
    desk.firstOf("Pågående").click();
    Locator log = page.locator("details.log");
    assertThat(log).isVisible();
    // The map draws its labels a moment after the lists stand.
    page.waitForTimeout(6_000);
    take(page, "desk");
    desk.line("t 30");
    take(page, "command-line");
    page.keyboard().press("Escape");
    page.keyboard().press("?");
    desk.key("k");
    page.waitForTimeout(600);
    take(page, "help");
    page.keyboard().press("Escape");
    page.keyboard().press("Escape");
    page.getByText("Ny här?").click();
    page.getByText("Nästa", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForTimeout(600);
    take(page, "first-shift");
    page.getByText("Lämna", new Page.GetByTextOptions().setExact(true)).click();
    page.keyboard().press("N");
    assertThat(desk.form()).isVisible();
    take(page, "paper");
    page.keyboard().press("Escape");
    log.locator("summary").click();
    assertThat(log.locator("li").first()).isVisible();
    page.setViewportSize(794, 1_123);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    take(page, "printing");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    page.setViewportSize(390, 844);
    take(page, "phone");
  }

  private static long underWay(RunningDemo demo) {
    long count = 0;
    var picture = demo.client().get("/api/regions/" + REGION + "/picture");
    for (var incident : picture.path("incidents")) {
      count += incident.path("phase").asString("").equals("ASSIGNED") ? 1 : 0;
    }
    return count;
  }

  private static void take(Page page, String name) throws IOException {
    Path file = folder().resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    assertTrue(Files.size(file) < BYTES_MAX, name + " is " + Files.size(file) + " bytes");
  }

  /** The tests run in the module's folder or in the one above it. */
  private static Path folder() throws IOException {
    Path docs = Files.isDirectory(Path.of("docs")) ? Path.of("docs") : Path.of("../docs");
    return Files.createDirectories(docs.resolve("images"));
  }
}
