package se.dirigent.routing.drive;

import java.util.EnumMap;
import java.util.Map;
import se.dirigent.routing.travel.Urgency;

/**
 * Every figure that turns the speed of a road into the speed of an ambulance on it.
 *
 * @param lightsSpeedup speed with lights and siren divided by the speed without, per kind of road
 * @param peakDelay time at peak traffic divided by the time by day, per kind, without lights
 * @param nightDelay time by night divided by the time by day, per kind
 * @param lightsPeakShare share of the peak's delay that is left with lights and siren, 0 to 1
 * @param winterDelay time on winter roads divided by the time on bare ones
 */
public record DriveParameters(
    Map<RoadKind, Double> lightsSpeedup,
    Map<RoadKind, Double> peakDelay,
    Map<RoadKind, Double> nightDelay,
    double lightsPeakShare,
    double winterDelay) {
  public DriveParameters {
    lightsSpeedup = checked("lightsSpeedup", lightsSpeedup, 1, 3);
    peakDelay = checked("peakDelay", peakDelay, 1, 5);
    nightDelay = checked("nightDelay", nightDelay, 0.5, 1.5);
    inRange("lightsPeakShare", lightsPeakShare, 0, 1);
    inRange("winterDelay", winterDelay, 1, 3);
  }

  private static Map<RoadKind, Double> checked(
      String name, Map<RoadKind, Double> values, double least, double most) {
    Map<RoadKind, Double> copy = new EnumMap<>(RoadKind.class);
    for (RoadKind kind : RoadKind.values()) {
      copy.put(kind, inRange(name + " of " + kind, values.getOrDefault(kind, 1.0), least, most));
    }
    return copy;
  }

  private static double inRange(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " is " + value + "; give a number from " + least + " to " + most);
    }
    return value;
  }

  /**
   * The figures used until a region brings its own.
   *
   * <ul>
   *   <li>Lights and siren: 1.2 times the speed on through and country roads and tracks, 1.4 in
   *       streets [assumption]. Petzäll and others, Accident Analysis and Prevention 43(3), 2011:
   *       2.9 minutes saved in Swedish towns and 8.9 in the country; Ho and Lindquist, Prehospital
   *       Emergency Care 5(2), 2001: 1.43 on rural runs.
   *   <li>Peak: streets 1.3, through roads 1.1 times as long [assumption]; with lights a third of
   *       that delay is left [assumption].
   *   <li>Night: streets 0.9 times as long [assumption].
   *   <li>Winter 1.08 times as long [assumption]: Trafikverket lowers many limits by 10 km/h from
   *       autumn to spring, 90 to 80 and 110 to 100.
   * </ul>
   */
  public static DriveParameters defaults() {
    return new DriveParameters(
        Map.of(
            RoadKind.THROUGH, 1.2,
            RoadKind.COUNTRY, 1.2,
            RoadKind.STREET, 1.4,
            RoadKind.TRACK, 1.2),
        Map.of(RoadKind.STREET, 1.3, RoadKind.THROUGH, 1.1),
        Map.of(RoadKind.STREET, 0.9),
        1.0 / 3,
        1.08);
  }

  /**
   * How many times as long a road takes as its own speed says, by day on bare roads without lights.
   * A ferry takes its time whatever happens.
   */
  public double delay(RoadKind kind, Conditions conditions) {
    if (kind == RoadKind.FERRY) {
      return 1;
    }
    boolean lights = conditions.urgency() == Urgency.LIGHTS_AND_SIRENS;
    double delay = lights ? 1 / of(lightsSpeedup, kind) : 1;
    delay *=
        switch (conditions.traffic()) {
          case DAY -> 1;
          case NIGHT -> of(nightDelay, kind);
          case PEAK -> 1 + (of(peakDelay, kind) - 1) * (lights ? lightsPeakShare : 1);
        };
    return switch (conditions.season()) {
      case WINTER -> delay * winterDelay;
      case BARE -> delay;
    };
  }

  private static double of(Map<RoadKind, Double> values, RoadKind kind) {
    return values.getOrDefault(kind, 1.0);
  }
}
