package se.dirigent.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
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
import se.dirigent.app.replay.Recording;
import se.dirigent.app.twin.CallWeeks;
import se.dirigent.app.twin.ScenarioText;
import se.dirigent.simulator.arrival.ArrivalFit;
import se.dirigent.simulator.arrival.HeldOut;
import se.dirigent.simulator.arrival.Unrest;

/** Finds when calls come in a recording, tries it on weeks held out, and writes a scenario. */
@Command(
    name = "calibrate",
    description = {
      "Find when calls come in a recording, and try it on weeks that were held out.",
      "Reads the files that replay reads; writes a scenario for simulate."
    })
final class CalibrateCommand implements Callable<Integer> {
  /** Of the draws that the held-out weeks are compared with. */
  private static final long SEED = 1;

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
      description = "Weeks that it is tried on (default: a quarter of them)")
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
          "Write the rhythm, found in all weeks, as a scenario; calls a day stay the"
              + " region's own")
  private @Nullable Path scenario;

  @Override
  public Integer call() throws IOException {
    CallWeeks weeks = CallWeeks.of(Recording.read(file), type, zone);
    int tried = heldOut == 0 ? Math.max(1, weeks.count() / 4) : heldOut;
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
    if (scenario != null) {
      Files.writeString(scenario, ScenarioText.of(region, file.getFileName().toString(), all));
    }
    json.write(map(weeks, fit, all, with, without));
    return Exit.DONE;
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
