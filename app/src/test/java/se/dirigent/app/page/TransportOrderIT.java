package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
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

/** A nurse orders by keyboard, another ward receives, inner command decides; in the browser. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class TransportOrderIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final double WAIT_MILLIS = 60_000;

  /** Fields of the whole form and a little more: a label that is not there must end the search. */
  private static final int TABS_MAX = 60;

  /** A number of the tax agency's for tests. */
  private static final String NUMBER = "191212121212";

  private final List<String> faults = new ArrayList<>();
  private RunningDemo demo;
  private Chromium chromium;
  private Page nurse;

  @BeforeAll
  void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS);
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    chromium = Chromium.start();
    nurse = logIn("demo.avdelning", "");
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
  }

  @Test
  void s01ANurseOrdersByKeyboard() {
    assertThat(nurse).hasTitle(Pattern.compile("^Vårdtransporter"));
    assertThat(nurse.getByLabel("Personnummer")).isVisible();
    orderToRehabilitation();
    Locator row = rows(nurse).first();
    assertThat(row).containsText("Medicinavdelning, Östersunds sjukhus → Rehabiliteringsavdelning");
    assertThat(row).containsText("Godkänd, planeras");
    assertThat(row).containsText("Sjukresa med taxi");
    assertThat(row).containsText("Mottagaren är tillfrågad");
  }

  @Test
  void s02TheReceiverSeesItAndAnswers() {
    Page receiver = logIn("demo.mottagare", "");
    Locator row = rows(receiver).first();
    assertThat(row).containsText("Rehabilitering efter stroke");
    act(row, "Ta emot").click();
    assertThat(row).containsText("Mottagaren tar emot");
    assertThat(rows(nurse).first()).containsText("Mottagaren tar emot");
    receiver.context().close();
  }

  @Test
  void s03TheSameTripTwiceIsMarkedOnBothAndNotStopped() {
    orderToRehabilitation();
    assertThat(rows(nurse)).hasCount(2);
    assertThat(rows(nurse).nth(0)).containsText("Kan vara en dubblett");
    assertThat(rows(nurse).nth(1)).containsText("Kan vara en dubblett");
    act(rows(nurse).nth(1), "Avboka").click();
    nurse.keyboard().type("Dubbel");
    nurse.keyboard().press("Enter");
    assertThat(rows(nurse)).hasCount(1);
    assertThat(rows(nurse).first()).not().containsText("Kan vara en dubblett");
  }

  @Test
  void s04AMistypedNumberIsSaidInWordsAndNothingIsLost() {
    nurse.getByLabel("Personnummer").focus();
    nurse.keyboard().type("191212121213");
    choose();
    assertThat(nurse.getByRole(AriaRole.ALERT).first()).containsText("Sista siffran");
    assertThat(nurse.getByLabel("Ordinerad av")).hasValue("Testläkare Ett");
    nurse.reload();
  }

  @Test
  void s05MoreCareAsksMoreAndInnerCommandRefusesWithAReason() {
    nurse.getByLabel("Personnummer").focus();
    tabTo("Sjukhus");
    tabTo("Sjukhus");
    nurse.keyboard().type("Sundsvall");
    tabTo("Avdelning");
    nurse.keyboard().type("Thorax");
    assertThat(nurse.getByLabel("Övervakning", new Page.GetByLabelOptions().setExact(true)))
        .hasCount(0);
    exactly("Inom ett par dygn").click();
    exactly("Måste ligga").click();
    exactly("Övervakning eller behandling").click();
    nurse.getByLabel("Övervakning", new Page.GetByLabelOptions().setExact(true)).check();
    assertThat(nurse.locator(".order-mode")).hasText("Ambulans");
    assertThat(nurse.locator(".order-advice")).containsText("mindre än ambulansflyg");
    assertThat(nurse.locator(".order-advice")).containsText("Ambulansen borta ur länet");
    words();
    assertThat(rows(nurse).filter(waiting())).hasCount(1);
    assertThat(rows(nurse).filter(waiting())).containsText("Utlovad hämtning");
    // Nobody in the other region sees this page.
    assertThat(rows(nurse).filter(waiting())).containsText("Mottagaren ska ringas");
    Page command = logIn("demo.inre", "?view=order");
    Locator row = rows(command).filter(waiting());
    assertThat(row).containsText("Ambulansflyg kostar");
    assertThat(act(row, "Mottagaren säger nej")).isVisible();
    act(row, "Avslå").click();
    command.keyboard().type("Kan vänta till torsdag");
    command.keyboard().press("Enter");
    assertThat(rows(command).filter(waiting())).hasCount(0);
    Accessibility.checkEveryTheme(command, "orders as inner command sees them");
    command.context().close();
    assertThat(rows(nurse).filter(waiting())).hasCount(0);
    nurse.getByLabel("Visa avslutade").check();
    assertThat(nurse.locator(".order-list")).containsText("Kan vänta till torsdag");
    nurse.getByLabel("Visa avslutade").uncheck();
  }

  @Test
  void s06AChangeIsSeenByTheReceiver() {
    act(rows(nurse).first(), "Ändra").click();
    assertThat(nurse.getByText("Ändra beställningen")).isVisible();
    nurse.getByLabel("Övrigt").fill("Rullator följer med");
    nurse.getByText("Spara ändringen").click();
    assertThat(nurse.getByText("Ändrad.")).isVisible();
    Page receiver = logIn("demo.mottagare", "");
    assertThat(rows(receiver).first()).containsText("övrigt");
    assertThat(rows(receiver).first()).containsText("Mottagaren är tillfrågad");
    receiver.context().close();
  }

  @Test
  void s07AFlightIsAskedForAndGiven() {
    nurse.getByLabel("Personnummer").focus();
    tabTo("Sjukhus");
    tabTo("Sjukhus");
    nurse.keyboard().type("Sundsvall");
    tabTo("Avdelning");
    nurse.keyboard().type("Thorax");
    exactly("Inom ett par dygn").click();
    exactly("Måste ligga").click();
    exactly("Övervakning eller behandling").click();
    nurse
        .getByRole(
            AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^Ambulansflyg")))
        .check();
    nurse.getByLabel("Varför Ambulansflyg").fill("Tål inte vägen");
    words();
    Page command = logIn("demo.inre", "?view=order");
    Locator row = rows(command).filter(waiting());
    assertThat(row).containsText("ambulansen stannar i länet");
    act(row, "Godkänn").click();
    assertThat(command.getByText("Flyg begärt").first()).isVisible();
    Page centre = logIn("demo.nationell", "");
    assertThat(rows(centre)).hasCount(1);
    Accessibility.checkEveryTheme(centre, "flights as the coordination sees them");
    act(rows(centre).first(), "Ge flygtid").click();
    centre.getByLabel("Övrigt").fill("Plan 3");
    centre.keyboard().press("Enter");
    assertThat(rows(centre).first()).containsText("Flyg beviljat");
    assertThat(rows(nurse).filter(new Locator.FilterOptions().setHasText("Flyg beviljat")))
        .containsText("hämtas");
    centre.context().close();
    command.context().close();
  }

  @Test
  void s08APlannerTriesAChangeOfTheRules() {
    Page planner = logIn("demo.planerare", "?view=rules");
    Locator rule =
        planner.locator("li.rule").filter(new Locator.FilterOptions().setHasText("Planerad"));
    rule.first().locator("summary").click();
    rule.first().getByLabel("Ger färdsättet").selectOption("BOAT");
    planner.getByText("Pröva på senaste månaden").click();
    assertThat(planner.getByText("Vad ändringen hade gjort")).isVisible();
    assertThat(planner.getByText("exempel stämmer inte längre")).isVisible();
    Accessibility.checkEveryTheme(planner, "a changed table and what it would have done");
    planner.setViewportSize(390, 844);
    Object width = planner.evaluate("() => document.documentElement.scrollWidth");
    assertEquals(390, ((Number) width).intValue(), "nothing is beyond the edge");
    planner.context().close();
  }

  @Test
  void s09CleanInEveryThemeAndWholeOnAPhone() {
    Accessibility.checkEveryTheme(nurse, "the ward's page");
    nurse.setViewportSize(390, 844);
    // Who receives is here for the list: the form is folded above it until it is asked for.
    assertThat(rows(nurse).first()).isInViewport();
    assertThat(nurse.getByLabel("Personnummer")).isHidden();
    act(nurse.locator(".order-new"), "Beställ vårdtransport").click();
    assertThat(nurse.getByLabel("Personnummer")).isVisible();
    Object width = nurse.evaluate("() => document.documentElement.scrollWidth");
    assertEquals(390, ((Number) width).intValue(), "nothing is beyond the edge");
    assertEquals(List.of(), faults);
  }

  @Test
  void s10TheRulesGoOnPaperWithoutTheOrders() {
    nurse.setViewportSize(1440, 900);
    nurse.getByText("Så beställer du rätt transport").click();
    nurse.evaluate(
        "() => { window.print = () => { window.paper = document.body.dataset.paper; } }");
    nurse.getByText("Skriv ut reglerna").click();
    assertEquals("rules", nurse.evaluate("() => window.paper"));
    assertEquals(false, nurse.evaluate("() => 'paper' in document.body.dataset"));
    nurse.evaluate("() => { document.body.dataset.paper = 'rules' }");
    nurse.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(nurse.locator(".order-rules ol")).isVisible();
    assertThat(nurse.locator(".order-list")).isHidden();
    assertThat(nurse.locator(".order-form")).isHidden();
    nurse.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private void orderToRehabilitation() {
    nurse.getByLabel("Personnummer").focus();
    type(NUMBER);
    choose();
    assertThat(nurse.getByText("Beställd.")).isVisible();
    assertThat(nurse.getByLabel("Ordinerad av")).hasValue("");
  }

  /** To the first facility of the list, the region's own, and its ward of rehabilitation. */
  private void choose() {
    tabTo("Sjukhus");
    tabTo("Sjukhus");
    press("ArrowDown");
    tabTo("Avdelning");
    type("Reha");
    words();
  }

  private void words() {
    tabTo("Ordinerad av");
    type("Testläkare Ett");
    tabTo("Varför reser patienten");
    type("Rehabilitering efter stroke");
    press("Enter");
  }

  private void type(String text) {
    nurse.keyboard().type(text);
  }

  private void press(String key) {
    nurse.keyboard().press(key);
  }

  /** Presses Tab until the field of that label has the focus. */
  private void tabTo(String label) {
    for (int n = 0; n < TABS_MAX; n++) {
      press("Tab");
      Object found =
          nurse.evaluate("() => document.activeElement?.labels?.[0]?.textContent?.trim() ?? ''");
      if (label.equals(found)) {
        return;
      }
    }
    throw new AssertionError("no field is called " + label);
  }

  /** The answer itself: the rules at the foot of the page say the same words. */
  private Locator exactly(String text) {
    return nurse.getByText(text, new Page.GetByTextOptions().setExact(true));
  }

  private static Locator rows(Page page) {
    return page.locator("li.order-item");
  }

  private static Locator.FilterOptions waiting() {
    return new Locator.FilterOptions().setHasText("Väntar på godkännande");
  }

  private static Locator act(Locator row, String name) {
    return row.getByRole(
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
