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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.app.demo.RunningDemo;
import se.dirigent.app.twin.ScenarioFile;
import se.dirigent.simulator.arrival.Year;
import se.dirigent.simulator.ride.model.Policy;
import se.dirigent.simulator.ride.model.RideModel;
import se.dirigent.simulator.twin.Scenario;

/** A planner tries what would happen if: scenarios, a run in the background, the comparison. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class TwinPageIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final double WAIT_MILLIS = 90_000;

  private final List<String> faults = new ArrayList<>();
  private RunningDemo demo;
  private Chromium chromium;
  private Page page;

  @BeforeAll
  void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS);
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    chromium = Chromium.start();
    page = logIn("demo.planerare", "/?view=twin");
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
  }

  @Test
  void s01AnEmptyPageSaysWhatToDo() {
    assertThat(page).hasTitle(Pattern.compile("^Tvillingen"));
    assertThat(page.locator(".twin-list")).containsText("Ingen studie är gjord än");
    assertThat(page.locator(".twin-tabs li")).hasCount(1);
    Accessibility.checkEveryTheme(page, "twin, empty");
  }

  @Test
  void s02AReadyScenarioIsRunAndComparedInWords() {
    page.getByLabel("Nytt scenario från")
        .selectOption(new SelectOption().setValue("ready jamtland-snowstorm"));
    page.locator(".twin-add button").first().click();
    assertThat(page.locator(".twin-tabs li")).hasCount(2);
    page.getByLabel("Körningar av varje").fill("4");
    page.getByLabel("Dygn i varje körning").fill("7");
    press("Kör i bakgrunden");
    assertThat(page.locator(".study-state.is-DONE").first()).isVisible();
    assertThat(page.locator(".twin-figures")).containsText("Tid till framme, nio av tio");
    assertThat(page.locator(".verdict.is-HIGHER").first()).containsText("högre");
    assertThat(page.locator(".verdict.is-NO_DETECTABLE_DIFFERENCE").first())
        .containsText("ingen påvisbar skillnad");
    Accessibility.checkEveryTheme(page, "twin, compared");
    assertEquals(List.of(), faults);
  }

  @Test
  void s03TwoThingsAreChangedOnTheMapAndInForms() {
    page.navigate(demo.base() + "/?view=twin#bench");
    page.locator(".twin-tabs button").first().click();
    page.getByLabel("Nytt scenario från").selectOption("copy");
    page.locator(".twin-add button").first().click();
    assertThat(page.locator(".twin-tabs li")).hasCount(3);
    pin("Station Åre").click();
    assertThat(page.locator(".twin-unit").first()).containsText("Åre");
    press("Ny enhet");
    assertThat(page.locator(".twin-unit.is-ADDED")).containsText("ny");
    assertThat(pin("Station Åre")).hasAttribute("aria-label", Pattern.compile("ändrad$"));
    page.getByLabel("Körtider gånger").fill("1,2");
    Accessibility.checkThemesAsShown(page, "twin, forms");
    file().click();
    assertThat(text())
        .hasValue(Pattern.compile("factor: 1\\.2[\\s\\S]*add: 23-9001[\\s\\S]*station: are"));
  }

  @Test
  void s04WhatCannotBeIsRefusedAtTheFieldAndTheLine() {
    page.getByLabel("Ärenden gånger").fill("-1");
    assertThat(page.locator(".twin-forms .field .error")).containsText("högst 20");
    assertThat(page.locator(".twin-file .wrong")).hasText("4");
    page.getByLabel("Ärenden gånger").fill("");
    assertThat(page.locator(".twin-forms .error")).hasCount(0);
    pin("Östersunds sjukhus").click();
    assertThat(page.locator(".twin-hospitals .error")).containsText("enda sjukhuset");
    pin("Östersunds sjukhus").click();
    assertThat(page.locator(".twin-hospitals .error")).hasCount(0);
  }

  @Test
  void s04bCareTransportsAreSettledInAFormAndTheFileIsWhatTheCommandReads() {
    String was = text().inputValue();
    page.getByLabel("Avdelningar beställer vårdtransporter").check();
    assertThat(text()).hasValue(Pattern.compile("rides: \\{\\}"));
    page.getByLabel("Andel rätt beställda från början").fill("1,2");
    assertThat(page.locator(".twin-rides .error")).containsText("ange 0 till 1");
    page.getByLabel("Andel rätt beställda från början").fill("0,95");
    page.getByLabel("Taxi i stället för flyg utan vårdbehov").check();
    page.getByLabel("Inre ledning från").fill("07:30");
    page.getByLabel("Inre ledning till").fill("21:00");
    page.getByLabel("Lättvårdsambulans vid huvudstationen").selectOption("own");
    assertThat(page.locator(".twin-rides .error")).hasCount(0);
    Accessibility.checkThemesAsShown(page, "twin, care transports");
    Scenario read = ScenarioFile.readText("resor", text().inputValue());
    RideModel rides = Objects.requireNonNull(read.blueprint().rides());
    assertEquals(0.95, rides.right());
    assertEquals(Set.of(Policy.AIR_TO_TAXI), rides.inForce());
    assertEquals("21:00", rides.command().to().toString());
    page.getByLabel("Avdelningar beställer vårdtransporter").uncheck();
    assertEquals(was, text().inputValue());
  }

  @Test
  void s04cASeasonHasAFormThatEvensItOut() {
    String was = text().inputValue();
    page.locator(".twin-season summary").click();
    page.getByLabel("januari").fill("2,4");
    assertThat(page.locator(".twin-season .error").first()).isVisible();
    press("Jämna ut till medelvärdet 1");
    page.getByLabel("Måndagen som körningen börjar").fill("2027-01-05");
    assertThat(page.locator(".twin-season .error").first()).isVisible();
    page.getByLabel("Måndagen som körningen börjar").fill("2027-01-04");
    assertThat(page.locator(".twin-season .error")).hasCount(0);
    Accessibility.checkThemesAsShown(page, "twin, season");
    Year year =
        ScenarioFile.readText("vinter", text().inputValue()).blueprint().calls().rhythm().year();
    assertEquals(2.4, year.months().getFirst() / year.months().getLast(), 0.01);
    press("Ta bort årstiden");
    assertEquals(was, text().inputValue());
  }

  @Test
  void s04dTypesOfCallsHaveAFormThatBeginsAsTheBase() {
    String was = text().inputValue();
    page.locator(".twin-types > summary").click();
    assertThat(page.locator(".twin-types")).containsText("Som i basen, 17 typer");
    press("Ändra typerna");
    assertThat(page.locator(".twin-type")).hasCount(17);
    page.locator(".twin-type summary").first().click();
    page.getByLabel("Andel av ärendena").first().fill("0,5");
    assertThat(page.locator(".twin-types .error").first()).containsText("typer har andelar");
    Accessibility.checkThemesAsShown(page, "twin, types of calls");
    press("Jämna ut till 100 %");
    assertThat(page.locator(".twin-types .error")).hasCount(0);
    page.getByLabel("Andel prioritet 1").first().fill("0,9");
    assertThat(page.locator(".twin-type .error").first()).isVisible();
    press("Ta bort Bröstsmärta");
    assertThat(page.locator(".twin-type")).hasCount(16);
    press("Jämna ut till 100 %");
    assertThat(page.locator(".twin-types .error")).hasCount(0);
    assertEquals(
        16, ScenarioFile.readText("typer", text().inputValue()).blueprint().calls().types().size());
    press("Tillbaka till basens typer");
    assertEquals(was, text().inputValue());
  }

  @Test
  void s05ItIsKeptSharedReloadedAndTheCommandLineReadsIt() throws IOException {
    page.reload();
    assertThat(page.locator(".twin-tabs li")).hasCount(3);
    page.locator(".twin-tabs button").last().click();
    page.getByLabel("Scenariots namn").fill("En till i Åre");
    press("Spara i tjänsten");
    String link = page.locator(".twin-save a").getAttribute("href");
    Download saved = page.waitForDownload(() -> press("Spara som fil"));
    assertEquals("En-till-i-Åre.yaml", saved.suggestedFilename());
    Path file = Files.createTempFile("scenario", ".yaml");
    saved.saveAs(file);
    Scenario read = new ScenarioFile().read(file.toString());
    assertEquals("En till i Åre", read.title());
    assertEquals(2, read.changes().size(), () -> read.changes().toString());
    Page other = logIn("demo.inre", link.substring(link.indexOf("/?")));
    assertThat(other.locator(".twin-tabs button").last()).containsText("En till i Åre");
    assertThat(other.locator(".twin-unit.is-ADDED")).isVisible();
    other.locator("input[type=file]").setInputFiles(file);
    assertThat(other.locator(".twin-tabs li")).hasCount(3);
    other.context().close();
    Files.delete(file);
  }

  @Test
  void s06ALongStudyShowsHowFarItIsAndIsCancelled() {
    run(500, 30);
    assertThat(page.locator(".twin-middle .study-state")).containsText(Pattern.compile("^körs"));
    assertThat(page.locator(".twin-middle .study-state"))
        .containsText(Pattern.compile("körs: [1-9].* kvar$"));
    Accessibility.checkThemesAsShown(page, "twin, running");
    press("Avbryt");
    assertThat(page.locator(".twin-middle .study-state")).hasText("avbruten");
  }

  @Test
  void s07AStudyThatWasCutSaysSoAndIsRunAgain() {
    run(500, 30);
    assertThat(page.locator(".twin-middle .study-state")).containsText(Pattern.compile("^körs"));
    demo.restart();
    assertThat(page.locator(".twin-middle .study-state")).hasText("avhuggen");
    assertThat(page.locator(".twin-middle")).containsText("kör den igen");
    press("Kör igen");
    assertThat(page.locator(".twin-middle .study-state")).containsText(Pattern.compile("^körs"));
    press("Avbryt");
    assertThat(page.locator(".twin-middle .study-state")).hasText("avbruten");
  }

  @Test
  void s08AComparisonIsTakenAway() throws IOException {
    page.locator(".twin-list li a").last().click();
    assertThat(page.locator("section[aria-label='Per kommun'] tbody tr")).hasCount(8);
    assertThat(page.locator("section[aria-label='Per ärendetyp'] tbody"))
        .containsText("Hjärtstopp");
    assertThat(page.locator(".twin-area-map circle")).hasCount(8);
    assertTrue(begins("PDF").startsWith("%PDF"));
    assertTrue(begins("XLSX").startsWith("PK"));
    assertTrue(begins("HTML").contains("Vad händer om"));
    assertTrue(begins("JSON").contains("replications"));
    String link = page.url();
    Page other = logIn("demo.nationell", link.substring(link.indexOf("/?")));
    assertThat(other.locator(".twin-figures")).containsText("ingen påvisbar skillnad");
    other.context().close();
  }

  @Test
  void s09ADayIsWatchedOnTheSameDeskAndCannotBeTakenForReal() {
    page.locator(".twin-film select").selectOption("1");
    page.locator(".twin-film input").first().fill("2");
    page.locator(".twin-film input").last().fill("3");
    page.locator(".twin-film a").click();
    assertThat(page.locator(".film-mark")).containsText("PÅHITTAD DAG");
    assertThat(page.locator(".film-mark")).containsText("Dygn 3, torsdag 00:01");
    assertThat(page.locator(".film-mark")).containsText("körning 2");
    assertThat(page.locator(".desk-main")).isVisible();
    page.locator(".film-line input").fill(Integer.toString(12 * 3600));
    assertThat(page.locator(".film-mark")).containsText("torsdag 12:00");
    assertThat(page.locator(".incidents [role=option]").first()).isVisible();
    page.keyboard().press("n");
    assertThat(page.locator("form.form")).hasCount(0);
    Accessibility.checkThemesAsShown(page, "twin, film");
    page.getByText("Tillbaka till studien").click();
    assertThat(page.locator(".twin-figures")).isVisible();
  }

  @Test
  void s10WholeOnAPhone() {
    page.setViewportSize(390, 844);
    Accessibility.check(page, "twin, compared, on a phone");
    requireWidth();
    page.navigate(demo.base() + "/?view=twin#bench");
    assertThat(page.locator(".twin-map .twin-pin").first()).isVisible();
    Accessibility.check(page, "twin, forms on a phone");
    requireWidth();
    assertEquals(List.of(), faults);
  }

  private void requireWidth() {
    Object width = page.evaluate("() => document.documentElement.scrollWidth");
    assertEquals(390, ((Number) width).intValue(), "nothing is beyond the edge");
  }

  private void run(int replications, int days) {
    page.navigate(demo.base() + "/?view=twin#bench");
    page.getByLabel("Körningar av varje").fill(Integer.toString(replications));
    page.getByLabel("Dygn i varje körning").fill(Integer.toString(days));
    press("Kör i bakgrunden");
  }

  private String begins(String format) throws IOException {
    Download file =
        page.waitForDownload(() ->
            page.getByRole(
                    AriaRole.LINK, new Page.GetByRoleOptions().setName(format).setExact(true))
                .click());
    return new String(Files.readAllBytes(file.path()), StandardCharsets.UTF_8);
  }

  private Locator pin(String name) {
    return page.locator(".twin-pin[aria-label^='" + name + "']");
  }

  private Locator file() {
    return page.locator(".twin-text summary");
  }

  private Locator text() {
    return page.locator(".twin-file textarea");
  }

  private Page logIn(String user, String address) {
    Page opened = chromium.openPage("sv-SE");
    opened.setDefaultTimeout(WAIT_MILLIS);
    opened.onPageError(faults::add);
    opened.navigate(demo.base() + address);
    opened
        .getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(user + "$")))
        .click();
    return opened;
  }

  private void press(String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }
}
