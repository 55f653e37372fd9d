package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
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
import tools.jackson.databind.JsonNode;

/**
 * What is said of a casualty on phone and desk: nothing said is wiped, two are never mixed, and
 * what was wrong has a way back.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class CasualtyIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final double WAIT_MILLIS = 60_000;

  /** What is pressed may be taken back for so long; a little more than the page has. */
  private static final double HOLD_MILLIS = 3_300;

  private final List<String> faults = new ArrayList<>();
  private RunningDemo demo;
  private Chromium chromium;
  private Page desk;
  private Page phone;
  private SievePhone sieve;
  private String major = "";

  @BeforeAll
  void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS);
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    String incident =
        new DemoCase(demo.client(), REGION).call("000001", "E14 vid Brunflo", "1A", 63.08, 14.83);
    String majors = "/api/regions/" + REGION + "/major-incidents";
    demo.client()
        .command(
            "POST", majors, Map.of("incident", incident, "type", "BUS_CRASH", "level", "STAFF"));
    JsonNode declared = demo.client().get(majors).get("majorIncidents").get(0);
    major = majors + "/" + declared.get("id").asString();
    chromium = Chromium.start();
    desk = logIn("demo.dirigent", "?view=major", 1440, 900);
    phone = logIn("demo.besattning", "?view=crew", 390, 844);
    sieve = new SievePhone(phone);
    phone.getByText("Sålla drabbade").click();
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
  }

  @Test
  void s01SievedAgainOnTheSamePhoneNothingSaidIsWiped() {
    sieve.card("0101");
    sieve.red();
    phone.getByText("Ska saneras").click();
    phone.getByText("Brännskada").click();
    phone.getByLabel("Hör ihop med").fill("Lind");
    phone.locator(".sieve-family button").click();
    Accessibility.checkThemesAsShown(phone, "phone, sieved with what is known");
    phone.waitForTimeout(HOLD_MILLIS);
    phone.getByText("Sålla om").click();
    sieve.yellow();
    sieve.sentAll();
    JsonNode one = casualty("0101");
    assertEquals("DELAYED", one.get("category").asString());
    assertEquals("NEEDED", one.at("/about/decontamination").asString());
    assertEquals("BURN", one.at("/about/needs/0").asString());
    assertEquals("LIND", one.at("/about/family").asString());
  }

  @Test
  void s02OneCardOnTwoPhonesIsTwoCasualtiesMarked() {
    phone.context().setOffline(true);
    sieve.card("0102");
    sieve.green();
    // Meanwhile another has given out the same card, whom this phone could not ask about.
    demo.client()
        .command(
            "POST",
            major + "/casualties",
            Map.of("tag", "0102", "judgement", Map.of("category", "IMMEDIATE", "reason", "Prov")));
    phone.context().setOffline(false);
    sieve.sentAll();
    assertThat(phone.locator(".sieve-plate")).containsText("0102.2");
    assertThat(phone.getByText("Skriv 0102.2 på kortet")).isVisible();
    assertEquals("IMMEDIATE", casualty("0102").get("category").asString());
    assertEquals("MINIMAL", casualty("0102.2").get("category").asString());
    find("0102.2");
    assertThat(desk.locator(".major-chosen")).containsText("bärs också av 0102");
    keys("g");
    Accessibility.checkThemesAsShown(desk, "major incident, two tags of one person");
    save();
    assertThat(desk.locator(".major-chosen h2").first()).containsText("0102, 0102.2");
    assertThat(desk.locator(".major-history li")).hasCount(3);
    keys("p");
    desk.locator(".major-chosen form").getByLabel("Orsak").fill("Två personer");
    save();
    assertEquals("MINIMAL", casualty("0102.2").get("category").asString());
    assertEquals(1, casualty("0102").get("history").size());
  }

  @Test
  void s03AKnownCardAsksWhoItIs() {
    sieve.card("0102");
    assertThat(phone.locator(".sieve-question")).containsText("redan utdelat");
    Accessibility.checkThemesAsShown(phone, "phone, a card that is known");
    phone.getByText("Samma som 0102", new Page.GetByTextOptions().setExact(false)).first().click();
    sieve.yellow();
    sieve.sentAll();
    JsonNode one = casualty("0102");
    JsonNode two = casualty("0102.2");
    assertEquals(3, one.get("history").size() + two.get("history").size());
  }

  @Test
  void s03bAnotherCardInTheMiddleBeginsTheQuestionsAnew() {
    sieve.card("0201");
    phone.locator(".sieve-answers").getByText("Nej").click();
    assertThat(phone.locator(".sieve-question")).hasText("Andas?");
    // As a reader of bar codes sends it: fast keys, while an answer has the focus, and Enter.
    phone.locator(".sieve-answers button").first().focus();
    phone.keyboard().type("0202");
    phone.keyboard().press("Enter");
    assertThat(phone.getByLabel("Skadekort")).hasValue("0202");
    assertThat(phone.locator(".sieve-question")).hasText("Kan gå?");
    sieve.green();
    sieve.sentAll();
    assertEquals("MINIMAL", casualty("0202").get("category").asString());
  }

  @Test
  void s04DecontaminatedIdentifiedAndTakenBackAtTheDesk() {
    find("0101");
    keys("v");
    desk.locator(".major-chosen form").getByText("Sanerad").click();
    Accessibility.checkThemesAsShown(desk, "major incident, details of one");
    save();
    assertThat(desk.locator(".major-history")).containsText("Sanerad demo.dirigent");
    keys("e");
    desk.locator(".major-chosen form").getByLabel("Namn").fill("Testperson Ett");
    save();
    assertThat(desk.locator(".major-history")).containsText("Reservnummer");
    desk.getByText("Visa vem det är").click();
    assertThat(desk.locator(".major-chosen")).containsText("Testperson Ett");
    keys("c");
    desk.locator(".major-chosen form").getByText("Kategorin").click();
    desk.locator(".major-chosen form").getByLabel("Orsak").fill("Fel kort");
    save();
    assertThat(desk.locator(".major-history s")).containsText("Gul");
    assertEquals("IMMEDIATE", casualty("0101").get("category").asString());
    keys("w");
    desk.getByLabel("Hur många som efterfrågats").fill("12");
    desk.getByLabel("Varav med besked").fill("5");
    save();
    assertThat(desk.locator(".major-facts")).containsText("12 efterfrågade, 7 väntar");
  }

  @Test
  void s05WholeOnAPhone() {
    for (Page page : List.of(desk, phone)) {
      page.setViewportSize(390, 844);
      Object width = page.evaluate("() => document.documentElement.scrollWidth");
      assertEquals(390, ((Number) width).intValue(), "nothing is beyond the edge");
      Accessibility.check(page, "casualty on a phone");
    }
    assertEquals(List.of(), faults);
  }

  private JsonNode casualty(String tag) {
    return demo.client().get(major + "/casualties/" + tag);
  }

  /** A key of the list of casualties. */
  private void keys(String key) {
    desk.locator("#list-casualties").focus();
    desk.keyboard().press(key);
  }

  /** Saves the open form, and waits until it is gone: the next key is not for it. */
  private void save() {
    Locator form = desk.locator(".major-chosen form");
    form.locator("button[type=submit]").click();
    assertThat(form).hasCount(0);
  }

  /** Chooses the first casualty whose line says so. */
  private void find(String said) {
    desk.locator("#list-casualties [role=option]")
        .filter(new Locator.FilterOptions().setHasText(said))
        .first()
        .click();
  }

  private Page logIn(String user, String address, int width, int height) {
    Page page = chromium.openPage("sv-SE");
    page.setViewportSize(width, height);
    page.setDefaultTimeout(WAIT_MILLIS);
    page.onPageError(faults::add);
    page.navigate(demo.base() + "/" + address);
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(user + "$")))
        .click();
    return page;
  }
}
