package se.dirigent.server.platform.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PdfTest {
  /**
   * A command that writes a report has no settings of logging, and prints what it was asked for.
   */
  @Test
  void s1_fontsThatNobodyAskedForAreNotToldOf() throws IOException {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> seen = new ListAppender<>();
    seen.start();
    root.addAppender(seen);
    try {
      byte[] pdf = Pdf.of("<html><head><title>a</title></head><body>Å</body></html>");
      assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
    } finally {
      root.detachAppender(seen);
    }
    assertEquals(
        List.of(),
        seen.list.stream()
            .filter(event -> event.getLoggerName().startsWith("org.apache"))
            .map(Object::toString)
            .toList());
  }
}
