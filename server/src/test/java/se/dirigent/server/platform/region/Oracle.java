package se.dirigent.server.platform.region;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What a file of rules says of an order, read straight from the JSON of both by brute force. It
 * shares no code with the rules of core, so that the two can be wrong only in the same way twice.
 *
 * @param rule id of the rule that decides, empty when there is none
 * @param kronor cost of every mode that can take the patient, not rounded
 */
record Oracle(String rule, String mode, Map<String, Double> kronor) {

  static Oracle of(JsonNode file, JsonNode order) {
    Map<String, Double> kronor = new TreeMap<>();
    for (JsonNode terms : file.get("modes")) {
      String mode = terms.get("mode").asString();
      if (minutes(mode, order) >= 0 && holds(terms.get("takes"), order)) {
        kronor.put(mode, cost(terms, order));
      }
    }
    for (JsonNode rule : file.get("tables").get(0).get("rules")) {
      String mode = rule.get("mode").asString();
      if (kronor.containsKey(mode) && holds(rule.get("when"), order)) {
        return new Oracle(rule.get("id").asString(), mode, kronor);
      }
    }
    return new Oracle("", "", kronor);
  }

  private static boolean holds(JsonNode condition, JsonNode order) {
    for (Map.Entry<String, JsonNode> part : condition.properties()) {
      if (!holds(part.getKey(), part.getValue(), order)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(String name, JsonNode wanted, JsonNode order) {
    JsonNode needs = order.get("needs");
    return switch (name) {
      case "posture", "infection", "escort" -> names(wanted, needs.get(name).asString());
      case "urgency" -> names(wanted, order.get(name).asString());
      case "care" -> names(wanted, care(needs));
      case "outside", "home" -> wanted.asBoolean() == order.get(name).asBoolean();
      case "stairs", "ventilator", "incubator", "alone" ->
          wanted.asBoolean() == needs.get(name).asBoolean();
      case "aggression" -> wanted.asBoolean() == !needs.get(name).asString().isEmpty();
      case "oxygenMax" -> needs.get("oxygenLitres").asInt() <= wanted.asInt();
      case "companionsMax" -> needs.get("companions").asInt() <= wanted.asInt();
      case "weightKgMax" ->
          !needs.has("weightKg") || needs.get("weightKg").asInt() <= wanted.asInt();
      case "weightKgMin" ->
          needs.has("weightKg") && needs.get("weightKg").asInt() >= wanted.asInt();
      case "roadMinutesMin" ->
          minutes("AMBULANCE", order) < 0 || minutes("AMBULANCE", order) >= wanted.asInt();
      case "roadMinutesMax" ->
          minutes("AMBULANCE", order) >= 0 && minutes("AMBULANCE", order) <= wanted.asInt();
      default -> throw new IllegalArgumentException("a condition nobody knows: " + name);
    };
  }

  private static boolean names(JsonNode list, String value) {
    for (JsonNode one : list) {
      if (one.asString().equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static String care(JsonNode needs) {
    String asked = needs.get("care").asString();
    boolean intensive = needs.get("ventilator").asBoolean() || needs.get("incubator").asBoolean();
    if (intensive || asked.equals("INTENSIVE")) {
      return "INTENSIVE";
    }
    boolean skilled = needs.get("monitoring").asBoolean() || needs.get("drugs").asBoolean();
    if (skilled || asked.equals("SKILLED")) {
      return "SKILLED";
    }
    boolean light = needs.get("drips").asBoolean() || needs.get("oxygenLitres").asInt() > 5;
    return light || asked.equals("LIGHT") ? "LIGHT" : "NONE";
  }

  /** Minutes from door to door, below 0 when the mode does not lead there. */
  private static int minutes(String mode, JsonNode order) {
    String name =
        switch (mode) {
          case "HELICOPTER" -> "helicopterMinutes";
          case "AEROPLANE" -> "aeroplaneMinutes";
          case "BOAT" -> "boatMinutes";
          default -> "roadMinutes";
        };
    JsonNode ways = order.get("ways");
    return ways.has(name) ? ways.get(name).asInt() : -1;
  }

  private static double cost(JsonNode terms, JsonNode order) {
    String mode = terms.get("mode").asString();
    JsonNode price = terms.get("price");
    JsonNode ways = order.get("ways");
    int there = price.get("there").asInt();
    double hours = (minutes(mode, order) * there + terms.get("handlingMinutes").asInt()) / 60.0;
    double air =
        switch (mode) {
          case "HELICOPTER" -> ways.get("helicopterMinutes").asInt();
          case "AEROPLANE" -> ways.get("aeroplaneFlightMinutes").asInt();
          default -> 0;
        };
    boolean road = !mode.equals("HELICOPTER") && !mode.equals("AEROPLANE") && !mode.equals("BOAT");
    return price.get("startKronor").asInt()
        + (road ? price.get("perKmKronor").asInt() * ways.get("roadKm").asInt() * there : 0)
        + price.get("perHourKronor").asInt() * hours
        + price.get("perFlightHourKronor").asInt() * air * there / 60;
  }
}
