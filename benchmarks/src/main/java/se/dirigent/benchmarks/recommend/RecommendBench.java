package se.dirigent.benchmarks.recommend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.dirigent.optimiser.assign.CostTable;
import se.dirigent.optimiser.assign.JointProposer;
import se.dirigent.optimiser.assign.ShortestAugmentingPath;
import se.dirigent.optimiser.assign.WaitingCase;
import se.dirigent.optimiser.assign.WaitingPrice;
import se.dirigent.optimiser.recommend.Candidate;
import se.dirigent.optimiser.recommend.CoverLost;
import se.dirigent.optimiser.recommend.Fleet;
import se.dirigent.optimiser.recommend.Need;
import se.dirigent.optimiser.recommend.Ranking;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.optimiser.recommend.Recommender;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.routing.network.NetworkTravelTimes;
import se.dirigent.routing.travel.CrowFlyTravelTimes;
import se.dirigent.routing.travel.TravelTimes;

/** Recommendations at a steady rate, then the joint assignment. */
@Command(
    name = "recommend-bench",
    mixinStandardHelpOptions = true,
    description = "one case among all units with reasons, and all waiting cases at once")
public final class RecommendBench implements Callable<Integer> {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** As many as a recommendation over HTTP lists. */
  private static final int LISTED = 50;

  @Option(names = "--units", defaultValue = "5000", description = "ranked (${DEFAULT-VALUE})")
  private int units;

  @Option(names = "--busy", defaultValue = "500", description = "of them (${DEFAULT-VALUE})")
  private int busy;

  @Option(names = "--cases", defaultValue = "200", description = "that wait (${DEFAULT-VALUE})")
  private int cases;

  @Option(names = "--rate", defaultValue = "100", description = "questions a second")
  private int rate;

  @Option(names = "--seconds", defaultValue = "20", description = "of questions")
  private int seconds;

  @Option(names = "--rounds", defaultValue = "50", description = "of the joint assignment")
  private int rounds;

  @Option(
      names = "--times",
      defaultValue = "road",
      description = "road for the built-in network, straight for straight lines")
  private Times times = Times.road;

  @Option(
      names = "--moving",
      defaultValue = "10",
      description =
          "units with a new position at each question; 5 000 that report every five"
              + " seconds are ten at 100 questions a second")
  private int moving;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  /** What travel times are reckoned on; the names are those of the option. */
  private enum Times {
    road,
    straight
  }

  /** Exit code 0 when it could be measured. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new RecommendBench()).execute(arguments));
  }

  @Override
  public Integer call() {
    NationalNetwork roads = NationalNetwork.load();
    Country country = new Country(seed, NOW, roads.places());
    List<Candidate> fleet = country.units(units, busy);
    List<WaitingCase> waiting = country.cases(cases);
    var parameters = RecommendParameters.defaults();
    TravelTimes travel =
        switch (times) {
          case road -> NetworkTravelTimes.sweden(roads.network(), List.of());
          case straight -> new CrowFlyTravelTimes();
        };
    var recommender = new Recommender(travel, parameters);
    // The cover is calculated beside, as in the service; the question only looks it up.
    Map<String, Double> lost =
        fleet.stream().collect(Collectors.toMap(Candidate::unit, c -> c.unit().length() * 0.02));
    CoverLost cover = unit -> lost.getOrDefault(unit, 0.0);
    one(recommender, country, new ArrayList<>(fleet), waiting, cover);
    joint(recommender, fleet, waiting, cover);
    return 0;
  }

  /** From the moment each question was due, so that a late one is not measured as quick. */
  private void one(
      Recommender recommender,
      Country country,
      List<Candidate> fleet,
      List<WaitingCase> waiting,
      CoverLost cover) {
    ask(recommender, country, fleet, waiting, cover, Math.max(2, seconds / 4));
    Histogram nanos = ask(recommender, country, fleet, waiting, cover, seconds);
    System.out.printf(
        Locale.ROOT,
        "one case among %d units, %d busy, %d moved, %s times, %d questions/s, %d listed with"
            + " reasons:"
            + " p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, worst %.2f ms%n",
        units,
        busy,
        moving,
        times,
        rate,
        LISTED,
        nanos.getValueAtPercentile(50) / 1e6,
        nanos.getValueAtPercentile(99) / 1e6,
        nanos.getValueAtPercentile(99.9) / 1e6,
        nanos.getMaxValue() / 1e6);
  }

  private Histogram ask(
      Recommender recommender,
      Country country,
      List<Candidate> fleet,
      List<WaitingCase> waiting,
      CoverLost cover,
      int seconds) {
    Histogram nanos = new Histogram(3);
    long start = System.nanoTime();
    int questions = rate * seconds;
    int listed = 0;
    for (int i = 0; i < questions; i++) {
      long due = start + i * (1_000_000_000L / rate);
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      for (int moved = 0; moved < moving; moved++) {
        int unit = (i * moving + moved) % fleet.size();
        fleet.set(unit, country.moved(fleet.get(unit)));
      }
      Need need = waiting.get(i % waiting.size()).need();
      Ranking ranking = recommender.answer(need, recommender.fleet(fleet, cover, NOW), LISTED);
      listed += ranking.units().size();
      nanos.recordValue(System.nanoTime() - due);
    }
    if (listed == 0) {
      throw new IllegalStateException("nothing was listed");
    }
    return nanos;
  }

  private void joint(
      Recommender recommender, List<Candidate> fleet, List<WaitingCase> waiting, CoverLost cover) {
    var proposer = new JointProposer(recommender, prices());
    Histogram whole = new Histogram(3);
    Histogram solver = new Histogram(3);
    for (int round = -rounds / 2; round < rounds; round++) {
      long start = System.nanoTime();
      proposer.propose(waiting, recommender.fleet(fleet, cover, NOW), Set.of(), NOW);
      long took = System.nanoTime() - start;
      long solved = solveOnly(recommender, fleet, waiting, cover);
      if (round >= 0) {
        whole.recordValue(took);
        solver.recordValue(solved);
      }
    }
    print("joint plan, costs and reasons included", whole);
    print("its solver alone, dense costs given", solver);
  }

  private static long solveOnly(
      Recommender recommender, List<Candidate> fleet, List<WaitingCase> waiting, CoverLost cover) {
    double[][] costs = new double[waiting.size()][fleet.size()];
    double[] leave = new double[waiting.size()];
    Fleet ready = recommender.fleet(fleet, cover, NOW);
    for (int row = 0; row < costs.length; row++) {
      var price = recommender.prices(waiting.get(row).need(), ready);
      for (int i = 0; i < fleet.size(); i++) {
        costs[row][i] = price.of(i);
      }
      leave[row] = 1e6;
    }
    long start = System.nanoTime();
    var table = new CostTable(fleet.size(), leave);
    for (int row = 0; row < costs.length; row++) {
      table.set(row, costs[row]);
    }
    ShortestAugmentingPath.solve(table);
    return System.nanoTime() - start;
  }

  private void print(String what, Histogram nanos) {
    System.out.printf(
        Locale.ROOT,
        "%d cases x %d units, %s: p50 %.1f ms, worst %.1f ms%n",
        cases,
        units,
        what,
        nanos.getValueAtPercentile(50) / 1e6,
        nanos.getMaxValue() / 1e6);
  }

  private static Map<Integer, WaitingPrice> prices() {
    return IntStream.rangeClosed(1, 4)
        .boxed()
        .collect(Collectors.toMap(level -> level, WaitingPrice::defaults));
  }
}
