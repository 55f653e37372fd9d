package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.app.demo.RunningDemo;
import tools.jackson.databind.JsonNode;

/**
 * A ward's order becomes a ride on a time line; a dispatcher moves it by keys and by drag, locks,
 * asks and releases.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class RidesIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final double WAIT_MILLIS = 60_000;

  /** A number of the tax agency's for tests. */
  private static final String NUMBER = "191212121212";

  /** Kinds that take who must lie and needs no care on the way. */
  private static final List<String> LYING = List.of("TRANSPORT_AMBULANCE", "LIGHT_CARE_AMBULANCE");

  /** Vehicles that may lie between the first and the one with the ride. */
  private static final int LINES_MAX = 60;

  private final List<String> faults = new ArrayList<>();
  private RunningDemo demo;
  private Chromium chromium;
  private Page nurse;
  private Page desk;

  @BeforeAll
  void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS);
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    // One shift has two units that take who must lie: the ride can be moved between them.
    DemoCase region = new DemoCase(demo.client(), REGION);
    for (JsonNode unit : region.picture().get("units")) {
      if (LYING.contains(unit.get("kind").asString())) {
        region.startShift(unit.get("id").asString());
      }
    }
    chromium = Chromium.start();
    nurse = logIn("demo.avdelning", "");
    desk = logIn("demo.dirigent", "?view=rides");
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
  }

  @Test
  void s01ANursesOrderStandsOnATimeLineAndTheWardSeesWhen() {
    assertThat(desk).hasTitle(Pattern.compile("^Körplan"));
    assertThat(desk.locator("#ride-lines")).isVisible();
    order();
    assertThat(desk.locator(".ride-bar")).hasCount(1);
    assertThat(desk.locator(".ride-bar")).hasAttribute("aria-label", Pattern.compile("Rehab"));
    assertThat(nurse.locator("li.order-item").first())
        .containsText(Pattern.compile("Hämtas .*\\d\\d:\\d\\d av \\d{4}, framme ca"));
  }

  @Test
  void s02TheArrowsFindItAndAQuestionMarkSaysWhyNotEarlier() {
    choose();
    assertThat(desk.locator("#ride-title")).containsText("Rehabiliteringsavdelning");
    desk.keyboard().press("?");
    assertThat(desk.locator(".ride-why li").first())
        .containsText(Pattern.compile("^\\d{4}.* .+\\."));
    Accessibility.checkEveryTheme(desk, "plan of rides, why not earlier");
  }

  @Test
  void s03ItIsMovedByHandAfterATrialAndTheMoveIsUndone() {
    String before = unit();
    choose();
    desk.keyboard().press("m");
    Locator form = desk.locator(".ride-panel form");
    assertThat(form.locator(".ride-trial p").first()).containsText(Pattern.compile("^Det går"));
    int others = form.locator("option").count();
    for (int n = 0; n < others && !form.locator(".ride-trial").innerText().contains("går."); n++) {
      form.locator("select").selectOption(new SelectOption().setIndex(n));
      assertThat(form.locator(".ride-trial p").first()).containsText(Pattern.compile("^Det går"));
    }
    assertThat(form.locator(".ride-trial")).containsText("Planens kostnad ändras");
    Accessibility.checkThemesAsShown(desk, "plan of rides, a trial");
    form.getByText("Flytta hit").press("Enter");
    assertThat(desk.locator(".ride-bar.is-HELD")).hasCount(1);
    String after = unit();
    assertTrue(!after.equals(before), () -> "still with " + before);
    desk.keyboard().press("z");
    assertThat(desk.locator(".ride-bar.is-HELD")).hasCount(0);
    assertEquals(before, unit());
  }

  @Test
  void s04HeldThenLockedThenReleasedAndTheWardSeesIt() {
    choose();
    desk.keyboard().press("h");
    assertThat(desk.locator(".ride-bar.is-HELD")).hasCount(1);
    desk.keyboard().press("h");
    assertThat(desk.locator(".ride-bar.is-HELD")).hasCount(0);
    desk.keyboard().press("l");
    assertThat(desk.locator(".ride-bar.is-LOCKED")).hasCount(1);
    assertThat(nurse.locator("li.order-item").first()).containsText("Planerad och låst");
    desk.keyboard().press("h");
    assertThat(desk.locator(".ride-bar.is-LOCKED")).hasCount(0);
    assertThat(nurse.locator("li.order-item").first()).containsText("Godkänd, planeras");
  }

  @Test
  void s05ItIsSavedAsATable() throws IOException {
    choose();
    Download saved = desk.waitForDownload(() -> desk.keyboard().press("x"));
    assertTrue(saved.suggestedFilename().startsWith("korplan-"), saved.suggestedFilename());
    String table = Files.readString(saved.path());
    assertTrue(table.startsWith("\ufeffFordon;Hämtas;Framme"), table);
    assertTrue(table.contains("Rehabiliteringsavdelning"), table);
  }

  @Test
  void s06APlannerReadsAndMayNotMove() {
    Page planner = logIn("demo.planerare", "?view=rides");
    planner.locator(".ride-bar").click();
    assertThat(planner.locator("#ride-title")).containsText("Rehabiliteringsavdelning");
    planner.keyboard().press("m");
    assertThat(planner.getByText("Din roll får inte göra detta.").first()).isVisible();
    Accessibility.check(planner, "plan of rides as a planner reads it");
    planner.context().close();
  }

  @Test
  void s07ItIsDraggedToAnotherLineAndWhatThatMeansIsSaidOnTheWay() {
    String before = unit();
    Locator bar = desk.locator(".ride-bar");
    Locator other = desk.locator(".ride-line:not(:has(.ride-bar))").first();
    grab(bar, other);
    Locator told = desk.locator(".ride-drag");
    assertThat(told).containsText("Släpp: flyttas till");
    assertThat(told).containsText(Pattern.compile("Det går|Det går inte"));
    desk.keyboard().press("Escape");
    assertThat(told).hasCount(0);
    desk.mouse().up();
    assertEquals(before, unit(), "Escape leaves it where it is");
    Locator can = lineThatCan(bar);
    grab(bar, can);
    assertThat(told).containsText("Planens kostnad ändras");
    Accessibility.checkThemesAsShown(desk, "plan of rides, a ride dragged");
    desk.mouse().up();
    assertThat(desk.locator(".ride-bar.is-HELD")).hasCount(1);
    assertTrue(!unit().equals(before), () -> "still with " + before);
    assertEquals(List.of(), faults);
  }

  /** Presses on the bar and moves over a line, without letting go. */
  private void grab(Locator bar, Locator line) {
    var from = bar.boundingBox();
    var to = line.boundingBox();
    desk.mouse().move(from.x + 4, from.y + from.height / 2);
    desk.mouse().down();
    desk.mouse().move(from.x + 20, from.y + from.height / 2);
    desk.mouse().move(from.x + 20, to.y + to.height / 2);
  }

  /** The line of another vehicle that may take who must lie. */
  private Locator lineThatCan(Locator bar) {
    int lines = desk.locator(".ride-line:not(:has(.ride-bar))").count();
    for (int n = 0; n < lines; n++) {
      Locator line = desk.locator(".ride-line:not(:has(.ride-bar))").nth(n);
      grab(bar, line);
      assertThat(desk.locator(".ride-drag")).containsText(Pattern.compile("Det går"));
      boolean can = desk.locator(".ride-drag").innerText().contains("Det går.");
      desk.keyboard().press("Escape");
      desk.mouse().up();
      if (can) {
        return line;
      }
    }
    throw new AssertionError("no other vehicle can take it");
  }

  @Test
  void s08WholeOnAPhone() {
    desk.setViewportSize(390, 844);
    Object width = desk.evaluate("() => document.documentElement.scrollWidth");
    assertEquals(390, ((Number) width).intValue(), "nothing is beyond the edge");
    Accessibility.check(desk, "plan of rides on a phone");
  }

  /** A patient who must lie, to the ward of rehabilitation. */
  private void order() {
    nurse.getByLabel("Personnummer").fill(NUMBER);
    nurse.getByLabel("Sjukhus").nth(1).selectOption("ostersund");
    nurse
        .getByLabel("Avdelning", exactly())
        .last()
        .selectOption(new SelectOption().setLabel("Rehabiliteringsavdelning"));
    nurse.getByText("Måste ligga", new Page.GetByTextOptions().setExact(true)).click();
    nurse.getByLabel("Ordinerad av").fill("Testläkare Ett");
    nurse.getByLabel("Varför reser patienten").fill("Rehabilitering efter stroke");
    nurse.getByLabel("Varför reser patienten").press("Enter");
    assertThat(nurse.getByText("Beställd.")).isVisible();
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  /** By keyboard alone: from the first vehicle down to the one that has the ride. */
  private void choose() {
    desk.locator("#ride-lines").focus();
    desk.keyboard().press("Home");
    for (int n = 0; n < LINES_MAX && desk.locator(".ride-bar.chosen").count() == 0; n++) {
      desk.keyboard().press("ArrowDown");
      desk.waitForTimeout(50);
    }
    assertThat(desk.locator(".ride-bar.chosen")).hasCount(1);
  }

  private JsonNode plan() {
    return demo.client().get("/api/regions/" + REGION + "/ride-plan");
  }

  /** The unit that has the ride, as the server says. */
  private String unit() {
    for (JsonNode vehicle : plan().get("vehicles")) {
      for (JsonNode stop : vehicle.get("stops")) {
        if (stop.path("kind").asString("").equals("PICKUP")) {
          return vehicle.get("unit").asString();
        }
      }
    }
    return "";
  }

  private Page logIn(String user, String address) {
    Page page = chromium.openPage("sv-SE");
    page.setDefaultTimeout(WAIT_MILLIS);
    page.onPageError(faults::add);
    page.navigate(demo.base() + "/" + address);
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(user + "$")))
        .click();
    return page;
  }
}
