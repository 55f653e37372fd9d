package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

/** The end of a shift: the draft, one's own words, the signature, and who receives it. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class HandoverIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final String ADDRESS = "Provgatan 31";
  private static final double WAIT_MILLIS = 30_000;

  private RunningDemo demo;
  private Chromium chromium;
  private DemoCase region;
  private Page leaving;

  @BeforeAll
  void start() {
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    region = new DemoCase(demo.client(), REGION);
    chromium = Chromium.start();
    var threat = region.threat("Hund på tomten", region.now());
    region.call("000031", ADDRESS, "1A", List.of(threat));
    region.closeRoad("Rådhusgatan");
    leaving = logIn("demo.dirigent");
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
  }

  private Page logIn(String user) {
    Page page = chromium.openPage("sv-SE");
    page.setDefaultTimeout(WAIT_MILLIS);
    page.navigate(demo.base() + "/?view=handover");
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(user + "$")))
        .click();
    assertThat(page.locator(".handover-history")).isVisible();
    return page;
  }

  private Locator remark() {
    return leaving.getByLabel("Egen kommentar, Öppna ärenden: " + ADDRESS);
  }

  @Test
  void s01TheDraftTellsHowThingsStand() {
    assertThat(leaving.locator(".handover")).containsText(ADDRESS);
    assertThat(leaving.locator(".handover")).containsText("Hund på tomten (Polisen)");
    assertThat(leaving.locator(".handover")).containsText("Rådhusgatan Olycka (Polisen)");
    Accessibility.checkEveryTheme(leaving, "hand-over, draft");
  }

  @Test
  void s02WhatWasTypedSurvivesAReload() {
    remark().fill("Polis på väg");
    leaving.getByLabel("Övrigt att veta").fill("Lugnt i söder");
    leaving.reload();
    assertThat(remark()).hasValue("Polis på väg");
    assertThat(leaving.getByLabel("Övrigt att veta")).hasValue("Lugnt i söder");
  }

  @Test
  void s03TheOneWhoLeavesSignsAndCannotReceive() {
    button(leaving, "Signera och lämna över").click();
    assertThat(leaving.locator(".handover")).containsText("Signerad av demo.dirigent");
    assertThat(leaving.locator(".handover")).containsText("Inte mottagen än");
    assertThat(leaving.locator(".handover")).containsText("Polis på väg");
    assertThat(button(leaving, "Ta emot")).hasCount(0);
    Accessibility.checkThemesAsShown(leaving, "hand-over, signed");
    button(leaving, "Ny överlämning").click();
    assertThat(leaving.getByLabel("Övrigt att veta")).hasValue("");
  }

  @Test
  void s04WhoWorksElsewhereReadsAndDoesNotReceive() {
    Page other = logIn("demo.vantrum");
    other.locator(".handover-history li button").first().click();
    assertThat(other.locator(".handover")).containsText("Lugnt i söder");
    assertThat(button(other, "Ta emot")).hasCount(0);
    other.context().close();
  }

  @Test
  void s05TheOneWhoComesReceives() {
    String path = "/api/regions/" + REGION + "/handovers";
    String draft = demo.client().get(path + "/draft").get("id").asString();
    String told = "Bro stängd i Hammarstrand";
    var words = Map.of("draft", draft, "post", "DISPATCHER", "general", told);
    demo.client().command("POST", path, words);
    assertThat(leaving.locator(".handover-history li")).hasCount(2);
    leaving.locator(".handover-history li button").first().click();
    assertThat(leaving.locator(".handover")).containsText("Bro stängd i Hammarstrand");
    button(leaving, "Ta emot").click();
    assertThat(leaving.locator(".handover")).containsText("Mottagen av demo.dirigent");
    assertThat(button(leaving, "Ta emot")).hasCount(0);
    assertThat(leaving.locator(".handover-history")).containsText("till demo.dirigent");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
