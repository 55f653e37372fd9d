package se.dirigent.server.fallback.sheet;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.Phase;
import se.dirigent.server.platform.paper.Html;
import se.dirigent.server.platform.paper.PaperTexts;
import se.dirigent.server.platform.paper.Pdf;

/**
 * A sheet as one XHTML document with everything in it: the only layout there is. A browser shows
 * and prints it, and {@link Pdf} makes the PDF from it.
 */
public final class SheetHtml {
  private static final String STYLE =
      """
      body { font-family: 'Sheet', 'DejaVu Sans Condensed', Arial, Helvetica, sans-serif;
        font-size: 9pt; line-height: 1.25; color: #000; background: #fff; margin: 0; }
      h1 { font-size: 20pt; margin: 0 0 2mm 0; }
      h2 { font-size: 14pt; margin: 0 0 2mm 0; border-bottom: 1.5pt solid #000; }
      section { page-break-before: always; }
      section.first { page-break-before: avoid; }
      section.wide { page: wide; width: 272mm; }
      table { width: 100%; border-collapse: collapse; margin: 0 0 3mm 0;
        -fs-table-paginate: paginate; }
      tr { page-break-inside: avoid; }
      th { text-align: left; font-size: 8pt; border-bottom: 1pt solid #000; padding: 1mm; }
      td { vertical-align: top; border-bottom: 0.4pt solid #777; padding: 1mm; }
      .strong { font-weight: bold; }
      .alert { display: block; font-weight: bold; border: 1.2pt solid #000;
        padding: 0.5mm 1mm; margin: 0.5mm 0; }
      .case { border: 1pt solid #000; padding: 1.5mm; margin: 0 0.5mm 2.5mm 0;
        page-break-inside: avoid; }
      .case-head { font-size: 11pt; font-weight: bold; margin: 0 0 1mm 0; }
      .case table { margin: 0; }
      .case td { border-bottom: 0.3pt solid #aaa; padding: 0.5mm 1mm; }
      .case td.name, .form td.name { width: 26mm; font-size: 8pt; color: #222; }
      .drill { font-size: 30pt; font-weight: bold; text-align: center; letter-spacing: 4pt;
        border: 3pt solid #b00000; color: #b00000; margin: 0 0 3mm 0; }
      .big { font-size: 15pt; font-weight: bold; }
      .form { border: 1.5pt solid #000; padding: 2mm; margin: 0 0.5mm 3mm 0;
        page-break-inside: avoid; }
      .form td { height: 7.5mm; }
      .form-number { font-size: 16pt; font-weight: bold; }
      .moves td { height: 11mm; border: 0.6pt solid #000; }
      .moves th { width: 18mm; font-size: 7pt; border: 0.6pt solid #000; }
      .note { font-size: 8pt; color: #222; }
      .screen-head { position: sticky; top: 0; background: #fff; border-bottom: 2pt solid #000;
        padding: 2mm 0; }
      @media screen { body { max-width: 297mm; margin: 0 auto; padding: 0 6mm; }
        section { margin: 0 0 12mm 0; } }
      @media print { .screen-head { display: none; } }
      """;

  /** Keeps the age in view while the page lies open; on paper the age when it was made stands. */
  private static final String AGE_SCRIPT =
      """
      <script>
      var from = %d, units = %s, place = document.getElementById('age');
      function tell() {
        var s = Math.max(0, Math.round((Date.now() - from) / 1000));
        var m = Math.round(s / 60), h = Math.round(m / 60);
        var text = 119 >= s ? s + units[0] : 119 >= m ? m + units[1] : h + units[2];
        place.textContent = %s + ' ' + text + ' ' + %s;
      }
      tell(); setInterval(tell, 1000);
      </script>
      """;

  private final Sheet sheet;
  private final PaperTexts texts;
  private final Html html = new Html();

  private SheetHtml(Sheet sheet, String language) {
    this.sheet = sheet;
    this.texts = new PaperTexts("fallback/sheet", language, sheet.zone(), sheet.madeAt());
  }

  /**
   * The document.
   *
   * @param language {@code sv} or {@code en}
   */
  public static String of(Sheet sheet, String language) {
    return new SheetHtml(sheet, language).document(language);
  }

  private String document(String language) {
    String title = texts.say("title") + " " + sheet.region().name() + " " + stamp();
    html.raw("<!DOCTYPE html>\n<html lang=\"" + language + "\"><head>")
        .raw("<meta charset=\"utf-8\"/>")
        .raw("<meta name=\"referrer\" content=\"no-referrer\"/>")
        .element("title", "", title)
        .raw("<style>" + STYLE + pageStyle() + "</style></head><body>\n");
    screenHead();
    front();
    CaseTables cases = new CaseTables(sheet, texts, html);
    cases.waitingRoom();
    cases.cases();
    UnitTables units = new UnitTables(sheet, texts, html);
    units.units();
    units.phones();
    new BlankForms(sheet, texts, html).write();
    if (sheet.picture().speed() == 1) {
      script();
    }
    return html.raw("</body></html>\n").toString();
  }

  private String stamp() {
    return texts.moment(sheet.pictureAt());
  }

  /** The moment and the journal stand in large letters on every page. */
  private String pageStyle() {
    String picture = Html.cssString(texts.say("picture", stamp()));
    String journal = Html.cssString(texts.say("journal", sheet.picture().seq()));
    String drill = sheet.drill() ? Html.cssString(texts.say("drill")) : "\"\"";
    String old =
        sheet.link() == Link.LIVE ? "" : " " + texts.say("age", texts.duration(sheet.age()));
    String made = texts.say("made", texts.moment(sheet.madeAt()));
    String foot = Html.cssString(sheet.region().name() + " · " + made + "." + old);
    String page = Html.cssString(texts.say("page") + " ");
    String of = Html.cssString(" " + texts.say("of") + " ");
    String boxes =
        """
        @top-left { content: %s; font-size: 14pt; font-weight: bold; white-space: nowrap;
          font-family: 'Sheet', Arial; }
        @top-center { content: %s; font-size: 20pt; font-weight: bold; color: #b00000;
          font-family: 'Sheet', Arial; }
        @top-right { content: %s; font-size: 14pt; font-weight: bold; text-align: right;
          white-space: nowrap;
          font-family: 'Sheet', Arial; }
        @bottom-left { content: %s; font-size: 8pt; white-space: nowrap;
          font-family: 'Sheet', Arial; }
        @bottom-center { content: %s; font-size: 12pt; font-weight: bold; color: #b00000;
          font-family: 'Sheet', Arial; }
        @bottom-right { content: %s counter(page) %s counter(pages); font-size: 10pt;
          text-align: right; font-family: 'Sheet', Arial; }
        """
            .formatted(picture, drill, journal, foot, drill, page, of);
    return "@page { size: A4 portrait; margin: 20mm 12mm 14mm 12mm; "
        + boxes
        + "}\n"
        + "@page wide { size: A4 landscape; margin: 20mm 12mm 14mm 12mm; "
        + boxes
        + "}\n";
  }

  private void screenHead() {
    html.open("div", "screen-head");
    if (sheet.drill()) {
      html.element("div", "drill", texts.say("drill"));
    }
    html.element("span", "big", texts.say("picture", stamp()))
        .text(" · ")
        .element("span", "big", texts.say("journal", sheet.picture().seq()))
        .raw(" <span class=\"big\" id=\"age\"></span>")
        .close("div");
  }

  private void front() {
    html.open("section", "first");
    if (sheet.drill()) {
      html.element("div", "drill", texts.say("drill"));
      html.element("p", "strong", texts.say("drill.note"));
    }
    html.element("h1", "", texts.say("title") + " · " + sheet.region().name());
    html.element("p", "big", texts.say("picture", stamp()));
    html.element("p", "big", texts.say("journal", sheet.picture().seq()));
    boolean live = sheet.link() == Link.LIVE;
    html.element("p", live ? "" : "alert", texts.word("link", sheet.link()));
    html.element("p", live ? "" : "alert", texts.say("age", texts.duration(sheet.age())));
    html.element("p", "note", texts.say("screen.only"));
    html.element("h2", "", texts.say("how.title")).open("ol", "");
    for (int n = 1; n <= 5; n++) {
      html.element("li", "", texts.say("how." + n));
    }
    html.close("ol").element("h2", "", texts.say("counts.title"));
    counts();
    html.close("section");
  }

  private void counts() {
    List<Incident> incidents = sheet.picture().incidents();
    List<Unit> units = sheet.picture().units();
    Instant now = sheet.madeAt();
    html.table("", "", "");
    count("counts.waiting", incidents, i -> i.phase() == Phase.WAITING);
    count("counts.overdue", incidents, i -> CaseTables.overdue(i, now));
    count("counts.assigned", incidents, i -> i.phase() == Phase.ASSIGNED);
    count("counts.available", units, u -> u.status() == UnitStatus.AVAILABLE);
    count("counts.busy", units, u -> u.status().busy());
    count("counts.unavailable", units, u -> u.status() == UnitStatus.UNAVAILABLE);
    count("counts.off", units, u -> u.status() == UnitStatus.OFF_DUTY);
    html.endTable();
  }

  private <T> void count(String key, List<T> all, Predicate<T> wanted) {
    String number = String.valueOf(all.stream().filter(wanted).count());
    html.open("tr", "").cell(texts.say(key)).cell("strong", number).close("tr");
  }

  private void script() {
    String units =
        "["
            + Html.cssString(texts.say("seconds", ""))
            + ","
            + Html.cssString(texts.say("minutes", ""))
            + ","
            + Html.cssString(texts.say("hours", ""))
            + "]";
    html.raw(
        AGE_SCRIPT.formatted(
            sheet.pictureAt().toEpochMilli(),
            units,
            Html.cssString(texts.say("age.now")),
            Html.cssString(texts.say("age.old"))));
  }
}
