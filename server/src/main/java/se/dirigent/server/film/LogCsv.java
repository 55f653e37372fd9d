package se.dirigent.server.film;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.server.journal.Entry;

/** The log as a table that a Swedish spreadsheet opens: semicolons, UTF-8 with its mark. */
final class LogCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String HEAD = "nr;tid;vem;händelse;ärende;enhet;uppdrag;innehåll";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS ZZZZZ", Locale.ROOT);

  private LogCsv() {}

  /** The entries in the order given, times in the region's zone. */
  static String of(List<Entry> entries, ZoneId zone) {
    return entries.stream()
        .map(e -> line(e, zone))
        .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK + HEAD + "\r\n", "\r\n"));
  }

  private static String line(Entry e, ZoneId zone) {
    return Stream.of(
            Long.toString(e.seq()),
            TIME.format(e.at().atZone(zone)),
            e.actor(),
            e.type(),
            e.incident(),
            e.unit(),
            e.assignment(),
            e.data().toString())
        .map(LogCsv::cell)
        .collect(Collectors.joining(";"));
  }

  /** A text that begins like a formula would be reckoned by the spreadsheet: it gets a mark. */
  static String cell(@Nullable String value) {
    if (value == null) {
      return "";
    }
    boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    String safe = formula ? "'" + value : value;
    boolean quoted = safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
