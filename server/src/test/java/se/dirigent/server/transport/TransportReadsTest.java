package se.dirigent.server.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/** What the log of reads says of orders. */
class TransportReadsTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final String PATH = "/api/regions/" + LiveServer.OWN + "/transports";
  private static final Client WARD = user("demo.avdelning");
  private static final Client COMMAND = user("demo.inre");
  private static final String REHAB =
      """
      {"facility":"ostersund","department":"Rehabiliteringsavdelning","address":"",
      "floor":0,"lift":true}
      """;

  private static Client user(String name) {
    return SERVER.client().logIn(name, LiveServer.PASSWORD);
  }

  private static JsonNode reads(String query) {
    Client control = user("demo.admin");
    String path = "/api/regions/" + LiveServer.OWN + "/patient-reads?" + query;
    return control.get(path).json().get("reads");
  }

  @Test
  void s1WhoReadsAnOrderOrAListOfThemIsInTheLogOfReads() {
    String body = "{\"request\":" + TransportTest.request(REHAB, true) + "}";
    Answer ordered = WARD.send("POST", PATH, body);
    assertEquals(200, ordered.status(), ordered.body());
    String id = ordered.json().get("id").asString();
    String patient = COMMAND.get(PATH + "/" + id).json().get("patient").asString();
    Answer refused = COMMAND.get(PATH + "/" + id + "?purpose=x");
    assertEquals(422, refused.status(), refused.body());
    JsonNode lines = reads("patient=" + patient + "&user=demo.inre");
    assertEquals(1, lines.size(), lines.toString());
    assertTrue(lines.get(0).get("what").asString().startsWith("transport " + id));
    for (int n = 0; n < 5; n++) {
      assertEquals(200, WARD.get(PATH + "?limit=77&purpose=stickprov").status());
      assertEquals(200, COMMAND.get(PATH + "/away?purpose=stickprov").status());
    }
    assertEquals(1, count(reads("user=demo.avdelning"), "at most 77"));
    assertEquals(1, count(reads("user=demo.inre"), "out of the region"));
    String plan = "/api/regions/" + LiveServer.OWN + "/ride-plan?purpose=stickprov";
    assertEquals(200, COMMAND.get(plan).status());
    assertEquals(1, count(reads("user=demo.inre"), "plan of rides"));
  }

  private static int count(JsonNode lines, String what) {
    int count = 0;
    for (JsonNode line : lines) {
      boolean ours = line.get("purpose").asString().equals("stickprov");
      count += ours && line.get("what").asString().contains(what) ? 1 : 0;
    }
    return count;
  }
}
