package se.dirigent.server.advice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.assign.JointPlan.Why;

/**
 * Units for all who wait, of least total cost.
 *
 * @param proposals one for each waiting incident, the longest waiting of the most urgent first
 * @param takeOvers cases whose unit, still on its way, one that has just become free should relieve
 * @param left how many waiting incidents were too many to be looked at
 * @param seq the picture it was reckoned from
 */
public record ProposedPlan(
    List<Proposal> proposals,
    List<TakeOverProposal> takeOvers,
    int left,
    long seq,
    Instant computedAt) {

  /**
   * A case that should change its unit.
   *
   * @param unit who has just become free and should go
   * @param instead who is on its way
   * @param assignment of that one, to be stood down
   * @param arrivalSeconds until the one could be there
   * @param leftSeconds until the other will be
   * @param inTime whether the change makes the arrival come in time, and it would else be late
   */
  public record TakeOverProposal(
      String incident,
      String unit,
      String callSign,
      String instead,
      String insteadCallSign,
      String assignment,
      long arrivalSeconds,
      long leftSeconds,
      boolean inTime) {}

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
