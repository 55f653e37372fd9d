package se.dirigent.server.platform.paper;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Makes a PDF from its page, with the letters in it: any reader shows the same. */
public final class Pdf {
  private static final String FAMILY = "Sheet";
  private static final String REGULAR = "/paper/DejaVuSansCondensed.ttf";
  private static final String BOLD = "/paper/DejaVuSansCondensed-Bold.ttf";

  /** Whose warnings are of letter forms that the machine lacks; pages bring their own. */
  private static final List<String> CHATTER = List.of("org.apache.pdfbox", "org.apache.fontbox");

  // Here and not among the service's settings: commands make reports too, and have none.
  static {
    for (String name : CHATTER) {
      if (LoggerFactory.getLogger(name) instanceof Logger logger) {
        logger.setLevel(Level.ERROR);
      }
    }
  }

  private Pdf() {}

  /**
   * The PDF.
   *
   * @param html well-formed XHTML
   * @throws IOException when it cannot be laid out
   */
  public static byte[] of(String html) throws IOException {
    // Its own log tells of every style it skips; what matters here is whether there is a PDF.
    XRLog.setLoggingEnabled(false);
    ByteArrayOutputStream out = new ByteArrayOutputStream(256 * 1024);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.useFont(() -> font(REGULAR), FAMILY, 400, FontStyle.NORMAL, true);
    builder.useFont(() -> font(BOLD), FAMILY, 700, FontStyle.NORMAL, true);
    // Nothing is ever fetched: a page holds all it needs.
    builder.useUriResolver((base, uri) -> null);
    builder.withHtmlContent(html, null);
    builder.withProducer("Dirigent");
    builder.toStream(out);
    builder.run();
    return out.toByteArray();
  }

  private static InputStream font(String resource) {
    InputStream in = Pdf.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("the program lacks its file " + resource);
    }
    return in;
  }
}
