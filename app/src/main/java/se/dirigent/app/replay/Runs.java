package se.dirigent.app.replay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.service.Segment;
import se.dirigent.simulator.service.TypedCall;

/**
 * Recorded runs of units, step by step.
 *
 * @param lengths of each step in the order of time
 * @param rows that were read
 * @param typed why calls came, of those that somebody who conveys came to, in the order of time;
 *     empty when the file does not say
 */
public record Runs(Map<Segment, List<Double>> lengths, int rows, List<TypedCall> typed) {
  /** Most rows read: ten times the largest file known, so that a wrong file ends in time. */
  private static final int ROWS_MAX = 1_000_000;

  /** A step of more hours was forgotten and closed the day after. */
  private static final double HOURS_MAX = 6;

  /** What marks a file of runs of the Rogue Valley fire department's form. */
  private static final String DISPATCHED = "Unit_Dispatch_Times";

  private static final String ROLLING = "Unit_Enroute_Times";
  private static final String ARRIVED = "Unit_Arrive_Times";
  private static final String LOADED = "Unit_Enroute_To_Hospital_Times";
  private static final String HOSPITAL = "Unit_Arrive_At_Hospital_Times";
  private static final String CLEAR = "Unit_Clear_Times";
  private static final List<String> COLUMNS =
      List.of(DISPATCHED, ROLLING, ARRIVED, LOADED, HOSPITAL, CLEAR);

  /** The runs that a saved log tells of, drives with a patient beside what the network says. */
  public static Runs of(SavedLog log, SavedLog.Drives drives) {
    Runs runs = none();
    log.each(drives, runs::add);
    return new Runs(runs.lengths, log.assignments(), List.of());
  }

  public Runs {
    typed = List.copyOf(typed);
  }

  private static Runs none() {
    Map<Segment, List<Double>> lengths = new EnumMap<>(Segment.class);
    for (Segment segment : Segment.values()) {
      lengths.put(segment, new ArrayList<>());
    }
    return new Runs(lengths, 0, List.of());
  }

  /** Whether a file holds runs: its columns say so. */
  public static boolean holds(Path file) throws IOException {
    try (BufferedReader text = new BufferedReader(Recording.open(file))) {
      String first = text.readLine();
      return first != null && List.of(first.split(",", -1)).containsAll(COLUMNS);
    }
  }

  /**
   * Reads runs with a column for each step, in which every unit has its time of day: {@code
   * M5=07:05:17, WAVE1=06:51:33}. Of those who left nobody at a hospital only units count that
   * somewhere in the file convey patients: a fire engine's time at the scene is another thing.
   */
  public static Runs read(Path file) throws IOException {
    Runs runs = none();
    List<Map<String, Map<String, LocalTime>>> all = new ArrayList<>();
    List<RunType> types = new ArrayList<>();
    Set<String> convey = new HashSet<>();
    try (Reader text = Recording.open(file);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        if (all.size() == ROWS_MAX) {
          throw new IllegalArgumentException(
              file + " has more than " + ROWS_MAX + " rows; cut it into smaller files");
        }
        Map<String, Map<String, LocalTime>> times = new HashMap<>();
        COLUMNS.forEach(column -> times.put(column, times(row.getField(column))));
        convey.addAll(times.getOrDefault(LOADED, Map.of()).keySet());
        all.add(times);
        types.add(RunType.of(row));
      }
    }
    all.forEach(times -> runs.add(times, convey));
    List<TypedCall> typed = new ArrayList<>();
    for (int row = 0; row < all.size(); row++) {
      types.get(row).call(new Scene(all.get(row), convey)).ifPresent(typed::add);
    }
    typed.sort(Comparator.comparing(TypedCall::day));
    return new Runs(runs.lengths, all.size(), typed);
  }

  /** What those who convey did at a scene, by column and unit, and who they are. */
  record Scene(Map<String, Map<String, LocalTime>> times, Set<String> convey) {
    boolean isReached() {
      return times.getOrDefault(ARRIVED, Map.of()).keySet().stream().anyMatch(convey::contains);
    }

    boolean isConveyed() {
      return !times.getOrDefault(LOADED, Map.of()).isEmpty();
    }

    /** Of the first unit that left with a patient; not a number when none did. */
    double minutes() {
      for (String unit : times.getOrDefault(LOADED, Map.of()).keySet()) {
        double minutes = Runs.minutes(time(times, ARRIVED, unit), time(times, LOADED, unit));
        if (minutes <= HOURS_MAX * 60) {
          return minutes;
        }
      }
      return Double.NaN;
    }
  }

  private static Map<String, LocalTime> times(String cell) {
    Map<String, LocalTime> times = new LinkedHashMap<>();
    for (String one : cell.split(",", -1)) {
      String[] words = one.strip().split("=", -1);
      if (words.length == 2) {
        try {
          times.put(words[0], LocalTime.parse(words[1]));
        } catch (DateTimeParseException unreadable) {
          // One time in a cell of many: the others count.
          continue;
        }
      }
    }
    return times;
  }

  private void add(Map<String, Map<String, LocalTime>> times, Set<String> convey) {
    for (String unit : times.getOrDefault(DISPATCHED, Map.of()).keySet()) {
      LocalTime arrived = time(times, ARRIVED, unit);
      LocalTime loaded = time(times, LOADED, unit);
      LocalTime hospital = time(times, HOSPITAL, unit);
      LocalTime clear = time(times, CLEAR, unit);
      add(Segment.TURNOUT, time(times, DISPATCHED, unit), time(times, ROLLING, unit));
      add(Segment.DRIVE, time(times, ROLLING, unit), arrived);
      add(Segment.SCENE_CONVEYED, arrived, loaded);
      add(Segment.TRANSPORT, loaded, hospital);
      add(Segment.HOSPITAL, hospital, clear);
      if (loaded == null && convey.contains(unit)) {
        add(Segment.SCENE_LEFT, arrived, clear);
      }
    }
  }

  private static @Nullable LocalTime time(
      Map<String, Map<String, LocalTime>> times, String column, String unit) {
    return times.getOrDefault(column, Map.of()).get(unit);
  }

  private void add(Segment segment, @Nullable LocalTime from, @Nullable LocalTime to) {
    add(segment, minutes(from, to));
  }

  /** From one time of day to the next of the other; not a number when one is not known. */
  private static double minutes(@Nullable LocalTime from, @Nullable LocalTime to) {
    int day = 24 * 60 * 60;
    return from == null || to == null
        ? Double.NaN
        : Math.floorMod(to.toSecondOfDay() - from.toSecondOfDay(), day) / 60.0;
  }

  /** A step that took so long, in its unit; one that was forgotten is left out. */
  private void add(Segment segment, double length) {
    if (length >= 0 && length <= HOURS_MAX * 60) {
      lengths.computeIfAbsent(segment, _ -> new ArrayList<>()).add(length);
    }
  }

  /** The lengths of a step. */
  public double[] of(Segment segment) {
    return lengths.getOrDefault(segment, List.of()).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }
}
