package se.dirigent.server.fallback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.server.fallback.sheet.Link;
import se.dirigent.server.fallback.sheet.Sheet;
import se.dirigent.server.fallback.sheet.SheetHtml;
import se.dirigent.server.platform.paper.Pdf;

/** Writes sheets: the one way, whether the service does it or a program beside it. */
public final class SheetMaker {
  private final SheetFolder folder;
  private final String language;

  /**
   * @param language {@code sv} or {@code en}
   */
  public SheetMaker(SheetFolder folder, String language) {
    if (!language.equals("sv") && !language.equals("en")) {
      throw new IllegalArgumentException("language is '" + language + "'; give sv or en");
    }
    this.folder = folder;
    this.language = language;
  }

  /**
   * A sheet that was written.
   *
   * @param pdf null when only the page could be made; {@code pdfProblem} then says why
   * @param openToOthers whether other accounts can read it: the file system knows no rights
   */
  public record Written(
      String region,
      Path html,
      @Nullable Path pdf,
      String pdfProblem,
      Instant pictureAt,
      Instant madeAt,
      Duration age,
      long seq,
      Link link,
      boolean drill,
      boolean openToOthers) {

    /** For a report a program can read; ages in seconds. */
    public Map<String, Object> asMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("region", region);
      map.put("html", html.toString());
      map.put("pdf", pdf == null ? "" : pdf.toString());
      map.put("pictureAt", pictureAt.toString());
      map.put("madeAt", madeAt.toString());
      map.put("pictureAgeSeconds", age.toMillis() / 1000.0);
      map.put("seq", seq);
      map.put("link", link.name());
      map.put("drill", drill);
      map.put("openToOthers", openToOthers);
      return map;
    }
  }

  /**
   * Writes a sheet. The page comes first and stands even if no PDF can be made of it.
   *
   * @throws IOException when the folder cannot be written
   */
  public Written write(Sheet sheet) throws IOException {
    String html = SheetHtml.of(sheet, language);
    String name = SheetFolder.name(sheet.madeAt(), sheet.picture().seq());
    Path page = folder.write(name, ".html", html.getBytes(StandardCharsets.UTF_8));
    Path pdf = null;
    String problem = "";
    try {
      pdf = folder.write(name, ".pdf", Pdf.of(html));
    } catch (RuntimeException e) {
      problem = e.toString();
    }
    folder.tidy();
    return new Written(
        sheet.region().code().value(),
        page,
        pdf,
        problem,
        sheet.pictureAt(),
        sheet.madeAt(),
        sheet.age(),
        sheet.picture().seq(),
        sheet.link(),
        sheet.drill(),
        SheetFolder.openToOthers(page));
  }
}
