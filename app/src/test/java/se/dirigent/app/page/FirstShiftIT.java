package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/** A dispatcher's first case through the real page, from the call to the cleared ambulance. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class FirstShiftIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final String CASE = "sos:2026-11-22:000001";

  /** Fast enough that an assignment of two hours is over in a minute. */
  private static final double SPEED = 120;

  private static final double WAIT_MILLIS = 60_000;

  private RunningDemo demo;
  private Chromium chromium;
  private Page page;

  @BeforeAll
  void start() throws InterruptedException {
    demo = RunningDemo.start(List.of(REGION), SPEED, "off");
    // Crews on duty, and next to nobody calls: the case is ours.
    assertTrue(demo.play(REGION, 0.01).awaitReady(Duration.ofSeconds(60)));
    chromium = Chromium.start();
    page = chromium.openPage("sv-SE");
    page.setDefaultTimeout(WAIT_MILLIS);
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
  }

  @Test
  void s1TheLogInPageIsReadableByAll() {
    page.navigate(demo.base().toString());
    assertThat(button("Logga in")).isVisible();
    assertNothingSerious("log-in");
  }

  @Test
  void s2TheDispatcherLogsInAndSeesTheRegion() {
    page.getByLabel("Användarnamn").fill("demo.dirigent");
    page.getByLabel("Lösenord").fill("dirigent-demo");
    button("Logga in").click();
    assertThat(page.getByRole(AriaRole.LISTBOX).first()).isVisible();
    assertNothingSerious("desk");
  }

  @Test
  void s3ACallArrivesAndIsDispatchedWithOneKey() throws InterruptedException {
    assertTrue(
        RunningDemo.await(Duration.ofSeconds(60), () -> units("AVAILABLE") > 5), "crews on duty");
    demo.client().command("PUT", path("intake/sos/2026-11-22/000001"), call());
    Locator row =
        page.getByRole(AriaRole.OPTION)
            .filter(new Locator.FilterOptions().setHasText("Provgatan 1"));
    assertThat(row).isVisible();
    row.click();
    assertThat(page.locator(".suggestions li").first()).isVisible();
    assertNothingSerious("case");
    page.keyboard().press("1");
    assertTrue(RunningDemo.await(Duration.ofSeconds(30), () -> openAssignments() == 1));
  }

  @Test
  void s4TheCrewDrivesClearsAndTheCaseIsClosed() throws InterruptedException {
    assertTrue(
        RunningDemo.await(Duration.ofMinutes(4), () -> incidents() == 0),
        "the case should be closed by the crew's clear");
    assertEquals(0, openAssignments());
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("vslutade")))
        .click();
    assertThat(
            page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText("Provgatan 1")))
        .isVisible();
    assertNothingSerious("closed case");
  }

  @Test
  void s5TheHelpIsReadableByAll() {
    page.keyboard().press("Escape");
    page.keyboard().press("/");
    assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
    assertNothingSerious("help");
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private void assertNothingSerious(String where) {
    List<String> found =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                .map(FirstShiftIT::describe)
                .toList();
    // The analysis opens a page of its own; without this ours gets no more keys.
    page.bringToFront();
    assertEquals(List.of(), found, where);
  }

  private static String describe(Rule rule) {
    return rule.getId() + " " + rule.getNodes().stream().map(node -> node.getHtml()).toList();
  }

  private long units(String status) {
    long count = 0;
    for (var unit : demo.client().get(path("picture")).path("units")) {
      count += unit.path("status").asString("").equals(status) ? 1 : 0;
    }
    return count;
  }

  private long openAssignments() {
    long count = 0;
    for (var assignment : demo.client().get(path("picture")).path("assignments")) {
      boolean ours = assignment.path("incident").asString("").equals(CASE);
      count += ours && assignment.path("state").asString("").equals("OPEN") ? 1 : 0;
    }
    return count;
  }

  private long incidents() {
    long count = 0;
    for (var incident : demo.client().get(path("picture")).path("incidents")) {
      count += incident.path("id").asString("").equals(CASE) ? 1 : 0;
    }
    return count;
  }

  private static String path(String rest) {
    return "/api/regions/" + REGION + "/" + rest;
  }

  private static Map<String, Object> call() {
    return Map.of(
        "source", "SOS_ALARM",
        "callbackNumber", "+46701740605",
        "location",
            Map.of(
                "address", "Provgatan 1, Östersund",
                "municipality", "Östersund",
                "position", Map.of("lat", 63.18, "lon", 14.64),
                "quality", "ADDRESS"),
        "indexCode", "D01",
        "description", "Bröstsmärta.",
        "priority", "1A",
        "times", Map.of(),
        "threats", List.of());
  }
}
