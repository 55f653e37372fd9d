package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
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

/** A crew's day on its phone, with a link that is cut, that hangs and that loses an answer. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class PhoneIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final double WAIT_MILLIS = 60_000;

  /** What the page promises. */
  private static final Duration LOST_SAID_WITHIN = Duration.ofSeconds(3);

  private final List<String> faults = new ArrayList<>();
  private RunningDemo demo;
  private Chromium chromium;
  private Page page;
  private DemoCase region;
  private String unit = "";
  private String incident = "";

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
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
  }

  @Test
  void s01TheCrewMeetsItsOwnUnitAndNoDesk() {
    assertThat(page.getByText("Inget uppdrag")).isVisible();
    String callSign = page.locator("h1").textContent();
    for (JsonNode one : region.picture().get("units")) {
      unit = one.get("callSign").asString().equals(callSign) ? one.get("id").asString() : unit;
    }
    region.startShift(unit);
    assertThat(page.locator(".crew-head .status")).containsText("Klar");
    Accessibility.checkEveryTheme(page, "phone without an assignment");
  }

  @Test
  void s02TheUnitTakesItselfOutAndIn() {
    button("Ställ av").click();
    page.getByLabel("Orsak").fill("Punktering");
    page.keyboard().press("Enter");
    assertThat(page.locator(".crew-head .status")).containsText("Avställd");
    button("Ställ klar").click();
    assertThat(page.locator(".crew-head .status")).containsText("Klar");
  }

  @Test
  void s03AnAssignmentArrivesWithTheThreatFirst() {
    var threat = region.threat("Hot mot personal. Invänta polis vid infarten.", region.now());
    incident = region.call("000001", "Provgatan 1, Östersund", "1A", List.of(threat));
    region.assign(incident, unit);
    assertThat(page.getByText("Invänta polis vid infarten")).isVisible();
    Locator first = page.locator(".crew-case > *").first();
    assertThat(first).containsText("Hotbild");
    assertThat(page.locator("#crew-place")).hasText("Provgatan 1, Östersund");
    assertThat(page.getByText("kvittering om")).isVisible();
    Accessibility.checkEveryTheme(page, "phone with an assignment");
  }

  @Test
  void s04APressIsTakenBackInTimeOrSentOnce() throws InterruptedException {
    button("Kvittera").click();
    button("Ångra").click();
    Thread.sleep(4_000);
    assertEquals(0, region.passed(incident, "ACKNOWLEDGED"));
    button("Kvittera").click();
    assertThat(kept()).containsText("skickas strax");
    assertThat(kept()).hasCount(0);
    assertEquals(1, region.passed(incident, "ACKNOWLEDGED"));
  }

  @Test
  void s05ALostLinkIsSaidAndAStatusPressedMeanwhileIsSentWithItsOwnTime()
      throws InterruptedException {
    page.context().setOffline(true);
    assertLostWithin();
    assertThat(page.locator("#crew-place")).isVisible();
    Instant pressed = region.now();
    button("Rullar").click();
    assertThat(kept()).containsText("inte skickad");
    Thread.sleep(5_000);
    assertEquals(0, region.passed(incident, "ROLLING"));
    Accessibility.check(page, "phone without a link");
    page.context().setOffline(false);
    assertThat(kept()).hasCount(0);
    assertThat(page.locator(".lost-banner")).hasCount(0);
    assertEquals(1, region.passed(incident, "ROLLING"));
    Duration off = Duration.between(pressed, time("rollingAt"));
    assertTrue(off.abs().compareTo(Duration.ofSeconds(2)) < 0, "rolling is off by " + off);
  }

  @Test
  void s06ALinkThatHangsIsLostToo() {
    page.route("**/glance", route -> {});
    try {
      assertLostWithin();
    } finally {
      page.unroute("**/glance");
    }
    assertThat(page.locator(".lost-banner")).hasCount(0);
  }

  @Test
  void s07AnAnswerThatGetsLostIsAskedForUnderTheSameIdAlsoAfterAReload() {
    List<String> ids = new ArrayList<>();
    page.route(
        "**/milestones",
        route -> {
          ids.add(route.request().headerValue("command-id"));
          route.fetch();
          route.abort();
        });
    button("Framme").click();
    assertThat(kept()).containsText("inte skickad");
    assertTrue(await(() -> ids.size() > 1), "it should be tried again");
    page.unroute("**/milestones");
    page.onRequest(request -> {
      if (request.url().endsWith("/milestones")) {
        ids.add(request.headerValue("command-id"));
      }
    });
    page.reload();
    assertThat(page.locator("#crew-place")).isVisible();
    assertThat(kept()).hasCount(0);
    assertEquals(1, ids.stream().distinct().count(), "one id: " + ids);
    assertEquals(1, region.passed(incident, "AT_ADDRESS"));
  }

  @Test
  void s08TheDestinationAndThePatientAreTold() {
    button("Destination").click();
    page.getByLabel("Mottagande enhet").selectOption("ostersund");
    button("Spara").click();
    assertThat(page.getByText("Destination Östersunds sjukhus")).isVisible();
    button("Ange patient").click();
    page.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true)).fill("Testperson Ett");
    Accessibility.check(page, "phone, patient");
    button("Spara patienten").click();
    assertThat(page.getByText("1 patient angiven")).isVisible();
  }

  @Test
  void s09ThePositionGoesOnlyAfterAYes() {
    page.context().grantPermissions(List.of("geolocation"));
    page.context().setGeolocation(new Geolocation(63.1777, 14.6411));
    assertThat(page.getByText("Positionen delas inte")).isVisible();
    page.getByLabel("Dela telefonens position").check();
    assertThat(page.getByText("noggrannhet")).isVisible();
    boolean there = false;
    for (JsonNode one : region.picture().get("positions")) {
      there |=
          one.get("unit").asString().equals(unit)
              && one.get("position").get("lat").asDouble() == 63.1777;
    }
    assertTrue(there, "the unit's position");
  }

  @Test
  void s10ClearWithoutAPatientAsksHowItEnded() {
    button("Fler statusar").click();
    Accessibility.check(page, "phone, all statuses");
    button("Klar").click();
    page.getByText("Behandlad på plats").click();
    Accessibility.check(page, "phone, clear");
    button("Klar").click();
    assertThat(page.getByText("Inget uppdrag")).isVisible();
    JsonNode closed = region.incident(incident).get("incident");
    assertEquals("CLOSED", closed.get("phase").asString());
    assertEquals("TREATED_AND_LEFT", closed.get("outcome").get("kind").asString());
    assertEquals(List.of(), faults);
  }

  private void assertLostWithin() {
    long started = System.nanoTime();
    assertThat(page.locator(".lost-banner")).containsText("Ingen förbindelse");
    Duration said = Duration.ofNanos(System.nanoTime() - started);
    System.err.println("lost link said after " + said.toMillis() + " ms");
    assertTrue(said.compareTo(LOST_SAID_WITHIN) <= 0, "said after " + said);
  }

  private boolean await(BooleanSupplier wanted) {
    for (int i = 0; i < 100 && !wanted.getAsBoolean(); i++) {
      page.waitForTimeout(200);
    }
    return wanted.getAsBoolean();
  }

  private Instant time(String field) {
    JsonNode times = region.incident(incident).get("assignments").get(0).get("times");
    return Instant.parse(times.get(field).asString());
  }

  private Locator kept() {
    return page.locator(".crew-kept li");
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
