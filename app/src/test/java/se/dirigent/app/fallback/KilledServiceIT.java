package se.dirigent.app.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.dirigent.app.Main;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.demo.RunningDemo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real processes are killed; the sheets go on, and say what they know. */
class KilledServiceIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String REGION = "blekinge";
  private static final int EVERY_SECONDS = 10;

  /** A sheet takes some seconds to write on a busy machine of two cores. */
  private static final int WRITING_SECONDS = 20;

  private final List<Process> started = new ArrayList<>();
  private Path work = Path.of("");
  private int port;

  @BeforeEach
  void folders() throws IOException {
    work = Files.createTempDirectory("dirigent-fallback");
    // PostgreSQL runs as another account than root and must reach its folder.
    Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  @Test
  void s1SheetsGoOnWhenServerAndDatabaseAreKilled() throws Exception {
    Process service = demo();
    Path token = work.resolve("data/demo-access");
    assertTrue(RunningDemo.await(LIMIT, () -> healthy() && Files.exists(token)), "no service");
    handOver("000001", token);
    start("fallback", "--every", "" + EVERY_SECONDS, "--json", report().toString());
    said("a live sheet with the case", "LIVE", 3);
    assertTrue(latest().contains("reservtest:2026:000001"), "the case is on the sheet");
    assertTrue(latest().contains("ÖVNING"), "the demo's sheets say that they are practice");

    signal("STOP", postgres());
    said("database silent", "NO_DATABASE", 3);
    assertTrue(latest().contains("Databasen svarar inte"));
    signal("CONT", postgres());
    said("database back", "LIVE", 3);

    for (ProcessHandle process : postgres()) {
      process.destroyForcibly();
    }
    said("database killed and started again by the service", "LIVE", 3);

    List<ProcessHandle> database = postgres();
    service.destroyForcibly().waitFor();
    database.forEach(ProcessHandle::destroyForcibly);
    said("service and database killed", "NO_SERVICE", 3);
    double age = sheet().path("pictureAgeSeconds").asDouble();
    Thread.sleep(Duration.ofSeconds(2L * EVERY_SECONDS));
    said("still killed", "NO_SERVICE", 3);
    double later = sheet().path("pictureAgeSeconds").asDouble();
    assertTrue(later > age, "the picture's age grows: " + age + " then " + later);
    assertTrue(latest().contains("reservtest:2026:000001"), "and the case is still there");

    assertEquals(3, once("--wait", "2", "--json", work.resolve("once.json").toString()));
    JsonNode once = sheetOf(work.resolve("once.json"));
    assertTrue(once.path("newestSheetAgeSeconds").asInt() <= EVERY_SECONDS + WRITING_SECONDS);

    demo();
    said("service back by itself", "LIVE", 3);
    handOver("000002", token);
    assertTrue(
        RunningDemo.await(LIMIT, () -> latest().contains("reservtest:2026:000002")),
        "a new case comes onto the sheets");
  }

  /** Waits for a sheet that says so, and states the age of the newest. */
  private void said(String when, String link, int tries) throws InterruptedException {
    assertTrue(
        RunningDemo.await(LIMIT, () -> sheet().path("link").asString("").equals(link)),
        () -> when + ": " + sheet());
    long oldest = 0;
    for (int n = 0; n < tries; n++) {
      oldest = Math.max(oldest, newestAgeSeconds());
      Thread.sleep(1000);
    }
    System.out.printf(
        "%s: newest sheet at most %d s old, its picture %.1f s when it was written%n",
        when, oldest, sheet().path("pictureAgeSeconds").asDouble());
    assertTrue(oldest <= EVERY_SECONDS + WRITING_SECONDS, when + ": newest sheet " + oldest + " s");
  }

  private long newestAgeSeconds() {
    try {
      Instant at = Files.getLastModifiedTime(folder().resolve("senaste.html")).toInstant();
      return Duration.between(at, Instant.now()).toSeconds();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path report() {
    return work.resolve("report.json");
  }

  private JsonNode sheet() {
    return sheetOf(report());
  }

  private static JsonNode sheetOf(Path report) {
    JsonMapper json = JsonMapper.builder().build();
    try {
      String text = Files.exists(report) ? Files.readString(report) : "";
      return json.readTree(text.endsWith("}\n") ? text : "{}").path("sheets").path(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder() {
    return work.resolve("sheets").resolve(REGION);
  }

  private String latest() {
    try {
      return Files.readString(folder().resolve("senaste.html"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process demo() throws IOException {
    List<String> command = java();
    command.addAll(
        List.of(
            "demo",
            "--region",
            REGION,
            "--port",
            "" + port,
            "--data",
            data(),
            "--automatic",
            "off",
            "--demand",
            "0.01",
            "--fallback",
            "off",
            "--no-browser"));
    return launch(command, "service.log");
  }

  private void start(String name, String... options) throws IOException {
    launch(fallback(options), name + ".log");
  }

  private int once(String... options) throws IOException, InterruptedException {
    List<String> command = fallback(options);
    command.add("--once");
    return launch(command, "once.log").waitFor();
  }

  private List<String> fallback(String... options) {
    List<String> command = java();
    command.addAll(
        List.of(
            "fallback",
            "--region",
            REGION,
            "--data",
            data(),
            "--folder",
            work.resolve("sheets").toString()));
    command.addAll(List.of(options));
    return command;
  }

  private String data() {
    return work.resolve("data").toString();
  }

  private static List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    return command;
  }

  private Process launch(List<String> command, String log) throws IOException {
    File file = work.resolve(log).toFile();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
            .start();
    started.add(process);
    return process;
  }

  private boolean healthy() {
    try {
      return client("").get("/health").path("status").asString("").equals("UP");
    } catch (RuntimeException e) {
      return false;
    }
  }

  private ServiceClient client(String token) {
    return new ServiceClient(URI.create("http://localhost:" + port), token, Duration.ofSeconds(30));
  }

  private void handOver(String number, Path access) throws IOException {
    String token = Files.readAllLines(access).get(1);
    client(token)
        .command(
            "PUT",
            "/api/regions/" + REGION + "/intake/reservtest/2026/" + number,
            Map.of(
                "source",
                "SOS_ALARM",
                "location",
                Map.of("address", "Reservgatan 1", "municipality", "", "quality", "UNKNOWN"),
                "description",
                "Provfall",
                "priority",
                "2B"));
  }

  private List<ProcessHandle> postgres() throws IOException {
    Path file = work.resolve("data/postgres/cluster/postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
  }

  private static void signal(String name, List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle process : processes) {
      new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    }
  }

  @AfterEach
  void stop() throws Exception {
    for (Process process : started) {
      process.destroy();
      if (!process.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
    List<Path> files;
    try (Stream<Path> tree = Files.walk(work)) {
      files = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
