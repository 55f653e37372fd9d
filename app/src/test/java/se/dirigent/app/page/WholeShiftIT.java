package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
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

/** Everything a dispatcher and a waiting-room nurse do in a shift, through the real page. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class WholeShiftIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final String FIRST = "Provgatan 1";
  private static final String SECOND = "Provgatan 2";
  private static final String THIRD = "Provgatan 3";

  /** Slow enough that no crew is done before the dispatcher is. */
  private static final double SPEED = 1;

  /** Generous, for the whole machine may be busy building. */
  private static final int PATIENCE_MILLIS = 20_000;

  /** Three seconds of silence, and what a browser on a busy machine needs to paint it. */
  private static final long LOST_SAID_MILLIS_MAX = 3_500;

  private final List<String> faults = new ArrayList<>();
  private RunningDemo demo;
  private Chromium chromium;
  private Cable cable;
  private Desk desk;
  private Desk nurse;
  private String helper = "";

  @BeforeAll
  void start() throws InterruptedException, IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    demo = RunningDemo.start(List.of(REGION), SPEED, "off");
    assertTrue(demo.play(REGION, 0.01).awaitReady(Duration.ofSeconds(60)));
    assertTrue(RunningDemo.await(Duration.ofSeconds(60), () -> free().size() > 5), "on duty");
    call(1, FIRST, "1A");
    call(2, SECOND, "2A");
    call(3, THIRD, "2A");
    chromium = Chromium.start();
    cable = Cable.to(demo.base());
    desk = Desk.logIn(page(), cable.base(), "demo.dirigent");
    nurse = Desk.logIn(page(), demo.base(), "demo.vantrum");
  }

  @AfterAll
  void stop() throws IOException {
    if (chromium != null) {
      chromium.close();
    }
    if (cable != null) {
      cable.close();
    }
    if (demo != null) {
      demo.close();
    }
    assertEquals(List.of(), faults, "the page met faults of its own");
  }

  @Test
  void s01ASecondUnitIsSent() {
    desk.open("Väntrum", FIRST);
    assertThat(desk.page().locator(".suggestions li").first()).isVisible();
    desk.key("1");
    assertThat(desk.panel().locator("li.assignment")).hasCount(1);
    helper = free().getLast();
    send(helper);
    assertThat(desk.panel().locator("li.assignment")).hasCount(2);
  }

  @Test
  void s02AUnitIsRedirectedWithBothCasesShown() {
    desk.open("Väntrum", SECOND);
    send(helper);
    assertThat(desk.form().locator(".loses").first()).containsText(FIRST);
    assertThat(desk.form().locator(".loses").last()).containsText(SECOND);
    Accessibility.checkThemesAsShown(desk.page(), "redirect");
    desk.save("Omdirigera");
    assertThat(desk.panel().locator("li.assignment")).containsText(helper);
    desk.open("Pågående", FIRST);
    assertThat(desk.panel().locator("li.assignment.ended")).containsText("Omdirigerat");
  }

  @Test
  void s03AUnitIsStoodDownAndTheCaseGoesBackToTheWaitingRoom() {
    desk.open("Pågående", SECOND);
    desk.key("x");
    desk.save("Återkalla");
    assertThat(desk.panel().locator("li.assignment.ended")).containsText("Återkallat");
    assertEquals("WAITING", incident(2).path("phase").asString());
  }

  @Test
  void s04AThreatIsAddedAndWithdrawn() {
    desk.key("h");
    desk.fill("Text till besättningen", "Hund på gården, invänta polis");
    desk.fill("Källa", "Polisen");
    desk.save("Spara");
    assertThat(desk.panel().locator(".threat")).containsText("invänta polis");
    desk.panel().getByText("Häv").click();
    desk.fill("Orsak", "Polisen är på plats");
    desk.save("Bekräfta");
    assertThat(desk.panel().locator(".threat")).hasCount(0);
  }

  @Test
  void s05AContactAndANoteAreLogged() {
    nurse.open("Väntrum", SECOND);
    nurse.key("k");
    nurse.fill("Tillstånd", "Andas lugnare");
    nurse.fill("Beslut", "Fortsatt väntan");
    nurse.fill("Nästa kontakt om (minuter)", "10");
    nurse.save("Spara");
    nurse.key("a");
    nurse.fill("Text", "Portkod saknas, ring när ni är framme");
    nurse.save("Spara");
    assertThat(desk.panel()).containsText("Andas lugnare → Fortsatt väntan");
    assertThat(desk.panel()).containsText("Portkod saknas");
  }

  @Test
  void s06APriorityIsRaisedAtOnce() {
    desk.key("o");
    desk.choose("1A");
    desk.fill("Orsak", "Blåser upp, svårt att andas");
    desk.save("Spara");
    assertThat(desk.panel().locator(".case-head")).containsText("1A");
    assertEquals("1A", incident(2).path("priority").asString());
  }

  @Test
  void s07ADowngradeHoldsOnlyWhenASecondPersonHasConfirmedIt() {
    desk.key("o");
    desk.choose("3A");
    desk.fill("Orsak", "Symtomfri efter egen medicin");
    desk.save("Spara");
    assertThat(desk.panel().locator(".pending")).containsText("En annan person måste bekräfta");
    desk.key("j");
    assertEquals("1A", incident(2).path("priority").asString());
    assertThat(nurse.panel().locator(".pending")).containsText("demo.dirigent");
    nurse.key("j");
    assertThat(desk.panel().locator(".case-head")).containsText("3A");
    assertEquals("3A", incident(2).path("priority").asString());
  }

  @Test
  void s08ThePlaceIsCorrectedByWritingAndOnTheMap() {
    desk.key("g");
    Accessibility.checkThemesAsShown(desk.page(), "change of place");
    desk.fill("Adress", SECOND + " B");
    desk.fill("Läge", "nordväst");
    desk.submit("Spara");
    assertThat(desk.form()).containsText("grader");
    desk.fill("Läge", "63,2000, 14,6000");
    desk.save("Spara");
    assertThat(desk.panel().locator("#case-title")).containsText(SECOND + " B");
    assertEquals(63.2, incident(2).path("location").path("position").path("lat").asDouble());
    desk.key("g");
    desk.page().locator(".map-holder").click();
    assertThat(desk.field("Läge")).hasValue(Pattern.compile("6\\d\\.\\d{5}, 1\\d"));
    assertThat(desk.form().locator("select")).hasValue("EXACT");
    desk.save("Spara");
  }

  @Test
  void s09APatientIsAddedAndReadWithATrace() {
    nurse.key("i");
    Accessibility.checkThemesAsShown(nurse.page(), "patient");
    nurse.fill("Personnummer", "19121212-1213");
    nurse.submit("Spara");
    assertThat(nurse.form()).containsText(Pattern.compile("19121212-1213|kontrollsiffra"));
    nurse.fill("Personnummer", "");
    nurse.fill("Namn, om det är känt", "Testperson Ett");
    nurse.save("Spara");
    nurse.panel().getByText("Visa vem (loggas)").click();
    assertThat(nurse.panel()).containsText("Testperson Ett");
    assertThat(nurse.panel()).containsText("reservnummer");
  }

  @Test
  void s10ADuplicateIsLinkedAndFollowsItsOriginal() {
    desk.open("Väntrum", THIRD);
    desk.key("d");
    desk.form().locator("select").selectOption(id(2));
    desk.submit("Bekräfta");
    assertThat(desk.form()).containsText("lägre prioritet");
    desk.form().locator("select").selectOption(id(1));
    desk.save("Bekräfta");
    assertEquals(id(1), incident(3).path("duplicateOf").asString());
    desk.open("Pågående", FIRST);
    assertThat(desk.panel().getByText("Dubbletter")).isVisible();
  }

  @Test
  void s11ADestinationIsChosenAndTheCrewClearedWithAnOutcome() {
    desk.open("Pågående", FIRST);
    desk.key("f");
    desk.form().locator("select").selectOption("ostersund");
    desk.save("Spara");
    assertThat(desk.panel().locator("li.assignment").first()).containsText("Östersund");
    desk.key("c");
    Accessibility.checkThemesAsShown(desk.page(), "clear");
    desk.choose("Hänvisad till annan vårdnivå");
    desk.fill("Text", "Vårdcentralen i morgon");
    desk.save("Stämpla klar");
    assertThat(desk.panel().locator(".case-head")).containsText("Avslutat");
    assertThat(desk.panel()).containsText("Vårdcentralen i morgon");
  }

  @Test
  void s12ACaseIsReopenedAndClosedAgain() {
    desk.key("r");
    desk.fill("Orsak", "Inringaren ringde igen");
    desk.save("Bekräfta");
    assertThat(desk.panel().locator(".case-head")).containsText("Väntar");
    desk.key("q");
    desk.choose("Återkallat");
    desk.fill("Text", "Behövs inte längre");
    desk.save("Avsluta");
    desk.open("Avslutade", FIRST);
    assertThat(desk.panel()).containsText("Behövs inte längre");
  }

  @Test
  void s13TheCaseIsPrintedWithItsLog() throws InterruptedException {
    desk.page().evaluate("window.print = () => { window.printed = document.title; }");
    desk.key("u");
    // The page's own policy forbids the evaluation that waiting for a function needs.
    assertTrue(
        RunningDemo.await(
            Duration.ofSeconds(20), () -> id(1).equals(desk.page().evaluate("window.printed"))));
  }

  @Test
  void s14ALineOfCommandsIsGivenByWriting() {
    desk.open("Väntrum", SECOND);
    String free = free().getLast();
    Locator line = desk.line("t " + free + " 2");
    assertThat(desk.page().locator(".command-line p")).containsText(SECOND);
    Accessibility.checkThemesAsShown(desk.page(), "command line");
    line.fill("t " + free);
    line.press("Enter");
    assertThat(desk.panel().locator("li.assignment").first()).containsText(free);
    desk.line("å").press("Enter");
    assertThat(desk.page().locator(".command-line p")).containsText("finns inte");
    desk.page().keyboard().press("Escape");
    assertThat(desk.page().locator(".command-line")).hasCount(0);
  }

  @Test
  void s15APersonChangesTheirOwnPassword() {
    Page page = nurse.page();
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Användare")))
        .click();
    button(page, "Byt lösenord").click();
    page.getByLabel("Nuvarande lösenord").fill("fel");
    page.getByLabel("Nytt lösenord").fill("ett nytt lösenord 42");
    button(page, "Byt lösenord").click();
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("stämmer inte");
    Accessibility.checkThemesAsShown(page, "password");
    page.getByLabel("Nuvarande lösenord").fill("dirigent-demo");
    button(page, "Byt lösenord").click();
    assertThat(page.getByText("Lösenordet är bytt")).isVisible();
  }

  @Test
  void s16WhenOnePaneFailsTheOthersLive() {
    // Not a page() of ours: the fault is the point of it.
    Page page = chromium.openPage("sv-SE");
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.route(
        "**/api/regions/" + REGION,
        route -> {
          String pack = route.fetch().text();
          String broken = pack.replaceFirst("\"stations\":\\[", "\"stations\":[null,");
          route.fulfill(
              new Route.FulfillOptions().setContentType("application/json").setBody(broken));
        });
    Desk other = Desk.logIn(page, demo.base(), "demo.inre");
    Locator failed = page.locator(".faulty");
    assertThat(failed.first()).containsText("Enheter kan inte visas just nu");
    Accessibility.checkThemesAsShown(page, "a pane that failed");
    other.open("Pågående", SECOND);
    assertThat(other.panel().locator("li.assignment").first()).isVisible();
    page.context().close();
  }

  @Test
  void s17ALostConnectionIsSaidWithinThreeSecondsWithTheAgeOfThePicture() throws IOException {
    Page page = desk.page();
    Locator lost = page.locator(".lost-banner");
    assertThat(lost).hasCount(0);
    long cutAt = System.nanoTime();
    cable.cut();
    assertThat(lost).containsText("Bilden är från");
    long millis = Duration.ofNanos(System.nanoTime() - cutAt).toMillis();
    assertTrue(millis <= LOST_SAID_MILLIS_MAX, "said after " + millis + " ms");
    Accessibility.checkThemesAsShown(page, "lost connection");
    cable.mend();
    assertThat(lost).hasCount(0);
  }

  /** Asks for a unit by its number on the case that is open. */
  private void send(String callSign) {
    desk.key("t");
    desk.fill("Enhetens nummer", callSign);
    desk.submit("Tilldela");
  }

  private Page page() {
    Page page = chromium.openPage("sv-SE");
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onPageError(faults::add);
    return page;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Call signs of the units that could be sent. */
  private List<String> free() {
    List<String> found = new ArrayList<>();
    for (JsonNode unit : demo.client().get(path("picture")).path("units")) {
      boolean special = unit.path("special").asBoolean();
      if (!special && unit.path("status").asString("").equals("AVAILABLE")) {
        found.add(unit.path("callSign").asString());
      }
    }
    return found;
  }

  private JsonNode incident(int number) {
    return demo.client().get(path("incidents/" + id(number))).path("incident");
  }

  private static String id(int number) {
    return "sos:2026-11-22:%06d".formatted(number);
  }

  private static String path(String rest) {
    return "/api/regions/" + REGION + "/" + rest;
  }

  private void call(int number, String address, String priority) {
    var position = Map.of("lat", 63.17 + number / 100.0, "lon", 14.64);
    String town = "Östersund";
    var location =
        Map.of(
            "address", address, "municipality", town, "position", position, "quality", "ADDRESS");
    demo.client()
        .command(
            "PUT",
            path("intake/sos/2026-11-22/%06d".formatted(number)),
            Map.of(
                "source",
                "SOS_ALARM",
                "callbackNumber",
                "+46701740605",
                "location",
                location,
                "indexCode",
                "D01",
                "description",
                "Andningsbesvär.",
                "priority",
                priority,
                "times",
                Map.of(),
                "threats",
                List.of()));
  }
}
