package se.dirigent.core.masscasualty.rationing;

import java.time.Instant;
import java.util.Map;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * A casualty's claim on what is short: all that a rule may know.
 *
 * @param tag number of the casualty's tag
 * @param category how soon it must be treated
 * @param benefit what the treatment is expected to do, as a physician judges
 * @param minutes of what is short, that the treatment is expected to take, 1 to 10 080
 * @param waitingSince when it was found to need it
 */
public record Claim(
    String tag, Category category, Benefit benefit, int minutes, Instant waitingSince) {
  /** A week: longer is not treatment of the same need. */
  private static final int MINUTES_MAX = 7 * 24 * 60;

  /** What a treatment is expected to do, the most first. */
  public enum Benefit {
    /** Saves life or limb. */
    LARGE,
    /** Lessens suffering or lasting harm. */
    SOME,
    /** Does not change the outcome. */
    NONE
  }

  public Claim {
    tag = Texts.require("tag", tag, 1, 40);
    if (category == Category.DEAD) {
      throw new Refused("rationing.dead", "category", Map.of("tag", tag));
    }
    if (minutes < 1 || minutes > MINUTES_MAX) {
      throw new Refused(
          "rationing.minutes",
          "minutes",
          Map.of("tag", tag, "value", "" + minutes, "max", "" + MINUTES_MAX));
    }
  }
}
