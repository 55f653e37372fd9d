package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
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

/** The page in both languages, in every theme, for every role, and when log-in is refused. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class EveryDressIT {
  private static final String REGION = "jamtland-harjedalen";

  /** Generous, for the whole machine may be busy building. */
  private static final int PATIENCE_MILLIS = 60_000;

  /** A button of the size a finger needs, and the room around it. */
  private static final double ROW_PIXELS_MAX = 60;

  private final List<String> faults = new ArrayList<>();
  private RunningDemo demo;
  private Chromium chromium;

  @BeforeAll
  void open() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    demo = RunningDemo.start(List.of(REGION), 10, "off");
    chromium = Chromium.start();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (demo != null) {
      demo.close();
    }
  }

  @Test
  void t01_logInSpeaksSwedishAndEnglish() {
    Page page = page();
    assertThat(page.getByLabel("Användarnamn")).isVisible();
    Accessibility.check(page, "log-in, Swedish");
    page.getByText("English").click();
    assertThat(page.getByLabel(Pattern.compile("^User ?name"))).isVisible();
    Accessibility.check(page, "log-in, English");
    page.context().close();
  }

  @Test
  void t02_wrongPasswordIsRefusedInWords() {
    Page page = page();
    page.getByLabel("Användarnamn").fill("demo.dirigent");
    page.getByLabel("Lösenord").fill("fel lösenord");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga in").setExact(true))
        .click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText(Pattern.compile("[a-zåäö]{3,}"));
    page.context().close();
  }

  @Test
  void t03_theDeskIsAccessibleInEveryTheme() {
    Page page = logIn("demo.dirigent");
    for (String theme : List.of("Ljust", "Mörkt", "Hög kontrast")) {
      page.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Användare")))
          .click();
      page.getByText(theme).click();
      Accessibility.check(page, "settings, " + theme);
      page.keyboard().press("Escape");
      Accessibility.check(page, "desk, " + theme);
    }
    page.context().close();
  }

  @Test
  void t04_everyRoleMeetsAPageThatWorks() {
    for (String user :
        List.of("demo.vantrum", "demo.inre", "demo.admin", "demo.avdelning", "demo.nationell")) {
      Page page = logIn(user);
      Accessibility.check(page, "page of " + user);
      page.context().close();
    }
    assertEquals(List.of(), faults, "the page met faults of its own");
  }

  @Test
  void t05_onANarrowScreenTheBarIsOneRowWithAMenu() {
    Page page = logIn("demo.dirigent");
    page.setViewportSize(390, 844);
    assertThat(page.locator(".connection.LIVE")).isVisible();
    barIsOneRow(page, "connected");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Meny")))
        .click();
    Accessibility.check(page, "menu");
    page.getByRole(AriaRole.DIALOG).getByText("Kommandorad").click();
    assertThat(page.locator(".command-line input")).isFocused();
    page.context().close();
  }

  @Test
  void t05_theBarIsOneRowAlsoWithoutAConnection() {
    Page page = page();
    page.setViewportSize(390, 844);
    page.route("**/stream*", held -> {});
    enterAs(page, "demo.dirigent");
    assertThat(page.locator(".connection.CONNECTING")).isVisible();
    barIsOneRow(page, "connecting");
    page.unrouteAll();
    page.route("**/stream*", route -> route.abort());
    page.reload();
    assertThat(page.locator(".connection.LOST")).isVisible();
    barIsOneRow(page, "lost");
    page.context().close();
  }

  private static void barIsOneRow(Page page, String state) {
    double height = page.locator("header.top").boundingBox().height;
    assertTrue(height <= ROW_PIXELS_MAX, state + ": the bar is " + height + " pixels high");
    var last = page.locator("header.top .user").boundingBox();
    assertTrue(
        last.x + last.width <= 390, state + ": the menu reaches to " + (last.x + last.width));
  }

  private Page page() {
    Page page = chromium.openPage("sv-SE");
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onPageError(faults::add);
    page.navigate(demo.base().toString());
    return page;
  }

  @Test
  void t06_anAdministratorMakesAUserWhoThenChoosesAPassword() {
    Page page = logIn("demo.admin");
    page.getByText("Ny användare", new Page.GetByTextOptions().setExact(true)).first().click();
    page.getByLabel("Användarnamn").fill("prov.ett");
    page.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true)).fill("Prov Ett");
    page.getByLabel("Vårdenhet").fill("Provenheten");
    page.getByLabel("dirigent", new Page.GetByLabelOptions().setExact(true)).check();
    page.getByText("Spara", new Page.GetByTextOptions().setExact(true)).click();
    page.getByText("Nytt engångslösenord").click();
    String said = page.getByText(Pattern.compile("^Engångslösenord: ")).innerText();
    Accessibility.check(page, "users");
    page.context().close();
    Page first = page();
    first.getByLabel("Användarnamn").fill("prov.ett");
    first.getByLabel("Lösenord").fill(said.replaceFirst("^Engångslösenord: (\\S+) .*$", "$1"));
    first.keyboard().press("Enter");
    assertThat(first.locator("input[autocomplete=new-password]")).isVisible();
    first.context().close();
  }

  /** Logs in by the button of the demo user, and waits until the page stands. */
  private Page logIn(String user) {
    Page page = enter(user);
    assertThat(page.locator("header.top")).isVisible();
    return page;
  }

  private Page enter(String user) {
    Page page = page();
    enterAs(page, user);
    return page;
  }

  private static void enterAs(Page page, String user) {
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(user + "$")))
        .click();
    assertThat(page.getByLabel("Användarnamn")).not().isVisible();
  }
}
