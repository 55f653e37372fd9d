package se.dirigent.server.fallback.sheet;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.server.platform.paper.Html;
import se.dirigent.server.platform.paper.PaperTexts;
import se.dirigent.server.platform.region.RegionPack.PackPriority;

/**
 * Blank forms. Their numbers begin with the sheet's own time of day, so that forms of two sheets
 * never bear the same; the desk's letter is added by hand, so that two prints of one sheet do not
 * either.
 */
final class BlankForms {
  /** Two to a page: enough for the first half hour of a busy region on one print. */
  private static final int CASES = 12;

  private static final int MOVES_PAGES = 2;
  private static final int MOVES_ROWS = 11;

  private static final DateTimeFormatter PREFIX = DateTimeFormatter.ofPattern("HHmm");

  private final Sheet sheet;
  private final PaperTexts texts;
  private final Html html;

  BlankForms(Sheet sheet, PaperTexts texts, Html html) {
    this.sheet = sheet;
    this.texts = texts;
    this.html = html;
  }

  void write() {
    html.open("section", "").element("h2", "", texts.say("form.case.title"));
    html.element("p", "note", texts.say("form.hint"));
    for (int n = 1; n <= CASES; n++) {
      form(n);
    }
    html.close("section");
    for (int page = 0; page < MOVES_PAGES; page++) {
      moves();
    }
  }

  private String number(int n) {
    String prefix = PREFIX.format(sheet.madeAt().atZone(sheet.zone()));
    return prefix + "-" + String.format(Locale.ROOT, "%02d", n);
  }

  private void form(int n) {
    html.open("div", "form").open("p", "");
    html.element("span", "form-number", number(n) + " ____").text(" " + texts.say("form.desk"));
    if (sheet.drill()) {
      html.text(" · ").element("span", "strong", texts.say("drill"));
    }
    html.close("p").open("table", "").open("tbody", "");
    pair("col.received", "field.source");
    pair("col.callback", "field.municipality");
    line("col.address");
    line("field.name");
    line("col.event");
    line("");
    wide("col.priority", priorities());
    line("field.threat");
    for (int i = 0; i < 2; i++) {
      pair("field.contact", "field.next");
    }
    wide("field.outcome", texts.say("field.outcome.options"));
    pair("field.closed", "col.sign");
    html.close("tbody").close("table").close("div");
  }

  private String priorities() {
    return sheet.region().priorities().stream()
        .map(PackPriority::code)
        .map(code -> texts.say("field.priority.options", code))
        .collect(Collectors.joining("\u2003"));
  }

  private void pair(String left, String right) {
    html.open("tr", "")
        .cell("name", name(left))
        .cell("")
        .cell("name", name(right))
        .cell("")
        .close("tr");
  }

  private String name(String key) {
    return key.isEmpty() ? "" : texts.say(key, "");
  }

  private void line(String key) {
    wide(key, "");
  }

  private void wide(String key, String content) {
    html.open("tr", "").cell("name", name(key));
    html.raw("<td colspan=\"3\">").text(content).raw("</td>").close("tr");
  }

  private void moves() {
    html.open("section", "wide").element("h2", "", texts.say("form.move.title"));
    html.element("p", "note", texts.say("form.hint"));
    html.open("table", "moves").open("thead", "").open("tr", "");
    html.element("th", "", texts.say("col.unit")).element("th", "", texts.say("col.number"));
    for (Milestone m : Milestone.values()) {
      html.element("th", "", texts.word("milestone", m));
    }
    html.element("th", "", texts.say("col.destination")).element("th", "", texts.say("col.sign"));
    html.close("tr").close("thead").open("tbody", "");
    for (int row = 0; row < MOVES_ROWS; row++) {
      html.open("tr", "");
      for (int cell = 0; cell < Milestone.values().length + 4; cell++) {
        html.cell("");
      }
      html.close("tr");
    }
    html.endTable().close("section");
  }
}
