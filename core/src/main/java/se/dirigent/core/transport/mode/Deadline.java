package se.dirigent.core.transport.mode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import se.dirigent.core.Texts;

/**
 * When an order must be in for a pick-up on a certain day.
 *
 * @param id short name
 * @param modes it holds for
 * @param outsideOnly whether only for trips that leave the region
 * @param daysBefore how many days before the day of the pick-up
 * @param at the last moment that day, local time
 */
public record Deadline(
    String id,
    List<Mode> modes,
    boolean outsideOnly,
    int daysBefore,
    LocalTime at,
    String why,
    String whyEn) {
  /** Checks that it lies before the trip. */
  public Deadline {
    id = Texts.require("id", id, 1, 40);
    modes = List.copyOf(modes);
    why = Texts.require("why", why, 2, 300);
    whyEn = Texts.require("whyEn", whyEn, 2, 300);
    if (modes.isEmpty() || daysBefore < 1 || daysBefore > 14) {
      throw new IllegalArgumentException(
          "the deadline " + id + " is " + daysBefore + " days before; give 1 to 14, and a mode");
    }
  }

  /** Whether it concerns the trip. */
  boolean concerns(Mode mode, Facts facts) {
    return modes.contains(mode) && (facts.outside() || !outsideOnly);
  }

  /** The last moment to order for a pick-up on a day. */
  Instant lastOrder(LocalDate day, ZoneId zone) {
    return day.minusDays(daysBefore).atTime(at).atZone(zone).toInstant();
  }
}
