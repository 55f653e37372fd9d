package se.dirigent.benchmarks.durability;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.dirigent.app.pack.Packs;
import se.dirigent.simulator.fault.Faults;
import se.dirigent.simulator.fault.FaultyDay;

/** Many days of regions with faults; every invariant is asked after every command. */
@Command(
    name = "fault-bench",
    mixinStandardHelpOptions = true,
    description = "Region-days with lost, doubled and late messages, silence and restarts")
public final class FaultBench implements Callable<Integer> {
  private static final Instant MONDAY = Instant.parse("2026-02-01T23:00:00Z");
  private static final int WEEK = 7;

  @Option(
      names = "--region",
      split = ",",
      description = "regions in turn (default: those below 120 calls a day)")
  private List<String> regions =
      List.of(
          "gotland", "blekinge", "jamtland-harjedalen", "kronoberg", "kalmar", "vasternorrland");

  @Option(names = "--days", defaultValue = "1000", description = "(${DEFAULT-VALUE})")
  private int days;

  @Option(names = "--seed", defaultValue = "1", description = "of the first (${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--demand", defaultValue = "1", description = "times the calls")
  private double demand;

  /** Exit code 1 when a day broke an invariant; which, and how to repeat it, is printed. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new FaultBench()).execute(arguments));
  }

  @Override
  public Integer call() {
    Packs packs = new Packs();
    List<FaultyDay.Region> centres =
        regions.stream().map(code -> Packs.centre(packs.get(code), demand)).toList();
    long begun = System.nanoTime();
    List<FaultyDay.Report> reports =
        IntStream.range(0, days).parallel().mapToObj(day -> run(centres, day)).toList();
    long broken = reports.stream().filter(report -> report == BROKEN).count();
    System.out.printf(
        Locale.ROOT,
        "%d region-days, %d broken: %d calls, %d journal entries, %d acknowledged messages,"
            + " %d copies sent, %d restarts, in %d s%n",
        days,
        broken,
        reports.stream().mapToLong(FaultyDay.Report::calls).sum(),
        reports.stream().mapToLong(FaultyDay.Report::entries).sum(),
        reports.stream().mapToLong(FaultyDay.Report::acknowledged).sum(),
        reports.stream().mapToLong(FaultyDay.Report::copies).sum(),
        reports.stream().mapToLong(FaultyDay.Report::restarts).sum(),
        (System.nanoTime() - begun) / 1_000_000_000);
    return broken == 0 ? 0 : 1;
  }

  private static final FaultyDay.Report BROKEN = new FaultyDay.Report(0, 0, 0, 0, 0, 0, 0);

  private FaultyDay.Report run(List<FaultyDay.Region> centres, int day) {
    FaultyDay.Region region = centres.get(day % centres.size());
    Instant begin = MONDAY.plus(Duration.ofDays(day % WEEK));
    try {
      return new FaultyDay(region, Faults.bad(), begin, seed + day).run();
    } catch (RuntimeException failed) {
      System.out.printf(
          "%s: ./bench faults --region %s --seed %d --days 1%n",
          failed, region.code().value(), seed + day);
      return BROKEN;
    }
  }
}
