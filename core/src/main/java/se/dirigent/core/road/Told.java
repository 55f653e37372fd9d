package se.dirigent.core.road;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;

/**
 * What somebody says about an obstacle.
 *
 * @param where the stretch
 * @param place what people call it, for instance "E14 Åre–Duved"; may be empty
 * @param delay how many times as long it takes, above 1 and at most 20; null when it is closed
 * @param from first moment it holds; null in a command means at once
 * @param until first moment it no longer holds; null while nobody knows
 * @param reason why, 2–200 characters
 * @param source who says so, 2–100 characters
 */
public record Told(
    Stretch where,
    String place,
    @Nullable Double delay,
    @Nullable Instant from,
    @Nullable Instant until,
    String reason,
    String source) {
  /** What takes longer than this is as good as closed. */
  public static final double DELAY_MAX = 20;

  /**
   * Checks each value and their order.
   *
   * @throws Refused {@code obstacle.delay}, {@code obstacle.order} or of {@link Texts}
   */
  public Told {
    Objects.requireNonNull(where, "where");
    place = Texts.optional("place", place, 120);
    reason = Texts.require("reason", reason, 2, 200);
    source = Texts.require("source", source, 2, 100);
    if (delay != null && !(delay > 1 && delay <= DELAY_MAX)) {
      throw new Refused("obstacle.delay", "delay", Map.of("value", String.valueOf(delay)));
    }
    if (from != null && until != null && !until.isAfter(from)) {
      throw new Refused(
          "obstacle.order", "until", Map.of("from", from.toString(), "until", until.toString()));
    }
  }

  /** Whether nobody passes. */
  public boolean closed() {
    return delay == null;
  }

  /** The same, from a moment if it names none. */
  Told beginning(Instant at) {
    return from != null ? this : new Told(where, place, delay, at, until, reason, source);
  }
}
