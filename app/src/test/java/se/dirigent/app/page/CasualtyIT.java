package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * What is said of a casualty on phone and desk: nothing said is wiped, two are never mixed, and
 * what was wrong has a way back.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class CasualtyIT {
  /** What is pressed may be taken back for so long; a little more than the page has. */
  private static final double HOLD_MILLIS = 3_300;

  private MajorPages pages;
  private Page desk;
  private MajorPages.Casualties list;
  private Page phone;
  private SievePhone sieve;
  private String major = "";

  @BeforeAll
  void start() {
    pages = new MajorPages();
    pages.tell(
        MajorPages.MAJORS,
        Map.of("incident", pages.incident(), "type", "BUS_CRASH", "level", "STAFF"));
    major = pages.major();
    desk = pages.logIn("demo.dirigent", "?view=major", 1440, 900);
    list = MajorPages.casualties(desk);
    phone = pages.logIn("demo.besattning", "?view=crew", 390, 844);
    sieve = new SievePhone(phone);
    phone.getByText("Sålla drabbade").click();
  }

  @AfterAll
  void stop() {
    pages.close();
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
    pages.tell(
        major + "/casualties",
        Map.of("tag", "0102", "judgement", Map.of("category", "IMMEDIATE", "reason", "Prov")));
    phone.context().setOffline(false);
    sieve.sentAll();
    assertThat(phone.locator(".sieve-plate")).containsText("0102.2");
    assertThat(phone.getByText("Skriv 0102.2 på kortet")).isVisible();
    assertEquals("IMMEDIATE", casualty("0102").get("category").asString());
    assertEquals("MINIMAL", casualty("0102.2").get("category").asString());
    list.find("0102.2");
    assertThat(desk.locator(".major-chosen")).containsText("bärs också av 0102");
    list.keys("g");
    Accessibility.checkThemesAsShown(desk, "major incident, two tags of one person");
    list.save();
    assertThat(desk.locator(".major-chosen h2").first()).containsText("0102, 0102.2");
    assertThat(desk.locator(".major-history li")).hasCount(3);
    list.keys("p");
    desk.locator(".major-chosen form").getByLabel("Orsak").fill("Två personer");
    list.save();
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
    list.find("0101");
    list.keys("v");
    desk.locator(".major-chosen form").getByText("Sanerad").click();
    Accessibility.checkThemesAsShown(desk, "major incident, details of one");
    list.save();
    assertThat(desk.locator(".major-history")).containsText("Sanerad demo.dirigent");
    list.keys("e");
    desk.locator(".major-chosen form").getByLabel("Namn").fill("Testperson Ett");
    list.save();
    assertThat(desk.locator(".major-history")).containsText("Reservnummer");
    desk.getByText("Visa vem det är").click();
    assertThat(desk.locator(".major-chosen")).containsText("Testperson Ett");
    list.keys("c");
    desk.locator(".major-chosen form").getByText("Kategorin").click();
    desk.locator(".major-chosen form").getByLabel("Orsak").fill("Fel kort");
    list.save();
    assertThat(desk.locator(".major-history s")).containsText("Gul");
    assertEquals("IMMEDIATE", casualty("0101").get("category").asString());
    list.keys("w");
    desk.getByLabel("Hur många som efterfrågats").fill("12");
    desk.getByLabel("Varav med besked").fill("5");
    list.save();
    assertThat(desk.locator(".major-facts")).containsText("12 efterfrågade, 7 väntar");
  }

  @Test
  void s05WholeOnAPhone() {
    pages.checkOnPhones(List.of(desk, phone));
  }

  private JsonNode casualty(String tag) {
    return pages.get(major + "/casualties/" + tag);
  }
}
