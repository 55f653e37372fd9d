package se.dirigent.app.twin;

import java.util.List;
import se.dirigent.simulator.twin.Findings;
import se.dirigent.simulator.twin.Findings.Figure;
import se.dirigent.simulator.twin.Measure;

/** Findings as a table for a terminal; what differs by area is left to the reports. */
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
        if (measure.area() < 0) {
          text.append(line(words, measure, figures.get(m)));
        }
      }
    }
    return text.append("%n%s%n".formatted(words.get("reading"))).toString();
  }

  private static String line(Words words, Measure measure, Figure figure) {
    String line =
        "  %-58s %18s %-9s"
            .formatted(words.name(measure), words.value(measure, figure), words.unit(measure));
    return figure.change() == null
        ? "%s%n".formatted(line.stripTrailing())
        : "%s %20s  %s%n"
            .formatted(
                line, words.change(measure, figure), words.get("verdict." + figure.verdict()));
  }
}
