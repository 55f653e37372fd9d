package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
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

/**
 * An exercise begun from the page of another service, led from its own, and ended: what is
 * practised is marked everywhere, and nothing of it touches the service beside.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class ExercisePageIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final double WAIT_MILLIS = 60_000;

  /** A service unpacks its database and starts; on a busy machine that takes its time. */
  private static final double START_MILLIS = 240_000;

  private RunningDemo demo;
  private Chromium chromium;
  private Page beside;
  private Page leader;

  @BeforeAll
  void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS);
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    chromium = Chromium.start();
    beside = chromium.openPage("sv-SE");
    // The same browser, as whoever leads has it: what it knows of one is not the other's.
    leader = beside.context().newPage();
    beside.setDefaultTimeout(WAIT_MILLIS);
    beside.navigate(demo.base() + "/?view=exercise");
    logIn(beside, "demo.planerare");
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
  }

  private static void logIn(Page page, String user) {
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(user + "$")))
        .click();
  }

  @Test
  void s01ItIsBegunFromThePage() {
    assertThat(beside.locator(".exercise-ready li")).hasCount(6);
    Accessibility.checkThemesAsShown(beside, "exercises to begin");
    beside.getByLabel("Starta Buss med 60 av vägen i Härjedalen, vinter").click();
    assertThat(beside.locator(".exercise-begun")).containsText("startar");
    assertThat(beside.getByText("Gå till övningen"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(START_MILLIS));
    leader.setDefaultTimeout(WAIT_MILLIS);
    leader.navigate(beside.getByText("Gå till övningen").getAttribute("href"));
    logIn(leader, "demo.planerare");
    assertThat(leader.locator(".drill")).hasText("ÖVNING");
    assertThat(leader.locator(".exercise-head")).containsText("Buss med 60");
    beside.reload();
    assertThat(beside.locator(".exercise-begun")).containsText("pågår");
  }

  private Object now() {
    return leader.evaluate(
        "() => fetch('/api/regions/" + REGION + "').then(r => r.json()).then(r => r.now)");
  }

  @Test
  void s02ItsClockStandsStillAndGoesOn() {
    leader.getByText("Frys klockan").click();
    assertThat(leader.locator(".exercise-frozen")).containsText("Klockan står stilla");
    Object stood = now();
    leader.waitForTimeout(1_500);
    assertEquals(stood, now());
    Accessibility.checkThemesAsShown(leader, "exercise with its clock stopped");
    leader.getByText("Låt klockan gå").click();
    assertThat(leader.locator(".exercise-frozen")).hasCount(0);
    leader.waitForTimeout(1_500);
    assertNotEquals(stood, now());
    leader.locator(".exercise-lead").getByText("60×").click();
    assertThat(leader.locator(".exercise-lead")).containsText("går i 60×");
    assertThat(leader.locator(".exercise-head [role=timer]")).isVisible();
    assertThat(leader.locator(".exercise-injects .told").first()).isVisible();
  }

  @Test
  void s03ThoseWhoPractiseNeitherLeadNorSeeWhatIsToCome() {
    Page practises = chromium.openPage("sv-SE");
    practises.setDefaultTimeout(WAIT_MILLIS);
    String base = leader.url().replaceAll("/\\?.*", "");
    for (String view : List.of("desk", "major", "wall")) {
      practises.navigate(base + "/?view=" + view);
      if (view.equals("desk")) {
        logIn(practises, "demo.dirigent");
      }
      assertThat(practises.locator(".drill").first()).hasText("ÖVNING");
    }
    Object statuses =
        practises.evaluate(
            """
            async () => {
              const csrf = (await (await fetch('/api/session')).json()).csrf;
              const send = (method, path, body) => fetch(path, {
                method, body: JSON.stringify(body),
                headers: {'Content-Type': 'application/json', 'X-XSRF-TOKEN': csrf}});
              const answers = [
                await fetch('/api/exercise'),
                await send('PUT', '/api/exercise/clock', {frozen: true}),
                await send('POST', '/api/exercise/end', {}),
                await send('PUT', '/api/demo', {speed: 5}),
              ];
              return answers.map((one) => one.status);
            }
            """);
    assertEquals(List.of(403, 403, 403, 409), statuses);
  }

  @Test
  void s04EndedItKeepsItsResult() {
    leader.getByText("Avsluta övningen").click();
    leader.getByText("Avsluta nu").click();
    assertThat(leader.locator(".exercise-over")).containsText("avslutad av den som leder");
    assertThat(leader.locator(".exercise-lead")).hasCount(0);
    assertThat(leader.locator("td.MISSED").first()).isVisible();
    Object report = leader.evaluate("() => fetch('/api/exercise/report').then(r => r.text())");
    assertTrue(String.valueOf(report).contains("ÖVNING – ingenting här har hänt"));
    Object stood = now();
    leader.waitForTimeout(1_500);
    assertEquals(stood, now());
  }

  @Test
  void s05TheServiceBesideKnowsNothingOfIt() {
    assertEquals(
        0,
        demo.client()
            .get("/api/regions/" + REGION + "/major-incidents")
            .get("majorIncidents")
            .size());
    beside.getByText("Stoppa övningens tjänst").click();
    assertThat(beside.locator(".exercise-begun")).containsText("har stannat");
    assertThat(beside.locator(".exercise-begun")).containsText("exercises/bus-harjedalen");
    Locator ready = beside.locator(".exercise-ready li");
    assertThat(ready).hasCount(6);
    for (Page page : List.of(beside, leader)) {
      page.setViewportSize(390, 844);
    }
    Object width = beside.evaluate("() => document.documentElement.scrollWidth");
    assertEquals(390, ((Number) width).intValue(), "nothing is beyond the edge");
  }
}
