package se.dirigent.server.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import se.dirigent.server.RunningService;
import se.dirigent.server.platform.json.JsonConfiguration;
import tools.jackson.databind.JsonNode;

/** The live stream: a snapshot, then changes; and what was missed when a reader comes back. */
class StreamTest {
  private static final RunningService SERVICE = RunningService.start(StreamTest.class);
  private static final String NOTE = "{\"text\":\"Porten är öppen\"}";

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  /** One event of the stream. */
  private record Sent(String name, String id, JsonNode data) {}

  private static void open(String number) {
    var reply =
        SERVICE.put(
            SERVICE.path("/intake/sos/stream/" + number),
            """
            {"source":"SOS_ALARM",
             "location":{"address":"Torget","municipality":"","quality":"UNKNOWN"},
             "description":"Prov","priority":"2A"}
            """);
    assertEquals(200, reply.status(), () -> String.valueOf(reply.body()));
    awaitPicture(reply.json().get("seq").asLong());
  }

  private static void note(String number) {
    var reply = SERVICE.post(SERVICE.path("/incidents/sos:stream:" + number + "/notes"), NOTE);
    assertEquals(200, reply.status(), () -> String.valueOf(reply.body()));
  }

  /** Reads events until one of the name has come, that one last. */
  private static List<Sent> until(Iterator<String> lines, String name) {
    List<Sent> events = new ArrayList<>();
    String event = "";
    String id = "";
    StringBuilder data = new StringBuilder();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith("event:")) {
        event = line.substring(6).strip();
      } else if (line.startsWith("id:")) {
        id = line.substring(3).strip();
      } else if (line.startsWith("data:")) {
        data.append(line.substring(5));
      } else if (line.isEmpty() && !event.isEmpty()) {
        events.add(new Sent(event, id, JsonConfiguration.mapper().readTree(data.toString())));
        if (event.equals(name)) {
          return events;
        }
        event = "";
        id = "";
        data.setLength(0);
      }
    }
    throw new AssertionError("the stream ended before " + name);
  }

  @Test
  void aReaderGetsTheSnapshotThenEachChangeInOrder() {
    open("1");
    try (Stream<String> stream = SERVICE.stream(SERVICE.path("/stream"), Map.of())) {
      Iterator<String> lines = stream.iterator();
      Sent snapshot = until(lines, "snapshot").getLast();
      long seq = snapshot.data().get("seq").asLong();
      assertEquals(String.valueOf(seq), snapshot.id());
      assertTrue(snapshot.data().get("units").size() > 10);
      note("1");
      Sent change = until(lines, "change").getLast();
      assertEquals(seq, change.data().get("from").asLong());
      assertEquals(seq + 1, change.data().get("seq").asLong());
      JsonNode incident = change.data().get("incidents").get(0);
      assertEquals("sos:stream:1", incident.get("id").asString());
      assertEquals("Porten är öppen", incident.get("notes").get(0).get("text").asString());
    }
  }

  @Test
  void aReaderThatComesBackGetsWhatItMissedAsOneChange() {
    open("2");
    String last;
    try (Stream<String> stream = SERVICE.stream(SERVICE.path("/stream"), Map.of())) {
      last = until(stream.iterator(), "snapshot").getLast().id();
    }
    note("2");
    note("2");
    awaitPicture(Long.parseLong(last) + 2);
    try (Stream<String> stream =
        SERVICE.stream(SERVICE.path("/stream"), Map.of("Last-Event-ID", last))) {
      List<Sent> events = until(stream.iterator(), "change");
      assertTrue(events.stream().noneMatch(e -> e.name().equals("snapshot")));
      Sent change = events.getLast();
      assertEquals(2, change.data().get("entries").size());
      assertEquals(1, change.data().get("incidents").size());
    }
  }

  @Test
  void anIncidentReopenedComesBackWithTheAssignmentsItHas() {
    open("4");
    String incident = SERVICE.path("/incidents/sos:stream:4");
    String unit = onDuty();
    String assigned =
        done(SERVICE.post(incident + "/assignments", "{\"units\":[\"" + unit + "\"]}"));
    long closed =
        seq(
            SERVICE.post(
                SERVICE.path("/assignments/" + assigned + "/milestones"),
                "{\"milestone\":\"CLEAR\",\"outcome\":\"TREATED_AND_LEFT\"}"));
    awaitPicture(closed);
    try (Stream<String> stream = SERVICE.stream(SERVICE.path("/stream"), Map.of())) {
      Iterator<String> lines = stream.iterator();
      until(lines, "snapshot");
      done(SERVICE.post(incident + "/reopening", "{\"reason\":\"Ringer igen\"}"));
      JsonNode told = until(lines, "change").getLast().data().get("assignments");
      assertEquals(1, told.size());
      assertEquals(assigned, told.get(0).get("id").asString());
    }
    JsonNode picture = SERVICE.get(SERVICE.path("/picture")).json();
    assertTrue(picture.get("assignments").toString().contains(assigned));
  }

  private static long seq(RunningService.Reply reply) {
    assertEquals(200, reply.status(), () -> String.valueOf(reply.body()));
    return reply.json().get("seq").asLong();
  }

  private static String done(RunningService.Reply reply) {
    assertEquals(200, reply.status(), () -> String.valueOf(reply.body()));
    return reply.json().get("id").asString();
  }

  private static String onDuty() {
    JsonNode unit =
        SERVICE
            .get(SERVICE.path("/picture"))
            .json()
            .get("units")
            .valueStream()
            .filter(one -> !one.get("special").asBoolean())
            .findFirst()
            .orElseThrow();
    String id = unit.get("id").asString();
    Instant now = Instant.now();
    String shift =
        "{\"start\":\"%s\",\"end\":\"%s\",\"crew\":[]}"
            .formatted(now.minusSeconds(60), now.plusSeconds(3600));
    return done(SERVICE.post(SERVICE.path("/units/" + id + "/shift"), shift));
  }

  @Test
  void aReaderFromAFutureThatNeverWasGetsASnapshot() {
    try (Stream<String> stream =
        SERVICE.stream(SERVICE.path("/stream"), Map.of("Last-Event-ID", "999999999"))) {
      assertEquals("snapshot", until(stream.iterator(), "snapshot").getFirst().name());
    }
  }

  @Test
  void aReaderThatDoesNotReadDelaysNobodyAndThenGetsItAllAtOnce() {
    open("3");
    int notes = 150;
    // Its lines are not asked for until the end, so the connection fills up and stands still.
    try (Stream<String> slow = SERVICE.stream(SERVICE.path("/stream"), Map.of());
        Stream<String> quick = SERVICE.stream(SERVICE.path("/stream"), Map.of())) {
      Iterator<String> lines = quick.iterator();
      long seq = until(lines, "snapshot").getLast().data().get("seq").asLong();
      for (int n = 0; n < notes; n++) {
        note("3");
      }
      assertEquals(seq + notes, readTo(lines, seq + notes).getLast().data().get("seq").asLong());
      List<Sent> late = readTo(slow.iterator(), seq + notes);
      JsonNode incident = late.getLast().data().get("incidents").get(0);
      assertEquals(notes, incident.get("notes").size());
    }
  }

  /** Reads until the picture has reached a number. */
  private static List<Sent> readTo(Iterator<String> lines, long seq) {
    List<Sent> events = new ArrayList<>();
    while (events.isEmpty() || events.getLast().data().get("seq").asLong() < seq) {
      events.addAll(until(lines, "change"));
    }
    return events;
  }

  private static void awaitPicture(long seq) {
    for (int i = 0; i < 100; i++) {
      if (SERVICE.get(SERVICE.path("/picture")).json().get("seq").asLong() >= seq) {
        return;
      }
    }
    throw new AssertionError("the picture never reached " + seq);
  }
}
