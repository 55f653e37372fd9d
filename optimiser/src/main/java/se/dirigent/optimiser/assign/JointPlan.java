package se.dirigent.optimiser.assign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who goes where, for all who wait.
 *
 * @param choices one for each case, in the order asked
 * @param totalSeconds the sum of all costs, in weighed seconds; no other plan has a lower one
 */
public record JointPlan(List<Choice> choices, double totalSeconds) {
  public JointPlan {
    choices = List.copyOf(choices);
  }

  /**
   * What is proposed for one case.
   *
   * @param incident the case
   * @param unit who should go; null when nobody
   * @param why in a word
   * @param costSeconds what the unit costs this case, in seconds of arrival; 0 when nobody goes
   * @param ownBest the unit this case would be given if it were alone; null when there is none
   * @param extraSeconds how much dearer its unit is than that one
   * @param agedSeconds what its waiting so far adds to the price of leaving it, in weighed seconds
   */
  public record Choice(
      String incident,
      @Nullable String unit,
      Why why,
      double costSeconds,
      @Nullable String ownBest,
      double extraSeconds,
      double agedSeconds) {}

  /** Why a case is given what it is given. */
  public enum Why {
    /** The best unit for it. */
    OWN_BEST,
    /** Another than its best, which is missed more elsewhere. */
    BEST_NEEDED_ELSEWHERE,
    /** Nobody: no fit unit can be had. */
    NOBODY_FIT,
    /** Nobody: those that are fit are missed more elsewhere. */
    OTHERS_FIRST
  }
}
