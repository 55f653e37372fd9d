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
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.app.demo.CareTransport;
import se.dirigent.app.demo.RunningDemo;
import tools.jackson.databind.JsonNode;

/** A care transport on the crew's phone, from the plan to the bed, with a link that is lost. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class RidePhoneIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final double WAIT_MILLIS = 60_000;

  private final List<String> faults = new ArrayList<>();
  private RunningDemo demo;
  private Chromium chromium;
  private Page page;
  private DemoCase region;
  private CareTransport order;
  private String unit = "";

  @BeforeAll
  void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS);
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    region = new DemoCase(demo.client(), REGION);
    chromium = Chromium.start();
    page = chromium.openPage("sv-SE");
    page.setViewportSize(390, 844);
    page.setDefaultTimeout(WAIT_MILLIS);
    page.onPageError(faults::add);
    page.navigate(demo.base().toString());
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("besattning$")))
        .click();
    assertThat(page.getByText("Inget uppdrag")).isVisible();
    String callSign = page.locator("h1").textContent();
    for (JsonNode one : region.picture().get("units")) {
      unit = one.get("callSign").asString().equals(callSign) ? one.get("id").asString() : unit;
    }
    startShift();
    region.report(unit, 63.177, 14.641, Duration.ZERO);
    order = CareTransport.order(demo.client(), REGION, Duration.ofMinutes(20));
    order.place(unit);
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
  }

  @Test
  void s01TheRideIsThereWithWhatMustBeKnownFirst() {
    assertThat(page.locator("#crew-ride"))
        .hasText("Medicinavdelning, Östersunds sjukhus → Provgatan 4, Krokom");
    Locator first = page.locator(".crew-case > *").first();
    assertThat(first).containsText("Kontaktsmitta");
    assertThat(first).containsText("Ej hjärt-lungräddning");
    assertThat(page.getByText("Hem efter operation")).isVisible();
    assertThat(page.getByText("Ingång B, plan 5")).isVisible();
    assertThat(page.getByText("Våning 2, ingen hiss")).isVisible();
    Accessibility.checkEveryTheme(page, "phone with a care transport");
  }

  @Test
  void s02WhoItIsIsReadWhenAskedFor() {
    assertThat(page.getByText("Testperson Ett")).hasCount(0);
    button("Visa vem patienten är").click();
    assertThat(page.getByText("Testperson Ett")).isVisible();
  }

  @Test
  void s03AStepIsSentAndShowsWithTheUnit() {
    button("Åker till patienten").click();
    assertThat(kept()).containsText("skickas strax");
    assertThat(kept()).hasCount(0);
    assertEquals("UNDER_WAY", order.ride());
    assertTrue(await(() -> stage().equals("UNDER_WAY")), "the unit shows it");
  }

  @Test
  void s04AStepPressedWithoutALinkIsSentWhenItIsBack() {
    page.context().setOffline(true);
    assertThat(page.locator(".lost-banner")).containsText("Ingen förbindelse");
    assertThat(page.locator("#crew-ride")).isVisible();
    button("Patienten ombord").click();
    assertThat(kept()).containsText("inte skickad");
    Accessibility.check(page, "phone with a care transport, without a link");
    page.context().setOffline(false);
    assertThat(kept()).hasCount(0);
    assertEquals("LOADED", order.ride());
    assertTrue(await(() -> stage().equals("ON_BOARD")), "the unit shows it");
  }

  @Test
  void s05ThePatientIsThereWithoutWaitingForAnyAnswer() {
    button("Patienten är lämnad").click();
    assertThat(page.getByText("Inget uppdrag")).isVisible();
    assertEquals("ARRIVED", order.ride());
    assertTrue(await(() -> stage().isEmpty()), "the unit is done with it");
    assertEquals(List.of(), faults);
  }

  /** With a specialist nurse, whom an ambulance on a care transport needs. */
  private void startShift() {
    Instant now = region.now();
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
  }

  private String stage() {
    for (JsonNode one : region.picture().get("units")) {
      JsonNode rides = one.get("rides");
      if (one.get("id").asString().equals(unit) && !rides.isEmpty()) {
        return rides.get(0).get("stage").asString();
      }
    }
    return "";
  }

  private boolean await(BooleanSupplier wanted) {
    for (int i = 0; i < 50 && !wanted.getAsBoolean(); i++) {
      page.waitForTimeout(200);
    }
    return wanted.getAsBoolean();
  }

  private Locator kept() {
    return page.locator(".crew-kept li");
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
