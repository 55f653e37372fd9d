package se.dirigent.core.incident;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;

/**
 * One step of a region's priority scale with what follows from it.
 *
 * @param code what is said, for instance {@code 1A}, 1–4 characters
 * @param level the main priority, 1 (acute, life-threatening) to 9
 * @param acknowledgeWithin from assignment to the crew's acknowledgement
 * @param rollWithin from assignment to rolling, or null when the field sets no limit
 * @param firstContactWithin from the waiting room's door to the first contact
 * @param thenEvery between later contacts
 * @param unassignedAlarmAfter from the waiting room's door to the alarm that nobody has been sent,
 *     or null when there is none
 */
public record PriorityLevel(
    String code,
    String label,
    String labelEn,
    int level,
    Duration acknowledgeWithin,
    @Nullable Duration rollWithin,
    Duration firstContactWithin,
    Duration thenEvery,
    @Nullable Duration unassignedAlarmAfter) {
  public PriorityLevel {
    code = Texts.require("code", code, 1, 4);
    label = Texts.require("label", label, 1, 80);
    labelEn = Texts.require("labelEn", labelEn, 1, 80);
    if (level < 1 || level > 9) {
      throw new Refused("priority.level", "level", Map.of("value", String.valueOf(level)));
    }
    requirePositive("acknowledgeWithin", Objects.requireNonNull(acknowledgeWithin));
    requirePositive("rollWithin", rollWithin);
    requirePositive("firstContactWithin", Objects.requireNonNull(firstContactWithin));
    requirePositive("thenEvery", Objects.requireNonNull(thenEvery));
    requirePositive("unassignedAlarmAfter", unassignedAlarmAfter);
  }

  static void requirePositive(String field, @Nullable Duration duration) {
    if (duration != null && !duration.isPositive()) {
      throw new Refused("duration.positive", field, Map.of("value", duration.toString()));
    }
  }
}
