package se.dirigent.app.replay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import se.dirigent.core.geo.Position;
import se.dirigent.simulator.service.TypedCall;

/**
 * A file of recorded calls, known by its columns.
 *
 * @param format which of the formats it has
 * @param calls its calls in the order of time
 * @param unreadable rows left out because time or position could not be read
 */
public record Recording(Format format, List<Recorded> calls, int unreadable) {
  /** Most rows read: ten times the largest file known, so that a wrong file ends in time. */
  private static final int ROWS_MAX = 1_000_000;

  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  /** The formats that can be read. */
  public enum Format {
    /** Swedish police events: id, event_time_local, type, lat, lon, place, summary. */
    POLICE,
    /** Houston's fire department: call_time_utc, lat, lon, type. */
    HOUSTON,
    /** The live service's own log, as its page saves it: {@link SavedLog}. */
    LOG
  }

  /**
   * Reads a CSV file, packed with gzip when its name ends in {@code .gz}.
   *
   * @throws IllegalArgumentException when the file is in no known format
   * @throws IOException when it cannot be read
   */
  public static Recording read(Path file) throws IOException {
    if (SavedLog.is(file)) {
      return SavedLog.read(file).calls();
    }
    try (Reader text = open(file);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      Format format = null;
      List<Recorded> calls = new ArrayList<>();
      int unreadable = 0;
      int row = 0;
      for (NamedCsvRecord record : rows) {
        if (format == null) {
          format = format(file, Set.copyOf(record.getHeader()));
        }
        if (++row > ROWS_MAX) {
          throw new IllegalArgumentException(
              file + " has more than " + ROWS_MAX + " rows; cut it into smaller files");
        }
        try {
          calls.add(call(format, record, row));
        } catch (DateTimeException | NumberFormatException | se.dirigent.core.Refused e) {
          unreadable++;
        }
      }
      if (format == null) {
        throw new IllegalArgumentException(file + " has no rows; give a CSV file with a header");
      }
      calls.sort(Comparator.comparing(Recorded::at).thenComparing(Recorded::key));
      return new Recording(format, calls, unreadable);
    }
  }

  /** When calls came whose type begins so, in the order of time; all for an empty type. */
  public List<Instant> times(String type) {
    return calls.stream().filter(call -> call.type().startsWith(type)).map(Recorded::at).toList();
  }

  /**
   * Why calls came whose type begins so, in the order of time; the recording says no more of them.
   *
   * @param type empty for all
   * @param zone whose days count
   */
  public List<TypedCall> typed(String type, ZoneId zone) {
    return calls.stream()
        .filter(call -> call.type().startsWith(type) && !call.type().isBlank())
        .map(call ->
            new TypedCall(LocalDate.ofInstant(call.at(), zone), call.type(), 0, null, Double.NaN))
        .toList();
  }

  /** The text of a file, packed with gzip when its name ends in {@code .gz}. */
  public static Reader open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    boolean packed = file.toString().endsWith(".gz");
    return new InputStreamReader(packed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8);
  }

  private static Format format(Path file, Set<String> columns) {
    if (columns.containsAll(List.of("id", "event_time_local", "type", "lat", "lon"))) {
      return Format.POLICE;
    }
    if (columns.containsAll(List.of("call_time_utc", "lat", "lon", "type"))) {
      return Format.HOUSTON;
    }
    throw new IllegalArgumentException(
        file
            + " has the columns "
            + columns
            + "; give police events (id, event_time_local, type, lat, lon), Houston calls"
            + " (call_time_utc, lat, lon, type) or a saved log of the service");
  }

  private static Recorded call(Format format, NamedCsvRecord row, int number) {
    Position position =
        new Position(
            Double.parseDouble(row.getField("lat")), Double.parseDouble(row.getField("lon")));
    return switch (format) {
      case POLICE ->
          new Recorded(
              row.getField("id"),
              LocalDateTime.parse(row.getField("event_time_local")).atZone(SWEDEN).toInstant(),
              row.getField("type"),
              position,
              row.findField("place").orElse(""),
              row.findField("summary").orElse(""));
      case HOUSTON ->
          new Recorded(
              Integer.toString(number),
              minute(row.getField("call_time_utc")),
              row.getField("type"),
              position,
              "",
              "");
      case LOG -> throw new IllegalStateException("a saved log is read by SavedLog");
    };
  }

  /** A time such as {@code 2025-09-01T05:00Z}, without seconds. */
  private static Instant minute(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
