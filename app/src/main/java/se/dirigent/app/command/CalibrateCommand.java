package se.dirigent.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.dirigent.app.pack.Packs;
import se.dirigent.app.replay.Recording;
import se.dirigent.app.replay.Runs;
import se.dirigent.app.replay.SavedLog;
import se.dirigent.app.twin.CallWeeks;
import se.dirigent.app.twin.RegionBlueprint;
import se.dirigent.app.twin.ScenarioText;
import se.dirigent.app.twin.TypeFitText;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.routing.network.NetworkTravelTimes;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.simulator.arrival.ArrivalFit;
import se.dirigent.simulator.arrival.HeldOut;
import se.dirigent.simulator.arrival.Unrest;
import se.dirigent.simulator.chance.Spread;
import se.dirigent.simulator.demand.Complaints;
import se.dirigent.simulator.service.Segment;
import se.dirigent.simulator.service.SegmentFit;
import se.dirigent.simulator.service.TypeFit;
import se.dirigent.simulator.service.TypedCall;
import se.dirigent.simulator.trial.CallModel;

/**
 * Finds when calls come, why, and how long crews take in a recording, tries it all on what was held
 * out, and writes a scenario.
 */
@Command(
    name = "calibrate",
    description = {
      "Find when calls come, why, and how long crews take, and try it on what was held out.",
      "Reads the log as the service's page saves it (logg.csv), the files that replay reads, and",
      "runs with a column for each step; writes a scenario for simulate."
    })
final class CalibrateCommand implements Callable<Integer> {
  /** Of the draws that the held-out weeks are compared with. */
  private static final long SEED = 1;

  /** Of the runs, the last ones that steps are tried on. */
  private static final double RUNS_HELD_OUT = 0.25;

  @Mixin private final JsonReport json = new JsonReport();

  @Parameters(paramLabel = "FILE", description = "The recording")
  private Path file = Path.of("");

  @Option(names = "--type", description = "Only calls of this type, its sub-types included")
  private String type = "";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "Europe/Stockholm",
      description = "Whose clock the week follows (default: ${DEFAULT-VALUE})")
  private ZoneId zone = ZoneId.of("Europe/Stockholm");

  @Option(
      names = "--held-out",
      paramLabel = "WEEKS",
      defaultValue = "0",
      description = "Weeks that calls are tried on (default: a quarter); of runs it is a quarter")
  private int heldOut;

  @Option(
      names = "--region",
      paramLabel = "CODE",
      defaultValue = "jamtland-harjedalen",
      description = "Region of the scenario (default: ${DEFAULT-VALUE})")
  private String region = "";

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description =
          "Write what was found in all of it as a scenario; calls a day stay the region's own")
  private @Nullable Path scenario;

  @Override
  public Integer call() throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    Map<Segment, Spread> steps = new EnumMap<>(Segment.class);
    SavedLog log = SavedLog.is(file) ? SavedLog.read(file) : null;
    Runs runs = runs(log);
    List<TypedCall> typed = List.of();
    ArrivalFit calls = null;
    LocalDate heldOutFrom = null;
    if (Runs.holds(file)) {
      typed = runs == null ? List.of() : runs.typed();
      heldOutFrom = heldOutFrom(typed);
    } else {
      Recording recording = log == null ? Recording.read(file) : log.calls();
      CallWeeks weeks = CallWeeks.of(recording, type, zone);
      calls = calls(weeks, map);
      List<TypedCall> all = log == null ? recording.typed(type, zone) : typed(log);
      typed = all.stream().filter(call -> weeks.holds(call.day())).toList();
      heldOutFrom = weeks.from().plusWeeks(weeks.count() - tried(weeks.count()));
    }
    List<CallModel.Type> types = types(typed, heldOutFrom, map);
    if (runs != null) {
      steps(runs, steps, map);
    }
    if (scenario != null) {
      Files.writeString(
          scenario, ScenarioText.of(region, file.getFileName().toString(), calls, types, steps));
    }
    json.write(map);
    return Exit.DONE;
  }

  /** How many of the weeks are held out. */
  private int tried(int weeks) {
    return heldOut == 0 ? Math.max(1, weeks / 4) : heldOut;
  }

  /** The first day held out of a file whose rows have days alone; null when it has none. */
  private @Nullable LocalDate heldOutFrom(List<TypedCall> typed) {
    if (typed.isEmpty()) {
      return null;
    }
    LocalDate first = typed.getFirst().day();
    int weeks = (int) ((ChronoUnit.DAYS.between(first, typed.getLast().day()) + 1) / 7);
    return first.plusWeeks(weeks - tried(weeks));
  }

  /** Why those in the log called, by the index's words and the region's levels. */
  private List<TypedCall> typed(SavedLog log) {
    Map<String, String> names = new HashMap<>();
    Complaints.all().forEach(complaint -> names.put(complaint.code(), complaint.text()));
    Map<String, Integer> levels = new HashMap<>();
    new Packs()
        .get(region)
        .priorities()
        .forEach(priority -> levels.put(priority.code(), priority.level()));
    return log.typed(
        type,
        zone,
        code -> names.getOrDefault(code, code),
        priority -> levels.getOrDefault(priority, 0));
  }

  /** Types of all that is told, tried on the last weeks; none when they cannot be told apart. */
  private List<CallModel.Type> types(
      List<TypedCall> typed, @Nullable LocalDate heldOutFrom, Map<String, Object> map) {
    CallModel usual = RegionBlueprint.of(new Packs().get(region)).calls();
    TypeFit fit =
        heldOutFrom == null ? null : TypeFit.of(typed, heldOutFrom, usual.levels().size(), SEED);
    if (fit == null) {
      return List.of();
    }
    List<CallModel.Type> all = TypeFit.types(typed, usual);
    if (!json.takesOutput()) {
      System.out.print(TypeFitText.of(fit));
    }
    map.put("typeFit", fit);
    map.put("types", all);
    return all;
  }

  private ArrivalFit calls(CallWeeks weeks, Map<String, Object> map) {
    int tried = tried(weeks.count());
    int found = weeks.count() - tried;
    if (tried < 0 || found < ArrivalFit.WEEKS_MIN) {
      throw new IllegalArgumentException(
          "%d whole weeks are in the file and %d are held out; at least %d must be left"
              .formatted(weeks.count(), tried, ArrivalFit.WEEKS_MIN));
    }
    ArrivalFit fit = ArrivalFit.of(ArrivalFit.weeks(weeks.hours(), 0, found));
    int[] rest = ArrivalFit.weeks(weeks.hours(), found, weeks.count());
    ArrivalFit plain = new ArrivalFit(fit.perDay(), fit.rhythm().with(Unrest.none()), fit.weeks());
    HeldOut with = HeldOut.of(fit, rest, SEED);
    HeldOut without = HeldOut.of(plain, rest, SEED);
    ArrivalFit all = ArrivalFit.of(weeks.hours());
    if (!json.takesOutput()) {
      print(weeks, fit, with, without);
    }
    map.putAll(map(weeks, fit, all, with, without));
    return all;
  }

  /** What the file tells of crews; null when it tells nothing. */
  private @Nullable Runs runs(@Nullable SavedLog log) throws IOException {
    if (Runs.holds(file)) {
      return Runs.read(file);
    }
    if (log == null) {
      return null;
    }
    Map<String, Position> facilities = new HashMap<>();
    new Packs()
        .get(region)
        .facilities()
        .forEach(facility -> facilities.put(facility.id(), facility.position()));
    TravelTimes roads = NetworkTravelTimes.sweden(NationalNetwork.load().network(), List.of());
    return Runs.of(
        log,
        (from, facility, at) -> {
          Position to = facilities.get(facility);
          return to == null
              ? null
              : roads.between(from, to, TravelMode.ROAD, Urgency.NORMAL, at).median();
        });
  }

  private void steps(Runs runs, Map<Segment, Spread> all, Map<String, Object> map) {
    Map<Segment, SegmentFit> fits = new EnumMap<>(Segment.class);
    for (Segment segment : Segment.values()) {
      double[] lengths = runs.of(segment);
      SegmentFit fit = SegmentFit.of(lengths, RUNS_HELD_OUT);
      if (fit != null) {
        fits.put(segment, fit);
        all.put(segment, SegmentFit.spread(lengths));
      }
    }
    if (!json.takesOutput()) {
      print(runs, fits);
    }
    map.put("runs", runs.rows());
    map.put("steps", fits);
  }

  private static void print(Runs runs, Map<Segment, SegmentFit> fits) {
    System.out.printf(
        Locale.ROOT,
        "%n%d runs; steps with at least %d, found in three quarters, tried on the last quarter%n"
            + "(minutes; the share of the last that lies within the quartiles, wanted 50 %%, and"
            + " between the tenths, wanted 80 %%; beside it the exponential of the same mean)%n%n"
            + "%-16s %7s %6s %6s %6s  %9s %9s   %s%n",
        runs.rows(),
        SegmentFit.RUNS_MIN,
        "step",
        "runs",
        "10 %",
        "half",
        "90 %",
        "quartiles",
        "tenths",
        "exponential");
    fits.forEach((segment, fit) ->
        System.out.printf(
            Locale.ROOT,
            "%-16s %7d %6.2f %6.2f %6.2f  %8.1f%% %8.1f%%   %.1f%% %.1f%%%n",
            segment.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            fit.found() + fit.tried(),
            fit.spread().p10(),
            fit.spread().p50(),
            fit.spread().p90(),
            100 * fit.within50(),
            100 * fit.within80(),
            100 * fit.exponential50(),
            100 * fit.exponential80()));
  }

  private static void print(CallWeeks weeks, ArrivalFit fit, HeldOut with, HeldOut without) {
    System.out.printf(
        Locale.ROOT,
        "%d whole weeks from %s, %.1f calls a day; %d rows outside them or unreadable%n"
            + "Found in the first %d: unrest of deviation %.3f with memory %.2f from hour to"
            + " hour, and %.3f from day to day%n"
            + "Tried on the last %d: %d calls came, %.0f were foretold%n%n"
            + "%-34s %10s %10s %10s%n",
        weeks.count(),
        weeks.from(),
        fit.perDay(),
        weeks.leftOut(),
        fit.weeks(),
        fit.rhythm().unrest().deviation(),
        fit.rhythm().unrest().memory(),
        fit.rhythm().unrest().dayDeviation(),
        with.weeks(),
        with.calls(),
        with.expected(),
        "counts within their interval",
        "wanted",
        "Poisson",
        "unrest");
    for (Row row :
        List.of(
            new Row("hours, 50 %", 0.5, without.hour50(), with.hour50()),
            new Row("hours, 90 %", 0.9, without.hour90(), with.hour90()),
            new Row("days, 50 %", 0.5, without.day50(), with.day50()),
            new Row("days, 90 %", 0.9, without.day90(), with.day90()))) {
      System.out.printf(
          Locale.ROOT,
          "%-34s %9.1f%% %9.1f%% %9.1f%%%n",
          row.what(),
          100 * row.wanted(),
          100 * row.without(),
          100 * row.with());
    }
  }

  private record Row(String what, double wanted, double without, double with) {}

  private static Map<String, Object> map(
      CallWeeks weeks, ArrivalFit fit, ArrivalFit all, HeldOut with, HeldOut without) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("weeks", weeks.count());
    map.put("from", weeks.from().toString());
    map.put("leftOut", weeks.leftOut());
    map.put("foundIn", fit);
    map.put("heldOut", with);
    map.put("heldOutPoisson", without);
    map.put("all", all);
    return map;
  }
}
