package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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

/**
 * Whether everything on every view can be reached: by keyboard without a trap, by a screen reader
 * by name, by a finger, in a narrow window and with wider text. docs/accessibility.md leans on it.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class ReachIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final int PATIENCE_MILLIS = 60_000;

  /** More stops than any view has; a traversal that is longer is a trap. */
  private static final int STOPS_MAX = 150;

  /**
   * The most stops inside one field: year, month, day, hour, minute, second, AM or PM, and the
   * button of the calendar. The browser gives each part of a date or time a stop of its own, while
   * the document's focus stays at the field.
   */
  private static final int PARTS_MAX = 8;

  /** Every view with the person who works there. */
  private static final Map<String, String> VIEWS =
      Map.ofEntries(
          Map.entry("desk", "demo.dirigent"),
          Map.entry("nurse", "demo.vantrum"),
          Map.entry("county", "demo.inre"),
          Map.entry("cover", "demo.inre"),
          Map.entry("wall", "demo.dirigent"),
          Map.entry("handover", "demo.vantrum"),
          Map.entry("film", "demo.dirigent"),
          Map.entry("log", "demo.inre"),
          Map.entry("followup", "demo.planerare"),
          Map.entry("alarms", "demo.inre"),
          Map.entry("order", "demo.avdelning"),
          Map.entry("rides", "demo.dirigent"),
          Map.entry("map", "demo.dirigent"),
          Map.entry("units", "demo.dirigent"),
          Map.entry("list", "demo.dirigent"),
          Map.entry("plan", "demo.dirigent"),
          Map.entry("case", "demo.dirigent"),
          Map.entry("crew", "demo.besattning"),
          Map.entry("users", "demo.admin"));

  /** Names of what can be acted on, as a screen reader gets them: those without any. */
  private static final String NAMELESS =
      """
      () => {
        const words = e => (e.getAttribute('aria-label')
          || (e.getAttribute('aria-labelledby') || '').split(' ')
              .map(id => document.getElementById(id)?.textContent || '').join('')
          || [...(e.labels || [])].map(l => l.textContent).join('')
          || (e.matches('input, select, textarea') ? '' : e.textContent)
          || [...e.querySelectorAll('[aria-label]')].map(x => x.getAttribute('aria-label')).join('')
          || e.title || '').trim();
        const seen = e => e.checkVisibility({ visibilityProperty: true });
        return [...document.querySelectorAll('button, a[href], input, select, textarea, summary,'
            + ' [tabindex="0"], [role=button], [role=option], [role=tab], [role=radio]')]
          .filter(seen).filter(e => words(e) === '')
          .map(e => e.outerHTML.slice(0, 150)).join('\\n');
      }
      """;

  /** What a finger must hit: smaller than 24 px, and not alone in a circle of 24 (WCAG 2.5.8). */
  private static final String TOO_SMALL =
      """
      () => {
        const all = [...document.querySelectorAll('button, a[href], input, select, textarea,'
            + ' summary, [role=tab]')].filter(e => e.checkVisibility({ visibilityProperty: true }))
          .filter(e => !e.closest('.unseen') && !e.classList.contains('skip'))
          .filter(e => !(e.matches('input') && (e.closest('label') || e.type === 'radio')));
        const boxes = all.map(e => [e, e.getBoundingClientRect()]).filter(([, b]) => b.width > 0);
        const centre = b => [b.x + b.width / 2, b.y + b.height / 2];
        const inline = e => e.matches('a') && e.closest('p, .maplibregl-ctrl-attrib');
        return boxes.filter(([e, b]) => (b.width < 23.5 || b.height < 23.5) && !inline(e)
          && boxes.some(([o, c]) => {
            if (o === e) return false;
            const [x, y] = centre(b);
            const dx = Math.max(c.left - x, 0, x - c.right);
            const dy = Math.max(c.top - y, 0, y - c.bottom);
            return Math.hypot(dx, dy) < 12;
          })).map(([e, b]) => `${b.width}×${b.height} ${e.outerHTML.slice(0, 120)}`).join('\\n');
      }
      """;

  /** Where the focus is: a sign of its own for each element, and whether it can be seen at all. */
  private static final String STOP =
      """
      () => {
        const e = document.activeElement;
        if (!e || e === document.body) return '';
        window.stops ??= new Map();
        if (!window.stops.has(e)) window.stops.set(e, String(window.stops.size));
        const b = e.getBoundingClientRect();
        const clip = e.closest('[data-tour], .pane, .foot, header, body').getBoundingClientRect();
        const x = Math.min(Math.max(b.x + b.width / 2, clip.x + 1), clip.right - 1);
        const y = Math.min(Math.max(b.y + b.height / 2, clip.y + 1), clip.bottom - 1);
        const top = document.elementFromPoint(x, y);
        const covered = b.width > 2 && top && !e.contains(top) && !top.contains(e)
          && !(e.labels && [...e.labels].some(l => l.contains(top)));
        return window.stops.get(e) + (covered ? ' COVERED ' + e.outerHTML.slice(0, 120) : '');
      }
      """;

  /** What reaches outside of the window, when the page can be scrolled sideways. */
  private static final String WIDEST =
      """
      () => document.scrollingElement.scrollWidth <= innerWidth ? ''
        : [...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 4).map(e => e.outerHTML.slice(0, 100)).join(' | ')
      """;

  private RunningDemo demo;
  private Chromium chromium;
  private Cable cable;
  private String incident = "";

  @BeforeAll
  void start() throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    chromium = Chromium.start();
    cable = Cable.to(demo.base());
    DemoCase region = new DemoCase(demo.client(), REGION);
    var threat = region.threat("Hund på gården", region.now());
    incident = region.call("000081", "Provgatan 81, Östersund", "2A", List.of(threat));
  }

  @AfterAll
  void stop() throws IOException {
    chromium.close();
    cable.close();
    demo.close();
  }

  @Test
  void t01_everyViewIsReachedByNameKeyboardFingerAndInANarrowWindow() {
    List<String> found = new ArrayList<>();
    VIEWS.forEach((view, user) -> {
      Page page = open(view, user);
      note(found, view + ": without a name", page.evaluate(NAMELESS));
      note(found, view + ": too small", page.evaluate(TOO_SMALL));
      note(found, view + ": by the tabulator", goRound(page));
      page.setViewportSize(320, 640);
      page.waitForTimeout(500);
      note(found, view + ": wider than 320 pixels", page.evaluate(WIDEST));
      page.context().close();
    });
    assertEquals("", String.join("\n", found));
  }

  private static void note(List<String> found, String what, Object words) {
    if (!words.equals("")) {
      found.add(what + "\n" + words);
    }
  }

  /** Tabs until it comes back to where it was; says what was covered, or where it got stuck. */
  private static String goRound(Page page) {
    LinkedHashSet<String> stops = new LinkedHashSet<>();
    List<String> covered = new ArrayList<>();
    for (int step = 0; step < STOPS_MAX; step++) {
      page.keyboard().press("Tab");
      String stop = (String) page.evaluate(STOP);
      for (int part = 1; part < PARTS_MAX && isPart(page, stop, stops); part++) {
        page.keyboard().press("Tab");
        stop = (String) page.evaluate(STOP);
      }
      if (stop.contains("COVERED")) {
        covered.add(stop);
      }
      if (stop.isEmpty() || !stops.add(stop)) {
        boolean round = stop.isEmpty() || stop.equals(stops.getFirst());
        return round ? String.join("\n", covered) : "stays at " + stop;
      }
    }
    return "no end after " + STOPS_MAX + " stops";
  }

  /** Whether the focus went from one part to the next of a field for a date. */
  private static boolean isPart(Page page, String stop, LinkedHashSet<String> stops) {
    return !stops.isEmpty()
        && stop.equals(stops.getLast())
        && page.evaluate("['date', 'time', 'datetime-local'].includes(document.activeElement.type)")
            .equals(true);
  }

  @Test
  void t02_widerTextLosesNothing() {
    Page page = open("desk", "demo.dirigent");
    page.addStyleTag(
        new Page.AddStyleTagOptions()
            .setContent(
                "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
                    + " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"));
    page.waitForTimeout(500);
    assertEquals(
        true,
        page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"),
        "the desk is wider than the window");
    Object cut =
        page.evaluate(
            "[...document.querySelectorAll('.button, .tab, dt, h2, h3')].filter(e =>"
                + " e.checkVisibility() && !e.closest('.unseen') && e.scrollWidth > e.clientWidth"
                + " + 1 && getComputedStyle(e).overflow !== 'visible')"
                + ".map(e => e.outerHTML.slice(0, 100)).join()");
    assertEquals("", cut, "cut off");
    page.context().close();
  }

  @Test
  void t03_whoeverWantsLessMotionGetsNone() {
    Page page = open("desk", "demo.dirigent");
    Object moving =
        page.evaluate(
            "document.getAnimations().map(a => a.effect?.target?.outerHTML?.slice(0, 100)).join()");
    assertEquals("", moving, "moves by itself");
    page.context().close();
  }

  @Test
  void t04_aPasswordMayBePasted() {
    Page page = chromium.openPage("sv-SE");
    page.navigate(demo.base().toString());
    page.getByLabel("Lösenord").focus();
    page.keyboard().insertText("inklistrat lösenord");
    assertThat(page.getByLabel("Lösenord")).hasValue("inklistrat lösenord");
    assertThat(page.getByLabel("Lösenord")).hasAttribute("autocomplete", "current-password");
    page.context().close();
  }

  @Test
  void t05_theCrewsPageLoadsWithoutANetworkAndSaysSo() throws IOException {
    Page page = chromium.openPage("sv-SE");
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.setViewportSize(390, 844);
    page.navigate(cable.base().toString());
    button(page, "demo.besattning").click();
    assertThat(page.locator(".crew-head")).isVisible();
    page.waitForFunction("() => navigator.serviceWorker.controller !== null");
    page.evaluate("localStorage.setItem('dirigent.outbox.prov', '[{}]')");
    cable.cut();
    page.reload();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Ingen förbindelse med servern");
    assertThat(page.getByText("1 status ligger kvar på telefonen")).isVisible();
    Accessibility.check(page, "away");
    Object kept =
        page.evaluate(
            "async () => { const all = [];"
                + " for (const name of await caches.keys())"
                + " for (const one of await (await caches.open(name)).keys())"
                + " all.push(new URL(one.url).pathname);"
                + " return all.filter(p => !/^\\/($|icon|assets\\/)/.test(p)).join(); }");
    assertEquals("", kept, "kept besides the built files");
    cable.mend();
    assertThat(page.locator(".crew-head")).isVisible();
    page.context().close();
  }

  @Test
  void t06_nothingOfAnySeverityInAnyTheme() {
    for (String view : List.of("desk", "map", "units", "list", "case", "users")) {
      Page page = open(view, VIEWS.getOrDefault(view, ""));
      Accessibility.checkEveryTheme(page, view);
      page.context().close();
    }
  }

  private static Locator button(Page page, String end) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(end + "$")));
  }

  private Page open(String view, String user) {
    Page page = chromium.openPage("sv-SE");
    page.setDefaultTimeout(PATIENCE_MILLIS);
    String chosen = URLEncoder.encode(incident, StandardCharsets.UTF_8);
    page.navigate(demo.base() + "/?view=" + view + "#incident=" + chosen);
    button(page, user).click();
    page.locator("main").waitFor();
    assertThat(page.getByLabel("Användarnamn")).not().isVisible();
    page.waitForTimeout(2_500);
    assertTrue(page.locator("h1").count() > 0, view + " has a heading");
    return page;
  }
}
