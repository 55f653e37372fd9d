package se.dirigent.app.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.dirigent.app.client.ServiceClient;
import tools.jackson.databind.JsonNode;

/** Makes calls arrive and crews come on duty in one region, and looks at what the service knows. */
record DemoCase(ServiceClient client, String region) {
  private static final int SHIFT_HOURS = 8;

  /** A call arrives; gives the incident's identity. */
  String call(String number, String address, String priority, List<Map<String, Object>> threats) {
    return call(number, address, priority, threats, 63.18, 14.64);
  }

  /** As {@link #call} for a place elsewhere in the region. */
  String call(String number, String address, String priority, double lat, double lon) {
    return call(number, address, priority, List.of(), lat, lon);
  }

  private String call(
      String number,
      String address,
      String priority,
      List<Map<String, Object>> threats,
      double lat,
      double lon) {
    client.command(
        "PUT", path("intake/sos/2026-11-22/" + number), body(address, priority, threats, lat, lon));
    return "sos:2026-11-22:" + number;
  }

  /** Something the crew must know before it gets out. */
  Map<String, Object> threat(String wording, Instant now) {
    return Map.of(
        "source",
        "Polisen",
        "wording",
        wording,
        "observedAt",
        now.minusSeconds(3600).toString(),
        "expiresAt",
        now.plusSeconds(86_400).toString());
  }

  /** The first unit that any dispatcher may send. */
  JsonNode anyUnit() {
    return picture()
        .get("units")
        .valueStream()
        .filter(unit -> !unit.get("special").asBoolean())
        .findFirst()
        .orElseThrow();
  }

  void startShift(String unit) {
    Instant now = now();
    Map<String, Object> shift =
        Map.of(
            "start",
            now.minusSeconds(3600).toString(),
            "end",
            now.plusSeconds(SHIFT_HOURS * 3600L).toString(),
            "crew",
            List.of(Map.of("role", "Sjuksköterska", "competence", "NURSE")));
    client.command("POST", path("units/" + unit + "/shift"), shift);
  }

  /** A unit says where it was so long ago. */
  void report(String unit, double lat, double lon, Duration ago) {
    client.command(
        "POST",
        path("positions"),
        List.of(
            Map.of(
                "unit",
                unit,
                "position",
                Map.of("lat", lat, "lon", lon),
                "at",
                now().minus(ago).toString())));
  }

  void assign(String incident, String unit) {
    String path = path("incidents/" + incident + "/assignments");
    client.command("POST", path, Map.of("units", List.of(unit)));
  }

  /** A road is closed in the middle of Östersund; gives the obstacle's identity. */
  String closeRoad(String place) {
    var where =
        Map.of("shape", "POINT", "positions", List.of(Map.of("lat", 63.1792, "lon", 14.6357)));
    var told = Map.of("where", where, "place", place, "reason", "Olycka", "source", "Polisen");
    return client.command("POST", path("obstacles"), told).get("id").asString();
  }

  void openRoad(String obstacle) {
    client.command("POST", path("obstacles/" + obstacle + "/lifting"), Map.of("reason", "Röjt"));
  }

  Instant now() {
    return Instant.parse(picture().get("now").asString());
  }

  JsonNode picture() {
    return client.get(path("picture"));
  }

  /** The incident as a whole: with its assignments and journal entries. */
  JsonNode incident(String id) {
    return client.get(path("incidents/" + id));
  }

  /** How many journal entries of the incident say that a unit passed the milestone. */
  long passed(String incident, String milestone) {
    long count = 0;
    for (JsonNode entry : incident(incident).get("entries")) {
      boolean step = entry.get("type").asString().equals("MilestonePassed");
      count += step && entry.get("data").path("milestone").asString("").equals(milestone) ? 1 : 0;
    }
    return count;
  }

  private String path(String rest) {
    return "/api/regions/" + region + "/" + rest;
  }

  private static Map<String, Object> body(
      String address, String priority, List<Map<String, Object>> threats, double lat, double lon) {
    return Map.of(
        "source",
        "SOS_ALARM",
        "callbackNumber",
        "+46701740605",
        "location",
        Map.of(
            "address",
            address,
            "municipality",
            "Östersund",
            "position",
            Map.of("lat", lat, "lon", lon),
            "quality",
            "ADDRESS"),
        "indexCode",
        "D01",
        "description",
        "Andnöd sedan en timme, talar i korta meningar.",
        "priority",
        priority,
        "times",
        Map.of(),
        "threats",
        threats);
  }
}
