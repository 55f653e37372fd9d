package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
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
 * Alarms as a dispatcher meets them: seen, heard, acknowledged, muted, in a flood and in the
 * report. What is heard stands as an attribute of the page, put there where the tone is begun and
 * ended.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class AlarmsIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final double WAIT_MILLIS = 80_000;

  /** Faster than life, so that a minute without a unit is some seconds. */
  private static final double SPEED = 4;

  /** Two turns of the grave tone: who has not heard it by then will not. */
  private static final int LISTEN_MILLIS = 7_000;

  private RunningDemo demo;
  private Chromium chromium;
  private DemoCase region;
  private Page desk;

  @BeforeAll
  void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS);
    demo = RunningDemo.start(List.of(REGION), SPEED, "off");
    region = new DemoCase(demo.client(), REGION);
    chromium = Chromium.start();
    desk = logIn("demo.dirigent", "");
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
  }

  @Test
  void s01AGraveAlarmIsSeenAndHeard() {
    assertThat(desk.locator("html")).hasAttribute("data-sound", "open");
    assertThat(desk.locator(".sound-lock")).hasCount(0);
    region.call("000021", "Provgatan 21, Östersund", "1A", List.of());
    Locator row = desk.locator(".alarm-row.GRAVE");
    assertThat(row).containsText("Prio 1 utan enhet");
    assertThat(row).containsText("Provgatan 21");
    assertThat(row).containsText("Ingen · dirigenten");
    assertThat(row.locator(".alarm-deadline")).containsText("kvar");
    assertThat(desk.locator("html[data-tone='GRAVE']")).hasCount(1);
  }

  @Test
  void s02AcknowledgedByKeyItStops() throws InterruptedException {
    assertEquals(true, hears() > 0, "it sounds again and again until somebody acknowledges");
    awaitLapsed(1);
    desk.keyboard().press("L");
    Locator row = desk.locator(".alarm-row.GRAVE");
    assertThat(row).hasClass(Pattern.compile("seen"));
    assertThat(row).containsText("Jag");
    assertThat(row.getByText("Kvittera")).hasCount(0);
    assertEquals(0, hears(), "acknowledged is quiet");
  }

  @Test
  void s03ItsActionIsACommandOfTheDesk() {
    desk.locator(".alarm-row.GRAVE .act").click();
    assertThat(desk.locator("#case-title")).containsText("Provgatan 21");
    assertThat(desk.locator("form.form")).isVisible();
    desk.keyboard().press("Escape");
    String unit = region.anyUnit().get("id").asString();
    region.startShift(unit);
    region.assign("sos:2026-11-22:000021", unit);
    assertThat(desk.locator(".alarm-row.GRAVE")).hasCount(0);
  }

  @Test
  void s04MutedIsSeenAndAGraveOneAllTheMore() {
    desk.keyboard().press("D");
    assertThat(desk.locator(".alarms .sound-mark")).containsText(Pattern.compile("Tyst [12]:"));
    for (int n = 31; n <= 36; n++) {
      region.call("0000" + n, "Provgatan " + n + ", Östersund", "1A", List.of());
    }
    assertThat(desk.locator(".alarms .sound-mark.grave")).containsText("Allvarligt larm tystat");
    assertEquals(0, hears(), "muted is quiet");
    desk.keyboard().press("D");
    assertThat(desk.locator(".alarms .sound-mark.grave")).hasCount(0);
    assertThat(desk.locator("html[data-tone='GRAVE']")).hasCount(1);
  }

  @Test
  void s05AFloodIsOneRowThatOpensOnEveryOne() throws InterruptedException {
    Locator flood = desk.locator(".alarm-rows").first().locator(".alarm-row.GRAVE");
    assertThat(flood).hasCount(1);
    assertThat(flood).containsText("× 6");
    flood.getByRole(AriaRole.BUTTON, named("Visa 6 larm")).click();
    assertThat(desk.locator(".alarm-rows.each .alarm-row")).hasCount(6);
    Accessibility.checkThemesAsShown(desk, "alarms, a flood opened");
    awaitLapsed(6);
    flood.getByRole(AriaRole.BUTTON, named("Kvittera")).click();
    assertThat(desk.locator(".alarm-rows.each .alarm-row.seen")).hasCount(6);
    assertEquals(0, hears(), "one press for the flood");
    desk.locator(".alarm-rows.each .alarm-row")
        .first()
        .locator("select")
        .selectOption("INNER_COMMAND");
    assertThat(desk.locator(".alarm-rows.each .alarm-row.theirs")).containsText("inre ledning");
  }

  @Test
  void s06InATabNobodyHasPressedTheBrowsersLockIsSaidAndOpened() {
    Accessibility.checkEveryTheme(desk, "desk with alarms");
    Page fresh = chromium.openPage("sv-SE");
    fresh.context().addCookies(desk.context().cookies());
    fresh.addInitScript(LOCKED_UNTIL_A_PRESS);
    fresh.setDefaultTimeout(WAIT_MILLIS);
    fresh.navigate(demo.base() + "/");
    Locator lock = fresh.locator(".sound-lock");
    assertThat(lock).containsText("larm hörs inte");
    assertThat(fresh.locator("html")).hasAttribute("data-sound", "locked");
    lock.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Slå på ljud")).click();
    assertThat(lock).hasCount(0);
    assertThat(fresh.locator("html")).hasAttribute("data-sound", "open");
    fresh.context().close();
  }

  @Test
  void s07TheReportHasTheFiguresWithTheirLimits() {
    Page command = logIn("demo.inre", "?view=alarms");
    assertThat(command).hasTitle(Pattern.compile("^Larmhygien"));
    Locator average = command.getByRole(AriaRole.ROW).filter(text("Larm per 10 min och plats"));
    assertThat(average).containsText("högst 1, hanterbart till 2");
    assertThat(command.locator("h2")).containsText(Pattern.compile("[1-9]"));
    assertThat(command.locator("main")).containsText("EEMUA Publication 191");
    assertThat(command.locator(".hygiene-tops")).containsText("Prio 1 utan enhet");
    assertThat(command.locator(".hygiene-plot svg")).isVisible();
    var saved = command.waitForDownload(() -> command.getByText("Spara som CSV").click());
    assertEquals(true, saved.suggestedFilename().startsWith("larmhygien-"));
    Accessibility.checkEveryTheme(command, "larmhygien");
    command.context().close();
  }

  /**
   * One whose time passes sounds anew though somebody has seen it, which is not what is listened
   * for.
   */
  private void awaitLapsed(int count) throws InterruptedException {
    boolean all =
        RunningDemo.await(
            Duration.ofSeconds(60),
            () ->
                region
                        .picture()
                        .get("alarms")
                        .valueStream()
                        .filter(one -> one.get("kind").asString().equals("UNASSIGNED"))
                        .filter(one -> one.hasNonNull("lapsedAt"))
                        .count()
                    == count);
    assertEquals(true, all, count + " alarms whose time has passed");
  }

  /**
   * A browser without a window locks its audio one day and not the next; this one does what one
   * with a window does.
   */
  private static final String LOCKED_UNTIL_A_PRESS =
      """
      const Real = window.AudioContext;
      let locked = true;
      addEventListener('pointerdown', () => { locked = false; }, true);
      window.AudioContext = class extends Real {
        get state() { return locked ? 'suspended' : super.state; }
        resume() { return locked ? new Promise(() => undefined) : super.resume(); }
      };
      """;

  /** How often the grave tone was begun while listening. */
  private int hears() {
    Object begun =
        desk.evaluate(
            """
            ms => new Promise(done => {
              let begun = 0;
              const seen = new MutationObserver(() => {
                begun += document.documentElement.dataset.tone === 'GRAVE' ? 1 : 0;
              });
              seen.observe(document.documentElement, { attributeFilter: ['data-tone'] });
              setTimeout(() => { seen.disconnect(); done(begun); }, ms);
            })
            """,
            LISTEN_MILLIS);
    return ((Number) begun).intValue();
  }

  private Page logIn(String user, String view) {
    Page page = chromium.openPage("sv-SE");
    page.navigate(demo.base() + "/" + view);
    page.setDefaultTimeout(WAIT_MILLIS);
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(user + "$")))
        .click();
    assertThat(page.locator("header").first()).isVisible();
    return page;
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
