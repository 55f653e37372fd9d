package se.dirigent.benchmarks.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.dirigent.app.pack.Packs;
import se.dirigent.app.twin.RegionBlueprint;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.server.platform.json.JsonConfiguration;
import se.dirigent.simulator.chance.Interval;
import se.dirigent.simulator.trial.Calls;
import se.dirigent.simulator.trial.Trial;
import se.dirigent.simulator.trial.TrialReport;
import se.dirigent.simulator.trial.TrialWorld;
import se.dirigent.simulator.twin.Worlds;

/** Policies under the same calls, with paired confidence intervals; and how fast a world runs. */
@Command(
    name = "policy-bench",
    mixinStandardHelpOptions = true,
    description = "Late arrivals and mean response under policies, on Auckland and Swedish regions")
public final class PolicyBench implements Callable<Integer> {
  private static final int DONE_WIDTH = 30;

  @Option(names = "--data", description = "Auckland's folder (default: ../shared/data/…)")
  private Path data = Path.of("../shared/data/roads/auckland");

  @Option(
      names = "--worlds",
      split = ",",
      defaultValue = "auckland,jamtland-harjedalen,norrbotten,ostergotland",
      description = "auckland, codes of regions, or all for the nation (${DEFAULT-VALUE})")
  private List<String> worlds = List.of();

  @Option(names = "--replications", defaultValue = "20", description = "(${DEFAULT-VALUE})")
  private int replications;

  @Option(
      names = "--days",
      defaultValue = "31",
      description = "of each replication, the first not counted (${DEFAULT-VALUE})")
  private int days;

  @Option(
      names = "--seed",
      defaultValue = "1001",
      description = "of the first replication (${DEFAULT-VALUE}); weights were found with 1 to 4")
  private long seed;

  @Option(names = "--threads", defaultValue = "2", description = "(${DEFAULT-VALUE})")
  private int threads;

  @Option(names = "--policies", split = ",", description = "only these: ${COMPLETION-CANDIDATES}")
  private List<Contender> policies = List.of(Contender.values());

  @Option(names = "--json", description = "write the figures to this file too")
  private @Nullable Path json;

  private final List<Row> rows = new ArrayList<>();

  /** One line of the table; changes are in per cent of closest idle, paired by replication. */
  record Row(
      String world,
      String policy,
      double latePercent,
      double meanSeconds,
      double lateChangePercent,
      double lateChangeHalf,
      double meanChangePercent,
      double meanChangeHalf,
      double movesPerShift,
      double redirectedPercent,
      double takenOverPercent,
      double busyPercent,
      long calls,
      long events,
      double seconds,
      String traceHash) {}

  /** See {@code --help}. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PolicyBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<String> names = worlds.equals(List.of("all")) ? new Packs().codes() : worlds;
      for (String name : names) {
        world(name, workers);
      }
      if (names.size() > 1) {
        together();
      }
    }
    if (json != null) {
      Files.write(json, JsonConfiguration.mapper().writeValueAsBytes(rows));
    }
    return 0;
  }

  private void world(String name, ExecutorService workers)
      throws IOException, InterruptedException, ExecutionException {
    TrialWorld world =
        name.equals("auckland")
            ? AucklandWorld.read(data, threads)
            : new Worlds(NationalNetwork.load().network(), threads)
                .build(RegionBlueprint.of(new Packs().get(name)));
    System.out.printf(
        Locale.ROOT,
        "%n%s: %d units, %d stations, %d standby points,"
            + " %d zones, %.0f calls a day, %.1f %% beyond every station%n",
        name,
        world.units().size(),
        world.stations(),
        world.ground().bases() - world.stations(),
        world.ground().zones(),
        world.model().perDay(),
        100 * world.reach(world.rules()).first(world.stations()).outOfReach());
    System.out.printf(
        "%-34s %7s %17s %7s %17s %6s %6s %6s %6s%n",
        "", "late 1", "change", "mean s", "change", "moves", "redir.", "taken", "busy");
    List<TrialReport> base = List.of();
    for (Contender contender : policies) {
      long begun = System.nanoTime();
      List<TrialReport> reports = run(world, contender, workers);
      double seconds = (System.nanoTime() - begun) / 1e9;
      base = base.isEmpty() ? reports : base;
      Row row = row(world, contender, base, reports, seconds);
      rows.add(row);
      say(contender, row);
    }
  }

  /** What all worlds took, policy by policy: how fast a nation runs. */
  private void together() {
    for (Contender contender : policies) {
      List<Row> of = rows.stream().filter(r -> r.policy().equals(contender.name())).toList();
      System.out.printf(
          Locale.ROOT,
          "%nall worlds, %s: %d calls, %.1f M events in %.1f s%n",
          contender.title,
          of.stream().mapToLong(Row::calls).sum(),
          of.stream().mapToLong(Row::events).sum() / 1e6,
          of.stream().mapToDouble(Row::seconds).sum());
    }
  }

  private List<TrialReport> run(TrialWorld world, Contender contender, ExecutorService workers)
      throws InterruptedException, ExecutionException {
    List<Future<TrialReport>> futures = new ArrayList<>();
    for (int r = 0; r < replications; r++) {
      long own = seed + r;
      futures.add(
          workers.submit(() -> {
            Calls calls = Calls.draw(world, own, days);
            return new Trial(world, calls, contender.policy(world)).run(days);
          }));
    }
    List<TrialReport> reports = new ArrayList<>();
    for (Future<TrialReport> future : futures) {
      reports.add(future.get());
      progress(contender, reports.size());
    }
    return reports;
  }

  private void progress(Contender contender, int done) {
    if (System.console() != null) {
      int filled = DONE_WIDTH * done / replications;
      String bar = "█".repeat(filled) + "░".repeat(DONE_WIDTH - filled);
      System.err.printf("\r%-34s %s %d/%d", contender.title, bar, done, replications);
      System.err.print(done == replications ? "\r\033[K" : "");
    }
  }

  private static Row row(
      TrialWorld world,
      Contender contender,
      List<TrialReport> base,
      List<TrialReport> reports,
      double seconds) {
    Interval late = change(base, reports, r -> r.levels().getFirst().late());
    Interval mean = change(base, reports, TrialReport::meanSeconds);
    long hash = reports.stream().mapToLong(TrialReport::traceHash).reduce(0, (a, b) -> 31 * a + b);
    return new Row(
        world.name(),
        contender.name(),
        100 * mean(reports, r -> r.levels().getFirst().late()),
        mean(reports, TrialReport::meanSeconds),
        late.mean(),
        late.half(),
        mean.mean(),
        mean.half(),
        mean(reports, TrialReport::movesPerShift),
        100 * mean(reports, TrialReport::redirected),
        100 * mean(reports, TrialReport::takenOver),
        100 * mean(reports, TrialReport::busy),
        reports.stream()
            .flatMap(r -> r.levels().stream())
            .mapToLong(TrialReport.Level::calls)
            .sum(),
        reports.stream().mapToLong(TrialReport::events).sum(),
        seconds,
        Long.toHexString(hash));
  }

  private static double mean(List<TrialReport> reports, ToDoubleFunction<TrialReport> of) {
    return reports.stream().mapToDouble(of).average().orElseThrow();
  }

  /** Change against the same seeds under the first policy, in per cent. */
  private static Interval change(
      List<TrialReport> base, List<TrialReport> reports, ToDoubleFunction<TrialReport> of) {
    return Interval.of(
        IntStream.range(0, reports.size())
            .mapToDouble(
                r -> 100 * (of.applyAsDouble(reports.get(r)) / of.applyAsDouble(base.get(r)) - 1))
            .toArray());
  }

  private static void say(Contender contender, Row row) {
    System.out.printf(
        Locale.ROOT,
        "%-34s %6.2f%% %+7.2f ± %5.2f %% %7.1f %+7.2f ± %5.2f %% %6.2f %5.1f%% %5.1f%% %5.1f%%%n",
        contender.title,
        row.latePercent(),
        row.lateChangePercent(),
        row.lateChangeHalf(),
        row.meanSeconds(),
        row.meanChangePercent(),
        row.meanChangeHalf(),
        row.movesPerShift(),
        row.redirectedPercent(),
        row.takenOverPercent(),
        row.busyPercent());
    System.out.printf(
        Locale.ROOT,
        "%-34s %d calls, %.1f M events in %.1f s, trace %s%n",
        "",
        row.calls(),
        row.events() / 1e6,
        row.seconds(),
        row.traceHash());
  }
}
