package se.dirigent.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.Main;
import se.dirigent.app.client.ServiceClient;
import tools.jackson.databind.JsonNode;

/** {@code dirigent demo} as a user starts it, in a process of its own that can be killed. */
final class DemoProcess implements AutoCloseable {
  private static final Duration START_MAX = Duration.ofSeconds(90);
  private static final long STOP_SECONDS_MAX = 30;

  private final Path folder = RunningDemo.folder();
  private final int port = RunningDemo.freePort();
  private final String region;
  private final List<String> options;
  private @Nullable Process process;
  private @Nullable ServiceClient client;

  /**
   * @param options of the command, beside those that say where it runs
   */
  DemoProcess(String region, String... options) {
    this.region = region;
    this.options = List.of(options);
  }

  /** Starts it, again on the same data when it was killed; returns when it says it is ready. */
  void start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(List.of(java, "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(Main.class.getName(), "demo", "--no-browser", "--region", region));
    command.addAll(List.of("--data", data().toString(), "--port", Integer.toString(port)));
    command.addAll(options);
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    URI base = URI.create("http://localhost:" + port);
    new ServiceClient(base, "", START_MAX).get("/health");
    // The note for other commands of the same account: address and token.
    String token = Files.readAllLines(data().resolve("demo-access")).get(1);
    client = new ServiceClient(base, token, START_MAX);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path log() {
    return folder.resolve("log");
  }

  /** What the process has said, for the message of a test that fails. */
  String said() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Kill -9 of the program, of PostgreSQL and of all its backends. */
  void kill() throws IOException, InterruptedException {
    Process running = process;
    if (running == null) {
      throw new IllegalStateException("not started");
    }
    long postmaster =
        Long.parseLong(
            Files.readAllLines(data().resolve("postgres/cluster/postmaster.pid")).getFirst());
    running.destroyForcibly().waitFor();
    ProcessHandle.of(postmaster)
        .ifPresent(handle -> {
          List<ProcessHandle> backends = handle.descendants().toList();
          handle.destroyForcibly();
          backends.forEach(ProcessHandle::destroyForcibly);
        });
  }

  ServiceClient client() {
    ServiceClient known = client;
    if (known == null) {
      throw new IllegalStateException("not started");
    }
    return known;
  }

  JsonNode get(String path) {
    return client().get("/api/regions/" + region + path);
  }

  /** The assignments crews are on. */
  Set<String> assignments() {
    return get("/picture")
        .path("assignments")
        .valueStream()
        .map(assignment -> assignment.path("id").asString())
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    Process running = process;
    if (running != null) {
      running.destroy();
      try {
        if (!running.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
          kill();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    RunningDemo.delete(folder);
  }
}
