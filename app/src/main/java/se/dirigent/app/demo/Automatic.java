package se.dirigent.app.demo;

import java.time.Duration;
import java.util.Locale;

/**
 * Which incidents the automatic dispatcher takes, and the same for contacts in the waiting room.
 *
 * @param mode none, all, or only what nobody took
 * @param after how long a person has for it, by the service's clock; used by UNCLAIMED only
 */
public record Automatic(Mode mode, Duration after) {
  /** Longest time left to persons: a shift. */
  static final Duration AFTER_MAX = Duration.ofHours(12);

  /** How much is automatic. */
  public enum Mode {
    OFF,
    ALL,
    UNCLAIMED
  }

  public Automatic {
    if (after.isNegative() || after.compareTo(AFTER_MAX) > 0) {
      throw new IllegalArgumentException(
          "afterSeconds is " + after.toSeconds() + "; give 0 to " + AFTER_MAX.toSeconds());
    }
  }

  /** Reads {@code off}, {@code all}, {@code unclaimed} or {@code unclaimed:SECONDS}. */
  public static Automatic parse(String text) {
    String[] parts = text.strip().toUpperCase(Locale.ROOT).split(":", 2);
    try {
      Mode mode = Mode.valueOf(parts[0]);
      long seconds = parts.length == 2 ? Long.parseLong(parts[1]) : 60;
      if (parts.length == 2 && mode != Mode.UNCLAIMED) {
        throw new IllegalArgumentException("seconds belong to unclaimed only");
      }
      return new Automatic(mode, Duration.ofSeconds(seconds));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "automatic is '" + text + "'; give off, all or unclaimed:SECONDS", e);
    }
  }

  /** How long an incident or a contact waits for a person before it is taken. */
  Duration patience() {
    return switch (mode) {
      case OFF, UNCLAIMED -> after;
      case ALL -> Duration.ZERO;
    };
  }

  boolean on() {
    return mode != Mode.OFF;
  }
}
