package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * What is prepared for a major incident and what is decided by rules: the preset response, the
 * first report from a phone, rationing, the wall that shows it all, and a ward's own capacity.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class MajorPlansIT {
  private static final int ON_DUTY = 4;

  private MajorPages pages;
  private Page desk;
  private MajorPages.Casualties list;
  private Page wall;
  private Page phone;
  private String major = "";

  @BeforeAll
  void start() {
    pages = new MajorPages();
    DemoCase region = pages.region();
    StreamSupport.stream(region.picture().get("units").spliterator(), false)
        .filter(unit -> unit.get("kind").asString().equals("AMBULANCE"))
        .map(unit -> unit.get("id").asString())
        .limit(ON_DUTY)
        .forEach(unit -> {
          region.startShift(unit);
          region.report(unit, 63.1, 14.8, Duration.ZERO);
        });
    pages.tell(
        MajorPages.MAJORS,
        Map.of("incident", pages.incident(), "type", "BUS_CRASH", "level", "STAFF"));
    major = pages.major();
    desk = pages.logIn("demo.dirigent", "?view=major", 1440, 900);
    list = MajorPages.casualties(desk);
    wall = pages.logIn("demo.dirigent", "?view=majorwall", 1920, 1080);
    phone = pages.logIn("demo.besattning", "?view=crew", 390, 844);
  }

  @AfterAll
  void stop() {
    pages.close();
  }

  @Test
  void s01ThePresetResponseSendsThePlansUnitsAndSaysWhoWasLeftOut() {
    list.keys("L");
    Locator form = desk.locator(".major-chosen form");
    Locator units = form.locator("fieldset").first().locator("input:checked");
    assertThat(units).hasCount(3);
    assertThat(form).containsText("1 enhet till enligt planen finns inte ledig");
    Accessibility.checkThemesAsShown(desk, "preset response");
    units.first().uncheck();
    form.getByLabel("Polisen").check();
    form.getByLabel("Varför någon utelämnas").fill("Behövs i norr");
    list.save();
    assertThat(desk.locator(".notices")).containsText("2 enheter larmade");
    JsonNode sent = pages.region().incident(pages.incident()).get("assignments");
    assertEquals(2, sent.size());
    JsonNode said = pages.get(major).at("/majorIncident/log");
    JsonNode called =
        StreamSupport.stream(said.spliterator(), false)
            .filter(line -> line.get("what").asString().equals("ResponseCalled"))
            .findFirst()
            .orElseThrow();
    assertEquals("demo.dirigent", called.get("by").asString());
    assertThat(desk.locator(".major-left")).containsText("Stabsläge: första larm 1:");
  }

  @Test
  void s02TheFirstReportIsWrittenOnAPhoneThatLosesItsNetwork() {
    Locator report = phone.locator(".crew-methane");
    report.getByText("Skriv METHANE-rapport").click();
    phone.context().setOffline(true);
    report.getByLabel("Exakt plats").fill("Järnvägsbron söder om Brunflo");
    report.getByLabel("Risker").fill("Spänningssatt ledning");
    report.getByLabel("Antal drabbade").fill("30 st");
    Accessibility.checkThemesAsShown(phone, "phone, the first report");
    report.getByText("Skicka rapporten").click();
    assertThat(report).containsText("Järnvägsbron");
    assertThat(phone.locator(".crew-kept")).containsText("inte skickad");
    assertFalse(pages.get(major).at("/majorIncident/methane").isObject(), "nothing is sent yet");
    phone.context().setOffline(false);
    assertThat(phone.locator(".crew-kept li")).hasCount(0);
    JsonNode told = pages.get(major).at("/majorIncident/methane");
    assertEquals("Spänningssatt ledning", told.get("hazards").asString());
    assertEquals(30, told.get("casualties").asInt());
    assertThat(desk.locator(".major-facts")).containsText("Järnvägsbron söder om Brunflo");
    phone.reload();
    assertThat(report.getByText("Ändra METHANE-rapporten")).isVisible();
    report.getByText("Ändra METHANE-rapporten").click();
    assertThat(report.getByLabel("Risker")).hasValue("Spänningssatt ledning");
    // Half written and loaded anew, what was typed is still there.
    report.getByLabel("Vägar in och ut").fill("Grusväg från norr");
    phone.reload();
    report.getByText("Ändra METHANE-rapporten").click();
    assertThat(report.getByLabel("Vägar in och ut")).hasValue("Grusväg från norr");
  }

  @Test
  void s03TheWallShowsHowFarTheyHaveComeAndNobodysTag() {
    sieved("R1", "IMMEDIATE");
    sieved("R2", "IMMEDIATE");
    sieved("R3", "DELAYED");
    assertThat(wall.locator(".major-wall h1")).hasText("Stabsläge");
    Locator rows = wall.locator(".major-wall-counts tbody tr");
    assertThat(rows.first()).containsText("Röd");
    assertThat(rows.first().locator("td").first()).hasText("2");
    assertThat(wall.locator(".major-wall-places")).containsText("Bron");
    takes(6, false);
    Locator hospital = wall.locator(".major-wall-hospitals tbody tr").first();
    assertThat(hospital).containsText("Östersund");
    assertThat(hospital.locator("td").first()).containsText("6");
    sent("R1");
    assertThat(hospital.locator("td").first()).containsText("5");
    assertThat(rows.first().locator("td").nth(1)).hasText("1");
    assertThat(wall.locator(".major-wall-figures")).containsText("enheter på händelsen");
    takes(0, true);
    assertThat(hospital.locator(".closed")).hasText("STÄNGT");
    String shown = wall.locator(".major-wall").innerText();
    assertFalse(shown.contains("R1") || shown.contains("R2"), shown);
    assertThat(wall.locator("button, a, input, select")).hasCount(0);
    Accessibility.check(wall, "wall of a major incident");
    Object height = wall.evaluate("() => document.documentElement.scrollHeight");
    assertEquals(1080, ((Number) height).intValue(), "the wall is one screen");
  }

  @Test
  void s04WhenItIsNotEnoughARuleIsInForceSaidAloudAndEnded() {
    Page command = pages.logIn("demo.inre", "?view=major", 1440, 900);
    MajorPages.Casualties decides = MajorPages.casualties(command);
    Locator pane = command.locator(".major-rationing");
    assertThat(pane).containsText("Det räcker till alla");
    decides.keys("R");
    Locator form = command.locator(".major-chosen form");
    form.getByLabel("Regel").selectOption("behov-nytta-tid");
    assertThat(form).containsText("behov och solidaritet");
    form.getByLabel("Vad det inte räcker av").fill("Operationssal");
    form.getByLabel("Befattning som beslutar").fill("Chefläkare");
    form.getByLabel("Orsak").fill("Två salar i drift");
    Accessibility.checkThemesAsShown(command, "a rule for rationing");
    decides.save();
    assertThat(pane).containsText("ransoneras sedan");
    decides.keys("R");
    form.getByLabel("Minuter som finns i allt").fill("90");
    form.getByLabel("Minuter var och en behöver").fill("60");
    for (String tag : List.of("R1", "R2", "R3")) {
      form.getByLabel("Nytta för " + tag).selectOption("LARGE");
    }
    Accessibility.checkThemesAsShown(command, "claims to rank");
    decides.save();
    Locator ranked = pane.locator("tbody tr");
    assertThat(ranked).hasCount(3);
    assertThat(ranked.first()).containsText("ja");
    assertThat(ranked.last()).containsText("R3");
    assertThat(ranked.last()).containsText("nej");
    assertThat(ranked.last()).containsText("Svårare kategori först");
    // Whoever does not decide it sees it too.
    assertThat(desk.locator(".major-rationing")).containsText("Beslutat av Chefläkare");
    assertThat(desk.locator(".major-rationing tbody tr")).hasCount(3);
    decides.keys("R");
    command.locator(".major-chosen").getByText("Avsluta", exact()).click();
    form.getByLabel("Orsak").fill("Tredje salen öppnad");
    decides.save();
    assertThat(pane).containsText("ransonering avslutad");
    assertThat(pane).containsText("Tredje salen öppnad");
    Set<String> told = new TreeSet<>();
    for (JsonNode one : pages.get(major + "/rationings").get("rationings")) {
      told.add(one.at("/ended/by").asString());
    }
    assertEquals(Set.of("demo.inre"), told);
    pages.checkOnPhones(List.of(command));
  }

  private static Locator.GetByTextOptions exact() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  @Test
  void s05AWardSavesWhatItsHospitalCanTakeAndThePlannerReadsIt() {
    Page ward = pages.logIn("demo.avdelning", "?view=hospital", 1440, 900);
    Locator plans = ward.locator(".hospital-plans");
    assertThat(plans).containsText("har inte dokumenterat vad det kan ta emot");
    plans.getByText("Dokumentera kapaciteten").click();
    int each = 3;
    for (String part : List.of("Personal", "Lokaler", "Utrustning", "Styrning")) {
      plans.getByLabel("Röd, " + part + ", timme 1").fill(Integer.toString(each++));
    }
    assertThat(plans.locator("tbody tr").first().locator("td").last()).hasText("3");
    Accessibility.checkThemesAsShown(ward, "a hospital's capacity");
    plans.getByLabel("Vem eller vad som säger det").fill("Katastrofplanen");
    plans.getByText("Spara", exact()).click();
    assertThat(plans).containsText("Kapacitet för 1 timme enligt Katastrofplanen");
    JsonNode documented =
        pages.get("/api/regions/" + MajorPages.REGION + "/preparedness").get("capacities");
    JsonNode red = documented.at("/ostersund/hours/0/categories/IMMEDIATE");
    assertEquals(3, red.get("staff").asInt());
    assertEquals(6, red.get("leadership").asInt());
    Page planner = pages.logIn("demo.planerare", "?view=preparedness", 1440, 900);
    Locator row = planner.locator("tr", new Page.LocatorOptions().setHasText("Östersunds sjukhus"));
    assertThat(row).containsText("Katastrofplanen");
    Accessibility.checkThemesAsShown(planner, "preparedness");
    pages.checkOnPhones(List.of(ward, planner, phone));
  }

  private void sieved(String tag, String category) {
    Map<String, Object> about =
        Map.of(
            "place", "Bron",
            "child", false,
            "needs", List.of(),
            "decontamination", "NOT_NEEDED",
            "family", "");
    Map<String, Object> judgement = Map.of("category", category, "reason", "Sedd");
    pages.tell(major + "/casualties", Map.of("tag", tag, "about", about, "judgement", judgement));
  }

  private void takes(int persons, boolean closed) {
    pages.tell(
        major + "/capacity-reports",
        Map.of(
            "facility",
            "ostersund",
            "at",
            pages.region().now().toString(),
            "closed",
            closed,
            "takes",
            closed ? Map.of() : Map.of("IMMEDIATE", persons),
            "specialties",
            Map.of(),
            "text",
            ""));
  }

  private void sent(String tag) {
    String casualty = major + "/casualties/" + tag;
    pages.tell(
        casualty + "/destination",
        Map.of("facility", "ostersund", "proposed", "ostersund", "reason", ""));
    pages.tell(casualty + "/departure", Map.of("vehicle", "Buss 1"));
  }
}
