package se.dirigent.app.measures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.twin.Words;
import se.dirigent.server.platform.paper.Pdf;
import se.dirigent.simulator.chance.Interval;
import se.dirigent.simulator.twin.Findings;
import se.dirigent.simulator.twin.Findings.Figure;
import se.dirigent.simulator.twin.Measure;

/** The report of the review's five measures: page, PDF or workbook, in Swedish. */
public final class MeasuresReport {
  /** What is run, the first of them what the others are compared with. */
  public static final List<String> SCENARIOS =
      List.of(
          "jamtland-rides",
          "jamtland-rides-1",
          "jamtland-rides-1-cover",
          "jamtland-rides-2",
          "jamtland-rides-3-21",
          "jamtland-rides-3-22",
          "jamtland-rides-4",
          "jamtland-rides-4-daily",
          "jamtland-rides-4-nurse",
          "jamtland-rides-5",
          "jamtland-rides-all");

  private static final List<String> HEADS =
      List.of("Scenario", "Mått", "Enhet", "Värde", "±", "Ändring", "±", "Bedömning");

  private MeasuresReport() {}

  /**
   * The report.
   *
   * @param file whose name's ending says which: .html, .pdf or .xlsx
   * @param region what the region is called
   */
  public static byte[] of(Path file, Findings findings, String region) throws IOException {
    Words words = new Words("sv");
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".xlsx")) {
      return workbook(findings, words);
    }
    String page = MeasuresPage.of(findings, words, region);
    return name.endsWith(".pdf") ? Pdf.of(page) : page.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] workbook(Findings findings, Words words) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Dirigent", "1.0")) {
      figures(book.newWorksheet("Siffror"), findings, words);
      definitions(book.newWorksheet("Så räknas de"), words);
    }
    return out.toByteArray();
  }

  private static void figures(Worksheet sheet, Findings findings, Words words) {
    heads(sheet, HEADS);
    int row = 1;
    for (int s = 0; s < findings.scenarios().size(); s++) {
      for (int m = 0; m < findings.measures().size(); m++) {
        Measure measure = findings.measures().get(m);
        if (measure.isWhole()) {
          Figure figure = findings.figures().get(s).get(m);
          sheet.value(row, 0, findings.scenarios().get(s).title());
          sheet.value(row, 1, words.name(measure));
          sheet.value(row, 2, words.unit(measure));
          interval(sheet, row, 3, measure, figure.value());
          interval(sheet, row, 5, measure, figure.change());
          sheet.value(row++, 7, words.get("verdict." + figure.verdict()));
        }
      }
    }
    sheet.setAutoFilter(0, 0, row - 1, HEADS.size() - 1);
  }

  private static void definitions(Worksheet sheet, Words words) {
    heads(sheet, List.of("Mått", "Så räknas det", "Källa och antagande"));
    int row = 1;
    for (Definitions.Definition one : Definitions.all(words)) {
      sheet.value(row, 0, one.name());
      sheet.value(row, 1, one.counted());
      sheet.value(row++, 2, one.source());
    }
  }

  private static void heads(Worksheet sheet, List<String> heads) {
    for (int column = 0; column < heads.size(); column++) {
      sheet.value(0, column, heads.get(column));
    }
    sheet.range(0, 0, 0, heads.size() - 1).style().bold().set();
    sheet.freezePane(0, 1);
  }

  private static void interval(
      Worksheet sheet, int row, int column, Measure measure, @Nullable Interval of) {
    if (of != null) {
      sheet.value(row, column, Words.shown(measure, of.mean()));
      sheet.value(row, column + 1, Words.shown(measure, of.half()));
    }
  }
}
