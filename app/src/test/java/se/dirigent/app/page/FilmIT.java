package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.app.demo.RunningDemo;

/** The past as a film on the very same desk, and the log it is made of. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class FilmIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final String ADDRESS = "Provgatan 41";
  private static final String ROAD = "Rådhusgatan";
  private static final double WAIT_MILLIS = 30_000;

  private RunningDemo demo;
  private Chromium chromium;
  private DemoCase region;
  private Page page;
  private Instant before;
  private Instant opened;

  @BeforeAll
  void start() throws InterruptedException {
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    region = new DemoCase(demo.client(), REGION);
    chromium = Chromium.start();
    before = region.now();
    Thread.sleep(1_000);
    String incident = region.call("000041", ADDRESS, "1A", List.of());
    String road = region.closeRoad(ROAD);
    Thread.sleep(1_000);
    opened = region.now();
    Thread.sleep(4_000);
    String path = "/api/regions/" + REGION + "/incidents/" + incident;
    demo.client().command("POST", path + "/notes", Map.of("text", "Porten är öppen"));
    region.openRoad(road);
    Thread.sleep(3_000);
    page = chromium.openPage("sv-SE");
    page.setDefaultTimeout(WAIT_MILLIS);
    page.navigate(demo.base() + "/?view=film#at=" + opened);
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("demo.dirigent$")))
        .click();
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
  }

  private Locator row() {
    return page.locator(".incidents")
        .getByRole(AriaRole.OPTION)
        .filter(new Locator.FilterOptions().setHasText(ADDRESS));
  }

  private void goTo(Instant at) {
    page.navigate("about:blank");
    page.navigate(demo.base() + "/?view=film#at=" + at);
    assertThat(page.locator(".film-mark")).containsText("FILM");
  }

  @Test
  void s01TheDeskOfThePastIsMarkedAndNothingCanBeChanged() {
    assertThat(page.locator(".film-mark")).containsText("FÖRFLUTEN TID");
    row().click();
    assertThat(page.locator("#case-title")).containsText(ADDRESS);
    assertThat(page.locator(".panel")).not().containsText("Porten är öppen");
    for (String command : List.of("priority", "note", "close")) {
      Locator button = page.locator(".case-actions [data-help='command." + command + "']");
      assertThat(button).hasAttribute("aria-disabled", "true");
      // A press by hand: Playwright itself waits for a disabled button to open.
      button.dispatchEvent("click");
      assertThat(page.getByText("Det här är film av det som varit").first()).isVisible();
    }
    page.keyboard().press("n");
    assertThat(page.locator("form.form")).hasCount(0);
    Accessibility.checkThemesAsShown(page, "film");
  }

  @Test
  void s02TheRoadThatWasClosedIsClosedThere() {
    page.keyboard().press("V");
    assertThat(page.locator(".obstacles")).containsText(ROAD);
    assertThat(page.locator(".panel").getByText("Ändra")).hasCount(0);
    assertThat(page.getByText("Anmäl väghinder")).hasCount(0);
    page.keyboard().press("Escape");
  }

  @Test
  void s03PlayingShowsWhatCameWhenItCame() {
    page.locator("#case-title").click();
    page.keyboard().press(" ");
    assertThat(page.locator(".panel")).containsText("Porten är öppen");
    page.keyboard().press("V");
    assertThat(page.locator(".panel")).containsText("Inga avstängda");
    page.keyboard().press("Escape");
  }

  @Test
  void s04BeforeItCameTheCaseIsNotThere() {
    goTo(before);
    assertThat(page.locator(".incidents")).isVisible();
    assertThat(row()).hasCount(0);
    page.keyboard().press(".");
    assertThat(row()).hasCount(1);
  }

  @Test
  void s05NobodySeesTheFutureOrMoreThanTheirRoleMay() {
    goTo(before.minusSeconds(3 * 86_400));
    assertThat(page.locator(".film-bar")).containsText("senaste 24 timmarna");
  }

  @Test
  void s06TheLogIsSearchedAndSaved() throws IOException {
    page.navigate(demo.base() + "/?view=log");
    assertThat(page.locator(".log-rows tbody tr").first()).isVisible();
    page.getByLabel("Händelse", new Page.GetByLabelOptions().setExact(true))
        .selectOption("NoteAdded");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sök").setExact(true))
        .click();
    assertThat(page.locator(".log-rows tbody tr")).hasCount(1);
    assertThat(page.locator(".log-rows")).containsText("Porten är öppen");
    Accessibility.checkThemesAsShown(page, "log");
    Download saved = page.waitForDownload(() -> page.getByText("Spara som CSV").click());
    List<String> lines = Files.readAllLines(saved.path());
    assertEquals(2, lines.size());
    assertTrue(lines.get(1).contains("NoteAdded"), lines.get(1));
    page.locator(".log-rows tbody a").first().click();
    assertThat(page.locator(".film-mark")).containsText("FILM");
  }
}
