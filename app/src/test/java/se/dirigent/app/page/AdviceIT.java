package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
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
import tools.jackson.databind.JsonNode;

/** Proposals for all who wait, moves for cover, and what became of them, in the browser. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class AdviceIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final double WAIT_MILLIS = 60_000;

  private final List<String> faults = new ArrayList<>();
  private RunningDemo demo;
  private Chromium chromium;
  private DemoCase region;
  private Page desk;
  private String own = "";
  private String ownCallSign = "";
  private String second = "";

  @BeforeAll
  void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS);
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    region = new DemoCase(demo.client(), REGION);
    chromium = Chromium.start();
    JsonNode units = region.picture().get("units");
    JsonNode first = region.anyUnit();
    own = first.get("id").asString();
    ownCallSign = first.get("callSign").asString();
    region.startShift(own);
    for (JsonNode unit : units) {
      if (unit.get("kind").asString().equals("AMBULANCE")
          && !unit.get("id").asString().equals(own)) {
        region.startShift(unit.get("id").asString());
      }
    }
    region.call("000021", "Provgatan 21, Östersund", "1A", List.of());
    second = region.call("000022", "Provgatan 22, Östersund", "2A", List.of());
    desk = logIn("demo.dirigent", "?view=desk");
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
  }

  @Test
  void s01AllWhoWaitHaveAProposalAndItsReason() {
    assertThat(desk.getByRole(AriaRole.OPTION).filter(text("Provgatan 21"))).isVisible();
    desk.keyboard().press("P");
    assertThat(rows()).hasCount(2);
    assertThat(rows().first()).containsText("Provgatan 21");
    assertThat(rows().first()).containsText("Bästa enheten");
    Accessibility.checkThemesAsShown(desk, "proposals on the desk");
  }

  @Test
  void s02ARefusalHasAReasonAndAnotherUnitIsProposed() {
    Locator row = rows().filter(text("Provgatan 22"));
    String before = row.locator("b").first().textContent();
    row.locator("[data-row]").focus();
    desk.keyboard().press("Delete");
    assertThat(desk.locator(".proposal form")).isVisible();
    desk.keyboard().type("Fel sorts bil");
    desk.keyboard().press("Enter");
    assertThat(desk.getByText("Förslaget är avslaget")).isVisible();
    assertThat(row.locator("b").first()).not().hasText(before);
    assertEquals("REFUSED", lastAnswer(second).get("answer").asString());
    assertEquals("JOINT", lastAnswer(second).get("basis").asString());
  }

  @Test
  void s03AProposalIsAcceptedByKeyboard() {
    Locator row = rows().filter(text("Provgatan 22"));
    row.locator("[data-row]").focus();
    desk.keyboard().press("Enter");
    assertThat(row).hasCount(0);
    assertThat(rows()).hasCount(1);
    desk.waitForCondition(() -> "ACCEPTED".equals(lastAnswer(second).get("answer").asString()));
  }

  @Test
  void s04AMoveIsOrderedAndTheCrewAnswersOnItsPhone() {
    Page phone = logIn("demo.besattning", "");
    phone.setViewportSize(390, 844);
    desk.getByRole(AriaRole.SEARCHBOX).fill(ownCallSign);
    desk.locator("#list-units").getByRole(AriaRole.OPTION).first().click();
    assertThat(desk.locator("#unit-title")).hasText(ownCallSign);
    button(desk, "Flytta för beredskap").click();
    desk.locator("form.form select").selectOption(new String[] {place()});
    button(desk, "Flytta för beredskap").first().click();
    assertThat(desk.locator(".panel")).containsText("obesvarad");
    assertThat(phone.locator(".crew-standby")).containsText("obesvarad");
    Accessibility.checkEveryTheme(phone, "phone with a standby order");
    button(phone, "Vi åker").click();
    assertThat(desk.locator(".panel")).containsText("På väg till beredskapspunkt");
    button(phone, "Framme").click();
    assertThat(desk.locator(".panel")).containsText("Står i beredskap vid");
    phone.context().close();
  }

  @Test
  void s05TheCoverIsOnTheMapAndInFigures() {
    Page cover = logIn("demo.dirigent", "?view=cover");
    assertThat(cover.locator(".cover-figures")).isVisible();
    assertThat(cover.locator(".cover-figures tbody tr")).hasCount(3 + 8);
    assertThat(cover.getByRole(AriaRole.RADIO)).hasCount(3);
    Accessibility.checkEveryTheme(cover, "cover");
    cover.context().close();
  }

  @Test
  void s06WhatBecameOfThemIsCounted() {
    Page page = logIn("demo.planerare", "");
    assertThat(page).hasTitle(Pattern.compile("^Uppföljning"));
    assertThat(page.getByText("Fel sorts bil")).isVisible();
    assertThat(page.getByText("för få för att säga").first()).isVisible();
    assertThat(page.locator(".plot svg")).isVisible();
    Accessibility.checkEveryTheme(page, "follow-up");
    page.context().close();
    assertEquals(List.of(), faults);
  }

  private Locator rows() {
    return desk.locator(".proposal-list").first().locator("li.proposal");
  }

  /** Any place but the unit's own station. */
  private String place() {
    JsonNode picture = region.picture();
    String home = picture.get("units").get(0).get("station").asString();
    for (JsonNode unit : picture.get("units")) {
      String station = unit.get("station").asString();
      if (!station.equals(home)) {
        return station;
      }
    }
    throw new AssertionError("the region has one station only");
  }

  private JsonNode lastAnswer(String incident) {
    JsonNode last = null;
    for (JsonNode entry : region.incident(incident).get("entries")) {
      last = entry.get("type").asString().equals("ProposalAnswered") ? entry : last;
    }
    return last == null ? region.incident(incident).path("none") : last.get("data");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
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
