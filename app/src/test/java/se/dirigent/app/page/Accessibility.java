package se.dirigent.app.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What axe-core finds on a page as it is shown right now. */
final class Accessibility {
  private static final List<String> GRAVE = List.of("serious", "critical");

  /** What is fetched after the page stands comes within this. */
  private static final int SETTLED_MILLIS = 2_500;

  private static final List<String> OTHER_THEMES = List.of("dark", "contrast");

  private Accessibility() {}

  /** Fails when axe-core finds anything serious; names the rule and where. */
  static void check(Page page, String where) {
    check(page, new AxeBuilder(page), Accessibility::isGrave, where);
  }

  /**
   * As {@link #check}, and the contrast in the two other themes, which is all that differs. Without
   * a reload, so that an open form or menu is still there.
   */
  static void checkThemesAsShown(Page page, String where) {
    check(page, where);
    checkOtherThemes(page, Accessibility::isGrave, where);
  }

  private static void checkOtherThemes(Page page, Predicate<Rule> counts, String where) {
    for (String theme : OTHER_THEMES) {
      page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme);
      AxeBuilder contrast = new AxeBuilder(page).withRules(List.of("color-contrast"));
      check(page, contrast, counts, where + ", " + theme);
    }
    page.evaluate("() => { document.documentElement.dataset.theme = 'light'; }");
  }

  private static boolean isGrave(Rule rule) {
    return GRAVE.contains(rule.getImpact());
  }

  private static void check(Page page, AxeBuilder axe, Predicate<Rule> counts, String where) {
    AxeResults results = axe.analyze();
    // The analysis opens a page of its own; without this ours gets no more keys.
    page.bringToFront();
    String found =
        results.getViolations().stream()
            .filter(counts)
            .map(Accessibility::words)
            .collect(Collectors.joining("\n"));
    assertEquals("", found, where);
  }

  /**
   * Fails when axe-core finds anything at all on the page as it loads anew, or too little contrast
   * in one of the two other themes: nothing but colours differs between them.
   */
  static void checkEveryTheme(Page page, String where) {
    page.evaluate(
        "() => localStorage.setItem('dirigent.preferences',"
            + " JSON.stringify({ theme: 'light', language: 'sv', keys: true }))");
    page.reload();
    page.locator("main").waitFor();
    page.waitForTimeout(SETTLED_MILLIS);
    check(page, new AxeBuilder(page), _ -> true, where);
    checkOtherThemes(page, _ -> true, where);
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
