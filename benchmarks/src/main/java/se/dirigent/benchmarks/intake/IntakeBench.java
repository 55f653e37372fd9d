package se.dirigent.benchmarks.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.dirigent.benchmarks.durability.Intake;
import se.dirigent.benchmarks.service.RegionClient;
import se.dirigent.benchmarks.service.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Intake at a steady rate with a nation's positions beside it, then as much as goes through. */
@Command(
    name = "intake-bench",
    mixinStandardHelpOptions = true,
    description = "POST to durable acknowledgement, measured from the intended moment of sending")
public final class IntakeBench implements Callable<Integer> {

  @Option(names = "--rates", split = ",", defaultValue = "1,10,100", description = "cases a second")
  private List<Double> rates = List.of();

  @Option(names = "--senders", split = ",", defaultValue = "1,4,16,64", description = "at once")
  private List<Integer> senders = List.of();

  @Option(names = "--seconds", defaultValue = "60", description = "per rate (${DEFAULT-VALUE})")
  private int seconds;

  @Option(names = "--units", defaultValue = "5000", description = "that report (${DEFAULT-VALUE})")
  private int units;

  @Option(names = "--batch", defaultValue = "100", description = "positions in a request")
  private int batch;

  @Option(names = "--region", defaultValue = "jamtland-harjedalen")
  private String region = "";

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  @Option(
      names = "--study",
      paramLabel = "SCENARIO",
      description = {
        "then the same rates with a study of this scenario beside, in the program and at the",
        "priority that the twin's page runs it with"
      })
  private @Nullable String study;

  @Option(names = "--profile", description = "file for a flight recording of the server")
  private @Nullable Path profile;

  @Option(names = "--data", required = true, description = "an empty folder to work in")
  private Path data = Path.of("");

  private final String series = Long.toString(System.currentTimeMillis(), 36);

  /** Exit code 0 when everything sent was acknowledged. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new IntakeBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(data);
    List<String> options = new ArrayList<>(List.of("-Xmx1g", "-Dbench.units=" + units));
    if (profile != null) {
      options.add("-XX:StartFlightRecording=dumponexit=true,filename=" + profile.toAbsolutePath());
    }
    Path log = data.resolveSibling(data.getFileName() + ".log");
    long failed = 0;
    try (ServerProcess server = ServerProcess.start(data, region, log, options)) {
      server.awaitHealthy();
      RegionClient client = server.client();
      List<String> reporting = units(client);
      System.err.println("warming up, " + reporting.size() + " units");
      new ClosedLoop(8, Duration.ofSeconds(20)).run(number -> intake(client, "warm", number));
      try (PositionFeed feed = new PositionFeed(client, reporting, batch)) {
        feed.start();
        failed += steady(client);
        System.out.printf("positions accepted %d, not %d%n", feed.accepted(), feed.failed());
        failed += feed.failed();
        for (int count : senders) {
          failed += most(client, count, "with positions");
        }
      }
      for (int count : senders) {
        failed += most(client, count, "alone");
      }
    }
    return failed == 0 ? 0 : 1;
  }

  /** Every rate, and with a study beside if one is asked for. */
  private long steady(RegionClient client) throws IOException, InterruptedException {
    List<OpenLoop.Result> alone = new ArrayList<>();
    for (double rate : rates) {
      alone.add(steady(client, rate, "alone"));
    }
    List<OpenLoop.Result> beside = new ArrayList<>();
    if (study != null) {
      try (StudyBeside running = StudyBeside.start(study)) {
        for (double rate : rates) {
          beside.add(steady(client, rate, "beside a study"));
          running.requireRunning();
        }
      }
    }
    for (int i = 0; i < beside.size(); i++) {
      System.out.printf(
          Locale.ROOT,
          "%4.0f cases/s beside a study: p50 %.2f and p99 %.2f times as long%n",
          rates.get(i),
          beside.get(i).millis(50) / alone.get(i).millis(50),
          beside.get(i).millis(99) / alone.get(i).millis(99));
    }
    return Stream.concat(alone.stream(), beside.stream()).mapToLong(OpenLoop.Result::failed).sum();
  }

  private OpenLoop.Result steady(RegionClient client, double rate, String with)
      throws InterruptedException {
    String folder = "r" + (int) rate + with.charAt(0);
    OpenLoop loop = new OpenLoop(rate, Duration.ofSeconds(seconds), new SplittableRandom(seed));
    OpenLoop.Result result = loop.run(number -> intake(client, folder, number));
    System.out.printf(
        Locale.ROOT,
        "%4.0f cases/s %s: %d sent, %d failed; %s%n",
        rate,
        with,
        result.sent(),
        result.failed(),
        spread(result.micros()));
    return result;
  }

  private long most(RegionClient client, int count, String beside) {
    String folder = "m" + count + beside.charAt(0);
    ClosedLoop.Result result =
        new ClosedLoop(count, Duration.ofSeconds(15)).run(number -> intake(client, folder, number));
    System.out.printf(
        Locale.ROOT,
        "at most, %s, %d senders: %.0f commands/s, %d failed; %s%n",
        beside,
        count,
        result.perSecond(),
        result.failed(),
        spread(result.micros()));
    return result.failed();
  }

  private static String spread(Histogram micros) {
    return String.format(
        Locale.ROOT,
        "p50 %.1f, p90 %.1f, p99 %.1f, p99.9 %.1f, longest %.1f ms",
        micros.getValueAtPercentile(50) / 1000.0,
        micros.getValueAtPercentile(90) / 1000.0,
        micros.getValueAtPercentile(99) / 1000.0,
        micros.getValueAtPercentile(99.9) / 1000.0,
        micros.getMaxValue() / 1000.0);
  }

  private boolean intake(RegionClient client, String folder, int number) throws Exception {
    String path = "intake/bench/%s-%s/%d".formatted(series, folder, number);
    return client.command(UUID.randomUUID(), "PUT", path, Intake.body(number)).status() == 200;
  }

  private static List<String> units(RegionClient client) throws Exception {
    List<String> units = new ArrayList<>();
    for (JsonNode unit : new JsonMapper().readTree(client.get("picture").body()).get("units")) {
      units.add(unit.get("id").asString());
    }
    return units;
  }
}
