package se.dirigent.routing.extract;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.dirigent.routing.drive.RoadKind;
import se.dirigent.routing.network.Roads;

/**
 * What the tags of an OpenStreetMap way say to a driver of an ambulance. Meanings after the
 * OpenStreetMap wiki (Key:highway, Key:maxspeed, Key:access, Key:oneway, Key:route); speeds without
 * a sign are assumptions.
 */
public final class WayRules {
  /** Share of the signed speed that is driven over a whole road [assumption]. */
  private static final double SIGNED_SHARE = 0.9;

  /** Most km/h believed of a sign; no road in the north allows more than 130. */
  private static final int SIGNED_MAX = 130;

  /** Signed speed up to which a road counts as a street. */
  private static final int STREET_SIGNED_MAX = 50;

  /** Time to wait for a ferry and to board it [assumption]: half the interval of a road ferry. */
  private static final int FERRY_WAIT_SECONDS = 600;

  private static final int FERRY_KM_PER_HOUR = 18;

  /** Free speed in km/h where no sign stands [assumption]. */
  private static final Map<String, Integer> UNSIGNED =
      Map.ofEntries(
          Map.entry("motorway", 105),
          Map.entry("motorway_link", 60),
          Map.entry("trunk", 85),
          Map.entry("trunk_link", 50),
          Map.entry("primary", 70),
          Map.entry("primary_link", 45),
          Map.entry("secondary", 65),
          Map.entry("secondary_link", 40),
          Map.entry("tertiary", 60),
          Map.entry("tertiary_link", 40),
          Map.entry("unclassified", 50),
          Map.entry("road", 40),
          Map.entry("residential", 30),
          Map.entry("living_street", 12),
          Map.entry("service", 18),
          Map.entry("track", 20));

  private static final Set<String> THROUGH =
      Set.of("motorway", "motorway_link", "trunk", "trunk_link");
  private static final Set<String> STREETS = Set.of("residential", "living_street", "service");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})( mph)?");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,2}):(\\d{2})(?::\\d{2})?");

  private WayRules() {}

  /**
   * How a way is driven.
   *
   * @param kind of road
   * @param kmPerHour free speed of a car
   * @param ways one of the directions in {@link Roads}
   * @param fixedSeconds time that does not depend on speed; when a ferry's crossing is known
   *     kmPerHour is 0
   */
  public record Drive(RoadKind kind, int kmPerHour, byte ways, int fixedSeconds) {}

  /** How a way with these tags is driven, or empty when it is not. */
  public static Optional<Drive> drive(Map<String, String> tags) {
    if (barred(tags) || "yes".equals(tags.get("area"))) {
      return Optional.empty();
    }
    if ("ferry".equals(tags.get("route"))) {
      return ferry(tags);
    }
    String highway = tags.getOrDefault("highway", "");
    Integer unsigned = UNSIGNED.get(highway);
    if (unsigned == null) {
      return Optional.empty();
    }
    int signed = signed(tags.getOrDefault("maxspeed", ""));
    int speed = signed == 0 ? unsigned : (int) Math.max(5, Math.round(signed * SIGNED_SHARE));
    return Optional.of(new Drive(kind(highway, signed), speed, ways(highway, tags), 0));
  }

  /** Private roads are open to an ambulance; what is closed to motor vehicles is not. */
  private static boolean barred(Map<String, String> tags) {
    if ("yes".equals(tags.get("emergency"))) {
      return false;
    }
    return "no".equals(tags.get("access"))
        || "no".equals(tags.get("motor_vehicle"))
        || "no".equals(tags.get("vehicle"));
  }

  private static Optional<Drive> ferry(Map<String, String> tags) {
    boolean vehicles = !"no".equals(tags.get("motorcar")) && !"foot".equals(tags.get("ferry:type"));
    if (!vehicles) {
      return Optional.empty();
    }
    Matcher time = DURATION.matcher(tags.getOrDefault("duration", ""));
    if (time.matches()) {
      int crossing = 3600 * Integer.parseInt(time.group(1)) + 60 * Integer.parseInt(time.group(2));
      return Optional.of(new Drive(RoadKind.FERRY, 0, Roads.BOTH, crossing + FERRY_WAIT_SECONDS));
    }
    return Optional.of(
        new Drive(RoadKind.FERRY, FERRY_KM_PER_HOUR, Roads.BOTH, FERRY_WAIT_SECONDS));
  }

  /** Signed km/h, or 0 when nothing readable stands there. */
  private static int signed(String text) {
    Matcher number = NUMBER.matcher(text.strip());
    if (!number.matches()) {
      return 0;
    }
    int value = Integer.parseInt(number.group(1));
    int kmPerHour = number.group(2) == null ? value : (int) Math.round(value * 1.609344);
    return kmPerHour > SIGNED_MAX ? 0 : kmPerHour;
  }

  private static RoadKind kind(String highway, int signed) {
    if (THROUGH.contains(highway)) {
      return RoadKind.THROUGH;
    }
    if (highway.equals("track")) {
      return RoadKind.TRACK;
    }
    boolean street = STREETS.contains(highway) || (signed > 0 && signed <= STREET_SIGNED_MAX);
    return street ? RoadKind.STREET : RoadKind.COUNTRY;
  }

  private static byte ways(String highway, Map<String, String> tags) {
    String oneway = tags.getOrDefault("oneway", "");
    return switch (oneway) {
      case "yes", "true", "1" -> Roads.ALONG;
      case "-1", "reverse" -> Roads.BACK;
      case "no" -> Roads.BOTH;
      default -> {
        boolean round =
            Set.of("roundabout", "circular").contains(tags.getOrDefault("junction", ""));
        yield round || highway.startsWith("motorway") ? Roads.ALONG : Roads.BOTH;
      }
    };
  }
}
