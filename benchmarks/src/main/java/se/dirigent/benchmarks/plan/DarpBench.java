package se.dirigent.benchmarks.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The literature's dial-a-ride instances, ours beside peers: distance with every ride served. */
@Command(
    name = "darp-bench",
    mixinStandardHelpOptions = true,
    version = "0.1",
    description = "Dial-a-ride instances beside OR-Tools and Timefold")
public final class DarpBench implements Callable<Integer> {
  /** Of the best known value, what still is that value: the tables have two decimals. */
  private static final double SAME = 0.006;

  @Option(
      names = "--data",
      defaultValue = "../shared/data/darp",
      description = "folder with the instances and best_known.csv (${DEFAULT-VALUE})")
  private Path data = Path.of("");

  @Option(
      names = "--instances",
      split = ",",
      description = "names, or beginnings of names such as a8 or R; all when not given")
  private List<String> instances = new ArrayList<>(List.of(""));

  @Option(names = "--seconds", defaultValue = "60", description = "(${DEFAULT-VALUE})")
  private double seconds;

  @Option(names = "--seeds", defaultValue = "5", description = "1 to this (${DEFAULT-VALUE})")
  private int seeds;

  @Option(names = "--threads", defaultValue = "2", description = "of ours (${DEFAULT-VALUE})")
  private int threads;

  @Option(
      names = "--contenders",
      split = ",",
      defaultValue = "dirigent,ortools,timefold",
      description = "(${DEFAULT-VALUE})")
  private List<String> contenders = new ArrayList<>();

  /** Best known distance of an instance, and whether it is proven that there is no shorter. */
  private record Known(String instance, double cost, boolean proven) {}

  /** Gaps of one contender in per cent of the best known value, instance by instance. */
  private record Gaps(List<Double> medians, List<Double> worsts, int[] counts) {}

  /** Exit code 0 when everything could be run; what is infeasible is said and counted. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new DarpBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Map<String, Gaps> all = new LinkedHashMap<>();
    contenders.forEach(
        name -> all.put(name, new Gaps(new ArrayList<>(), new ArrayList<>(), new int[2])));
    for (Known known : known()) {
      for (String contender : contenders) {
        measure(contender, known, all);
      }
    }
    all.forEach(DarpBench::sum);
    return 0;
  }

  private void measure(String contender, Known known, Map<String, Gaps> all) throws Exception {
    double[] gaps = new double[seeds];
    for (int seed = 1; seed <= seeds; seed++) {
      gaps[seed - 1] = gap(contender, known, seed);
    }
    Arrays.sort(gaps);
    double median = gaps[(seeds - 1) / 2];
    double worst = gaps[seeds - 1];
    System.out.printf(
        Locale.ROOT,
        "%-8s %-9s best known %8.2f  gap median %6.2f %%  worst %6.2f %%%n",
        known.instance(),
        contender,
        known.cost(),
        median,
        worst);
    Gaps sums = Objects.requireNonNull(all.get(contender));
    sums.medians().add(median);
    sums.worsts().add(worst);
    sums.counts()[0] += gaps[0] * known.cost() / 100 <= SAME ? 1 : 0;
    sums.counts()[1] += Double.isInfinite(worst) ? 1 : 0;
  }

  private static void sum(String contender, Gaps gaps) {
    double[] found = gaps.medians().stream().mapToDouble(g -> g).filter(Double::isFinite).toArray();
    System.out.printf(
        Locale.ROOT,
        "%-9s %d instances: mean gap %.2f %%, worst %.2f %%, best known reached in %d, "
            + "some seed without a feasible plan in %d%n",
        contender,
        gaps.medians().size(),
        Arrays.stream(found).average().orElse(Double.NaN),
        gaps.worsts().stream().mapToDouble(g -> g).max().orElse(Double.NaN),
        gaps.counts()[0],
        gaps.counts()[1]);
  }

  /** Per cent above the best known value; infinite when the checker refuses the plan. */
  private double gap(String contender, Known known, int seed)
      throws IOException, InterruptedException {
    Contenders all = new Contenders(seconds, threads);
    Path instance = file(known.instance());
    JsonNode judged =
        switch (contender) {
          case "dirigent" -> all.ours(instance, seed, known.proven() ? known.cost() + SAME : 0);
          case "ortools" -> all.peer("OrToolsPeer", instance, seed);
          case "timefold" -> all.peer("TimefoldPeer", instance, seed);
          default ->
              throw new IllegalArgumentException(
                  "contender " + contender + ": give dirigent, ortools or timefold");
        };
    return judged.path("feasible").asBoolean(false)
        ? 100 * (judged.get("cost").doubleValue() / known.cost() - 1)
        : Double.POSITIVE_INFINITY;
  }

  /** The instances that are asked for, in the table's order. */
  private List<Known> known() throws IOException {
    List<Known> known = new ArrayList<>();
    for (String line : Files.readAllLines(data.resolve("best_known.csv"))) {
      String[] columns = line.split(",", -1);
      if (!columns[0].equals("instance") && instances.stream().anyMatch(columns[0]::startsWith)) {
        boolean proven = columns[2].startsWith("proven");
        known.add(new Known(columns[0], Double.parseDouble(columns[1]), proven));
      }
    }
    return known;
  }

  private Path file(String instance) {
    String folder = instance.startsWith("R") ? "cordeau-laporte2003" : "cordeau2006";
    return data.resolve(folder).resolve(instance + ".txt");
  }
}
