package se.dirigent.server.advice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.assign.JointPlan.Why;

/**
 * Units for all who wait, of least total cost.
 *
 * @param proposals one for each waiting incident, the longest waiting of the most urgent first
 * @param left how many waiting incidents were too many to be looked at
 * @param seq the picture it was reckoned from
 */
public record ProposedPlan(List<Proposal> proposals, int left, long seq, Instant computedAt) {

  /**
   * What is proposed for one incident.
   *
   * @param unit who should go, or null for nobody
   * @param redirect whether the unit must be redirected from something less urgent
   * @param why in a word
   * @param costSeconds what it costs this incident, as seconds of later arrival
   * @param ownBest the unit it would be given if it were alone, or null
   * @param extraSeconds how much dearer its unit is than that
   * @param waitedSeconds how long it has waited
   */
  public record Proposal(
      String incident,
      @Nullable String unit,
      @Nullable String callSign,
      boolean redirect,
      Why why,
      long costSeconds,
      @Nullable String ownBest,
      @Nullable String ownBestCallSign,
      long extraSeconds,
      long waitedSeconds) {}
}
