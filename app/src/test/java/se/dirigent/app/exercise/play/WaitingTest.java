package se.dirigent.app.exercise.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.demo.Automatic;
import se.dirigent.app.demo.DemoControls;
import se.dirigent.app.demo.LivePicture;
import se.dirigent.app.demo.Play;
import se.dirigent.app.demo.ScaledClock;
import se.dirigent.app.exercise.scenario.Exercise;
import se.dirigent.app.exercise.scenario.ExerciseFileTest;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.CrowFlyTravelTimes;

/** Whom a vehicle gets, where a service says who is to go where. */
class WaitingTest {
  private static final Exercise EXERCISE =
      ExerciseFileTest.parse(
          """
          title: Crash
          region: gotland
          at: 2027-01-16T14:20
          places:
            - name: Road
              position: 57.5, 18.4
              casualties:
                - {category: minimal, count: 1, ready-minute: 10}
                - {category: expectant, count: 1, ready-minute: 20}
          """);

  private HttpServer service;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/", WaitingTest::answer);
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  /** Who sits is to go to one hospital, who lies to another. */
  private static void answer(HttpExchange exchange) throws IOException {
    String body =
        exchange.getRequestURI().getPath().endsWith("/casualties")
            ? """
            {"casualties": [
              {"id": "m:S00001", "category": "MINIMAL", "stage": "AT_SCENE",
               "destination": {"facility": "near"}, "history": [{"at": "2027-01-16T13:30:00Z"}]},
              {"id": "m:S00002", "category": "EXPECTANT", "stage": "AT_SCENE",
               "destination": {"facility": "far"}, "history": [{"at": "2027-01-16T13:30:00Z"}]}]}\
            """
            : """
            {"majorIncidents": [{"id": "m", "incidents": ["sos:ovning:000000"]}]}\
            """;
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Play play(Instant now) {
    return new Play(
        new ServiceClient(
            URI.create("http://localhost:" + service.getAddress().getPort()),
            "",
            Duration.ofSeconds(10)),
        "gotland",
        new LivePicture(),
        Map.of(),
        new DemoControls("", new ScaledClock(now, 1), Automatic.parse("off")),
        new ConcurrentHashMap<>(),
        text -> {});
  }

  /** Else nobody is taken: the seat would decide the hospital, and the stretcher waits for ever. */
  @Test
  void t01_whoeverLiesDecidesWhereAnAmbulanceGoes() {
    Instant now = EXERCISE.minute(60);
    Course course = new Course(EXERCISE);
    course.alarmed("sos:ovning:000000", EXERCISE.at());
    course.read(play(now));
    Map<String, Position> lie =
        Map.of("near", new Position(57.6, 18.4), "far", new Position(57.7, 18.4));
    Waiting waiting = new Waiting(course, new Journeys(EXERCISE, new CrowFlyTravelTimes(), lie));
    Hurt.of(EXERCISE).forEach(waiting::add);
    Optional<Waiting.Group> first = waiting.take(0, Waiting.AMBULANCE, now);
    assertEquals(List.of("S00002"), first.orElseThrow().hurt().stream().map(Hurt::tag).toList());
    Optional<Waiting.Group> second = waiting.take(0, Waiting.AMBULANCE, now);
    assertEquals(List.of("S00001"), second.orElseThrow().hurt().stream().map(Hurt::tag).toList());
    assertEquals("near", second.orElseThrow().facility());
  }
}
