package se.dirigent.app.twin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import se.dirigent.server.platform.paper.Pdf;
import se.dirigent.simulator.twin.Change;
import se.dirigent.simulator.twin.Findings;

/** Findings as a file to read, print or count on, by the ending of its name. */
public final class TwinReport {
  private TwinReport() {}

  private enum Format {
    HTML,
    PDF,
    XLSX
  }

  /**
   * Refuses a file that no report can be written to, before anything is run.
   *
   * @throws IllegalArgumentException when its name ends otherwise than .html, .pdf or .xlsx
   */
  public static void requireFormat(Path file) {
    Format _ = format(file);
  }

  /**
   * The report.
   *
   * @param language sv or en
   */
  public static byte[] of(Path file, Findings findings, String language) throws IOException {
    Words words = new Words(language);
    return switch (format(file)) {
      case HTML -> TwinPage.of(findings, words).getBytes(StandardCharsets.UTF_8);
      case PDF -> Pdf.of(TwinPage.of(findings, words));
      case XLSX -> TwinWorkbook.of(findings, words);
    };
  }

  /** A change in the words of the file. */
  public static String told(Change change) {
    return TwinPage.told(change);
  }

  /** By which definition arrivals are counted as in time. */
  public static String definition(Findings findings, Words words) {
    return TwinPage.definition(findings, words);
  }

  private static Format format(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (Format format : Format.values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "the report is '" + file + "'; give a name that ends with .html, .pdf or .xlsx");
  }
}
