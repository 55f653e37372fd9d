package se.dirigent.app.exercise.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

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
import java.util.Objects;
import java.util.UUID;
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
import se.dirigent.app.exercise.play.Course.Fed;
import se.dirigent.app.exercise.scenario.Exercise;
import se.dirigent.app.exercise.scenario.ExerciseFileTest;
import se.dirigent.app.exercise.scenario.Inject;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is fed in, against answers that a service gives. */
class InjectFeedTest {
  private static final Exercise EXERCISE = ExerciseFileTest.parse(ExerciseFileTest.EXERCISE);

  private HttpServer service;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/", InjectFeedTest::answer);
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  /** Nothing is declared, and news are refused as the service refuses them. */
  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    boolean news = path.endsWith("/updates");
    boolean unknown = path.contains("/incidents/");
    boolean elsewhere = path.endsWith("/000001");
    String body =
        elsewhere
            ? """
            {"type": "urn:dirigent:problem:location.outside", "title": "Utanför regionen"}\
            """
            : news
                ? """
                {"type": "urn:dirigent:problem:incident.closed", "title": "Ärendet är avslutat",
                 "detail": "Det stängdes 14.30.", "remedy": "Ring centralen."}\
                """
                : "{}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(elsewhere ? 422 : news ? 409 : unknown ? 404 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Play play(Instant now) {
    LivePicture picture = new LivePicture();
    picture.event("clock", JsonNodeFactory.instance.objectNode().put("now", now.toString()));
    URI base = URI.create("http://localhost:" + service.getAddress().getPort());
    return new Play(
        new ServiceClient(base, "", Duration.ofSeconds(10)),
        "gotland",
        picture,
        Map.of(),
        new DemoControls("", new ScaledClock(now, 1), Automatic.parse("off")),
        new ConcurrentHashMap<>(),
        text -> {});
  }

  /** The service takes no command under an id of version 3: it makes those itself. */
  @Test
  void t01_theIdOfWhatIsToldIsTheSameEachTimeAndNoneOfTheServicesOwn() {
    UUID id = InjectFeed.id("Crash news 1");
    assertEquals(8, id.version());
    assertEquals(2, id.variant());
    assertEquals(id, InjectFeed.id("Crash news 1"));
    assertNotEquals(id, InjectFeed.id("Crash news 2"));
  }

  @Test
  void t02_whatTheServiceRefusesIsFedOnceAndNotAsTold() {
    Course course = new Course(EXERCISE);
    Play play = play(EXERCISE.minute(15));
    InjectFeed feed = new InjectFeed(play, play, course, "1");
    feed.act();
    feed.act();
    List<Fed> fed = course.fed();
    assertEquals(2, fed.size());
    assertEquals(Inject.Call.class, fed.getFirst().inject().getClass());
    assertNull(fed.getFirst().refusal());
    assertEquals(Inject.News.class, fed.getLast().inject().getClass());
    assertEquals(
        new Course.Refusal(
            "incident.closed", "Ärendet är avslutat: Det stängdes 14.30. Ring centralen."),
        fed.getLast().refusal());
    assertEquals("1", String.valueOf(play.counts().get("injectsRefused")));
  }

  /** Where nobody declares, those who practise must still hear what happens. */
  @Test
  void t03_whatAHospitalSaysWaitsForAMajorIncidentAndNothingElseWaitsForThat() {
    Exercise exercise =
        ExerciseFileTest.parse(
            ExerciseFileTest.EXERCISE.replace("minute: 10, news", "minute: 25, news"));
    Course course = new Course(exercise);
    Play play = play(exercise.minute(26));
    new InjectFeed(play, play, course, "1").act();
    assertEquals(List.of(5, 25), course.fed().stream().map(one -> one.inject().minute()).toList());
  }

  /** An event at several places may be more than one region's. */
  @Test
  void t04_aSiteThatAnotherRegionServesHoldsNothingBack() {
    Exercise exercise =
        ExerciseFileTest.parse(
            ExerciseFileTest.EXERCISE.replace(
                "exercise:\n",
                """
                  - name: Across
                    position: 58.9, 17.95
                    casualties:
                      - {category: minimal, count: 1}
                exercise:
                """));
    Course course = new Course(exercise);
    Play play = play(exercise.minute(6));
    new InjectFeed(play, play, course, "1").act();
    assertEquals(2, course.sitesTold());
    assertNull(course.incidentOf(1));
    List<Fed> fed = course.fed();
    assertEquals(2, fed.size());
    assertEquals("Across: Två bilar", words(fed.getFirst()));
    assertEquals("location.outside", Objects.requireNonNull(fed.getFirst().refusal()).code());
    assertEquals("Byn: Det small", words(fed.getLast()));
    assertNull(fed.getLast().refusal());
  }

  private static String words(Fed fed) {
    Inject.Call call = (Inject.Call) fed.inject();
    return call.address() + ": " + call.description();
  }
}
