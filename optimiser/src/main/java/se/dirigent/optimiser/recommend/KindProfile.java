package se.dirigent.optimiser.recommend;

import se.dirigent.routing.travel.TravelMode;

/**
 * What a kind of unit can do at incidents.
 *
 * @param mode how it travels
 * @param conveys whether it can take a patient along
 * @param levelMostUrgent the most urgent level it may meet alone, 1 to 4; 5 when it does not go to
 *     incidents at all
 */
public record KindProfile(TravelMode mode, boolean conveys, int levelMostUrgent) {
  /** Stands for "does not go to incidents". */
  public static final int NEVER = 5;

  public KindProfile {
    if (levelMostUrgent < 1 || levelMostUrgent > NEVER) {
      throw new IllegalArgumentException(
          "levelMostUrgent is " + levelMostUrgent + "; give 1 to 4, or 5 for never");
    }
  }
}
