package se.dirigent.app.replay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.geo.Position;
import se.dirigent.simulator.service.Segment;
import se.dirigent.simulator.service.TypedCall;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of the live service as its page saves it: the journal as a table with semicolons. It has
 * what the twin is calibrated with: when and where calls came, and every step of every assignment.
 *
 * @param calls the incidents that were opened
 * @param runs the assignments, in the order they were made
 * @param causes why they called, by incident
 */
public record SavedLog(Recording calls, List<Run> runs, Map<String, Cause> causes) {
  private static final String HEAD = "nr;tid;vem;händelse;ärende;enhet;uppdrag;innehåll";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS ZZZZZ", Locale.ROOT);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Most rows read: fifty of the largest files that the page saves, put together. */
  private static final int ROWS_MAX = 1_000_000;

  public SavedLog {
    runs = List.copyOf(runs);
    causes = Map.copyOf(causes);
  }

  /**
   * Why somebody called.
   *
   * @param code of the region's index
   * @param priority the latest that was given
   */
  public record Cause(String code, String priority) {}

  /**
   * One assignment.
   *
   * @param incident what it is for
   * @param times of the steps that were passed
   * @param from where the patient was; null when nobody knew
   * @param facility where the patient was taken; null when not
   */
  public record Run(
      String incident,
      Map<Milestone, Instant> times,
      @Nullable Position from,
      @Nullable String facility) {
    @Nullable Duration between(Milestone one, Milestone other) {
      Instant begun = times.get(one);
      Instant ended = times.get(other);
      return begun == null || ended == null ? null : Duration.between(begun, ended);
    }
  }

  /** How long a drive with a patient should take, by the road network. */
  @FunctionalInterface
  public interface Drives {
    /** Null when nobody knows. */
    @Nullable Duration to(Position from, String facility, Instant at);
  }

  /** Told of a step and how long it took, in the step's unit. */
  @FunctionalInterface
  public interface Steps {
    void took(Segment segment, double length);
  }

  /** Whether a file is one: its first line says so. */
  public static boolean is(Path file) throws IOException {
    try (BufferedReader text = new BufferedReader(Recording.open(file))) {
      String first = text.readLine();
      return first != null && first.endsWith(HEAD);
    }
  }

  /**
   * Reads a saved log.
   *
   * @throws IllegalArgumentException when it is too long
   */
  public static SavedLog read(Path file) throws IOException {
    Reading reading = new Reading();
    try (BufferedReader text = new BufferedReader(Recording.open(file))) {
      skipMark(text);
      try (CsvReader<NamedCsvRecord> rows =
          CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(text)) {
        int row = 0;
        for (NamedCsvRecord record : rows) {
          if (++row > ROWS_MAX) {
            throw new IllegalArgumentException(
                file + " has more than " + ROWS_MAX + " rows; save shorter times");
          }
          reading.read(record);
        }
      }
    }
    return reading.log();
  }

  private static void skipMark(Reader text) throws IOException {
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
  }

  /** How many assignments. */
  public int assignments() {
    return runs.size();
  }

  /** Tells every step of every assignment, in the order they were made. */
  public void each(Drives drives, Steps steps) {
    for (Run run : runs) {
      tell(steps, Segment.TURNOUT, run.between(Milestone.ASSIGNED, Milestone.ROLLING));
      tell(steps, Segment.DRIVE, run.between(Milestone.ROLLING, Milestone.AT_ADDRESS));
      tell(steps, Segment.SCENE_CONVEYED, run.between(Milestone.AT_ADDRESS, Milestone.LOADED));
      tell(steps, Segment.HOSPITAL, run.between(Milestone.AT_DESTINATION, Milestone.CLEAR));
      Duration drive = run.between(Milestone.LOADED, Milestone.AT_DESTINATION);
      tell(steps, Segment.TRANSPORT, drive);
      Instant loaded = run.times().get(Milestone.LOADED);
      if (loaded == null) {
        tell(steps, Segment.SCENE_LEFT, run.between(Milestone.AT_ADDRESS, Milestone.CLEAR));
      } else if (drive != null && run.from() != null && run.facility() != null) {
        Duration usual = drives.to(run.from(), run.facility(), loaded);
        if (usual != null && usual.isPositive()) {
          steps.took(Segment.TRAVEL_FACTOR, drive.toMillis() / (double) usual.toMillis());
        }
      }
    }
  }

  /**
   * Why each of the calls came that had an index code, in the order of time.
   *
   * @param type only calls whose type begins so, as {@link Recording#times} takes it
   * @param zone whose days count
   * @param name of an index code
   * @param level of a priority, 0 when it is not known
   */
  public List<TypedCall> typed(
      String type, ZoneId zone, UnaryOperator<String> name, ToIntFunction<String> level) {
    Map<String, List<Run>> byIncident = runs.stream().collect(Collectors.groupingBy(Run::incident));
    List<TypedCall> typed = new ArrayList<>();
    for (Recorded call : calls.calls()) {
      Cause cause = causes.get(call.key());
      if (cause != null && !cause.code().isBlank() && call.type().startsWith(type)) {
        List<Run> of = byIncident.getOrDefault(call.key(), List.of());
        typed.add(
            new TypedCall(
                LocalDate.ofInstant(call.at(), zone),
                name.apply(cause.code()),
                level.applyAsInt(cause.priority()),
                passed(of, Milestone.AT_ADDRESS) ? passed(of, Milestone.LOADED) : null,
                scene(of)));
      }
    }
    return typed;
  }

  private static boolean passed(List<Run> runs, Milestone milestone) {
    return runs.stream().anyMatch(run -> run.times().containsKey(milestone));
  }

  private static double scene(List<Run> runs) {
    return runs.stream()
        .map(run -> run.between(Milestone.AT_ADDRESS, Milestone.LOADED))
        .flatMap(Stream::ofNullable)
        .mapToDouble(stay -> stay.toMillis() / 60_000.0)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static void tell(Steps steps, Segment segment, @Nullable Duration took) {
    if (took != null) {
      steps.took(segment, took.toMillis() / 60_000.0);
    }
  }

  /**
   * What has been read so far; the page saves the latest first, a journal tells the first first.
   */
  private static final class Reading {
    private final Map<String, Map<Milestone, Instant>> times = new LinkedHashMap<>();
    private final Map<String, String> incidents = new HashMap<>();
    private final Map<String, String> facilities = new HashMap<>();
    private final Map<String, Position> places = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();

    /** By incident the priorities it has had, by the time each was given. */
    private final Map<String, NavigableMap<Instant, String>> priorities = new HashMap<>();

    private final List<Recorded> calls = new ArrayList<>();
    private int unreadable;

    void read(NamedCsvRecord row) {
      try {
        JsonNode data = JSON.readTree(row.getField("innehåll"));
        Instant at = OffsetDateTime.parse(row.getField("tid"), TIME).toInstant();
        String incident = row.getField("ärende");
        String assignment = row.getField("uppdrag");
        switch (row.getField("händelse")) {
          case "IncidentOpened" -> opened(incident, at, data);
          case "PriorityChanged" -> given(incident, at, data.path("to").asString());
          case "UnitAssigned" -> {
            incidents.put(assignment, incident);
            passed(assignment, Milestone.ASSIGNED, at);
          }
          case "MilestonePassed" ->
              passed(
                  assignment,
                  Milestone.valueOf(data.path("milestone").asString()),
                  Instant.parse(data.path("at").asString()));
          case "DestinationChosen" -> facilities.put(assignment, data.path("facility").asString());
          default -> {
            // The other events say nothing of when calls come or how long crews take.
          }
        }
      } catch (DateTimeException | IllegalArgumentException | JacksonException bad) {
        unreadable++;
      }
    }

    private void passed(String assignment, Milestone milestone, Instant at) {
      times.computeIfAbsent(assignment, _ -> new EnumMap<>(Milestone.class)).put(milestone, at);
    }

    private void opened(String incident, Instant at, JsonNode data) {
      JsonNode where = data.path("location").path("position");
      if (!where.isObject()) {
        unreadable++;
        return;
      }
      Position position =
          new Position(where.path("lat").doubleValue(), where.path("lon").doubleValue());
      places.put(incident, position);
      codes.put(incident, data.path("indexCode").asString(""));
      given(incident, at, data.path("priority").asString());
      calls.add(
          new Recorded(
              incident,
              at,
              data.path("priority").asString(),
              position,
              data.path("location").path("municipality").asString(""),
              ""));
    }

    private void given(String incident, Instant at, String priority) {
      priorities.computeIfAbsent(incident, _ -> new TreeMap<>()).put(at, priority);
    }

    private Map<String, Cause> causes() {
      Map<String, Cause> causes = new HashMap<>();
      codes.forEach((incident, code) -> {
        var given = priorities.getOrDefault(incident, Collections.emptyNavigableMap());
        causes.put(incident, new Cause(code, given.isEmpty() ? "" : given.lastEntry().getValue()));
      });
      return causes;
    }

    SavedLog log() {
      calls.sort(Comparator.comparing(Recorded::at).thenComparing(Recorded::key));
      List<Run> runs = new ArrayList<>();
      times.forEach((assignment, passed) ->
          runs.add(
              new Run(
                  incidents.getOrDefault(assignment, ""),
                  passed,
                  places.get(incidents.getOrDefault(assignment, "")),
                  facilities.get(assignment))));
      runs.removeIf(run -> !run.times().containsKey(Milestone.ASSIGNED));
      runs.sort(
          Comparator.comparing(run -> run.times().getOrDefault(Milestone.ASSIGNED, Instant.MAX)));
      return new SavedLog(new Recording(Recording.Format.LOG, calls, unreadable), runs, causes());
    }
  }
}
