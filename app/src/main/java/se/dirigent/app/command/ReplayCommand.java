package se.dirigent.app.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.pack.Packs;
import se.dirigent.app.replay.Following;
import se.dirigent.app.replay.Handover;
import se.dirigent.app.replay.Placing;
import se.dirigent.app.replay.Plan;
import se.dirigent.app.replay.Recording;
import se.dirigent.app.replay.ReplayReport;
import se.dirigent.server.platform.region.RegionPack;
import tools.jackson.databind.JsonNode;

/** Plays recorded calls into a running service. */
@Command(
    name = "replay",
    description = {
      "Play recorded calls into a running service and sum up what came of them.",
      "Reads Swedish police events and Houston's emergency calls (CSV, also packed with gzip)."
    })
final class ReplayCommand implements Callable<Integer> {
  /** How long a case is tried again while the service does not answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Mixin private final ServiceOptions.DataFolder data = new ServiceOptions.DataFolder();

  @Mixin private final ServiceOptions.Spoken service = new ServiceOptions.Spoken();
  @Mixin private final ServiceOptions.Served served = ServiceOptions.Served.everywhere();
  @Mixin private final JsonReport report = new JsonReport();

  @Parameters(paramLabel = "FILE", description = "The recording")
  private Path file = Path.of("");

  @Option(names = "--type", description = "Only calls of this type, its sub-types included")
  private String type = "";

  @Option(
      names = "--speed",
      paramLabel = "X|max",
      defaultValue = "max",
      description = "Recorded seconds per second (default: ${DEFAULT-VALUE})")
  private String speed = "";

  @Option(names = "--from", paramLabel = "DATE", description = "First day, such as 2024-06-01")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day")
  private @Nullable LocalDate to;

  @Option(
      names = "--limit",
      defaultValue = "100000",
      description = "Most cases to play (default: ${DEFAULT-VALUE})")
  private int limit;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "How long to follow the cases after the last one (default: ${DEFAULT-VALUE})")
  private int wait;

  @Override
  public Integer call() throws IOException, InterruptedException {
    double pace = pace();
    // The file first: nobody should wait for a service to hear that a name is misspelt.
    Recording recording = Recording.read(file);
    ServiceClient client = client();
    List<RegionPack> packs = packs(client);
    Plan plan =
        Plan.of(
            recording,
            new Plan.Wanted(type, from, to, limit),
            new Placing(recording.format(), packs));
    PrintStream out = report.takesOutput() ? System.err : System.out;
    out.printf(
        "%d calls in the file; %d of another type, %d of another time, %d outside, %d over the"
            + " limit; %d to play%n",
        plan.read(),
        plan.otherType(),
        plan.otherTime(),
        plan.outside(),
        plan.overLimit(),
        plan.cases().size());
    if (plan.cases().isEmpty()) {
      report.write(Map.of("played", 0, "read", plan.read(), "outside", plan.outside()));
      return Exit.NOT_DONE;
    }
    List<String> regions = packs.stream().map(p -> p.code().value()).toList();
    Handover.Result handed;
    ReplayReport done;
    try (Following following = new Following(client, regions)) {
      try (Progress bar = Progress.of("Playing", plan.cases().size())) {
        handed = new Handover(client).run(plan.cases(), pace, bar::to);
      }
      try (Progress bar = Progress.of("Following", handed.accepted().size())) {
        Duration most = Duration.ofSeconds(wait);
        done = ReplayReport.follow(following, recording, plan, handed, packs, most, bar::to);
      }
    }
    done.print(out);
    report.write(done.asMap());
    return handed.refused().isEmpty() ? Exit.DONE : Exit.NOT_DONE;
  }

  private double pace() {
    if (speed.equalsIgnoreCase("max")) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      double value = Double.parseDouble(speed);
      if (value > 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("speed is '" + speed + "'; give a number or max", e);
    }
    throw new IllegalArgumentException("speed is " + speed + "; give a number above 0, or max");
  }

  private ServiceClient client() {
    return service.client(data, PATIENCE);
  }

  /** The regions asked for that the service serves. */
  private List<RegionPack> packs(ServiceClient client) {
    Map<String, Boolean> known = new LinkedHashMap<>();
    for (JsonNode entry : client.get("/api/regions")) {
      known.put(entry.path("code").asString(), entry.path("served").asBoolean(false));
    }
    Packs packs = new Packs();
    List<RegionPack> chosen = new ArrayList<>();
    for (String code : served.regions()) {
      if (known.getOrDefault(code, false)) {
        chosen.add(packs.get(code));
      } else if (!served.all()) {
        throw new IllegalArgumentException(
            "region is '" + code + "', which the service at " + client.base() + " does not serve");
      }
    }
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException("the service at " + client.base() + " serves no region");
    }
    return chosen;
  }
}
