package se.dirigent.optimiser.cover;

import java.time.Duration;
import se.dirigent.routing.travel.Urgency;

/**
 * What being covered means at one level of urgency.
 *
 * @param level 1 (life-threatening) to 4
 * @param share this level's part of all calls, 0 to 1
 * @param within from assignment to arrival, turnout included
 * @param turnout from assignment until rolling
 * @param urgency how the unit drives
 */
public record CoverGoal(
    int level, double share, Duration within, Duration turnout, Urgency urgency) {
  public CoverGoal {
    if (level < 1 || level > 4) {
      throw new IllegalArgumentException("level is " + level + "; give 1 to 4");
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "level " + level + " has share " + share + "; give a share from 0 to 1");
    }
    if (within.compareTo(turnout) < 0 || turnout.isNegative()) {
      throw new IllegalArgumentException(
          "level "
              + level
              + " is to be reached within "
              + within
              + " with a turnout of "
              + turnout
              + "; give a turnout from zero up to the goal");
    }
  }
}
