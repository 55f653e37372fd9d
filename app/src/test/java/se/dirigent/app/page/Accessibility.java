package se.dirigent.app.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** What axe-core finds on a page as it is shown right now. */
final class Accessibility {
  private static final List<String> GRAVE = List.of("serious", "critical");

  private static final int SETTLED_MILLIS = 2_500;

  private static final List<String> OTHER_THEMES = List.of("dark", "contrast");

  private Accessibility() {}

  /** Fails when axe-core finds anything serious; names the rule and where. */
  static void check(Page page, String where) {
    check(page, new AxeBuilder(page), where);
  }

  /**
   * As {@link #check}, and the contrast in the two other themes, which is all that differs. Without
   * a reload, so that an open form or menu is still there.
   */
  static void checkThemesAsShown(Page page, String where) {
    check(page, where);
    for (String theme : OTHER_THEMES) {
      page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme);
      AxeBuilder contrast = new AxeBuilder(page).withRules(List.of("color-contrast"));
      check(page, contrast, where + ", " + theme);
    }
    page.evaluate("() => { document.documentElement.dataset.theme = 'light'; }");
  }

  private static void check(Page page, AxeBuilder axe, String where) {
    AxeResults results = axe.analyze();
    // The analysis opens a page of its own; without this ours gets no more keys.
    page.bringToFront();
    String found =
        results.getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(Accessibility::words)
            .collect(Collectors.joining("\n"));
    assertEquals("", found, where);
  }

  /** Fails when axe-core finds anything at all, in any of the three themes. */
  static void checkEveryTheme(Page page, String where) {
    for (String theme : List.of("dark", "contrast", "light")) {
      page.evaluate(
          "theme => { localStorage.setItem('dirigent.preferences',"
              + " JSON.stringify({ theme, language: 'sv', keys: true })) }",
          theme);
      page.reload();
      page.locator("main").waitFor();
      // The theme is there at once; what is fetched comes a little later.
      page.waitForTimeout(SETTLED_MILLIS);
      AxeResults results = new AxeBuilder(page).analyze();
      page.bringToFront();
      String found =
          results.getViolations().stream()
              .map(Accessibility::words)
              .collect(Collectors.joining("\n"));
      assertEquals("", found, where + ", " + theme);
    }
  }

  private static String words(Rule rule) {
    String places =
        rule.getNodes().stream()
            .limit(5)
            .map(CheckedNode::getHtml)
            .collect(Collectors.joining("\n    "));
    return rule.getImpact() + " " + rule.getId() + ": " + rule.getHelp() + "\n    " + places;
  }
}
