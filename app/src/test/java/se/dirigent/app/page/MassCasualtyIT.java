package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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

/**
 * A major incident from one key to the last bed: forty are sieved on a phone that loses its
 * network, each gets a hospital, one hospital loses its network and then closes, those who were to
 * go there are shared out anew, all arrive, and the situation is printed. Nothing is lost.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class MassCasualtyIT {
  private static final int RED = 8;
  private static final int YELLOW = 8;
  private static final int GREEN = 24;

  /** So many of the first hospital's have left when it closes. */
  private static final int UNDER_WAY = 5;

  private MajorPages pages;
  private Page desk;
  private MajorPages.Casualties list;
  private Page phone;
  private SievePhone sieve;
  private Page hospital;

  @BeforeAll
  void start() {
    pages = new MajorPages();
    prepare();
    desk = pages.logIn("demo.dirigent", "?view=desk#incident=" + pages.incident(), 1440, 900);
    list = MajorPages.casualties(desk);
    phone = pages.logIn("demo.besattning", "?view=crew", 390, 844);
    sieve = new SievePhone(phone);
    hospital = pages.logIn("demo.avdelning", "?view=hospital", 1440, 900);
  }

  @AfterAll
  void stop() {
    pages.close();
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
    list.keys("y");
    list.save();
    assertThat(desk.locator(".major-hospitals")).containsText("Provnyckel, version 1");
    list.keys("r");
    desk.getByLabel("Vad som hänt").fill("Buss i diket");
    desk.getByLabel("Antal drabbade").fill("40");
    list.save();
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
    assertEquals(
        Map.of("IMMEDIATE", RED, "DELAYED", YELLOW, "MINIMAL", GREEN), pages.tally("category"));
  }

  @Test
  void s04AWaveIsSharedOutByTheKeyWithTwoKeys() {
    assertThat(desk.locator(".major-casualties h2")).containsText("40");
    assertThat(desk.locator(".major-proposal")).containsText("Nyckeln föreslår");
    Accessibility.checkThemesAsShown(desk, "major incident with forty casualties");
    list.keys("M");
    assertThat(desk.locator(".major-chosen h2")).containsText("40 markerade");
    list.keys("d");
    assertThat(desk.locator(".notices")).containsText("40 drabbade har fått sjukhus");
    assertEquals(Set.of("ostersund", "sundsvall"), pages.tally("facility").keySet());
  }

  @Test
  void s05SomeLeaveForAHospitalThatHasLostItsNetwork() {
    assertThat(hospital.locator(".hospital-list .count")).hasText("20");
    hospital.context().setOffline(true);
    list.show("ska till Östersund", 20);
    list.mark(UNDER_WAY);
    list.keys("i");
    desk.getByLabel("Fordon").fill("Buss 1");
    list.save();
    assertEquals(Map.of("AT_SCENE", 35, "DEPARTED", UNDER_WAY), pages.tally("stage"));
    // What the ward writes meanwhile is not told anybody, and the page says so and keeps it.
    hospital.getByLabel("Stängt: tar inte emot fler").check();
    hospital.getByText("Meddela att vi stänger").click();
    assertThat(hospital.locator(".hospital-take [role=alert]")).containsText("Servern svarade");
    assertThat(hospital.getByLabel("Stängt: tar inte emot fler")).isChecked();
    assertThat(desk.locator(".major-hospitals tr.closed")).hasCount(0);
  }

  @Test
  void s06TheNetworkIsBackAndTheHospitalCloses() {
    hospital.context().setOffline(false);
    Locator first = hospital.locator(".hospital-list li").first();
    assertThat(first).containsText("på väg med Buss 1");
    assertThat(hospital.locator(".hospital-list .count")).hasText("20");
    hospital.getByText("Meddela att vi stänger").click();
    assertThat(hospital.getByText("Ledningen vet att ni är stängda")).isVisible();
    Accessibility.checkThemesAsShown(hospital, "hospital");
    assertThat(desk.locator(".major-hospitals tr.closed")).containsText("STÄNGT");
    list.show("", 40);
    sieve.red();
    sieve.next();
    list.find("0041");
    assertThat(desk.locator(".major-proposal")).containsText("Nyckeln föreslår Sundsvall");
    assertThat(desk.locator(".major-proposal")).containsText("Östersunds sjukhus: stängt");
    list.keys("d");
    assertThat(desk.locator(".notices")).containsText("1 drabbad har fått sjukhus");
    assertThat(desk.getByText("Alla sållade har ett sjukhus").first()).isVisible();
  }

  @Test
  void s07ThoseWhoWereToGoThereAreSharedOutAnew() {
    list.show("ska till Östersund", 15);
    list.mark(15);
    list.keys("f");
    Locator form = desk.locator(".major-chosen form");
    form.getByLabel("Sjukhus").selectOption("sundsvall");
    form.getByLabel("Skäl").fill("Östersund har stängt");
    list.save();
    assertEquals(Map.of("ostersund", UNDER_WAY, "sundsvall", 36), pages.tally("facility"));
  }

  @Test
  void s08AllLeaveAndArriveThoughTheHospitalLosesItsNetworkAgain() {
    list.show("ska till Sundsvall", 36);
    list.mark(36);
    list.keys("i");
    desk.getByLabel("Fordon").fill("Buss 2");
    list.save();
    assertEquals(Map.of("DEPARTED", 41), pages.tally("stage"));
    hospital.context().setOffline(true);
    for (int left = 36; left > 0; left--) {
      list.show("med Buss 2", left);
      list.keys("Home");
      list.keys("s");
    }
    list.show("med Buss 2", 0);
    Locator waiting = hospital.locator(".hospital-list li.DEPARTED");
    waiting.first().getByText("Framme").click();
    assertThat(waiting.first().locator("[role=alert]")).containsText("Servern svarade");
    hospital.context().setOffline(false);
    for (int left = UNDER_WAY; left > 0; left--) {
      assertThat(waiting).hasCount(left);
      waiting.first().getByText("Framme").click();
    }
    Locator bed = hospital.locator("li.ARRIVED").first();
    bed.getByPlaceholder("Avdelning och plats").fill("Akuten 4");
    bed.getByText("Har fått plats").click();
    assertThat(hospital.locator("li.ADMITTED")).containsText("Akuten 4");
    assertEquals(Map.of("ARRIVED", 40, "ADMITTED", 1), pages.tally("stage"));
    assertEquals(Map.of("ostersund", UNDER_WAY, "sundsvall", 36), pages.tally("facility"));
    list.show("", 41);
  }

  @Test
  void s09TheSituationIsPrintedAndItIsEnded() {
    Page paper = desk.waitForPopup(() -> list.keys("u"));
    assertThat(paper.locator("h1")).containsText("Lägesrapport");
    Locator body = paper.locator("body");
    assertThat(body).containsText("Buss i diket");
    assertThat(body).containsText("STÄNGT");
    APIResponse pdf = paper.request().get(paper.url().replace("format=HTML", "format=PDF"));
    assertEquals("application/pdf", pdf.headers().get("content-type"));
    assertTrue(new String(pdf.body(), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    paper.close();
    Download data = desk.waitForDownload(() -> list.keys("x"));
    assertTrue(data.suggestedFilename().endsWith(".json"), data.suggestedFilename());
    list.keys("q");
    desk.getByLabel("Orsak").fill("Klart");
    desk.getByLabel("Orsak").press("Enter");
    assertThat(desk.locator(".notices")).containsText("avslutad");
  }

  @Test
  void s10WholeOnAPhone() {
    pages.checkOnPhones(List.of(desk, hospital, phone));
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
    key.putAll(
        Map.of("code", "prov", "name", "Provnyckel", "region", MajorPages.REGION, "type", "OTHER"));
    key.putAll(Map.of("version", 1, "validFrom", "2020-01-01", "validUntil", "2099-12-31"));
    key.putAll(Map.of("approver", "Chefläkare", "reviewOn", "2099-01-01"));
    key.putAll(Map.of("shares", shares, "limits", List.of(), "overflow", List.of()));
    pages.tell("/api/regions/" + MajorPages.REGION + "/preparedness/keys", key);
  }
}
