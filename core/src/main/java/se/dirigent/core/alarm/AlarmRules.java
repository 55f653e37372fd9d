package se.dirigent.core.alarm;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import se.dirigent.core.Refused;

/**
 * A region's rules for alarms.
 *
 * @param actWithin by kind: from the alarm until somebody must have acted; kinds not named keep
 *     their standard
 * @param positionAgeMax how old the position of a unit under way may be
 */
public record AlarmRules(Map<AlarmKind, Duration> actWithin, Duration positionAgeMax) {
  /** A crew that has been silent for so long may be anywhere. [assumption] */
  public static final Duration POSITION_AGE_MAX = Duration.ofMinutes(3);

  public AlarmRules {
    Map<AlarmKind, Duration> all = new EnumMap<>(AlarmKind.class);
    for (AlarmKind kind : AlarmKind.values()) {
      Duration within = actWithin.getOrDefault(kind, kind.actWithin());
      requirePositive(kind.name(), within);
      all.put(kind, within);
    }
    requirePositive("positionAgeMax", positionAgeMax);
    actWithin = Map.copyOf(all);
  }

  /** The rules of a region that has set none of its own. */
  public static AlarmRules standard() {
    return new AlarmRules(Map.of(), POSITION_AGE_MAX);
  }

  private static void requirePositive(String field, Duration duration) {
    if (!duration.isPositive()) {
      throw new Refused("duration.positive", field, Map.of("value", duration.toString()));
    }
  }

  /** From an alarm of the kind until somebody must have acted. */
  public Duration actWithin(AlarmKind kind) {
    return actWithin.getOrDefault(kind, kind.actWithin());
  }
}
