package se.dirigent.server.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
