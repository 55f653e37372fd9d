package se.dirigent.benchmarks.distribute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Intake;
import se.dirigent.optimiser.distribute.Vehicle;
import se.dirigent.optimiser.distribute.Ways;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks an exact solver, in a process of its own, for the least harm of a small event.
 *
 * @param seconds after which it gives up
 */
record Oracle(double seconds) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MAIN = "se.dirigent.peers.DistributePeer";
  private static final int LATE_MAX = 60;

  /**
   * What it found.
   *
   * @param optimal whether that is proven
   * @param harm least harm found
   * @param bound harm that no plan can be below
   */
  record Found(boolean optimal, double harm, double bound) {}

  private record Alike(int place, int category, long needs, int ready, int alone) {}

  /** Casualties are as they are: nothing here is decontaminated. */
  Found of(DistributionProblem problem) throws IOException, InterruptedException {
    if (problem.cleaning() != DistributionProblem.NO_CLEANING) {
      throw new IllegalArgumentException(
          "specialty %d is decontamination; ask of events without it"
              .formatted(problem.cleaning()));
    }
    Path question = Files.createTempFile("event", ".json");
    Path answer = Files.createTempFile("optimum", ".json");
    try {
      Files.writeString(question, JSON.writeValueAsString(words(problem)));
      run(question, answer);
      if (Files.size(answer) == 0) {
        throw new IllegalStateException(MAIN + " wrote nothing");
      }
      JsonNode found = JSON.readTree(Files.readString(answer));
      return new Found(
          found.get("optimal").booleanValue(),
          found.get("harm").doubleValue(),
          found.get("bound").doubleValue());
    } finally {
      Files.delete(question);
      Files.delete(answer);
    }
  }

  private static Map<String, Object> words(DistributionProblem problem) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("minutes", problem.horizonMinutes());
    words.put("places", problem.places().size());
    words.put("hospitals", problem.hospitals().size());
    words.put("split", problem.splitHarm());
    words.put("groups", groups(problem));
    words.put("kinds", kinds(problem));
    int hours = Math.ceilDiv(problem.horizonMinutes(), 60);
    words.put(
        "room",
        problem.hospitals().stream()
            .map(h -> IntStream.range(0, hours).mapToObj(hour -> rows(h.intake(hour))).toList())
            .toList());
    return words;
  }

  private static List<Integer> rows(Intake intake) {
    List<Integer> rows = new ArrayList<>(intake.categories());
    rows.addAll(intake.specialties());
    return rows;
  }

  private static List<Map<String, Object>> groups(DistributionProblem problem) {
    Map<Alike, Integer> counts = new LinkedHashMap<>();
    Map<Alike, Integer> families = new LinkedHashMap<>();
    for (int c = 0; c < problem.casualties().size(); c++) {
      Casualty one = problem.casualties().get(c);
      int alone = one.family() == Casualty.NO_FAMILY ? -1 : c;
      Alike alike = new Alike(one.place(), one.category(), one.needs(), one.readyMinute(), alone);
      counts.merge(alike, 1, Integer::sum);
      families.put(alike, one.family());
    }
    List<Map<String, Object>> groups = new ArrayList<>();
    counts.forEach((alike, count) -> {
      Map<String, Object> group = new LinkedHashMap<>();
      group.put("number", groups.size());
      group.put("count", count);
      group.put("place", alike.place());
      group.put("category", alike.category());
      group.put("ready", alike.ready());
      group.put("family", families.get(alike));
      group.put("lies", problem.categories().get(alike.category()).lies());
      group.put("unplaced", problem.unplacedHarm(alike.category()));
      group.put("rows", rows(problem, alike));
      group.put(
          "harm",
          IntStream.range(0, problem.horizonMinutes())
              .mapToDouble(problem.categories().get(alike.category())::harm)
              .toArray());
      groups.add(group);
    });
    return groups;
  }

  private static int[] rows(DistributionProblem problem, Alike alike) {
    return IntStream.concat(
            IntStream.of(alike.category()),
            IntStream.range(0, problem.specialties().size())
                .filter(s -> (alike.needs() >> s & 1) != 0)
                .map(s -> problem.categories().size() + s))
        .toArray();
  }

  private record Kind(int ways, int stretchers, int seats, int load, int unload, long categories) {}

  private static List<Map<String, Object>> kinds(DistributionProblem problem) {
    Map<Kind, List<List<Integer>>> first = new LinkedHashMap<>();
    for (Vehicle one : problem.vehicles()) {
      Kind kind =
          new Kind(
              one.ways(),
              one.stretchers(),
              one.seats(),
              one.loadMinutes(),
              one.unloadMinutes(),
              one.categories());
      first.computeIfAbsent(kind, _ -> new ArrayList<>()).add(one.firstMinutes());
    }
    List<Map<String, Object>> kinds = new ArrayList<>();
    first.forEach((of, minutes) -> {
      Ways ways = problem.ways().get(of.ways());
      Map<String, Object> kind = new LinkedHashMap<>();
      kind.put("stretchers", of.stretchers());
      kind.put("seats", of.seats());
      kind.put("load", of.load());
      kind.put("unload", of.unload());
      kind.put("categories", of.categories());
      kind.put("first", minutes);
      kind.put("out", Arrays.asList(ways.out()));
      kind.put("back", Arrays.asList(ways.back()));
      kinds.add(kind);
    });
    return kinds;
  }

  private void run(Path question, Path answer) throws IOException, InterruptedException {
    String peers = System.getProperty("dirigent.peers");
    if (peers == null) {
      throw new IllegalStateException("dirigent.peers is not set: start by ./bench");
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                peers,
                MAIN,
                "" + question,
                "" + seconds,
                "1",
                "" + answer)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor((long) seconds + LATE_MAX, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
