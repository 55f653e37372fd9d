package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
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
 * What nobody means to write, and clocks that nobody set: the screen stays whole and says what to
 * do. Also two windows on wide screens, and an hour's sleep.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class BadInputPageIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final int PATIENCE_MILLIS = 40_000;

  /** Hebrew, Arabic and a sign that turns the direction around, which the service takes out. */
  private static final String OTHER_WAY = "שלום עולם مرحبا";

  private static final String LONG =
      (OTHER_WAY + " Provgatan 77 " + "mycket lång väg ".repeat(30)).substring(0, 400).strip();

  /** The browser's clock, ahead by as much as the page is told to be. */
  private static final String SKEWED =
      """
      (() => {
        window.skewMillis = %d;
        const RealDate = Date;
        const real = RealDate.now.bind(RealDate);
        window.Date = class extends RealDate {
          constructor(...a) { if (a.length) super(...a); else super(real() + window.skewMillis); }
          static now() { return real() + window.skewMillis; }
        };
      })();
      """;

  private static final long HOUR_MILLIS = 3_600_000;

  private final List<String> faults = new ArrayList<>();
  private RunningDemo demo;
  private Chromium chromium;
  private Cable cable;
  private DemoCase region;
  private Desk desk;

  @BeforeAll
  void start() throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    region = new DemoCase(demo.client(), REGION);
    chromium = Chromium.start();
    cable = Cable.to(demo.base());
    region.call("000071", "Provgatan 71, Östersund", "2A", List.of());
    desk = Desk.logIn(page(""), demo.base(), "demo.dirigent");
    desk.open("Väntrum", "Provgatan 71");
  }

  @AfterAll
  void stop() throws IOException {
    chromium.close();
    cable.close();
    demo.close();
    assertEquals(List.of(), faults, "the page met faults of its own");
  }

  @Test
  void t01_halfACommandSaysWhatIsMissing() {
    says("t", "Vilken enhet?");
    says("s 3010", "Vilken status?");
    says("t 99999", "Enheten 99999 finns inte");
    says("å 3010", "finns inte");
  }

  @Test
  void t02_aPartOfANameIsNoName() {
    // 3010 and 3011 begin alike; what is begun is never taken for either.
    says("t 301", "välj ett förslag");
    assertEquals(0, open());
  }

  @Test
  void t03_tenThousandPastedCharactersAreRefusedInWords() {
    says("a " + "x".repeat(10_000), "för lång");
    desk.key("a");
    desk.field("Text").fill("");
    desk.page().keyboard().insertText("ä".repeat(10_000));
    assertThat(desk.form()).containsText("Fältet är fullt");
    assertWhole(desk.page(), "paste");
    desk.page().keyboard().press("Escape");
  }

  @Test
  void t04_aLongAddressOfAnotherDirectionKeepsItsPlace() {
    region.call("000077", LONG, "1A", List.of());
    desk.row("Provgatan 77").click();
    assertThat(desk.page().locator("#case-title")).containsText("Provgatan 77");
    assertWhole(desk.page(), "long address");
    Object turned =
        desk.page()
            .evaluate(
                """
                sign => [...document.querySelectorAll('body *')]
                  .filter(e => [...e.childNodes].some(
                      n => n.nodeType === 3 && n.data.includes(sign)))
                  .filter(e => !e.closest('svg, script') && e.tagName !== 'OPTION')
                  .filter(e => {
                    const style = getComputedStyle(e);
                    return style.display === 'inline' && !e.closest('[dir=auto]')
                        && !['isolate', 'plaintext'].includes(style.unicodeBidi);
                  }).map(e => e.outerHTML.slice(0, 120)).join()
                """,
                "שלום");
    assertEquals("", turned, "text that may turn what stands beside it");
    desk.page().setViewportSize(390, 844);
    assertWhole(desk.page(), "long address on a phone");
    desk.page().setViewportSize(1440, 900);
  }

  @Test
  void t05_aFormThatIsNotFilledInSaysSoAtTheField() {
    desk.key("k");
    desk.submit("Spara");
    assertThat(desk.form()).containsText("Tillstånd måste fyllas i");
    assertThat(desk.field("Tillstånd")).isFocused();
    Accessibility.checkThemesAsShown(desk.page(), "empty contact");
    desk.page().keyboard().press("Escape");
  }

  @Test
  void t06_aBrowserAnHourWrongShowsTheServersAges() {
    for (long skew : new long[] {HOUR_MILLIS, -HOUR_MILLIS}) {
      Desk wrong = Desk.logIn(page(SKEWED.formatted(skew)), demo.base(), "demo.vantrum");
      assertThat(wrong.page().locator(".connection")).containsText("Ansluten");
      wrong.page().waitForTimeout(3_000);
      LocalTime shown = LocalTime.parse(wrong.page().locator(".clock").innerText().strip());
      LocalTime now = LocalTime.ofInstant(region.now(), ZoneId.of("Europe/Stockholm"));
      long apart = Math.abs(Duration.between(shown, now).toSeconds());
      assertTrue(apart <= 5, "the clock is " + apart + " s from the server's");
      wrong.open("Väntrum", "Provgatan 71");
      assertThat(wrong.panel()).containsText(Pattern.compile("Väntat\\s*[\\d\\s]+(s|min)"));
      wrong.page().context().close();
    }
  }

  @Test
  void t07_twoWindowsOnWideScreensShareWhatIsChosen() {
    Page first = desk.page().context().newPage();
    first.setViewportSize(1920, 1080);
    first.navigate(demo.base() + "/?view=desk");
    Page second = desk.page().context().newPage();
    second.setViewportSize(1920, 1080);
    second.navigate(demo.base() + "/?view=case");
    assertThat(second.locator("section.panel")).isVisible();
    Locator row = first.locator(".incidents [role=option]");
    row.filter(new Locator.FilterOptions().setHasText("Provgatan 71")).click();
    assertThat(second.locator("#case-title")).containsText("Provgatan 71");
    second.keyboard().press("Escape");
    assertThat(first.locator("#case-title")).hasCount(0);
    for (Page one : List.of(first, second)) {
      assertWhole(one, "1920 × 1080");
      Accessibility.checkThemesAsShown(one, "1920 × 1080");
      one.close();
    }
  }

  @Test
  void t08_anHoursSleepIsSaidAndMendedWithoutAReload() throws IOException {
    Desk sleeper = Desk.logIn(page(SKEWED.formatted(0)), cable.base(), "demo.vantrum");
    Page page = sleeper.page();
    page.evaluate("window.sameOne = true");
    CDPSession browser = page.context().newCDPSession(page);
    cable.cut();
    browser.send("Page.setWebLifecycleState", state("frozen"));
    region.call("000078", "Provgatan 78, Östersund", "2A", List.of());
    browser.send("Page.setWebLifecycleState", state("active"));
    page.evaluate("window.skewMillis = " + HOUR_MILLIS);
    long awake = System.nanoTime();
    assertThat(page.locator(".lost-banner")).containsText("Förbindelsen är bruten");
    long saidMillis = (System.nanoTime() - awake) / 1_000_000;
    assertTrue(saidMillis <= 3_500, "said after " + saidMillis + " ms");
    cable.mend();
    assertThat(sleeper.row("Provgatan 78")).isVisible();
    assertThat(page.locator(".lost-banner")).hasCount(0);
    assertThat(page.locator(".connection")).containsText("Ansluten");
    assertEquals(true, page.evaluate("window.sameOne"), "the page was not loaded anew");
    page.context().close();
  }

  private static JsonObject state(String name) {
    JsonObject state = new JsonObject();
    state.addProperty("state", name);
    return state;
  }

  /** Writes a line, reads what it says, tries it, and sees that nothing was done. */
  private void says(String line, String words) {
    Locator input = desk.line(line);
    assertThat(desk.page().locator(".command-line p")).containsText(words);
    input.press("Enter");
    assertThat(input).isVisible();
    assertWhole(desk.page(), line.substring(0, Math.min(20, line.length())));
    desk.page().keyboard().press("Escape");
    assertThat(desk.page().locator(".command-line")).hasCount(0);
  }

  private long open() {
    return region.picture().get("assignments").size();
  }

  /** Nothing reaches outside of the window, in any direction, once a new size is laid out. */
  private static void assertWhole(Page page, String where) {
    String over =
        "[document.scrollingElement.scrollWidth - innerWidth,"
            + " document.scrollingElement.scrollHeight - innerHeight].map(n => n > 1).join()";
    Object seen = page.evaluate(over);
    for (int k = 0; k < 20 && !"false,false".equals(seen); k++) {
      page.waitForTimeout(100);
      seen = page.evaluate(over);
    }
    assertEquals("false,false", seen, where + ": wider or higher than the window");
  }

  private Page page(String script) {
    Page page = chromium.openPage("sv-SE");
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onPageError(faults::add);
    if (!script.isEmpty()) {
      page.addInitScript(script);
    }
    return page;
  }
}
