package se.dirigent.app.study.outcome;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.twin.TwinReport;
import se.dirigent.app.twin.Words;
import se.dirigent.simulator.chance.Interval;
import se.dirigent.simulator.twin.Blueprint;
import se.dirigent.simulator.twin.Findings;
import se.dirigent.simulator.twin.Findings.Figure;
import se.dirigent.simulator.twin.Findings.Verdict;
import se.dirigent.simulator.twin.Measure;

/**
 * Findings side by side in the words and units of one language, the same as in the reports.
 *
 * @param definition by which definition an arrival is counted as in time
 * @param reading how the figures are to be read
 * @param measures what was measured, in the order it is read
 * @param scenarios what each came to
 */
public record Comparison(
    String definition, String reading, List<Column> measures, List<Compared> scenarios) {

  /**
   * A measure.
   *
   * @param level of urgency from 1, null when it is of all
   * @param area name of the municipality, null when it is not of one
   * @param region name of the region among several, null when it is not of one
   * @param type why somebody called, null when it is not of one type of calls
   * @param name in words, without area, region and type
   * @param unit in what values are written
   * @param unitOfChange in what changes are written
   */
  public record Column(
      Measure.Kind kind,
      @Nullable Integer level,
      @Nullable String area,
      @Nullable String region,
      @Nullable String type,
      String name,
      String unit,
      String unitOfChange) {}

  /**
   * A scenario.
   *
   * @param changes in the words of its file
   * @param traceHash of all its runs, in hexadecimal
   * @param cells in the order of the measures
   */
  public record Compared(String title, List<String> changes, String traceHash, List<Cell> cells) {}

  /**
   * A figure.
   *
   * @param value over the runs; null when nothing could be measured
   * @param change against the first scenario; null for the first itself
   * @param verdict what the change is, in words
   */
  public record Cell(
      @Nullable Range value, @Nullable Range change, Verdict kind, String verdict, int runs) {}

  /**
   * A mean with its 95 % interval, in the unit it is written in.
   *
   * @param half half the width of the interval
   * @param text as it is written
   */
  public record Range(double mean, double half, String text) {}

  /**
   * In a language.
   *
   * @param language sv or en
   */
  public static Comparison of(Findings findings, String language) {
    Words words = new Words(language);
    Blueprint first = findings.scenarios().getFirst().blueprint();
    List<Column> columns =
        findings.measures().stream().map(measure -> column(measure, first, words)).toList();
    List<Compared> scenarios = new ArrayList<>();
    for (int s = 0; s < findings.scenarios().size(); s++) {
      scenarios.add(compared(findings, s, words));
    }
    return new Comparison(
        TwinReport.definition(findings, words), words.get("reading"), columns, scenarios);
  }

  private static Column column(Measure measure, Blueprint first, Words words) {
    return new Column(
        measure.kind(),
        measure.level() == 0 ? null : measure.level(),
        part(measure, Measure.By.AREA, first),
        part(measure, Measure.By.REGION, first),
        part(measure, Measure.By.TYPE, first),
        words.name(measure),
        words.unit(measure),
        words.unitOfChange(measure));
  }

  private static @Nullable String part(Measure measure, Measure.By by, Blueprint first) {
    return measure.by() == by ? by.names(first).get(measure.part()) : null;
  }

  private static Compared compared(Findings findings, int s, Words words) {
    List<Cell> cells = new ArrayList<>();
    for (int m = 0; m < findings.measures().size(); m++) {
      Measure measure = findings.measures().get(m);
      Figure figure = findings.figures().get(s).get(m);
      cells.add(
          new Cell(
              range(measure, figure.value(), words.value(measure, figure)),
              range(measure, figure.change(), words.change(measure, figure)),
              figure.verdict(),
              words.verdict(figure),
              figure.runs()));
    }
    var scenario = findings.scenarios().get(s);
    return new Compared(
        scenario.title(),
        scenario.changes().stream().map(TwinReport::told).toList(),
        Long.toHexString(findings.traceHashes().get(s)),
        cells);
  }

  private static @Nullable Range range(Measure measure, @Nullable Interval of, String text) {
    return of == null
        ? null
        : new Range(Words.shown(measure, of.mean()), Words.shown(measure, of.half()), text);
  }
}
