package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.app.demo.RunningDemo;
import tools.jackson.databind.JsonNode;

/** Who goes where, as the plan proposes it to command, on a screen and on a phone. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class DistributionIT {
  private static final String REGION = "jamtland-harjedalen";
  private static final double WAIT_MILLIS = 60_000;

  private final List<String> faults = new ArrayList<>();
  private RunningDemo demo;
  private Chromium chromium;
  private Page page;
  private String majors = "";

  @BeforeAll
  void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS);
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    DemoCase region = new DemoCase(demo.client(), REGION);
    String incident = region.call("000001", "E14 vid Brunflo", "1A", 63.08, 14.83);
    StreamSupport.stream(region.picture().get("units").spliterator(), false)
        .filter(unit -> unit.get("kind").asString().equals("AMBULANCE"))
        .filter(unit -> unit.get("status").asString().equals("OFF_DUTY"))
        .map(unit -> unit.get("id").asString())
        .limit(5)
        .forEach(unit -> {
          region.startShift(unit);
          region.report(unit, 63.1, 14.8, Duration.ofSeconds(20));
        });
    majors = "/api/regions/" + REGION + "/major-incidents";
    JsonNode declared =
        demo.client()
            .command(
                "POST",
                majors,
                Map.of("incident", incident, "type", "BUS_CRASH", "level", "STAFF"));
    majors += "/" + declared.get("id").asString();
    for (int n = 1; n <= 10; n++) {
      String category = n <= 3 ? "IMMEDIATE" : n <= 6 ? "DELAYED" : "MINIMAL";
      Map<String, Object> about =
          Map.of(
              "place",
              "",
              "child",
              false,
              "needs",
              List.of(),
              "decontamination",
              n == 4 ? "NEEDED" : "NOT_NEEDED",
              "family",
              n >= 9 ? "NORD" : "");
      Map<String, Object> judgement = Map.of("category", category, "reason", "Sedd");
      demo.client()
          .command(
              "POST",
              majors + "/casualties",
              Map.of("tag", "P" + n, "about", about, "judgement", judgement));
    }
    chromium = Chromium.start();
    page = chromium.openPage("sv-SE");
    page.setViewportSize(1440, 900);
    page.setDefaultTimeout(WAIT_MILLIS);
    page.onPageError(faults::add);
    page.navigate(demo.base() + "/?view=major");
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("demo.dirigent$")))
        .click();
  }

  @AfterAll
  void stop() {
    chromium.close();
    demo.close();
  }

  private Locator pane() {
    return page.locator(".distribution");
  }

  @Test
  void s01WavesAreShownWithWhyWhenAndHowSure() {
    assertThat(pane().locator(".wave h3").first()).containsText("Våg 1");
    assertThat(pane().locator(".standing")).containsText("från det bästa möjliga");
    assertThat(pane()).containsText("Östersunds sjukhus");
    assertThat(pane()).containsText("Närmast:");
    assertThat(pane()).containsText("P4 saneras först");
    assertThat(pane()).containsText("Familj NORD (2)");
    assertThat(pane()).containsText("standard är antagen");
    assertThat(pane()).containsText("måste larmas");
    Accessibility.checkThemesAsShown(page, "proposal of who goes where");
  }

  @Test
  void s02AnotherHospitalShowsItsCostAndNeedsAReason() {
    // P10 is not meant.
    pane()
        .getByLabel("Annat sjukhus för P1", new Locator.GetByLabelOptions().setExact(true))
        .click();
    Locator form = pane().locator("form");
    form.getByLabel("Sjukhus").selectOption("sundsvall");
    assertThat(form).containsText("Kostar");
    Accessibility.checkThemesAsShown(page, "deviation from the proposal");
    form.locator("button[type=submit]").click();
    assertThat(form).hasCount(1);
    form.getByLabel("Orsak").fill("Barnet är där");
    form.locator("button[type=submit]").click();
    assertThat(form).hasCount(0);
    assertThat(page.locator(".notices")).containsText("P1 ska till Sundsvall");
  }

  @Test
  void s03OneIsTickedAndDecided() {
    Locator seat = pane().locator(".seat").filter(new Locator.FilterOptions().setHasText("P2"));
    seat.locator("input").check();
    pane().getByText("Bestäm den förkryssade").click();
    assertThat(page.locator(".notices")).containsText("1 drabbad har fått sjukhus enligt");
    assertThat(seat).containsText("bestämt");
  }

  @Test
  void s04AHospitalClosesAndNobodyMoreIsProposedToIt() {
    demo.client()
        .command(
            "POST",
            majors + "/capacity-reports",
            Map.of(
                "facility",
                "ostersund",
                "at",
                new DemoCase(demo.client(), REGION).now().toString(),
                "closed",
                true,
                "takes",
                Map.of(),
                "specialties",
                Map.of(),
                "text",
                "Strömavbrott"));
    assertThat(pane()).containsText(Pattern.compile("Östersunds sjukhus \\(\\d+ min\\) är stängt"));
  }

  @Test
  void s05AWaveIsDecidedOnAPhone() {
    page.setViewportSize(390, 844);
    Accessibility.check(page, "proposal on a phone");
    Object width = page.evaluate("() => document.documentElement.scrollWidth");
    assertEquals(390, ((Number) width).intValue(), "nothing is beyond the edge");
    pane().getByText(Pattern.compile("Bestäm vågen")).first().click();
    assertThat(page.locator(".notices")).containsText("fått sjukhus enligt förslaget");
    assertEquals(List.of(), faults);
  }
}
