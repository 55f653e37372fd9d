package se.dirigent.server.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;
import se.dirigent.server.web.LiveServer;
import tools.jackson.databind.JsonNode;

/** What is wrong is told on its field and in words; what is decided is what was read. */
@TestMethodOrder(MethodName.class)
class TransportWordsTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final Client WARD = SERVER.client().logIn("demo.avdelning", LiveServer.PASSWORD);
  private static final Client COMMAND = SERVER.client().logIn("demo.inre", LiveServer.PASSWORD);
  private static final String PATH = "/api/regions/" + LiveServer.OWN + "/transports";
  private static final String SYDNEY =
      "{\"facility\":\"\",\"department\":\"\",\"address\":\"Pitt Street 1\",\"floor\":0,"
          + "\"lift\":true,\"position\":{\"lat\":-33.87,\"lon\":151.21}}";
  private static final String TRONDHEIM =
      "{\"facility\":\"\",\"department\":\"\",\"address\":\"St. Olavs hospital\",\"floor\":0,"
          + "\"lift\":true,\"position\":{\"lat\":63.42,\"lon\":10.39}}";

  private static String order(String to, String... changes) {
    return "{\"request\":" + TransportTest.request(to, true, changes) + "}";
  }

  private static JsonNode refused(int status, String field, Answer answer) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals(field, answer.json().get("field").asString(), answer.body());
    return answer.json();
  }

  private static String place(String facility, String department) {
    return "{\"facility\":\"%s\",\"department\":\"%s\",\"address\":\"\",\"floor\":0,\"lift\":true}"
        .formatted(facility, department);
  }

  @Test
  void s01AHomeOnTheOtherSideOfTheEarthIsToldOnItsField() {
    JsonNode told = refused(422, "to", WARD.send("POST", PATH, order(SYDNEY)));
    assertTrue(told.get("detail").asString().contains("Pitt Street 1"), told.toString());
    JsonNode asked = WARD.send("POST", PATH + "/advice", question(TRONDHEIM)).ok();
    assertFalse(asked.get("mode").asString().isEmpty());
    refused(422, "to", WARD.send("POST", PATH + "/advice", question(SYDNEY)));
  }

  private static String question(String to) {
    var request = TransportTest.request(to, true);
    List.of("resuscitation", "ordainedBy", "reason", "note").forEach(request::remove);
    return request.toString();
  }

  @Test
  void s02AnUnknownWardIsToldByTheHospitalsName() {
    String body = order(place("ostersund", "Avdelning 99"));
    String told = refused(422, "to", WARD.send("POST", PATH, body)).get("detail").asString();
    assertTrue(told.contains("Östersunds sjukhus"), told);
  }

  @Test
  void s03WhatIsWrongWithTheWholeBodyHasAName() {
    refused(400, "body", WARD.send("POST", PATH, "{\"request\":"));
    refused(422, "body", WARD.send("POST", PATH, "[]"));
  }

  @Test
  void s04InnerCommandDecidesOnWhatItHasRead() {
    String id =
        WARD.send("POST", PATH, order(place("sundsvall", "Thorax"))).ok().get("id").asString();
    JsonNode read = COMMAND.get(PATH + "/" + id).json();
    String seen = "{\"seen\":" + read.get("changes").size() + "}";
    String change =
        "{\"request\":%s}"
            .formatted(
                TransportTest.request(
                    place("sundsvall", "Thorax"), true, "reason", "\"Dialysstart\""));
    WARD.send("POST", PATH + "/" + id + "/changes", change).ok();
    refused(409, "seen", COMMAND.send("POST", PATH + "/" + id + "/approval", seen));
    assertEquals("ORDERED", COMMAND.get(PATH + "/" + id).json().get("ride").asString());
    String now = "{\"seen\":" + (read.get("changes").size() + 1) + "}";
    COMMAND.send("POST", PATH + "/" + id + "/approval", now).ok();
  }

  @Test
  void s05TheListIsLookedThroughByItsWords() {
    String id =
        WARD.send("POST", PATH, order(place("sundsvall", "Thorax"), "reason", "\"Bronkoskopi\""))
            .ok()
            .get("id")
            .asString();
    assertEquals(List.of(id), found("bronkoskopi"));
    assertEquals(List.of(id), found("Sundsvalls BRONKO thorax"));
    assertEquals(List.of(), found("bronkoskopi umeå"));
    assertFalse(found("").isEmpty(), "no words find everything");
  }

  private static List<String> found(String words) {
    String asked = "?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    JsonNode list = COMMAND.get(PATH + asked).ok();
    List<String> ids =
        list.get("transports").valueStream().map(t -> t.get("id").asString()).toList();
    assertTrue(list.get("total").asInt() >= ids.size());
    return ids;
  }
}
