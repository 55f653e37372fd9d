package se.dirigent.simulator.chain;

import java.time.Duration;

/**
 * When helicopters fly. They meet the most urgent level alone, instead of an ambulance, where the
 * nearest station is far by road [assumption]. Their shifts say when they are manned; in the dark
 * they may need better weather than by day. One in the air goes on when the weather turns
 * [assumption].
 *
 * @param notFlyable part of the time that the weather stops them, 0 to below 1
 * @param notFlyableDark the same in the dark, not less than by day
 * @param spell how long such weather lasts, mean of an exponential
 * @param beyond sent where the nearest station is farther than this by road, with lights and siren
 * @param start from being sent until they fly, when they stand at their base
 */
public record Air(
    double notFlyable, double notFlyableDark, Duration spell, Duration beyond, Duration start) {
  public Air {
    if (!(notFlyable >= 0 && notFlyable < 1)) {
      throw new IllegalArgumentException(
          "notFlyable is %s; give 0 to below 1".formatted(notFlyable));
    }
    if (!(notFlyableDark >= notFlyable && notFlyableDark < 1)) {
      throw new IllegalArgumentException(
          "notFlyableDark is %s; give %s, as by day, to below 1"
              .formatted(notFlyableDark, notFlyable));
    }
    if (!spell.isPositive() || beyond.isNegative() || start.isNegative()) {
      throw new IllegalArgumentException(
          "spell is %s, beyond %s and start %s; give more than nothing, and from nothing"
              .formatted(spell, beyond, start));
    }
  }

  /** Part of the time with weather fit for flight by day that is not fit for it in the dark. */
  public double darkOnly() {
    return (notFlyableDark - notFlyable) / (1 - notFlyable);
  }
}
