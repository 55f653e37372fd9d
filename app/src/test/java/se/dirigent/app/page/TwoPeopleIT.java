package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.app.demo.RunningDemo;

/** Two people at two desks with one case: they see each other; neither writes over the other. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class TwoPeopleIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final String ADDRESS = "Provgatan 21";
  private static final String UNIT = "23-3010";
  private static final double WAIT_MILLIS = 30_000;

  /** A lost line is found out and the word of it is gone; the service promises eight seconds. */
  private static final double GONE_MILLIS = 12_000;

  private RunningDemo demo;
  private Chromium chromium;
  private DemoCase region;
  private Cable cable;
  private String incident;
  private Desk first;
  private Desk second;

  @BeforeAll
  void start() throws Exception {
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    region = new DemoCase(demo.client(), REGION);
    chromium = Chromium.start();
    cable = Cable.to(demo.base());
    incident = region.call("000021", ADDRESS, "2A", List.of());
    region.call("000022", "Provgatan 22", "2B", List.of());
    first = Desk.logIn(openPage(), demo.base(), "demo.dirigent");
    second = Desk.logIn(openPage(), cable.base(), "demo.vantrum");
  }

  @AfterAll
  void stop() throws Exception {
    chromium.close();
    cable.close();
    demo.close();
  }

  private Page openPage() {
    Page page = chromium.openPage("sv-SE");
    page.setDefaultTimeout(WAIT_MILLIS);
    return page;
  }

  @Test
  void s01TheSecondIsSeenByTheFirstInThePanelAndInTheRow() {
    first.open("Väntrum", ADDRESS);
    second.open("Väntrum", ADDRESS);
    assertThat(first.panel()).containsText("Demo Väntrum har ärendet framme");
    assertThat(first.row(ADDRESS)).containsText("Demo Väntrum har ärendet framme");
    assertThat(second.panel()).containsText("Demo Dirigent har ärendet framme");
  }

  @Test
  void s02AnOpenFormIsSeenBeforeAnythingIsSent() {
    second.key("o");
    assertThat(first.row(ADDRESS)).containsText("Demo Väntrum har öppet formulär: prioritet");
    assertThat(first.panel()).containsText("Demo Väntrum har öppet formulär: prioritet");
    Accessibility.checkThemesAsShown(first.page(), "another's form");
  }

  @Test
  void s03WhoeverIsLaterIsToldWhatChangedAndLosesNothing() {
    second.choose("2B");
    second.fill("Orsak", "Mår bättre efter kontakt");
    first.key("o");
    first.choose("1B");
    first.fill("Orsak", "Har fått bröstsmärta");
    first.save("Spara");
    // At once: what the first has just saved has not been read by anybody yet.
    second.submit("Spara");
    assertThat(second.form()).containsText("Ändrat medan du skriver");
    assertThat(second.form()).containsText("Prioritet ändrad");
    assertThat(second.form()).containsText("Demo Dirigent");
    assertThat(second.field("Orsak")).hasValue("Mår bättre efter kontakt");
    assertThat(second.page().getByText("har ändrat ärendet sedan")).isVisible();
    assertEquals("1B", priority());
    Accessibility.checkThemesAsShown(second.page(), "changed while writing");
  }

  @Test
  void s04WhatWasReadDoesNotStopASecondTime() {
    second.page().waitForTimeout(2_000);
    second.save("Spara");
    assertThat(second.panel()).containsText("Nedprioritering till 2B");
    assertEquals("1B", priority(), "a downgrade waits for a second person");
    assertThat(first.panel()).containsText("Nedprioritering till 2B");
  }

  @Test
  void s05WhatAnotherChangedIsMarkedUntilItIsSeen() {
    first.open("Väntrum", "Provgatan 22");
    second.key("k");
    second.fill("Tillstånd", "Oförändrad");
    second.fill("Beslut", "Avvakta");
    second.save("Spara");
    second.open("Väntrum", "Provgatan 22");
    assertThat(first.row(ADDRESS)).containsText("Kontakt, ändrat av Demo Väntrum");
    first.page().reload();
    assertThat(first.row(ADDRESS)).containsText("Kontakt, ändrat av Demo Väntrum");
    first.open("Väntrum", ADDRESS);
    assertThat(first.panel().locator(".changes")).containsText("Oförändrad");
    assertThat(first.panel().locator("h3:has(.changed-mark)")).containsText("Kontakter");
    Accessibility.checkThemesAsShown(first.page(), "marks");
    first.panel().getByText("Markera som sett").click();
    assertThat(first.panel().locator(".changed-mark")).hasCount(0);
  }

  @Test
  void s06WhoLosesTheConnectionIsGoneWithinSeconds() throws Exception {
    second.open("Väntrum", ADDRESS);
    assertThat(first.panel()).containsText("Demo Väntrum har ärendet framme");
    cable.cut();
    assertThat(first.panel())
        .not()
        .containsText(
            "Demo Väntrum", new LocatorAssertions.ContainsTextOptions().setTimeout(GONE_MILLIS));
    assertThat(second.panel()).not().containsText("Demo Dirigent har ärendet framme");
    cable.mend();
    assertThat(first.panel()).containsText("Demo Väntrum har ärendet framme");
    assertTrue(second.panel().isVisible());
  }

  @Test
  void s07ASecondUnitIsNotSentWhileAnothersDecisionIsUnread() {
    region.startShift(UNIT);
    first.open("Väntrum", ADDRESS);
    Locator line = first.line("t " + UNIT.substring(3) + " 21");
    String note = "/api/regions/" + REGION + "/incidents/" + incident + "/notes";
    demo.client().command("POST", note, Map.of("text", "Anhörig skjutsar"));
    assertThat(first.panel().locator(".changes")).containsText("Anhörig skjutsar");
    line.press("Enter");
    assertThat(first.page().locator(".notices"))
        .containsText("har ändrat ärendet sedan du såg det");
    assertEquals(0, region.incident(incident).get("assignments").size());
    first.page().waitForTimeout(2_000);
    first.line("t " + UNIT.substring(3) + " 21").press("Enter");
    assertThat(first.panel().locator("li.assignment")).containsText(UNIT.substring(3));
  }

  @Test
  void s08WhatWasChangedWhileTheWindowWasClosedIsMarkedWhenItIsOpened() {
    first.open("Väntrum", "Provgatan 22");
    first.page().waitForTimeout(500);
    BrowserContext context = first.page().context();
    first.page().close();
    second.open("Pågående", ADDRESS);
    second.key("k");
    second.fill("Tillstånd", "Sover");
    second.fill("Beslut", "Avvakta");
    second.save("Spara");
    second.open("Väntrum", "Provgatan 22");
    Page again = context.newPage();
    again.setDefaultTimeout(WAIT_MILLIS);
    again.navigate(demo.base() + "/?view=desk#list=ongoing");
    Locator row = again.locator(".incidents").getByText("Kontakt, ändrat av Demo Väntrum");
    assertThat(row).isVisible();
    Object kept = again.evaluate("JSON.stringify(localStorage)");
    assertFalse(kept.toString().contains("Sover"), "nothing about a patient is left behind");
  }

  private String priority() {
    return region.incident(incident).get("incident").get("priority").asString();
  }
}
