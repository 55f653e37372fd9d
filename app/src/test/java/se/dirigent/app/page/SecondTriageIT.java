package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

/** A hub nurse and the doctor on call with one case: asked, answered, assessed anew, referred. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class SecondTriageIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final String ADDRESS = "Provgatan 21";
  private static final String NEXT = "Provgatan 22";
  private static final double WAIT_MILLIS = 30_000;

  private RunningDemo demo;
  private Chromium chromium;
  private DemoCase region;
  private String incident;
  private String next;
  private Desk nurse;
  private Page doctor;

  @BeforeAll
  void start() {
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    region = new DemoCase(demo.client(), REGION);
    chromium = Chromium.start();
    incident = region.call("000021", ADDRESS, "3A", List.of());
    next = region.call("000022", NEXT, "3A", List.of());
    nurse = Desk.logIn(openPage(), demo.base(), "demo.nav");
    doctor = openPage();
    doctor.navigate(demo.base() + "/");
    doctor
        .getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Pattern.compile("demo.lakare" + "$")))
        .click();
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
  }

  private Page openPage() {
    Page page = chromium.openPage("sv-SE");
    page.setDefaultTimeout(WAIT_MILLIS);
    return page;
  }

  private Locator line() {
    return doctor.locator(".doctor-line").first();
  }

  @Test
  void s01ACaseIsPutBeforeTheDoctor() {
    assertThat(doctor.locator(".doctor")).containsText("Inget ärende är lagt för läkaren.");
    nurse.open("Väntrum", ADDRESS);
    nurse.key("F");
    nurse.fill("Fråga till läkaren", "Kan hon vänta till i morgon?");
    Accessibility.checkThemesAsShown(nurse.page(), "ask the doctor");
    nurse.save("Fråga");
    assertThat(nurse.panel()).containsText("Väntar på läkarens svar");
    assertThat(line()).containsText("Östersund");
    assertThat(doctor.locator(".doctor")).not().containsText("Kan hon vänta");
  }

  @Test
  void s02TheDoctorAnswersByKeyboard() {
    line().focus();
    doctor.keyboard().press("Enter");
    Locator advice =
        doctor.getByLabel("Råd till den som frågar", new Page.GetByLabelOptions().setExact(false));
    assertThat(advice).isFocused();
    assertThat(doctor.locator(".doctor-case")).containsText("Kan hon vänta till i morgon?");
    assertThat(doctor.locator(".doctor-case")).containsText("Andnöd sedan en timme");
    Accessibility.checkThemesAsShown(doctor, "doctor on call");
    doctor.keyboard().type("Nej, behöver bedömas i dag.");
    doctor.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("2A")).focus();
    doctor.keyboard().press("Space");
    doctor.keyboard().press("Enter");
    assertThat(line()).containsText("besvarad");
    assertThat(nurse.panel()).containsText("Nej, behöver bedömas i dag.");
    assertThat(nurse.panel().locator("header")).containsText("2A");
  }

  @Test
  void s03OnAPhoneTheCaseStandsAlone() {
    doctor.setViewportSize(390, 844);
    assertThat(doctor.locator(".doctor-case")).isVisible();
    assertThat(line()).not().isVisible();
    Accessibility.checkThemesAsShown(doctor, "doctor on call, phone");
    doctor.keyboard().press("Escape");
    assertThat(line()).isVisible();
    doctor.setViewportSize(1440, 900);
  }

  @Test
  void s04ACaseIsTakenForSecondAssessmentAndAllSeeIt() {
    nurse.open("Väntrum", ADDRESS);
    nurse.key("G");
    assertThat(nurse.panel()).containsText("Bedöms av demo.nav");
    Desk dispatcher = Desk.logIn(openPage(), demo.base(), "demo.dirigent");
    assertThat(dispatcher.row(ADDRESS)).containsText("Bedöms av demo.nav");
    dispatcher.page().context().close();
  }

  @Test
  void s05AReferralKeepsTheCaseUntilSomebodyElseHasIt() {
    nurse.key("H");
    nurse.fill("Vem eller vart", "Hemsjukvården Testby");
    nurse.fill("Bokad tid", "23.59");
    nurse.fill("Mottaget av", "Sköterska Test");
    nurse.fill("Ring tillbaka om (minuter)", "30");
    Accessibility.checkThemesAsShown(nurse.page(), "refer");
    nurse.save("Hänvisa, ligg kvar tills övertaget");
    assertThat(nurse.panel()).containsText("Hembesök: väntar på övertagande");
    assertEquals("WAITING", state(incident).get("phase").asString());
    nurse.key("O");
    nurse.fill("Informerad (patient eller närstående)", "Dottern");
    nurse.save("Bekräfta");
    assertThat(nurse.panel()).containsText("Hembesök: övertagen");
    assertEquals("REFERRED", state(incident).get("outcome").get("kind").asString());
  }

  @Test
  void s06TheSameLogTellsItAll() {
    nurse.panel().getByText("Händelselogg").click();
    for (String sentence :
        List.of(
            "Fråga till läkaren",
            "Läkaren svarade",
            "Togs för andra bedömning",
            "Hänvisad",
            "Hänvisningen övertagen")) {
      assertThat(nurse.panel()).containsText(sentence);
    }
  }

  @Test
  void s07InTheWaitingRoomByCommandLineAndBackToAnAmbulance() {
    Page page = nurse.page();
    page.navigate(demo.base() + "/?view=nurse");
    page.getByRole(AriaRole.OPTION)
        .filter(new Locator.FilterOptions().setHasText(NEXT))
        .first()
        .click();
    nurse.line("G").press("Enter");
    assertThat(nurse.panel()).containsText("Bedöms av demo.nav");
    assertThat(page.locator(".call-bar")).containsText("Skicka bedömningsbil");
    Accessibility.checkThemesAsShown(page, "second assessment in the waiting room");
    nurse.key("K");
    nurse.choose("Behöver ambulans");
    nurse.choose("1B");
    nurse.fill("Bedömning", "Andas sämre");
    nurse.save("Bekräfta");
    assertThat(nurse.panel()).containsText("Behöver ambulans");
    assertEquals("1B", state(next).get("priority").asString());
  }

  private JsonNode state(String id) {
    return region.incident(id).get("incident");
  }
}
