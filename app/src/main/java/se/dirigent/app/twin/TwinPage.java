package se.dirigent.app.twin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.dirigent.simulator.chance.Interval;
import se.dirigent.simulator.ride.model.RideChange;
import se.dirigent.simulator.trial.CallModel;
import se.dirigent.simulator.twin.Blueprint;
import se.dirigent.simulator.twin.ChainChange;
import se.dirigent.simulator.twin.Change;
import se.dirigent.simulator.twin.Experiment;
import se.dirigent.simulator.twin.Findings;
import se.dirigent.simulator.twin.Findings.Figure;
import se.dirigent.simulator.twin.Measure;
import se.dirigent.simulator.twin.Scenario;

/**
 * Findings as one self-contained XHTML page, which is also what the PDF is laid out from: so plots
 * are made of boxes, with neither script nor picture.
 */
final class TwinPage {
  /** Half the width of a plot, in its own pixels. */
  private static final int HALF_WIDTH = 130;

  private final Findings findings;
  private final Words words;
  private final StringBuilder html = new StringBuilder();

  private TwinPage(Findings findings, Words words) {
    this.findings = findings;
    this.words = words;
  }

  static String of(Findings findings, Words words) throws IOException {
    return new TwinPage(findings, words).page();
  }

  private String page() throws IOException {
    html.append(
        """
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" lang="%s" xml:lang="%s">
        <head><meta charset="UTF-8"/><title>%s</title><style>%s</style></head>
        <body><h1>%s</h1>
        """
            .formatted(
                words.language(), words.language(), escaped("title"), style(), escaped("title")));
    scenarios();
    how();
    if (findings.scenarios().size() > 1) {
      plots();
    }
    figures();
    parts("regions", "regionhead", Measure.By.REGION);
    parts("types", "type", Measure.By.TYPE);
    parts("areas", "area", Measure.By.AREA);
    return html.append("</body></html>\n").toString();
  }

  private static String style() throws IOException {
    try (InputStream in = TwinPage.class.getResourceAsStream("/twin/report.css")) {
      if (in == null) {
        throw new IllegalStateException("no file /twin/report.css on the class path; build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void scenarios() {
    row("<table><tr><th>", "scenario", "</th><th>", "changes", "</th><th>", "trace", "</th></tr>");
    for (int s = 0; s < findings.scenarios().size(); s++) {
      Scenario scenario = findings.scenarios().get(s);
      String changes =
          scenario.changes().isEmpty()
              ? escaped("nochange")
              : scenario.changes().stream()
                  .map(change -> escape(told(change)))
                  .collect(Collectors.joining("<br/>"));
      html.append(
          "<tr><td><b>%s</b></td><td>%s</td><td class=\"trace\">%s</td></tr>%n"
              .formatted(
                  escape(scenario.title()),
                  changes,
                  Long.toHexString(findings.traceHashes().get(s))));
    }
    html.append("</table>\n");
  }

  /** A change in the words of the file, which is what its writer knows. */
  static String told(Change change) {
    return switch (change) {
      case Change.CallFactor c -> "calls: factor " + c.factor();
      case Change.CallsPerDay c -> "calls: per-day " + c.perDay();
      case Change.Week _ -> "calls: week";
      case Change.Season c -> "calls: months, begins " + c.begins();
      case Change.Restless c ->
          "calls: unrest deviation %s, memory %s, day-deviation %s"
              .formatted(c.deviation(), c.memory(), c.dayDeviation());
      case Change.Types c ->
          "calls: types "
              + c.types().stream().map(CallModel.Type::name).collect(Collectors.joining(", "));
      case Change.Driving c -> "driving: factor " + c.factor();
      case Change.Sending c ->
          "dispatch: " + c.dispatch().name().toLowerCase(Locale.ROOT).replace('_', '-');
      case Change.CloseHospital c -> "hospitals: close " + c.id();
      case Change.AddUnit c ->
          "units: add %s (%s, %s)".formatted(c.unit().id(), c.unit().kind(), c.unit().station());
      case Change.Riding c -> "rides: " + told(c.change());
      case Change.AddAtMain c -> "rides: light-care " + c.kind();
      case Change.LeaveOut c -> "rides: light-care none (" + c.kind() + ")";
      case Change.RemoveUnit c -> "units: remove " + c.id();
      case Change.ChangeUnit c -> "units: change " + c.id();
      case ChainChange c -> ChainWords.told(c);
    };
  }

  private static String told(RideChange change) {
    return switch (change) {
      case RideChange.Begin _ -> "{}";
      case RideChange.Orders c -> "orders-per-weekday " + c.perWeekday();
      case RideChange.Decide c -> "policies " + ScenarioFile.written(c.policy());
      case RideChange.Commanding c ->
          "inner-command %s–%s".formatted(c.hours().from(), c.hours().to());
      case RideChange.Rightly c -> "right " + c.share();
      case RideChange.KeepCover c -> "keep-cover " + c.share();
      case RideChange.Cars c -> "assessment-cars " + c.count();
      case RideChange.Helicopters c -> "helicopters " + c.count();
    };
  }

  private void how() {
    Experiment by = findings.experiment();
    paragraph(
        words.get(
            "how", by.replications(), by.days(), by.seed(), by.seed() + by.replications() - 1));
    paragraph(definition(findings, words));
    paragraph(words.get("reading"));
  }

  /** By which definition arrivals are counted as in time. */
  static String definition(Findings findings, Words words) {
    String goals =
        findings.scenarios().getFirst().blueprint().calls().levels().stream()
            .map(level -> level.within().toMinutes() + " min")
            .collect(Collectors.joining(", "));
    return words.get("definition", goals);
  }

  private void paragraph(String text) {
    html.append("<p>").append(escape(text)).append("</p>\n");
  }

  private void plots() {
    row("<h2>", "plot", "</h2>\n<table class=\"plots\">");
    for (int m = 0; m < findings.measures().size(); m++) {
      Measure measure = findings.measures().get(m);
      int at = m;
      double most =
          IntStream.range(1, findings.scenarios().size())
              .mapToObj(s -> findings.figures().get(s).get(at).change())
              .mapToDouble(change -> change == null ? 0 : Math.abs(change.mean()) + change.half())
              .max()
              .orElse(0);
      for (int s = 1; measure.isWhole() && most > 0 && s < findings.scenarios().size(); s++) {
        plot(measure, s, findings.figures().get(s).get(m), most);
      }
    }
    html.append("</table>\n");
  }

  private void plot(Measure measure, int scenario, Figure figure, double most) {
    Interval change = figure.change();
    if (change == null) {
      return;
    }
    int from = pixel(change.mean() - change.half(), most);
    int to = pixel(change.mean() + change.half(), most);
    html.append(
        """
        <tr><td>%s</td><td>%s</td><td><div class="plot"><div class="zero"></div>\
        <div class="line %s" style="left:%dpx;width:%dpx"></div>\
        <div class="dot" style="left:%dpx"></div></div></td>\
        <td class="number">%s</td><td>%s</td><td>%s</td></tr>
        """
            .formatted(
                scenario == 1 ? escape(words.name(measure)) : "",
                escape(findings.scenarios().get(scenario).title()),
                figure.verdict(),
                from,
                Math.max(1, to - from),
                pixel(change.mean(), most) - 3,
                escape(words.change(measure, figure)),
                escape(words.unitOfChange(measure)),
                escape(words.verdict(figure))));
  }

  private static int pixel(double value, double most) {
    return (int) Math.round(HALF_WIDTH + HALF_WIDTH * value / most);
  }

  /** What all of a world is called. */
  static String whole(Blueprint in) {
    return in.regions().isEmpty() ? "region" : "nation";
  }

  private void figures() {
    row("<h2>", whole(findings.scenarios().getFirst().base()), "</h2>\n");
    head("measure", "unit");
    for (int m = 0; m < findings.measures().size(); m++) {
      Measure measure = findings.measures().get(m);
      if (measure.isWhole()) {
        html.append(
            "<tr><td>%s</td><td>%s</td>"
                .formatted(escape(words.name(measure)), escape(words.unit(measure))));
        cells(m, measure);
      }
    }
    html.append("</table>\n");
  }

  private void parts(String title, String column, Measure.By by) {
    if (findings.measures().stream().noneMatch(measure -> measure.by() == by)) {
      return;
    }
    List<String> names = by.names(findings.scenarios().getFirst().blueprint());
    row("<h2>", title, "</h2>\n");
    head(column, "measure");
    for (int m = 0; m < findings.measures().size(); m++) {
      Measure measure = findings.measures().get(m);
      if (measure.by() == by) {
        html.append(
            "<tr><td>%s</td><td>%s, %s</td>"
                .formatted(
                    escape(names.get(measure.part())),
                    escape(words.name(measure)),
                    escape(words.unit(measure))));
        cells(m, measure);
      }
    }
    html.append("</table>\n");
  }

  private void head(String first, String second) {
    row("<table><thead><tr><th>", first, "</th><th>", second, "</th>");
    for (Scenario scenario : findings.scenarios()) {
      html.append("<th class=\"number\">").append(escape(scenario.title())).append("</th>");
    }
    html.append("</tr></thead>\n");
  }

  private void cells(int m, Measure measure) {
    for (int s = 0; s < findings.scenarios().size(); s++) {
      Figure figure = findings.figures().get(s).get(m);
      html.append("<td class=\"number\">").append(escape(words.value(measure, figure)));
      if (figure.change() != null) {
        html.append(
            "<br/><span class=\"%s\">%s %s</span>"
                .formatted(
                    figure.verdict(),
                    escape(words.change(measure, figure)),
                    escape(words.verdict(figure))));
      }
      html.append("</td>");
    }
    html.append("</tr>\n");
  }

  /** Markup and keys of texts in turn. */
  private void row(String... parts) {
    for (int i = 0; i < parts.length; i++) {
      html.append(i % 2 == 0 ? parts[i] : escaped(parts[i]));
    }
  }

  private String escaped(String key) {
    return escape(words.get(key));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
