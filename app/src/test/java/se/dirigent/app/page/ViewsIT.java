package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
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
 * The nurse's, inner command's and the wall's day, by keyboard where there is anything to press.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class ViewsIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final double WAIT_MILLIS = 80_000;

  private final List<String> faults = new ArrayList<>();
  private RunningDemo demo;
  private Chromium chromium;
  private DemoCase region;
  private Page nurse;
  private String first;

  @BeforeAll
  void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS);
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    region = new DemoCase(demo.client(), REGION);
    chromium = Chromium.start();
    first = region.call("000011", "Provgatan 11, Östersund", "2A", List.of());
    region.call("000012", "Provgatan 12, Östersund", "3A", List.of());
    nurse = logIn("demo.vantrum", "");
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
  }

  @Test
  void s01TheNurseMeetsTheWaitingRoom() {
    assertThat(nurse).hasTitle(Pattern.compile("^Väntrum"));
    assertThat(nurse.getByRole(AriaRole.OPTION).filter(text("Provgatan 11"))).isVisible();
    assertThat(nurse.locator(".later .count")).hasText("2");
    Accessibility.checkEveryTheme(nurse, "waiting room");
  }

  @Test
  void s02ACallIsLoggedByKeyboard() {
    nurse.keyboard().press("v");
    assertThat(nurse.locator("#list-waiting")).isFocused();
    nurse.keyboard().press("Enter");
    assertThat(nurse.locator("#case-title")).hasText("Provgatan 11, Östersund");
    assertThat(nurse.getByRole(AriaRole.LINK).filter(text("Ring 070")))
        .hasAttribute("href", "tel:+46701740605");
    nurse.keyboard().press("k");
    assertThat(nurse.getByText("svarade ej").first()).isVisible();
    nurse.keyboard().press("Tab");
    nurse.keyboard().type("Bättre");
    nurse.keyboard().press("Tab");
    nurse.keyboard().type("Väntar hemma");
    nurse.keyboard().press("Enter");
    assertThat(nurse.getByRole(AriaRole.OPTION).filter(text("Bättre → Väntar hemma"))).isVisible();
    assertEquals(1, incident().get("contacts").size());
    Accessibility.check(nurse, "waiting room, case");
  }

  @Test
  void s03ADowngradeNeedsASecondPerson() {
    nurse.keyboard().press("o");
    assertThat(nurse.getByText("3A", new Page.GetByTextOptions().setExact(true)).last())
        .isVisible();
    // From 2A one step down the scale to 2B.
    nurse.keyboard().press("ArrowRight");
    nurse.keyboard().press("Tab");
    nurse.keyboard().type("Mår bättre");
    nurse.keyboard().press("Enter");
    assertThat(nurse.locator(".proposals")).containsText("ditt förslag");
    assertEquals("2A", incident().get("priority").asString());

    Page second = logIn("demo.dirigent", "?view=nurse");
    second.locator(".proposals button").focus();
    second.keyboard().press("Enter");
    assertThat(second.locator("#case-title")).hasText("Provgatan 11, Östersund");
    second.keyboard().press("j");
    assertThat(second.locator(".proposals")).hasCount(0);
    assertEquals("2B", incident().get("priority").asString());
    second.context().close();
  }

  @Test
  void s04ACaseIsReferred() {
    nurse.keyboard().press("y");
    assertThat(nurse.getByText("Hänvisad till annan vårdnivå").first()).isVisible();
    nurse.getByLabel("Text").focus();
    nurse.keyboard().type("Vårdcentralen i dag");
    nurse.keyboard().press("Control+Enter");
    nurse
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Avsluta").setExact(true))
        .press("Enter");
    assertThat(nurse.getByRole(AriaRole.OPTION).filter(text("Provgatan 11"))).hasCount(0);
    assertEquals("REFERRED", incident().get("outcome").get("kind").asString());
  }

  @Test
  void s05TwoWindowsShareWhatIsChosenAndEachLivesOnItsOwn() {
    Page desk = logIn("demo.dirigent", "");
    assertThat(desk).hasTitle(Pattern.compile("^Skrivbord"));
    desk.keyboard().press("w");
    Locator menu = desk.getByRole(AriaRole.DIALOG);
    assertThat(menu).containsText("Väggbild");
    Accessibility.check(desk, "menu of views");
    desk.keyboard().press("Escape");
    Page window = desk.context().newPage();
    window.setDefaultTimeout(WAIT_MILLIS);
    window.navigate(demo.base() + "/?view=case");
    assertThat(window.getByText("Inget ärende är valt")).isVisible();
    desk.keyboard().press("v");
    assertThat(desk.locator("#list-waiting")).isFocused();
    desk.keyboard().press("Enter");
    assertThat(window.locator("#case-title")).hasText("Provgatan 12, Östersund");
    desk.close();
    assertThat(window.locator(".connection")).containsText("Ansluten");
    window.navigate(demo.base() + "/?view=units");
    assertThat(window.locator("#list-units")).isVisible();
    window.keyboard().press("n");
    assertThat(window.getByText("Görs där ärendet är öppet")).isVisible();
    Accessibility.check(window, "window of units");
    window.context().close();
  }

  @Test
  void s06InnerCommandSeesTheCountyAsItIs() {
    // Without a unit for a minute it is the wall's alarm.
    region.call("000013", "Provgatan 13, Östersund", "1A", List.of());
    Page county = logIn("demo.inre", "");
    assertThat(county).hasTitle(Pattern.compile("^Länet"));
    long duty = 0;
    String any = "";
    for (JsonNode unit : region.picture().get("units")) {
      any = unit.get("id").asString();
      duty += unit.get("status").asString().equals("OFF_DUTY") ? 0 : 1;
    }
    Locator figures = county.locator(".figure");
    assertThat(figures.last()).containsText(duty + "Enheter i tjänst");
    region.startShift(any);
    assertThat(figures.last()).containsText((duty + 1) + "Enheter i tjänst");
    assertThat(county.getByText("Väntat längst")).isVisible();
    county.getByText(Pattern.compile("Provgatan 12")).first().click();
    assertThat(county.locator("#case-title")).isVisible();
    Accessibility.checkEveryTheme(county, "county");
    county.context().close();
  }

  @Test
  void s07TheWallHasNothingToPressAndSaysWhenItIsBlind() throws InterruptedException {
    Page wall = logIn("demo.dirigent", "?view=wall");
    assertThat(wall.locator(".wall-alarms")).containsText("Provgatan 13");
    assertEquals(0, wall.locator("button:visible, a:visible, input:visible").count(), "controls");
    Object small =
        wall.evaluate(
            "[...document.querySelectorAll('.wall-side *, .wall > header *')].filter(e =>"
                + " e.childElementCount === 0 && e.textContent &&"
                + " parseFloat(getComputedStyle(e).fontSize) < innerWidth * 0.015"
                + " && !e.closest('svg')).map(e => e.outerHTML).join()");
    assertEquals("", small, "letters too small for five metres");
    Accessibility.checkEveryTheme(wall, "wall");
    Thread restart = Thread.ofPlatform().start(demo::restart);
    assertThat(wall.locator(".lost-banner")).containsText("Förbindelsen är bruten");
    assertThat(wall.locator(".wall-alarms")).containsText("Provgatan 13");
    restart.join();
    assertThat(wall.locator(".lost-banner")).hasCount(0);
    wall.context().close();
    assertEquals(List.of(), faults);
  }

  private JsonNode incident() {
    return region.incident(first).get("incident");
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private Page logIn(String user, String view) {
    Page page = chromium.openPage("sv-SE");
    page.setDefaultTimeout(WAIT_MILLIS);
    page.onPageError(faults::add);
    page.navigate(demo.base() + "/" + view);
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(user + "$")))
        .click();
    assertThat(page.locator("header")).isVisible();
    return page;
  }
}
