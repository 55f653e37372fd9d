package se.dirigent.app.measures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.dirigent.app.twin.Words;
import se.dirigent.simulator.chance.Interval;
import se.dirigent.simulator.twin.Experiment;
import se.dirigent.simulator.twin.Findings;
import se.dirigent.simulator.twin.Findings.Figure;
import se.dirigent.simulator.twin.Measure;

/**
 * The report of the five measures as a page: a text with marks, each of which is a figure, a table
 * or a plot of what was found. A mark is {@code {value SCENARIO MEASURE}}, {@code {change SCENARIO
 * MEASURE}}, {@code {table SCENARIO MEASURE…}}, {@code {plot MEASURE}}, {@code {overview}}, {@code
 * {definitions}}, {@code {traces}}, {@code {runs}}, {@code {region}} or {@code {style}}; a measure
 * is its kind, with the level after a slash.
 */
final class MeasuresPage {
  private static final Pattern MARK = Pattern.compile("\\{([a-z]+)((?: [A-Za-z0-9_/-]+)*)\\}");

  /** Half the width of a plot, in pixels. */
  private static final int HALF_WIDTH = 150;

  /** What the summary compares, in the order of its columns. */
  private static final List<String> OVERVIEW =
      List.of(
          "RIDE_KRONOR_REGION",
          "RIDE_FLIGHT_HOURS",
          "RIDE_KRONOR_FEE",
          "RIDE_AMBULANCE_HOURS",
          "RESPONSE_MEDIAN/1");

  private final Findings findings;
  private final Words words;
  private final String region;
  private final String style;

  private MeasuresPage(Findings findings, Words words, String region, String style) {
    this.findings = findings;
    this.words = words;
    this.region = region;
    this.style = style;
  }

  static String of(Findings findings, Words words, String region) throws IOException {
    return new MeasuresPage(findings, words, region, text("measures/report.css"))
        .filled(text("measures/report.html"));
  }

  private static String text(String name) throws IOException {
    try (InputStream in = MeasuresPage.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no file /" + name + " on the class path; build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String filled(String text) {
    return MARK.matcher(text).replaceAll(m -> Matcher.quoteReplacement(mark(m.group(1), m)));
  }

  private String mark(String what, MatchResult match) {
    String[] of = match.group(2).strip().split(" ");
    return switch (what) {
      case "value" -> escape(value(figure(of[0], of[1]), measure(of[1])));
      case "change" -> change(of[0], of[1]);
      case "table" -> table(of[0], List.of(of).subList(1, of.length));
      case "plot" -> plot(of[0]);
      case "overview" -> overview();
      case "definitions" -> definitions();
      case "traces" -> traces();
      case "runs" -> runs();
      case "region" -> escape(region);
      case "style" -> style;
      default -> match.group();
    };
  }

  private int scenario(String name) {
    for (int s = 0; s < findings.scenarios().size(); s++) {
      if (findings.scenarios().get(s).name().equals(name)) {
        return s;
      }
    }
    throw new IllegalStateException("the report tells of '" + name + "', which was not run");
  }

  private Measure measure(String name) {
    String[] parts = name.split("/");
    int level = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    return new Measure(Measure.Kind.valueOf(parts[0]), level);
  }

  private Figure figure(String scenario, String measure) {
    int m = findings.measures().indexOf(measure(measure));
    if (m < 0) {
      throw new IllegalStateException(
          "the report tells of " + measure + ", which was not measured");
    }
    return findings.figures().get(scenario(scenario)).get(m);
  }

  private String value(Figure figure, Measure measure) {
    return figure.value() == null ? "–" : words.value(measure, figure) + " " + unit(measure);
  }

  private String unit(Measure measure) {
    return switch (measure.kind().unit()) {
      case SHARE -> "%";
      case KRONOR -> "mnkr";
      case SECONDS -> "min";
      case HOURS -> "h";
      case COUNT -> "";
    };
  }

  private String unitOfChange(Measure measure) {
    return measure.kind().unit() == Measure.Unit.SHARE ? "procentenheter" : unit(measure);
  }

  private String change(String scenario, String name) {
    Measure measure = measure(name);
    Figure figure = figure(scenario, name);
    if (figure.change() == null) {
      return "–";
    }
    return "<span class=\"%s\">%s %s</span> (%s)"
        .formatted(
            figure.verdict(),
            escape(words.change(measure, figure)),
            escape(unitOfChange(measure)),
            escape(words.verdict(figure)));
  }

  private String table(String scenario, List<String> measures) {
    StringBuilder html = new StringBuilder("<table class=\"figures\"><thead><tr><th>Mått</th>");
    html.append("<th class=\"number\">I dag</th><th class=\"number\">Med åtgärden</th>");
    html.append("<th class=\"number\">Ändring</th><th>Bedömning</th></tr></thead>\n");
    String base = findings.scenarios().getFirst().name();
    for (String name : measures) {
      Measure measure = measure(name);
      Figure with = figure(scenario, name);
      html.append(
          "<tr><td>%s</td><td class=\"number\">%s</td><td class=\"number\">%s</td>"
              .formatted(
                  escape(words.name(measure)),
                  escape(value(figure(base, name), measure)),
                  escape(value(with, measure))));
      html.append(
          "<td class=\"number\"><span class=\"%s\">%s %s</span></td><td>%s</td></tr>%n"
              .formatted(
                  with.verdict(),
                  escape(words.change(measure, with)),
                  escape(unitOfChange(measure)),
                  escape(words.verdict(with))));
    }
    return html.append("</table>\n").toString();
  }

  private String overview() {
    StringBuilder html = new StringBuilder("<table class=\"overview\"><thead><tr><th>Åtgärd</th>");
    for (String name : OVERVIEW) {
      Measure measure = measure(name);
      html.append(
          "<th class=\"number\">%s, %s</th>"
              .formatted(escape(words.name(measure)), escape(unitOfChange(measure))));
    }
    html.append("</tr></thead>\n");
    for (int s = 1; s < findings.scenarios().size(); s++) {
      var of = findings.scenarios().get(s);
      html.append("<tr><td>").append(escape(of.title())).append("</td>");
      for (String name : OVERVIEW) {
        Figure figure = figure(of.name(), name);
        html.append(
            "<td class=\"number\"><span class=\"%s\">%s</span></td>"
                .formatted(figure.verdict(), escape(words.change(measure(name), figure))));
      }
      html.append("</tr>\n");
    }
    return html.append("</table>\n").toString();
  }

  private String plot(String name) {
    Measure measure = measure(name);
    double most = 0;
    for (int s = 1; s < findings.scenarios().size(); s++) {
      Interval change = figure(findings.scenarios().get(s).name(), name).change();
      most = change == null ? most : Math.max(most, Math.abs(change.mean()) + change.half());
    }
    StringBuilder html =
        new StringBuilder(
            "<h4>%s, ändring mot i dag (%s)</h4>%n<table class=\"plots\">%n"
                .formatted(escape(words.name(measure)), escape(unitOfChange(measure))));
    for (int s = 1; s < findings.scenarios().size(); s++) {
      var of = findings.scenarios().get(s);
      html.append(row(of.title(), measure, figure(of.name(), name), most));
    }
    return html.append("</table>\n").toString();
  }

  private String row(String title, Measure measure, Figure figure, double most) {
    Interval change = figure.change();
    if (change == null) {
      return "";
    }
    int from = pixel(change.mean() - change.half(), most);
    int to = pixel(change.mean() + change.half(), most);
    int zero = pixel(0, most);
    int mean = pixel(change.mean(), most);
    return """
    <tr><td>%s</td><td class="picture"><div class="plot">\
    <div class="bar %s" style="left:%dpx;width:%dpx"></div><div class="zero"></div>\
    <div class="line" style="left:%dpx;width:%dpx"></div></div></td>\
    <td class="number">%s</td></tr>
    """
        .formatted(
            escape(title),
            figure.verdict(),
            Math.min(zero, mean),
            Math.max(1, Math.abs(mean - zero)),
            from,
            Math.max(1, to - from),
            escape(words.change(measure, figure)));
  }

  private static int pixel(double value, double most) {
    return most == 0 ? HALF_WIDTH : (int) Math.round(HALF_WIDTH + HALF_WIDTH * value / most);
  }

  private String definitions() {
    StringBuilder html = new StringBuilder("<table class=\"text\"><thead><tr><th>Mått</th>");
    html.append("<th>Så räknas det</th><th>Källa och antagande</th></tr></thead>\n");
    for (Definitions.Definition one : Definitions.all(words)) {
      html.append(
          "<tr><td>%s</td><td>%s</td><td>%s</td></tr>%n"
              .formatted(escape(one.name()), escape(one.counted()), escape(one.source())));
    }
    return html.append("</table>\n").toString();
  }

  private String traces() {
    List<String> lines = new ArrayList<>();
    for (int s = 0; s < findings.scenarios().size(); s++) {
      lines.add(
          "%s: %s"
              .formatted(
                  findings.scenarios().get(s).name(),
                  Long.toHexString(findings.traceHashes().get(s))));
    }
    return lines.stream().map(MeasuresPage::escape).collect(Collectors.joining("<br/>\n"));
  }

  private String runs() {
    Experiment by = findings.experiment();
    return "%d körningar på %d dygn för varje scenario, frö %d till %d"
        .formatted(by.replications(), by.days(), by.seed(), by.seed() + by.replications() - 1);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
