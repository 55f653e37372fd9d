package se.dirigent.server.masscasualty;

import java.util.concurrent.atomic.AtomicInteger;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.LiveServer;

/** A major incident declared over HTTP from a case of its own, on the server that tests share. */
public final class DeclaredEvent {
  /** Above every number that a test writes by hand: two classes never take the same. */
  private static final AtomicInteger NUMBERS = new AtomicInteger(710_000);

  private DeclaredEvent() {}

  /**
   * A case comes in at a place, and somebody declares it.
   *
   * @param program takes the case in
   * @param declarer may declare
   * @return the major incident's id
   */
  public static String declare(
      Client program, Client declarer, String type, String level, double lat, double lon) {
    String path = "/api/regions/" + LiveServer.OWN;
    int number = NUMBERS.incrementAndGet();
    String called =
        """
        {"source":"SOS_ALARM","callbackNumber":"070-174 06 05",
         "location":{"address":"Provplatsen","municipality":"Östersund",
           "position":{"lat":%s,"lon":%s},"quality":"ADDRESS"},
         "indexCode":"T1","description":"Prov","priority":"1A"}
        """;
    program.send("PUT", path + "/intake/sos/2026-11-23/" + number, called.formatted(lat, lon)).ok();
    String declared =
        "{\"incident\":\"sos:2026-11-23:%d\",\"type\":\"%s\",\"level\":\"%s\"}"
            .formatted(number, type, level);
    return declarer.send("POST", path + "/major-incidents", declared).ok().get("id").asString();
  }
}
