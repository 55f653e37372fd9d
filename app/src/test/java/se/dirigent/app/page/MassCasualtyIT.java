package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
 * A major incident from one key to the hospital: forty are sieved on a phone that loses its
 * network, each gets a hospital, one hospital closes, and those who come are received.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class MassCasualtyIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final double WAIT_MILLIS = 60_000;

  private static final int RED = 8;
  private static final int YELLOW = 8;
  private static final int GREEN = 24;

  private final List<String> faults = new ArrayList<>();
  private RunningDemo demo;
  private Chromium chromium;
  private Page desk;
  private Page phone;
  private SievePhone sieve;
  private Page hospital;

  @BeforeAll
  void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS);
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    DemoCase region = new DemoCase(demo.client(), REGION);
    String incident = region.call("000001", "E14 vid Brunflo", "1A", 63.08, 14.83);
    prepare();
    chromium = Chromium.start();
    desk = logIn("demo.dirigent", "?view=desk#incident=" + incident, 1440, 900);
    phone = logIn("demo.besattning", "?view=crew", 390, 844);
    sieve = new SievePhone(phone);
    hospital = logIn("demo.avdelning", "?view=hospital", 1440, 900);
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
  }

  @Test
  void s01OneKeyDeclaresItFromTheOpenCase() {
    assertThat(desk.locator(".case-head")).containsText("E14 vid Brunflo");
    assertThat(hospital.getByText("Ingen allvarlig händelse pågår")).isVisible();
    desk.keyboard().press("A");
    assertThat(desk.locator(".notices")).containsText("Allvarlig händelse förklarad");
    desk.locator(".major-strip a").click();
    assertThat(desk.locator(".major-head h2")).hasText("Stabsläge");
    assertThat(desk.locator(".major-head")).containsText("beslutat av demo.dirigent");
    assertThat(desk.getByText("Ingen drabbad är registrerad ännu").first()).isVisible();
    Accessibility.checkThemesAsShown(desk, "major incident without casualties");
  }

  @Test
  void s02TheRegionsKeyIsTakenInUseAndTheFirstReportIsWritten() {
    keys("y");
    save();
    assertThat(desk.locator(".major-hospitals")).containsText("Provnyckel, version 1");
    keys("r");
    desk.getByLabel("Vad som hänt").fill("Buss i diket");
    desk.getByLabel("Antal drabbade").fill("40");
    save();
    assertThat(desk.locator(".major-facts")).containsText("Buss i diket");
  }

  @Test
  void s03FortyAreSievedOnAPhoneThatLosesItsNetwork() {
    phone.getByText("Sålla drabbade").click();
    phone.getByLabel("Skadekort").fill("0001");
    phone.getByLabel("Skadekort").press("Enter");
    Accessibility.checkThemesAsShown(phone, "phone, the first question");
    sieve.red();
    Accessibility.checkThemesAsShown(phone, "phone, sieved");
    sieve.next();
    for (int n = 1; n < RED; n++) {
      sieve.red();
      sieve.next();
    }
    phone.context().setOffline(true);
    for (int n = 0; n < YELLOW; n++) {
      sieve.yellow();
      sieve.next();
    }
    for (int n = 0; n < GREEN / 2; n++) {
      sieve.green();
      sieve.next();
    }
    assertThat(phone.locator(".sieve-head")).containsText(Pattern.compile("\\d+ ej skickade"));
    phone.context().setOffline(false);
    for (int n = GREEN / 2; n < GREEN; n++) {
      sieve.green();
      sieve.next();
    }
    assertThat(phone.locator(".sieve-head")).containsText("40 sållade");
    assertThat(phone.locator(".sieve-head")).containsText("allt är skickat");
    assertEquals(Map.of("IMMEDIATE", RED, "DELAYED", YELLOW, "MINIMAL", GREEN), tally("category"));
  }

  @Test
  void s04AWaveIsSharedOutByTheKeyWithTwoKeys() {
    assertThat(desk.locator(".major-casualties h2")).containsText("40");
    assertThat(desk.locator(".major-proposal")).containsText("Nyckeln föreslår");
    Accessibility.checkThemesAsShown(desk, "major incident with forty casualties");
    keys("M");
    assertThat(desk.locator(".major-chosen h2")).containsText("40 markerade");
    keys("d");
    assertThat(desk.locator(".notices")).containsText("40 drabbade har fått sjukhus");
    assertEquals(Set.of("ostersund", "sundsvall"), tally("facility").keySet());
  }

  @Test
  void s05AHospitalClosesAndTheNextGoesElsewhere() {
    assertThat(hospital.locator(".hospital-list li").first()).containsText("ska till Östersund");
    hospital.getByLabel("Stängt: tar inte emot fler").check();
    hospital.getByText("Meddela att vi stänger").click();
    assertThat(hospital.getByText("Ledningen vet att ni är stängda")).isVisible();
    Accessibility.checkThemesAsShown(hospital, "hospital");
    assertThat(desk.locator(".major-hospitals tr.closed")).containsText("STÄNGT");
    sieve.red();
    sieve.next();
    assertThat(desk.locator(".major-proposal")).containsText("Nyckeln föreslår Sundsvall");
    assertThat(desk.locator(".major-proposal")).containsText("Östersunds sjukhus: stängt");
    keys("d");
    assertThat(desk.locator(".notices")).containsText("1 drabbad har fått sjukhus");
    assertThat(desk.getByText("Alla sållade har ett sjukhus").first()).isVisible();
  }

  @Test
  void s06OneWhoWasToGoToItIsSentElsewhereWithAReason() {
    find("ska till Östersund");
    keys("f");
    Locator form = desk.locator(".major-chosen form");
    form.getByLabel("Sjukhus").selectOption("sundsvall");
    form.getByLabel("Skäl").fill("Östersund har stängt");
    save();
    assertThat(desk.locator(".major-chosen")).containsText("ska till Sundsvall");
  }

  @Test
  void s07TheyLeaveComeAndGetABed() {
    find("ska till Sundsvall");
    keys("i");
    desk.getByLabel("Fordon").fill("Buss 1");
    save();
    assertThat(desk.locator(".major-chosen")).containsText("med Buss 1");
    keys("s");
    assertThat(desk.locator(".major-chosen")).containsText("på Sundsvalls sjukhus");
    // One of its twenty went elsewhere, and would be refused here.
    assertThat(hospital.locator(".hospital-list .count")).hasText("19");
    Locator first = hospital.locator(".hospital-list li").first();
    first.getByText("Framme").click();
    Locator bed = hospital.locator("li.ARRIVED").first();
    bed.getByPlaceholder("Avdelning och plats").fill("Akuten 4");
    bed.getByText("Har fått plats").click();
    assertThat(hospital.locator("li.ADMITTED")).containsText("Akuten 4");
    keys("q");
    desk.getByLabel("Orsak").fill("Klart");
    desk.getByLabel("Orsak").press("Enter");
    assertThat(desk.locator(".notices")).containsText("39");
    desk.keyboard().press("Escape");
  }

  @Test
  void s08TheSituationIsPrinted() {
    Page paper = desk.waitForPopup(() -> keys("u"));
    assertThat(paper.locator("h1")).containsText("Lägesrapport");
    Locator body = paper.locator("body");
    assertThat(body).containsText("Buss i diket");
    assertThat(body).containsText("STÄNGT");
    APIResponse pdf = paper.request().get(paper.url().replace("format=HTML", "format=PDF"));
    assertEquals("application/pdf", pdf.headers().get("content-type"));
    assertTrue(new String(pdf.body(), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    paper.close();
    Download data = desk.waitForDownload(() -> keys("x"));
    assertTrue(data.suggestedFilename().endsWith(".json"), data.suggestedFilename());
  }

  @Test
  void s09WholeOnAPhone() {
    for (Page page : List.of(desk, hospital, phone)) {
      page.setViewportSize(390, 844);
      Object width = page.evaluate("() => document.documentElement.scrollWidth");
      assertEquals(390, ((Number) width).intValue(), "nothing is beyond the edge");
      Accessibility.check(page, "major incident on a phone");
    }
    assertEquals(List.of(), faults);
  }

  /** A key with half of each category for two hospitals. */
  private void prepare() {
    List<Map<String, Object>> shares = new ArrayList<>();
    for (String category : List.of("IMMEDIATE", "DELAYED", "MINIMAL")) {
      for (String facility : List.of("ostersund", "sundsvall")) {
        shares.add(
            Map.of(
                "facility",
                facility,
                "category",
                category,
                "firstHourPercent",
                50,
                "followingPercent",
                50));
      }
    }
    Map<String, Object> key = new TreeMap<>();
    key.putAll(Map.of("code", "prov", "name", "Provnyckel", "region", REGION, "type", "OTHER"));
    key.putAll(Map.of("version", 1, "validFrom", "2020-01-01", "validUntil", "2099-12-31"));
    key.putAll(Map.of("approver", "Chefläkare", "reviewOn", "2099-01-01"));
    key.putAll(Map.of("shares", shares, "limits", List.of(), "overflow", List.of()));
    demo.client().command("POST", "/api/regions/" + REGION + "/preparedness/keys", key);
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

  /** Persons by a word of the server's counts. */
  private Map<String, Integer> tally(String by) {
    String majors = "/api/regions/" + REGION + "/major-incidents";
    String id = demo.client().get(majors).get("majorIncidents").get(0).get("id").asString();
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode one : demo.client().get(majors + "/" + id).get("tally")) {
      counts.merge(one.get(by).asString(), one.get("persons").asInt(), Integer::sum);
    }
    return counts;
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
