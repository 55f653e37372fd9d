package se.dirigent.app.twin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.chance.Interval;
import se.dirigent.simulator.twin.Blueprint;
import se.dirigent.simulator.twin.Findings;
import se.dirigent.simulator.twin.Findings.Figure;
import se.dirigent.simulator.twin.Measure;

/** Findings as a workbook: one row a scenario and measure, with numbers that can be counted on. */
final class TwinWorkbook {
  private static final List<String> HEADS =
      List.of("scenario", "part", "measure", "unit", "value", "±", "change", "±", "");

  private TwinWorkbook() {}

  static byte[] of(Findings findings, Words words) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Dirigent", "1.0")) {
      Worksheet sheet = book.newWorksheet("Dirigent");
      for (int column = 0; column < HEADS.size(); column++) {
        String head = HEADS.get(column);
        sheet.value(0, column, head.length() > 1 ? words.get(head) : head);
      }
      sheet.range(0, 0, 0, HEADS.size() - 1).style().bold().set();
      sheet.freezePane(0, 1);
      int row = 1;
      Blueprint first = findings.scenarios().getFirst().blueprint();
      for (int s = 0; s < findings.scenarios().size(); s++) {
        for (int m = 0; m < findings.measures().size(); m++) {
          row(sheet, row++, findings, s, m, words, first);
        }
      }
      sheet.setAutoFilter(0, 0, row - 1, HEADS.size() - 1);
    }
    return out.toByteArray();
  }

  private static void row(
      Worksheet sheet, int row, Findings findings, int s, int m, Words words, Blueprint first) {
    Measure measure = findings.measures().get(m);
    Figure figure = findings.figures().get(s).get(m);
    var scenario = findings.scenarios().get(s);
    sheet.value(row, 0, scenario.title());
    sheet.value(
        row,
        1,
        measure.isWhole()
            ? words.get(TwinPage.whole(first))
            : measure.by().names(first).get(measure.part()));
    sheet.value(row, 2, words.name(measure));
    sheet.value(row, 3, words.unit(measure));
    interval(sheet, row, 4, measure, figure.value());
    interval(sheet, row, 6, measure, figure.change());
    sheet.value(row, 8, words.verdict(figure));
    if (figure.atLeast()) {
      sheet.value(row, 9, words.value(measure, figure));
    }
  }

  private static void interval(
      Worksheet sheet, int row, int column, Measure measure, @Nullable Interval of) {
    if (of != null) {
      sheet.value(row, column, Words.shown(measure, of.mean()));
      sheet.value(row, column + 1, Words.shown(measure, of.half()));
    }
  }
}
