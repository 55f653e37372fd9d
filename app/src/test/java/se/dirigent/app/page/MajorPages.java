package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.dirigent.app.demo.RunningDemo;
import tools.jackson.databind.JsonNode;

/** A demonstration with one call, and the pages on which a major incident is worked. */
final class MajorPages implements AutoCloseable {
  static final String REGION = "jamtland-harjedalen";
  static final String MAJORS = "/api/regions/" + REGION + "/major-incidents";

  private static final double WAIT_MILLIS = 60_000;

  private final List<String> faults = new ArrayList<>();
  private final RunningDemo demo;
  private final Chromium chromium;
  private final String incident;

  MajorPages() {
    PlaywrightAssertions.setDefaultAssertionTimeout(WAIT_MILLIS);
    demo = RunningDemo.start(List.of(REGION), 1, "off");
    incident =
        new DemoCase(demo.client(), REGION).call("000001", "E14 vid Brunflo", "1A", 63.08, 14.83);
    chromium = Chromium.start();
  }

  /** The case that the call became. */
  String incident() {
    return incident;
  }

  /** Somebody other than the pages tells the service something. */
  void tell(String path, Map<String, Object> body) {
    demo.client().command("POST", path, body);
  }

  JsonNode get(String path) {
    return demo.client().get(path);
  }

  /** The region with its units. */
  DemoCase region() {
    return new DemoCase(demo.client(), REGION);
  }

  /** Path of the one major incident there is. */
  String major() {
    return MAJORS + "/" + get(MAJORS).get("majorIncidents").get(0).get("id").asString();
  }

  /** Persons by a word of the server's counts. */
  Map<String, Integer> tally(String by) {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode one : get(major()).get("tally")) {
      counts.merge(one.get(by).asString(), one.get("persons").asInt(), Integer::sum);
    }
    return counts;
  }

  Page logIn(String user, String address, int width, int height) {
    Page page = chromium.openPage("sv-SE");
    page.setViewportSize(width, height);
    page.setDefaultTimeout(WAIT_MILLIS);
    page.onPageError(faults::add);
    page.navigate(demo.base() + "/" + address);
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(user + "$")))
        .click();
    return page;
  }

  /** All pages fit on a phone and are accessible there, and none has met a fault. */
  void checkOnPhones(List<Page> pages) {
    for (Page page : pages) {
      page.setViewportSize(390, 844);
      Object width = page.evaluate("() => document.documentElement.scrollWidth");
      assertEquals(390, ((Number) width).intValue(), "nothing is beyond the edge");
      Accessibility.check(page, "major incident on a phone");
    }
    assertEquals(List.of(), faults);
  }

  /** The casualties at the desk. */
  static Casualties casualties(Page page) {
    return new Casualties(page);
  }

  /** What a dispatcher does at the list of casualties. */
  record Casualties(Page page) {
    /** A key of the list. */
    void keys(String key) {
      page.locator("#list-casualties").focus();
      page.keyboard().press(key);
    }

    /** Saves the open form, and waits until it is gone: the next key is not for it. */
    void save() {
      Locator form = page.locator(".major-chosen form");
      form.locator("button[type=submit]").click();
      assertThat(form).hasCount(0);
    }

    /** Chooses the first casualty whose line says so. */
    void find(String said) {
      page.locator("#list-casualties [role=option]")
          .filter(new Locator.FilterOptions().setHasText(said))
          .first()
          .click();
    }

    /** Leaves only those in the list whose line says so; the number is how many they are. */
    void show(String said, int count) {
      page.getByLabel("Sök drabbad").fill(said);
      assertThat(page.locator(".major-casualties h2 .count")).hasText(Integer.toString(count));
    }

    /** Marks so many, the first in the list first. */
    void mark(int count) {
      // The first that is drawn need not be the first there is.
      keys("Home");
      for (int n = 0; n < count; n++) {
        keys("m");
        page.keyboard().press("ArrowDown");
      }
      assertThat(page.locator(".major-chosen h2"))
          .containsText(Pattern.compile("\\b" + count + " markera"));
    }
  }

  @Override
  public void close() {
    chromium.close();
    demo.close();
  }
}
