package se.dirigent.benchmarks.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The Patient Transportation Problem's easy set: patients served, ours beside OR-Tools. */
@Command(
    name = "patients-bench",
    mixinStandardHelpOptions = true,
    version = "0.1",
    description = "Patient Transportation Problem (CSPLib 82) beside OR-Tools")
public final class PatientBench implements Callable<Integer> {
  @Option(
      names = "--data",
      defaultValue = "../shared/data/darp/ptp",
      description = "folder with the instances (${DEFAULT-VALUE})")
  private Path data = Path.of("");

  @Option(
      names = "--instances",
      defaultValue = "",
      description = "part of the names; all when not given")
  private String instances = "";

  @Option(names = "--seconds", defaultValue = "10", description = "(${DEFAULT-VALUE})")
  private double seconds;

  @Option(names = "--threads", defaultValue = "2", description = "of ours (${DEFAULT-VALUE})")
  private int threads;

  @Option(names = "--seed", defaultValue = "1", description = "(${DEFAULT-VALUE})")
  private int seed;

  /** Exit code 0 when ours never serves fewer. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PatientBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Contenders contenders = new Contenders(seconds, threads);
    int fewer = 0;
    int ours = 0;
    int theirs = 0;
    for (Path file : files()) {
      int we = patients(contenders.ours(file, seed, Double.NEGATIVE_INFINITY));
      int they = patients(contenders.peer("PatientPeer", file, seed));
      System.out.printf(
          Locale.ROOT, "%-28s ours %3d  OR-Tools %3d%n", file.getFileName(), we, they);
      fewer += we < they ? 1 : 0;
      ours += we;
      theirs += they;
    }
    System.out.printf("patients: ours %d, OR-Tools %d; fewer in %d%n", ours, theirs, fewer);
    return fewer == 0 ? 0 : 1;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(data)) {
      return all.filter(file -> file.toString().endsWith(".json"))
          .filter(file -> file.toString().contains(instances))
          .sorted()
          .toList();
    }
  }

  /** None when the checker refuses the plan. */
  private static int patients(JsonNode judged) {
    return judged.path("feasible").asBoolean(false) ? judged.get("patients").intValue() : 0;
  }
}
