package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** A crew's phone on which casualties are sieved by START, as a thumb does it. */
record SievePhone(Page page) {
  /** A thumb's second press within this is no second answer; a little more than the page has. */
  private static final double BOUNCE_MILLIS = 170;

  private static final Pattern NEXT = Pattern.compile("^Nästa drabbad");

  /** The first question about who wears a card. */
  void card(String tag) {
    if (page.getByText(NEXT).isVisible()) {
      next();
    }
    page.getByLabel("Skadekort").fill(tag);
    page.getByLabel("Skadekort").press("Enter");
  }

  void red() {
    answers("Nej", "Ja", "Fler än 30");
  }

  void yellow() {
    answers("Nej", "Ja", "30 eller färre", "Ja", "Ja");
  }

  void green() {
    answers("Ja");
  }

  private void answers(String... all) {
    for (String one : all) {
      page.waitForTimeout(BOUNCE_MILLIS);
      page.locator(".sieve-answers")
          .getByText(one, new Locator.GetByTextOptions().setExact(true))
          .click();
    }
    assertThat(page.locator(".sieve-plate")).isVisible();
  }

  void next() {
    page.getByText(NEXT).click();
    assertThat(page.locator(".sieve-question")).hasText("Kan gå?");
  }

  /** Waits until the server has all that was said. */
  void sentAll() {
    assertThat(page.locator(".sieve-head")).containsText("allt är skickat");
  }
}
