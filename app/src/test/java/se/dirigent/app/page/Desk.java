package se.dirigent.app.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.regex.Pattern;

/** One person at one desk, in a browser session of their own; speaks the page's Swedish. */
final class Desk {
  private final Page page;

  private Desk(Page page) {
    this.page = page;
  }

  /** Logs a demonstration user in at the desk, whatever their own view is. */
  static Desk logIn(Page page, URI base, String user) {
    page.navigate(base + "/?view=desk");
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(user + "$")))
        .click();
    assertThat(page.getByRole(AriaRole.LISTBOX).first()).isVisible();
    return new Desk(page);
  }

  Page page() {
    return page;
  }

  /** Opens a case from the list, whichever tab it stands under. */
  void open(String tab, String address) {
    tab(tab);
    row(address).click();
    assertThat(page.locator("#case-title")).containsText(address);
  }

  /** The first row under a tab. */
  Locator firstOf(String tab) {
    tab(tab);
    return page.locator(".incidents").getByRole(AriaRole.OPTION).first();
  }

  private void tab(String name) {
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile(name)))
        .click();
  }

  Locator row(String text) {
    return page.locator(".incidents")
        .getByRole(AriaRole.OPTION)
        .filter(new Locator.FilterOptions().setHasText(text));
  }

  /** Presses the key of a command with the focus away from every field. */
  void key(String key) {
    page.locator("#case-title").click();
    page.keyboard().press(key);
  }

  Locator form() {
    return page.locator("form.form");
  }

  Locator field(String label) {
    return form().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
  }

  void fill(String label, String value) {
    field(label).fill(value);
  }

  void choose(String name) {
    form().getByText(name, new Locator.GetByTextOptions().setExact(true)).click();
  }

  /** Presses the form's own button and waits until the form has closed. */
  void save(String name) {
    submit(name);
    assertThat(form()).not().isVisible();
  }

  void submit(String name) {
    form()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  /** Writes a line on the command line and leaves it unsent. */
  Locator line(String text) {
    key(".");
    Locator line = page.locator(".command-line input");
    line.fill(text);
    return line;
  }

  Locator panel() {
    return page.locator(".panel");
  }
}
