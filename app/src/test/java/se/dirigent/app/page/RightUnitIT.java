package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * The right unit and why: the recommendation read, explained and accepted by keyboard, and what a
 * closed road does to it. Two ambulances on either side of a case, one whose position is two hours
 * old and one that has never reported any.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class RightUnitIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final double WAIT_MILLIS = 80_000;

  private final List<String> faults = new ArrayList<>();
  private final List<JsonNode> units = new ArrayList<>();
  private RunningDemo demo;
  private Chromium chromium;
  private DemoCase region;
  private Desk desk;
  private Page page;
  private String incident;

  @BeforeAll
  void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS);
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    region = new DemoCase(demo.client(), REGION);
    for (JsonNode unit : region.picture().get("units")) {
      if (unit.get("kind").asString().equals("AMBULANCE") && units.size() < 4) {
        units.add(unit);
        region.startShift(id(units.size() - 1));
      }
    }
    region.report(id(0), 63.08, 14.83, Duration.ZERO); // Brunflo, 45 km from the case
    region.report(id(1), 63.11, 16.35, Duration.ZERO); // Hammarstrand, twice as far
    region.report(id(2), 62.76, 15.40, Duration.ofHours(2));
    incident = region.call("000801", "Provgatan 1, Bräcke", "1A", 62.75, 15.42);
    chromium = Chromium.start();
    page = chromium.openPage("sv-SE");
    page.setDefaultTimeout(WAIT_MILLIS);
    page.onPageError(faults::add);
    desk = Desk.logIn(page, demo.base(), "demo.dirigent");
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
    assertEquals(List.of(), faults, "the page met faults of its own");
  }

  @Test
  void s01TheNearestIsFirstAndWhoCannotBeFoundIsLastWithTheReason() {
    page.keyboard().press("v");
    assertThat(page.locator("#list-waiting")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#case-title")).hasText("Provgatan 1, Bräcke");
    assertThat(suggestion(0)).containsText(callSign(0));
    assertThat(suggestion(1)).containsText(callSign(1));
  }

  @Test
  void s02ItIsExplainedWithTheQuestionMark() {
    page.locator(".suggestions button").first().focus();
    page.keyboard().press("?");
    Locator ranking = page.locator(".ranking");
    assertThat(ranking).containsText("Regeln som gäller");
    assertThat(ranking.locator("tbody tr")).hasCount(15);
    assertThat(ranking.locator("tfoot")).containsText("Summa");
    assertThat(ranking).containsText(callSign(0) + " före " + callSign(1));
    assertThat(ranking).containsText(callSign(3));
    assertThat(ranking).containsText("enhetens läge saknas");
    assertThat(ranking).containsText("okänt läge");
    Accessibility.checkThemesAsShown(page, "explanation");
    page.keyboard().press("Escape");
    assertThat(ranking).hasCount(0);
    page.keyboard().press(".");
    page.locator(".command-line input").fill("? A-801");
    page.keyboard().press("Enter");
    assertThat(ranking).containsText("Regeln som gäller");
    page.keyboard().press("Escape");
  }

  @Test
  void s03ARoadClosedOnTheMapChangesTheOrder() {
    page.keyboard().press("V");
    button("Anmäl väghinder").press("Enter");
    // Along the road between the nearer ambulance and the case.
    press(63.075, 14.82);
    press(62.75, 15.42);
    assertThat(desk.form()).containsText("Lästa punkter: 2");
    desk.fill("Orsak", "Olycka");
    desk.fill("Vem säger det", "Polisen");
    Accessibility.checkThemesAsShown(page, "new obstacle");
    desk.submit("Anmäl");
    assertThat(page.locator(".obstacles li")).containsText("Avstängd");
    Accessibility.checkThemesAsShown(page, "obstacles");
    page.keyboard().press("Escape");
    assertThat(suggestion(0)).containsText(callSign(1));
  }

  @Test
  void s04ItIsLiftedAndAnotherIsReportedByKeyboardAlone() {
    page.keyboard().press("V");
    page.locator(".obstacles button").last().press("Enter");
    assertThat(desk.field("Orsak")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#roads-title")).isVisible();
    assertThat(page.locator(".obstacles li")).hasCount(0);
    page.keyboard().press("Escape");
    assertThat(suggestion(0)).containsText(callSign(0));
    page.keyboard().press("V");
    button("Anmäl väghinder").press("Enter");
    page.keyboard().type("Brunflo");
    page.keyboard().press("Enter");
    page.keyboard().type("Bräcke");
    desk.field("Orsak").focus();
    page.keyboard().type("Snö");
    page.keyboard().press("Tab");
    page.keyboard().type("Trafikverket");
    page.keyboard().press("Enter");
    assertThat(page.locator(".obstacles li")).containsText("Brunflo–Bräcke");
    page.keyboard().press("Escape");
    assertThat(suggestion(0)).containsText(callSign(1));
  }

  @Test
  void s05TheMapShowsWhatIsReachedAndTheUnitsWay() {
    page.keyboard().press("E");
    Locator legend = page.locator(".reach-legend");
    assertThat(legend).containsText("30 min");
    Accessibility.checkThemesAsShown(page, "reach");
    page.keyboard().press("E");
    assertThat(legend).hasCount(0);
    page.keyboard().press(".");
    page.locator(".command-line input").fill(callSign(1));
    page.keyboard().press("Enter");
    assertThat(page.locator(".way")).containsText("Väg");
    Accessibility.checkThemesAsShown(page, "way");
    page.keyboard().press("Escape");
  }

  @Test
  void s06TheFirstIsAcceptedByKeyboard() {
    assertThat(suggestion(0)).containsText(callSign(1));
    page.keyboard().press("T");
    assertThat(page.locator(".ranking")).containsText("Summa");
    page.keyboard().press("1");
    assertThat(page.locator(".ranking")).hasCount(0);
    assertThat(desk.panel()).containsText("Tilldelad");
    JsonNode given = region.incident(incident).get("assignments").get(0);
    assertEquals(id(1), given.get("unit").asString());
  }

  private String id(int unit) {
    return units.get(unit).get("id").asString();
  }

  private String callSign(int unit) {
    return units.get(unit).get("callSign").asString();
  }

  private Locator suggestion(int place) {
    return page.locator(".suggestions li").nth(place);
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Presses the map where a position is, while it shows the whole region. */
  private void press(double lat, double lon) {
    JsonNode bounds = demo.client().get("/api/regions/" + REGION).get("bounds");
    double west = x(bounds.get(0).asDouble());
    double north = y(bounds.get(3).asDouble());
    double width = x(bounds.get(2).asDouble()) - west;
    double height = y(bounds.get(1).asDouble()) - north;
    BoundingBox box = page.locator(".map-holder").boundingBox();
    double scale = Math.min((box.width - 32) / width, (box.height - 32) / height);
    page.mouse()
        .click(
            box.x + box.width / 2 + (x(lon) - west - width / 2) * scale,
            box.y + box.height / 2 + (y(lat) - north - height / 2) * scale);
  }

  private static double x(double lon) {
    return (lon + 180) / 360;
  }

  private static double y(double lat) {
    double radians = Math.toRadians(lat);
    return (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2;
  }
}
