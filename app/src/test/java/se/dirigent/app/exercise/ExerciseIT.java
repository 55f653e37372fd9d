package se.dirigent.app.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import se.dirigent.app.Main;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.client.ServiceRefused;
import se.dirigent.app.demo.RunningDemo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An exercise that nobody leads, as a user starts it: from the alarm to the last casualty at a
 * hospital, everything told to a real service over HTTP, killed in the middle and resumed, and the
 * result on paper.
 */
class ExerciseIT {
  private static final Duration START_MAX = Duration.ofSeconds(120);
  private static final long END_SECONDS_MAX = 420;
  private static final int HURT = 13;
  private static final Instant AT = Instant.parse("2027-01-16T13:20:00Z");

  /** Whoever is played looks twice a second, which at this speed is every other minute. */
  private static final Duration LATE_MAX = Duration.ofMinutes(12);

  private static final String DISPATCHER = ".demo.automat";

  /** Close to a hospital, so that crews are soon back for more. */
  private static final String SCENARIO =
      """
      title: Crash
      region: jamtland-harjedalen
      at: 2027-01-16T14:20
      horizon-hours: 12
      places:
        - name: Brunflo
          position: 63.08, 14.83
          casualties:
            - {category: immediate, count: 2, needs: [trauma], ready-minute: 10, every-minutes: 5}
            - {category: delayed, count: 3, ready-minute: 15}
            - {category: minimal, count: 8, ready-minute: 15, families-of: 2}
      key:
        - {hospital: ostersund, share: 0.7}
        - {hospital: sundsvall, share: 0.3}
      vehicles:
        add:
          - {name: Skolbuss, kind: bus, seats: 20, position: "63.17, 14.66", from-minute: 10}
      exercise:
        title: Buss i diket
        alarm: {address: E14 vid Brunflo, municipality: Östersund, description: Buss i diket}
        injects:
          - {minute: 3, call: Brunflo station, text: Ser rök vid vägen}
          - {minute: 6, news: Räddningstjänsten är på väg}
          - {minute: 7, news: "%s"}
          - {minute: 40, takes: {hospital: ostersund, immediate: 9, delayed: 9, minimal: 30}}
        goals:
          declared-minutes: 30
          first-report-minutes: 120
          key-minutes: 60
          sieved-minutes: 240
          immediate-away-minutes: 300
          immediate: {within-minutes: 400, share-percent: 100}
          delayed: {within-minutes: 700, share-percent: 60}
      """
          .formatted("Längre än tjänsten tar emot. ".repeat(80));

  @Test
  void t01_killedInTheMiddleItIsResumedAndRunsToItsEnd() throws IOException, InterruptedException {
    Path folder = RunningDemo.folder();
    Path scenario = Files.writeString(folder.resolve("crash.yaml"), SCENARIO);
    Path report = folder.resolve("result.html");
    Path json = folder.resolve("result.json");
    Path log = folder.resolve("log");
    int port = RunningDemo.freePort();
    Path data = folder.resolve("data");
    List<String> end = List.of("--report", report.toString(), "--json", json.toString());
    Process broken = start(log, port, end, scenario.toString(), "--data", data.toString());
    try {
      URI base = URI.create("http://localhost:" + port);
      new ServiceClient(base, "", START_MAX).get("/health");
      onlyWhoLeadsSeesWhatIsToCome(base, data);
      ServiceClient leads = leads(base, data);
      assertTrue(
          RunningDemo.await(
              Duration.ofSeconds(END_SECONDS_MAX),
              () -> {
                JsonNode now = leads.get("/api/exercise").path("result");
                beginsAtItsBeginning(now);
                return now.at("/byCategory/IMMEDIATE/away").asInt() > 0;
              }),
          () -> read(log));
    } finally {
      // In the middle, without a word: some sieved, some on the way, some still to be told of.
      broken.destroyForcibly();
      broken.waitFor(30, TimeUnit.SECONDS);
    }
    Process resumed = start(log, port, end, "--resume", data.toString());
    try {
      assertTrue(resumed.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS), () -> read(log));
      assertEquals(0, resumed.exitValue(), () -> read(log));
    } finally {
      resumed.destroy();
      resumed.waitFor(30, TimeUnit.SECONDS);
    }
    JsonNode result = new JsonMapper().readTree(Files.readString(json));
    assertEquals(HURT, result.path("hurt").asInt());
    assertEquals(HURT, result.path("known").asInt(), "nobody is lost, nobody is two");
    Set<String> states = new TreeSet<>();
    result.path("goals").forEach(goal -> states.add(goal.path("state").asString()));
    assertTrue(!states.contains("MISSED"), result.toString());
    int came = 0;
    for (JsonNode door : result.path("doors")) {
      for (JsonNode hour : door.path("byHour")) {
        came += hour.asInt();
      }
    }
    assertEquals(HURT, came, "each is at one hospital");
    assertEquals(4, result.path("injects").size());
    assertEquals(1, result.path("injectsRefused").asInt(), "what is refused is not told");
    List<String> reasons = new ArrayList<>();
    for (JsonNode inject : result.path("injects")) {
      if (inject.has("refused")) {
        assertEquals(7, inject.path("minute").asInt());
        reasons.add(inject.path("refused").asString());
      }
    }
    assertTrue(reasons.size() == 1 && reasons.getFirst().contains("2000"), reasons.toString());
    String page = Files.readString(report, StandardCharsets.UTF_8);
    assertTrue(page.contains("ÖVNING"), page);
    assertTrue(page.contains("Östersunds sjukhus"), page);
    assertTrue(page.contains("1 av 4 inspel nådde inte dem som övade"), page);
  }

  /** However long the service took to start, the alarm comes when the event happens. */
  private static void beginsAtItsBeginning(JsonNode result) {
    if (result.has("at")) {
      Instant alarm =
          Instant.parse(result.get("at").asString())
              .minus(Duration.ofMinutes(result.get("minutes").asInt()));
      Duration late = Duration.between(AT, alarm);
      assertTrue(late.compareTo(LATE_MAX) <= 0, "the alarm is late by " + late);
    }
  }

  private static Process start(Path log, int port, List<String> end, String... what)
      throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-Xmx512m"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("exercise", "--no-browser", "--port", Integer.toString(port)));
    command.addAll(List.of("--play", "scene,hospitals,command", "--speed", "240"));
    command.addAll(List.of("--demand", "0.2"));
    command.addAll(List.of(what));
    command.addAll(end);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static ServiceClient leads(URI base, Path data) throws IOException {
    String token = Files.readAllLines(data.resolve("demo-access")).get(1);
    return new ServiceClient(base, token, START_MAX);
  }

  /** Those who practise must not read the injects before they come. */
  private static void onlyWhoLeadsSeesWhatIsToCome(URI base, Path data) throws IOException {
    ServiceClient leads = leads(base, data);
    assertEquals("Buss i diket", leads.get("/api/exercise").path("title").asString());
    ServiceClient practises = leads.as(secret -> secret + DISPATCHER);
    ServiceRefused refused =
        assertThrows(ServiceRefused.class, () -> practises.get("/api/exercise"));
    assertEquals(403, refused.status());
  }
}
