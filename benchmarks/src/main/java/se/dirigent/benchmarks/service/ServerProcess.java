package se.dirigent.benchmarks.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The server in a JVM of its own, started, asked and killed from outside. Its port stays the same
 * over restarts.
 */
public final class ServerProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private final Path data;
  private final String region;
  private final int port;
  private final Path log;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();
  private final List<String> javaOptions;
  private Process process;

  private ServerProcess(Path data, String region, int port, Path log, List<String> javaOptions) {
    this.data = data;
    this.region = region;
    this.port = port;
    this.log = log;
    this.javaOptions = List.copyOf(javaOptions);
    this.process = launch();
  }

  /**
   * Starts a server; it is not yet ready on return.
   *
   * @param data its data folder
   * @param region the region it serves
   * @param log file its output goes to, appended over restarts
   * @param javaOptions for its JVM, such as {@code -Xmx512m}
   */
  public static ServerProcess start(Path data, String region, Path log, List<String> javaOptions) {
    return new ServerProcess(data, region, freePort(), log, javaOptions);
  }

  private static int freePort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }

  private Process launch() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            BenchServer.class.getName(),
            "--server.port=" + port,
            "--dirigent.data=" + data,
            "--dirigent.regions=" + region,
            "--bench.region=" + region));
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the server", e);
    }
  }

  /** Where the server answers. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Starts the server again after a kill. */
  public void restart() {
    if (process.isAlive()) {
      throw new IllegalStateException("the server is already running as " + process.pid());
    }
    process = launch();
  }

  /** Whether the process lives. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Process id of the server's JVM. */
  public long pid() {
    return process.pid();
  }

  /**
   * Waits until the server answers {@code GET /health} with 200.
   *
   * @return how long it took from this call
   * @throws IllegalStateException when it ends or takes too long; its log says why
   */
  public Duration awaitHealthy() throws InterruptedException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < START_LIMIT.toNanos()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the server ended at its start; see " + log);
      }
      if (isHealthy()) {
        return Duration.ofNanos(System.nanoTime() - start);
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException(
        "the server was not healthy in " + START_LIMIT + "; see " + log);
  }

  /** A client of the region, once the server has been healthy. */
  public RegionClient client() throws IOException, InterruptedException {
    Path token = data.resolve(BenchServer.TOKEN_FILE);
    for (long start = System.nanoTime(); !Files.exists(token); Thread.sleep(10)) {
      if (System.nanoTime() - start > START_LIMIT.toNanos()) {
        throw new IllegalStateException("the server wrote no token to " + token + "; see " + log);
      }
    }
    return new RegionClient(address(), region, Files.readString(token));
  }

  private boolean isHealthy() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address().resolve("/health")).timeout(Duration.ofSeconds(5)).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Kill -9: the JVM gets no chance to do anything. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** The postmaster serving the data folder, if one runs. */
  public Optional<ProcessHandle> postgres() {
    Path file = data.resolve("postgres/cluster/postmaster.pid");
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      return lines.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Kill -9 of the postmaster, or of it and all its backends at once. */
  public void killPostgres(boolean backendsToo) {
    postgres()
        .ifPresent(postmaster -> {
          List<ProcessHandle> backends =
              backendsToo ? postmaster.descendants().toList() : List.of();
          postmaster.destroyForcibly();
          backends.forEach(ProcessHandle::destroyForcibly);
        });
  }

  /** Stops the server in good order, and with it its database. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
