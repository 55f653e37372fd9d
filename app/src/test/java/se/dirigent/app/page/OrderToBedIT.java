package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.dirigent.app.demo.RunningDemo;
import tools.jackson.databind.JsonNode;

/**
 * One care transport from a nurse's keys to the bed, each person at a page of their own: the ward
 * orders, inner command approves, the plan takes it, the crew drives it by phone, the receiver sees
 * it arrive.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderToBedIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final double WAIT_MILLIS = 60_000;

  /** Fields of the whole form and a little more: a label that is not there must end the search. */
  private static final int KEYS_MAX = 60;

  /**
   * Of an average typist who is no secretary; Card, Moran and Newell 1980, keystroke-level model.
   */
  private static final double SECONDS_A_KEY = 0.28;

  /** A number of the tax agency's for tests. */
  private static final String NUMBER = "191212121212";

  private final List<String> faults = new ArrayList<>();
  private RunningDemo demo;
  private Chromium chromium;
  private Page nurse;
  private Page desk;
  private Page phone;
  private int keys;

  @BeforeAll
  void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS);
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    chromium = Chromium.start();
    phone = logIn("demo.besattning", "");
    phone.setViewportSize(390, 844);
    assertThat(phone.getByText("Inget uppdrag")).isVisible();
    startShift(phone.locator("h1").textContent());
    nurse = logIn("demo.avdelning", "");
    desk = logIn("demo.dirigent", "?view=rides");
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
  }

  @Test
  void s01FromTheKeysOfANurseToTheBed() {
    orderByKeys();
    approve();
    planned();
    drive();
    received();
    assertEquals(List.of(), faults);
  }

  /** A patient who lies and is monitored, from the nurse's own ward to rehabilitation. */
  private void orderByKeys() {
    nurse.getByLabel("Personnummer").focus();
    type(NUMBER);
    tabTo("Sjukhus");
    tabTo("Sjukhus");
    press("ArrowDown");
    tabTo("Avdelning");
    type("Reha");
    tabTo("Sitter");
    pressTo("ArrowDown", "Måste ligga");
    tabTo("Ingen vård");
    pressTo("ArrowDown", "Övervakning eller behandling");
    tabTo("Övervakning");
    press("Space");
    tabTo("Ordinerad av");
    type("Testläkare Ett");
    tabTo("Varför reser patienten");
    type("Rehabilitering efter stroke");
    press("Enter");
    assertThat(nurse.getByText("Beställd.")).isVisible();
    assertThat(row(nurse)).containsText("Väntar på godkännande");
    double seconds = keys * SECONDS_A_KEY;
    System.out.printf("keys of an order: %d, %.0f s of an average typist%n", keys, seconds);
    assertTrue(seconds < 60, () -> keys + " keys take " + seconds + " s, more than a minute");
    Accessibility.check(nurse, "the ward's page with an order");
  }

  private void approve() {
    Page command = logIn("demo.inre", "?view=order");
    button(row(command), "Godkänn").click();
    assertThat(row(command)).containsText("Godkänd, planeras");
    command.context().close();
  }

  /** The plan takes it; to another unit than the crew's it would be moved, as by any dispatcher. */
  private void planned() {
    assertThat(desk.locator(".ride-bar")).hasCount(1);
    assertThat(row(nurse)).containsText(Pattern.compile("Hämtas .*\\d\\d:\\d\\d av \\d{4}"));
    String crew = phone.locator("h1").textContent();
    // Shortly before a change of shifts a unit that comes on duty may be nearer.
    if (!row(nurse).textContent().contains(" av " + crew)) {
      moveTo(crew);
    }
    assertThat(phone.locator("#crew-ride")).containsText("Rehabiliteringsavdelning");
    Accessibility.check(desk, "the plan with the ride");
  }

  private void moveTo(String crew) {
    desk.locator(".ride-bar").click();
    desk.keyboard().press("m");
    Locator form = desk.locator(".ride-panel form");
    String unit =
        form.locator("option")
            .filter(new Locator.FilterOptions().setHasText(crew))
            .first()
            .getAttribute("value");
    form.locator("select").selectOption(unit);
    assertThat(form.locator(".ride-trial p").first()).containsText(Pattern.compile("^Det går"));
    form.getByText("Flytta hit").press("Enter");
    assertThat(form).hasCount(0);
  }

  private void drive() {
    step("Åker till patienten");
    assertThat(desk.locator(".ride-bar.is-UNDER_WAY")).hasCount(1);
    assertThat(row(nurse)).containsText("På väg till patienten");
    desk.locator(".ride-bar").click();
    desk.keyboard().press("m");
    assertThat(desk.getByText("besättningen säger vad som händer").first()).isVisible();
    step("Patienten ombord");
    assertThat(desk.locator(".ride-bar.is-LOADED")).hasCount(1);
    assertThat(row(nurse)).containsText("Patienten är på väg");
    Accessibility.check(phone, "the phone with the patient on board");
  }

  /**
   * Arrival waits for no answer: the receiver has said nothing, and sees that the patient is there.
   */
  private void received() {
    Page receiver = logIn("demo.mottagare", "");
    assertThat(row(receiver)).containsText("Mottagaren är tillfrågad");
    assertThat(row(receiver)).containsText("Patienten är på väg");
    step("Patienten är lämnad");
    assertThat(phone.getByText("Inget uppdrag")).isVisible();
    assertThat(desk.locator(".ride-bar")).hasCount(0);
    receiver.getByLabel("Visa avslutade").check();
    assertThat(row(receiver)).containsText("Framme");
    Accessibility.check(receiver, "the receiver's page after the arrival");
    receiver.context().close();
  }

  /** With a specialist nurse, whom an ambulance on a care transport needs; by the hospital. */
  private void startShift(String callSign) {
    DemoCase region = new DemoCase(demo.client(), REGION);
    Instant now = region.now();
    String unit = "";
    for (JsonNode one : region.picture().get("units")) {
      unit = one.get("callSign").asString().equals(callSign) ? one.get("id").asString() : unit;
    }
    Map<String, Object> shift =
        Map.of(
            "start",
            now.minusSeconds(3600).toString(),
            "end",
            now.plusSeconds(8 * 3600).toString(),
            "crew",
            List.of(
                Map.of("role", "Specialistsjuksköterska", "competence", "SPECIALIST_NURSE"),
                Map.of("role", "Ambulanssjukvårdare", "competence", "ATTENDANT")));
    demo.client().post("/api/regions/" + REGION + "/units/" + unit + "/shift", shift);
    region.report(unit, 63.177, 14.641, Duration.ZERO);
  }

  private void step(String name) {
    button(phone.locator("body"), name).click();
    assertThat(phone.locator(".crew-kept li")).hasCount(0);
  }

  private void type(String text) {
    keys += text.length();
    nurse.keyboard().type(text);
  }

  private void press(String key) {
    keys++;
    nurse.keyboard().press(key);
  }

  private void tabTo(String label) {
    pressTo("Tab", label);
  }

  /** Presses a key until the field of that label has the focus. */
  private void pressTo(String key, String label) {
    for (int n = 0; n < KEYS_MAX; n++) {
      press(key);
      Object found =
          nurse.evaluate("() => document.activeElement?.labels?.[0]?.textContent?.trim() ?? ''");
      if (label.equals(found)) {
        return;
      }
    }
    throw new AssertionError("no field is called " + label);
  }

  private static Locator row(Page page) {
    return page.locator("li.order-item").first();
  }

  private static Locator button(Locator within, String name) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
  }

  private Page logIn(String user, String address) {
    Page page = chromium.openPage("sv-SE");
    page.setDefaultTimeout(WAIT_MILLIS);
    page.onPageError(faults::add);
    page.navigate(demo.base() + "/" + address);
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(user + "$")))
        .click();
    return page;
  }
}
