package se.dirigent.app.twin;

import java.util.List;
import se.dirigent.simulator.twin.Findings;
import se.dirigent.simulator.twin.Findings.Figure;
import se.dirigent.simulator.twin.Measure;

/**
 * Findings as a table for a terminal; what differs by municipality or type of call is left to the
 * reports.
 */
public final class FindingsText {
  private FindingsText() {}

  /**
   * The table.
   *
   * @param language sv or en
   */
  public static String of(Findings findings, String language) {
    Words words = new Words(language);
    StringBuilder text = new StringBuilder();
    for (int s = 0; s < findings.scenarios().size(); s++) {
      var scenario = findings.scenarios().get(s);
      text.append("%n%s%n".formatted(scenario.title()));
      List<Figure> figures = findings.figures().get(s);
      for (int m = 0; m < figures.size(); m++) {
        Measure measure = findings.measures().get(m);
        if (measure.isWhole()) {
          text.append(line(words, words.name(measure), measure, figures.get(m)));
        }
      }
      text.append(regions(findings, s, words));
    }
    return text.append("%n%s%n".formatted(words.get("reading"))).toString();
  }

  /** Of regions the most urgent alone, which is what a screen holds. */
  private static String regions(Findings findings, int s, Words words) {
    StringBuilder text = new StringBuilder();
    var regions = findings.scenarios().get(s).base().regions();
    for (int m = 0; m < findings.measures().size(); m++) {
      Measure measure = findings.measures().get(m);
      boolean shown = measure.kind() == Measure.Kind.WITHIN_GOAL && measure.level() == 1;
      if (shown && measure.by() == Measure.By.REGION) {
        String name = regions.get(measure.part()).name() + ", " + words.name(measure);
        text.append(line(words, name, measure, findings.figures().get(s).get(m)));
      }
    }
    return text.isEmpty() ? "" : "%n".formatted() + text;
  }

  private static String line(Words words, String name, Measure measure, Figure figure) {
    String line =
        "  %-58s %18s %-9s".formatted(name, words.value(measure, figure), words.unit(measure));
    return figure.change() == null
        ? "%s%n".formatted(line.stripTrailing())
        : "%s %20s  %s%n".formatted(line, words.change(measure, figure), words.verdict(figure));
  }
}
