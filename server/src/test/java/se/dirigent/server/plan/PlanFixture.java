package se.dirigent.server.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A town's ambulances and what a ward there orders. */
final class PlanFixture {
  static final String PATH = "/api/regions/" + LiveServer.OWN;

  /** All at the same station, so that any of them is as near. */
  static final List<String> UNITS = IntStream.range(0, 8).mapToObj(k -> "23-305" + k).toList();

  private static final JsonMapper JSON = new JsonMapper();

  private PlanFixture() {}

  /** Gives the unit a shift of ten hours with an ambulance's crew. */
  static void onDuty(Client program, String unit) {
    Instant now = Instant.now();
    Answer answer =
        program.send(
            "POST",
            PATH + "/units/" + unit + "/shift",
            "{\"start\":\"%s\",\"end\":\"%s\",\"crew\":[%s,%s]}"
                .formatted(
                    now.minusSeconds(60),
                    now.plus(Duration.ofHours(10)),
                    "{\"role\":\"Specialistsjuksköterska\",\"competence\":\"SPECIALIST_NURSE\"}",
                    "{\"role\":\"Ambulanssjukvårdare\",\"competence\":\"ATTENDANT\"}"));
    assertEquals(200, answer.status(), answer.body());
  }

  /** An ambulance within the county: all hours, no day-before rule. */
  static ObjectNode request(Duration ready, String to) {
    String text =
        """
        {"from":{"facility":"ostersund","department":"Medicinavdelning","address":"",
            "floor":0,"lift":true},
         "to":%s,
         "timing":{"readyAt":"%s","returnTrip":false},
         "needs":{"posture":"LIES","stairs":false,"care":"SKILLED","oxygenLitres":0,
           "monitoring":true,"drugs":false,"drips":false,"ventilator":false,"incubator":false,
           "infection":"NONE","alone":false,"companions":0,"escort":"NONE","aggression":""},
         "urgency":"HOURS","resuscitation":"FULL","ordainedBy":"Testläkare Ett",
         "reason":"Flyttas","note":""}
        """
            .formatted(to, Instant.now().plus(ready));
    return (ObjectNode) JSON.readTree(text);
  }

  /** Somebody's home. */
  static String home(double latitude, double longitude) {
    return """
    {"facility":"","department":"","address":"Testvägen 1","floor":0,"lift":true,
     "position":{"lat":%s,"lon":%s}}
    """
        .formatted(latitude, longitude);
  }

  /** A home a kilometre from the hospital. */
  static String near() {
    return home(63.18, 14.66);
  }

  /** Address of what can be done with an order. */
  static String at(String id, String what) {
    return PATH + "/transports/" + id + "/" + what;
  }
}
