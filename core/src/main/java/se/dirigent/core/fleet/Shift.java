package se.dirigent.core.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;

/**
 * A unit's working time, with the window its meal break should fall in.
 *
 * @param start first moment on duty
 * @param end last moment on duty; after start and at most 24 h later
 * @param mealStart start of the meal window, within the shift, or null when it has none
 * @param mealEnd end of the meal window; both or none
 */
public record Shift(
    Instant start, Instant end, @Nullable Instant mealStart, @Nullable Instant mealEnd) {
  /** Longest shift accepted: a day and night is the longest duty the field uses. */
  private static final Duration LENGTH_MAX = Duration.ofHours(24);

  public Shift {
    if (!end.isAfter(start) || Duration.between(start, end).compareTo(LENGTH_MAX) > 0) {
      throw new Refused(
          "shift.length", "end", Map.of("start", start.toString(), "end", end.toString()));
    }
    boolean whole = (mealStart == null) == (mealEnd == null);
    if (whole && mealStart != null && mealEnd != null) {
      whole = mealStart.isBefore(mealEnd) && !mealStart.isBefore(start) && !mealEnd.isAfter(end);
    }
    if (!whole) {
      throw new Refused("shift.meal", "mealStart", Map.of());
    }
  }
}
