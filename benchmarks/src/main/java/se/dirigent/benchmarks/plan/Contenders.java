package se.dirigent.benchmarks.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs ours and the peers on an instance, each as a process of its own with the same seconds, and
 * has {@code plan --check} judge each answer in another process.
 *
 * @param seconds of search
 * @param threads of ours; the peers have one each
 */
record Contenders(double seconds, int threads) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A contender that does not end by itself within this many seconds after its time is ended. */
  private static final int LATE_MAX = 60;

  /**
   * What the checker says of our own plan.
   *
   * @param until cost at which the search ends early, for a proven optimum cannot be bettered
   */
  JsonNode ours(Path instance, int seed, double until) throws IOException, InterruptedException {
    return answer(out ->
        List.of(
            "plan",
            "" + instance,
            "--seconds",
            "" + seconds,
            "--seed",
            "" + seed,
            "--threads",
            "" + threads,
            "--until",
            "" + until,
            "--json",
            "" + out));
  }

  /** What the checker says of the routes of a peer, by the name of its class. */
  JsonNode peer(String main, Path instance, int seed) throws IOException, InterruptedException {
    Path routes = Files.createTempFile("routes", ".json");
    try {
      run(
          List.of(
              java(),
              "-Xmx1g",
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              path("dirigent.peers"),
              "se.dirigent.peers." + main,
              "" + instance,
              "" + seconds,
              "" + seed,
              "" + routes));
      if (Files.size(routes) == 0) {
        throw new IllegalStateException(main + " wrote nothing for " + instance);
      }
      return answer(
          out -> List.of("plan", "" + instance, "--check", "" + routes, "--json", "" + out));
    } finally {
      Files.delete(routes);
    }
  }

  private interface Words {
    List<String> with(Path out);
  }

  private JsonNode answer(Words words) throws IOException, InterruptedException {
    Path out = Files.createTempFile("answer", ".json");
    try {
      List<String> command =
          new ArrayList<>(
              List.of(java(), "-Xmx1g", "-cp", path("dirigent.app"), "se.dirigent.app.Main"));
      command.addAll(words.with(out));
      run(command);
      return JSON.readTree(Files.readString(out));
    } finally {
      Files.delete(out);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String path(String name) {
    String path = System.getProperty(name);
    if (path == null) {
      throw new IllegalStateException(name + " is not set: start by ./bench");
    }
    return path;
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor((long) seconds + LATE_MAX, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
