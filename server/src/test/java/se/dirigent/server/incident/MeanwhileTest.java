package se.dirigent.server.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentCommand;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.server.RunningService;
import se.dirigent.server.fleet.UnitRepository;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.journal.Journal;
import se.dirigent.server.platform.problem.Language;

/** Two people decide about one incident: the second is told before anything is written over. */
class MeanwhileTest {
  private static final RunningService SERVICE = RunningService.start(MeanwhileTest.class);
  private static final IncidentId CASE = IncidentId.parse("sos:meanwhile:1");

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  private static RegionCode region() {
    return new RegionCode(RunningService.REGION);
  }

  private static long head() {
    return SERVICE.bean(Journal.class).head(region());
  }

  private static String run(String by, @Nullable Long seen, IncidentCommand command) {
    Actor actor = new Actor(by, by, "Prov", Set.of(), null, Language.SV);
    CommandOrigin origin = new CommandOrigin(region(), UUID.randomUUID(), actor, seen);
    try {
      Answer answer = SERVICE.bean(IncidentService.class).run(origin, command);
      return answer.id();
    } catch (Refused refused) {
      return refused.code();
    }
  }

  private static IncidentCommand priority(String code) {
    return new IncidentCommand.ChangePriority(CASE, code, "Prov");
  }

  @Test
  void scenario1NewsOfAnotherStopNewsOfOnesOwnDoNot() {
    var reply =
        SERVICE.put(
            SERVICE.path("/intake/sos/meanwhile/1"),
            """
            {"source":"SOS_ALARM",
             "location":{"address":"Torget","municipality":"","quality":"UNKNOWN"},
             "description":"Prov","priority":"3A"}
            """);
    assertEquals(200, reply.status(), () -> String.valueOf(reply.body()));
    long opened = head();
    IncidentCommand note = new IncidentCommand.AddNote(CASE, "Porten är öppen");
    assertEquals(CASE.toString(), run("ett", opened, note));
    assertEquals(CASE.toString(), run("ett", opened, priority("2B")), "one's own news");
    assertEquals("incident.meanwhile", run("två", opened, priority("2A")));
    assertEquals(CASE.toString(), run("två", head(), priority("2A")), "news that were seen");
    assertEquals(CASE.toString(), run("tre", null, priority("1B")), "who does not ask");
    assertEquals("incident.meanwhile", run("två", opened, note));
  }

  @Test
  void scenario2AHeaderThatIsNoNumberIsSaidToBeSo() {
    String body = "{\"text\":\"Prov\"}";
    var answer = SERVICE.postSeen(SERVICE.path("/incidents/" + CASE + "/notes"), "x", body);
    assertEquals(400, answer.status());
    assertEquals("Seen-Seq", answer.json().get("field").asString());
  }

  @Test
  void scenario3TwoWhoSendUnitsMeetBeforeTheSecondUnitIsSent() {
    String at = SERVICE.path("/incidents/" + CASE);
    List<String> units =
        SERVICE.bean(UnitRepository.class).listAll(region()).stream()
            .filter(u -> !u.special())
            .map(u -> u.id().value())
            .limit(3)
            .toList();
    units.forEach(MeanwhileTest::duty);
    long seen = head();
    assertEquals(200, assign(at, seen, units.get(0)).status());
    assertEquals(200, assign(at, seen, units.get(1)).status(), "one's own news");
    assertEquals(CASE.toString(), run("två", null, priority("3A")));
    var stopped = assign(at, seen, units.get(2));
    assertEquals(409, stopped.status());
    assertEquals("Någon annan har ändrat ärendet", stopped.json().get("title").asString());
    assertEquals(200, assign(at, head(), units.get(2)).status(), "news that were seen");
  }

  @Test
  void scenario4WhoWasAwayIsToldWhatOthersDecided() {
    long left = head();
    assertEquals(CASE.toString(), run("två", null, new IncidentCommand.AddNote(CASE, "Hund")));
    assertEquals(CASE.toString(), run("ett", null, new IncidentCommand.AddNote(CASE, "Kod 12")));
    assertEquals(List.of("Hund"), news("ett", left));
    assertEquals(List.of("Kod 12"), news("två", left));
    assertEquals(List.of(), news("tre", head()));
  }

  private static List<String> news(String person, long after) {
    return SERVICE.bean(Meanwhile.class).news(region(), person, after).stream()
        .map(e -> e.data().get("text").asString())
        .toList();
  }

  private static void duty(String unit) {
    Instant now = Instant.now();
    SERVICE.post(
        SERVICE.path("/units/" + unit + "/shift"),
        "{\"start\":\"%s\",\"end\":\"%s\",\"crew\":[]}"
            .formatted(now.minusSeconds(60), now.plusSeconds(36_000)));
  }

  private static RunningService.Reply assign(String at, long seen, String unit) {
    String body = "{\"units\":[\"" + unit + "\"]}";
    return SERVICE.postSeen(at + "/assignments", String.valueOf(seen), body);
  }
}
