package se.dirigent.server.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.core.Refused;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.road.Obstacle;
import se.dirigent.server.RunningService;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Grant;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Journal;
import se.dirigent.server.journal.JournalSearch;
import se.dirigent.server.picture.Picture;
import se.dirigent.server.picture.Pictures;
import se.dirigent.server.platform.problem.Language;
import se.dirigent.server.platform.region.Regions;

/** What the film shows of a moment is what the live service showed then. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class FilmTest {
  private static final RunningService SERVICE = RunningService.start(FilmTest.class);
  private static final RegionCode REGION = new RegionCode(RunningService.REGION);
  private static final long SEED = 20261122;
  private static final int COMMANDS = 600;
  private static final int RECORDED_EVERY = 15;

  /** The live pictures of the run, with the moment each was read. */
  private static final List<Picture> LIVE = new ArrayList<>();

  private static final Random RANDOM = new Random(SEED);
  private static int incidents;

  @BeforeAll
  static void run() throws InterruptedException {
    for (int i = 0; i < COMMANDS; i++) {
      command();
      if (i % RECORDED_EVERY == 0) {
        // Stamps are whole milliseconds: the moment must be later than the last and not the next's.
        Thread.sleep(3);
        LIVE.add(SERVICE.bean(Pictures.class).current(REGION));
        Thread.sleep(3);
      }
    }
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static void command() {
    String id = "sos:film:" + (incidents == 0 ? 1 : 1 + RANDOM.nextInt(incidents));
    String at = "/incidents/" + id;
    switch (RANDOM.nextInt(10)) {
      case 0, 1 -> open();
      case 2 -> post(at + "/notes", "{\"text\":\"Porten är öppen\"}");
      case 3 -> post(at + "/priority", "{\"priority\":\"1B\",\"reason\":\"Prov\"}");
      case 4 -> assign(at);
      case 5, 6 -> milestone();
      case 7 -> post(at + "/closing", "{\"outcome\":\"TREATED_AND_LEFT\",\"text\":\"Prov\"}");
      case 8 -> obstacle();
      default -> post(at + "/reopening", "{\"reason\":\"Ringde igen\"}");
    }
  }

  private static void open() {
    incidents++;
    String[] priorities = {"1A", "2A", "2B", "3A"};
    SERVICE.put(
        SERVICE.path("/intake/sos/film/" + incidents),
        """
        {"source":"SOS_ALARM",
         "location":{"address":"Torget %d","municipality":"","quality":"UNKNOWN"},
         "description":"Prov","priority":"%s"}
        """
            .formatted(incidents, priorities[RANDOM.nextInt(priorities.length)]));
  }

  private static void assign(String at) {
    List<Unit> units = SERVICE.bean(Pictures.class).current(REGION).units();
    String unit = units.get(RANDOM.nextInt(Math.min(12, units.size()))).id().value();
    Instant now = Instant.now();
    post(
        "/units/" + unit + "/shift",
        "{\"start\":\"%s\",\"end\":\"%s\",\"crew\":[]}"
            .formatted(now.minusSeconds(60), now.plusSeconds(36_000)));
    post(at + "/assignments", "{\"units\":[\"%s\"]}".formatted(unit));
  }

  private static void milestone() {
    List<Assignment> open =
        SERVICE.bean(Pictures.class).current(REGION).assignments().stream()
            .filter(a -> a.state() == Assignment.State.OPEN)
            .toList();
    if (!open.isEmpty()) {
      String id = open.get(RANDOM.nextInt(open.size())).id().toString();
      String[] steps = {"ACKNOWLEDGED", "ROLLING", "AT_ADDRESS", "AT_PATIENT", "CLEAR"};
      String step = steps[RANDOM.nextInt(steps.length)];
      post("/assignments/" + id + "/milestones", "{\"milestone\":\"" + step + "\"}");
    }
  }

  /** Reports one, changes one or lifts one that stands. */
  private static void obstacle() {
    List<Obstacle> standing = SERVICE.bean(Pictures.class).current(REGION).obstacles();
    int which = RANDOM.nextInt(3);
    String told =
        """
        {"where":{"shape":"POINT","positions":[{"lat":63.1792,"lon":14.6357}]},"place":"E14",
         "delay":%d,"reason":"Prov","source":"Prov"}
        """
            .formatted(2 + RANDOM.nextInt(15));
    if (which == 0 || standing.isEmpty()) {
      post("/obstacles", told);
      return;
    }
    String at = "/obstacles/" + standing.get(RANDOM.nextInt(standing.size())).id();
    if (which == 1) {
      post(at + "/changes", told);
    } else {
      post(at + "/lifting", "{\"reason\":\"Prov\"}");
    }
  }

  /** What may not be done is refused, and that is as good a command for this test. */
  private static void post(String path, String body) {
    SERVICE.post(SERVICE.path(path), body);
  }

  private static Film film() {
    return SERVICE.bean(Film.class);
  }

  private static Map<String, Object> byId(
      List<Incident> incidents,
      List<Unit> units,
      List<Assignment> assignments,
      List<Obstacle> obstacles,
      List<Alarm> alarms) {
    Map<String, Object> all = new TreeMap<>();
    incidents.forEach(i -> all.put("incident " + i.id(), i));
    units.forEach(u -> all.put("unit " + u.id(), u));
    assignments.forEach(a -> all.put("assignment " + a.id(), a));
    obstacles.forEach(o -> all.put("obstacle " + o.id(), o));
    alarms.forEach(a -> all.put("alarm " + a.id(), a));
    return all;
  }

  private static void requireSame(Picture live, PastPicture past) {
    assertEquals(live.seq(), past.seq());
    assertEquals(
        byId(live.incidents(), live.units(), live.assignments(), live.obstacles(), live.alarms()),
        byId(past.incidents(), past.units(), past.assignments(), past.obstacles(), past.alarms()),
        "at " + live.now());
  }

  @Test
  void scenario1EveryRecordedMomentFromTheBeginningOfTheJournal() {
    assertTrue(LIVE.getLast().seq() > 400, "only " + LIVE.getLast().seq() + " entries");
    assertTrue(LIVE.stream().anyMatch(p -> !p.assignments().isEmpty()));
    assertTrue(LIVE.stream().anyMatch(p -> !p.obstacles().isEmpty()));
    for (Picture live : LIVE) {
      requireSame(live, film().picture(REGION, live.now()));
    }
  }

  @Test
  void scenario2AndFromSnapshotsWithClosedCasesThatComeBack() {
    FilmRepository films = SERVICE.bean(FilmRepository.class);
    Regions regions = SERVICE.bean(Regions.class);
    var snapshots = new FilmSnapshots(regions, SERVICE.bean(Journal.class), films, 40);
    for (int i = 0; i < 5; i++) {
      snapshots.bringForward(REGION);
    }
    assertTrue(films.newest(REGION) >= 400, "snapshots were made");
    assertTrue(films.latest(REGION, films.newest(REGION)).seq() >= 400, "and are read");
    for (Picture live : LIVE) {
      requireSame(live, film().picture(REGION, live.now()));
    }
  }

  @Test
  void scenario3PlayingOnFromAPictureEndsInTheNext() {
    for (int i = 0; i + 4 < LIVE.size(); i += 4) {
      Picture from = LIVE.get(i);
      Picture to = LIVE.get(i + 4);
      Map<String, Object> shown =
          new HashMap<>(
              byId(
                  from.incidents(),
                  from.units(),
                  from.assignments(),
                  from.obstacles(),
                  from.alarms()));
      long seq = from.seq();
      while (seq < to.seq()) {
        FilmPiece piece = film().piece(REGION, seq, from.now(), to.now());
        piece.steps().forEach(s -> put(shown, s));
        assertTrue(piece.seq() > seq, "a film that stands still");
        seq = piece.seq();
      }
      byId(to.incidents(), to.units(), to.assignments(), to.obstacles(), to.alarms())
          .forEach((name, state) -> assertEquals(state, shown.get(name), name));
    }
  }

  private static void put(Map<String, Object> shown, FilmPiece.Step step) {
    if (step.incident() != null) {
      shown.put("incident " + step.incident().id(), step.incident());
    }
    if (step.unit() != null) {
      shown.put("unit " + step.unit().id(), step.unit());
    }
    if (step.alarm() != null) {
      shown.put("alarm " + step.alarm().id(), step.alarm());
    }
    if (step.obstacle() != null) {
      shown.put("obstacle " + step.obstacle().id(), step.obstacle());
    }
    step.assignments().forEach(a -> shown.put("assignment " + a.id(), a));
  }

  @Test
  void scenario4AMomentIsFoundByHalving() {
    JournalSearch search = SERVICE.bean(JournalSearch.class);
    assertEquals(0, search.lastAt(REGION, Instant.EPOCH));
    assertEquals(
        SERVICE.bean(Journal.class).head(REGION),
        search.lastAt(REGION, Instant.now().plusSeconds(60)));
  }

  @Test
  void scenario5ADayForADispatcherMoreForInnerCommandNothingForTheFuture() {
    PastAccess access = SERVICE.bean(PastAccess.class);
    Instant now = Instant.now();
    Instant old = now.minus(Duration.ofDays(3));
    refused("film.old", () -> access.require(actor(Role.DISPATCHER), REGION, old));
    refused(
        "film.future", () -> access.require(actor(Role.DISPATCHER), REGION, now.plusSeconds(60)));
    access.require(actor(Role.DISPATCHER), REGION, now.minusSeconds(80_000));
    access.require(actor(Role.INNER_COMMAND), REGION, old);
  }

  private static Actor actor(Role role) {
    Set<Grant> grants = Set.of(new Grant(role, REGION));
    return new Actor("ett", "ett", "Prov", grants, null, Language.SV);
  }

  private static void refused(String code, Runnable command) {
    assertEquals(code, assertThrows(Refused.class, command::run).code());
  }

  @Test
  void scenario6TheLogIsFoundAndExported() {
    Instant now = Instant.now();
    String span = "?from=" + now.minusSeconds(3600) + "&until=" + now;
    var notes = SERVICE.get(SERVICE.path("/log" + span + "&type=NoteAdded&limit=5"));
    assertEquals(200, notes.status(), () -> String.valueOf(notes.body()));
    assertEquals(5, notes.json().size());
    notes.json().forEach(e -> assertEquals("NoteAdded", e.get("type").asString()));
    long last = notes.json().get(4).get("seq").asLong();
    String next = "/log" + span + "&type=NoteAdded&limit=5&before=" + last;
    assertTrue(SERVICE.get(SERVICE.path(next)).json().get(0).get("seq").asLong() < last);
    String film = "/film/marks" + span;
    assertTrue(SERVICE.get(SERVICE.path(film)).json().size() > 0, "a case of the first level");
  }

  @Test
  void scenario7ASpreadsheetReckonsNothingOfIt() {
    assertEquals("'=1+1", LogCsv.cell("=1+1"));
    assertEquals("\"a;\"\"b\"\"\"", LogCsv.cell("a;\"b\""));
    assertEquals("", LogCsv.cell(null));
  }
}
