package se.dirigent.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.server.identity.account.DemoUsers.Played;
import tools.jackson.databind.JsonNode;

/** An order of a care transport in the demonstration, for tests that follow it. */
public final class CareTransport {
  private final ServiceClient client;
  private final String path;
  private final String id;

  private CareTransport(ServiceClient client, String path, String id) {
    this.client = client;
    this.path = path;
    this.id = id;
  }

  /** Ordered from a ward in Östersund to a home in Krokom, lying and monitored, and approved. */
  public static CareTransport order(ServiceClient client, String region, Duration ready) {
    String path = "/api/regions/" + region + "/transports";
    Instant now =
        Instant.parse(client.get("/api/regions/" + region + "/picture").path("now").asString());
    Map<String, Object> request = new LinkedHashMap<>();
    request.put(
        "from",
        Map.of(
            "facility", "ostersund",
            "department", "Medicinavdelning",
            "address", "Ingång B, plan 5",
            "floor", 0,
            "lift", true));
    request.put(
        "to",
        Map.of(
            "facility",
            "",
            "department",
            "",
            "address",
            "Provgatan 4, Krokom",
            "position",
            Map.of("lat", 63.327, "lon", 14.45),
            "floor",
            2,
            "lift",
            false));
    request.put("timing", Map.of("readyAt", now.plus(ready).toString(), "returnTrip", false));
    request.put("needs", needs());
    request.put("urgency", "HOURS");
    request.put("resuscitation", "NOT_BEGUN");
    request.put("ordainedBy", "Testläkare Ett");
    request.put("reason", "Hem efter operation");
    request.put("note", "Portkod hos hemtjänsten");
    JsonNode made = client.post(path, Map.of("name", "Testperson Ett", "request", request));
    var order = new CareTransport(client, path, made.path("id").asString());
    if (order.get().path("ride").asString().equals("ORDERED")) {
      client.as(Played.COMMAND::token).post(path + "/" + order.id + "/approval", Map.of());
    }
    return order;
  }

  private static Map<String, Object> needs() {
    Map<String, Object> needs = new LinkedHashMap<>();
    needs.put("posture", "LIES");
    needs.put("stairs", true);
    needs.put("care", "SKILLED");
    needs.put("oxygenLitres", 2);
    needs.put("monitoring", true);
    needs.put("drugs", false);
    needs.put("drips", false);
    needs.put("ventilator", false);
    needs.put("incubator", false);
    needs.put("infection", "CONTACT");
    needs.put("alone", true);
    needs.put("companions", 1);
    needs.put("escort", "NONE");
    needs.put("aggression", "");
    return needs;
  }

  public String id() {
    return id;
  }

  /** As it is now. */
  public JsonNode get() {
    return client.get(path + "/" + id);
  }

  public String ride() {
    return get().path("ride").asString("");
  }

  /** The unit it is planned on; empty while it is on none. */
  public String unit() {
    return get().path("planned").path("unit").asString("");
  }

  /** A dispatcher gives it to a unit. */
  public void place(String unit) {
    client.post(path + "/" + id + "/placement", Map.of("unit", unit));
  }
}
