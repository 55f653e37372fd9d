package se.dirigent.server.masscasualty.distribution;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.masscasualty.capacity.Draw.Against;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * Who goes where, by what and in which order, as it is proposed.
 *
 * @param now when it was answered
 * @param state whether there is a proposal; where there is none the key's stands
 * @param why there is none: {@code over}, {@code nobody}, {@code place}, {@code vehicles}, {@code
 *     failed} or {@code first}; null when there is one
 * @param id of the proposal, by which a decision says what it follows; null when there is none
 * @param reckonedAt the moment whose facts it was made of
 * @param gapPercent how much more harm at most than the least there can be; proven, of the rooms as
 *     they are shared out over the hours
 * @param waves casualties by when they leave, the first first
 * @param left those who cannot be placed, and why
 * @param outlook when treatment begins, by category
 * @param doubts what the proposal rests on that is old or assumed
 */
record DistributionAnswer(
    Instant now,
    State state,
    @Nullable String why,
    @Nullable String id,
    @Nullable Instant reckonedAt,
    @Nullable Double gapPercent,
    List<ProposedWave> waves,
    List<LeftBehind> left,
    List<TreatmentOutlook> outlook,
    List<DistributionReason> doubts) {
  /** Whether there is a proposal. */
  enum State {
    PROPOSED,
    /** Facts have changed and a new one is being made; what is shown is the one before. */
    RECKONING,
    NONE
  }

  /**
   * Those who leave in the same part of an hour.
   *
   * @param from when the first leaves, or could
   */
  record ProposedWave(int number, Instant from, Instant until, List<ProposedTrip> trips) {}

  /**
   * A vehicle's journey.
   *
   * @param unit identity of the region's unit; empty for help that comes beside them
   * @param called whether the unit is at the event or on its way there; else somebody must send it
   * @param place sector it leaves from; empty for the place of the event
   * @param loadAt when loading begins
   */
  record ProposedTrip(
      String unit,
      String callSign,
      boolean called,
      String place,
      String facility,
      Instant loadAt,
      Instant departAt,
      Instant arriveAt,
      List<ProposedCasualty> casualties,
      @Nullable OtherHospital other,
      List<DistributionReason> reasons) {}

  /**
   * Somebody on board.
   *
   * @param minutes from the event to treatment
   * @param late whether that is later than the goal of the category
   * @param decided whether a person has decided on the hospital already
   * @param against what speaks against deciding it now, such as that the room is there in the next
   *     hour first; null when nothing does
   * @param key what the key proposes just now; null when there is no key, or nowhere
   */
  record ProposedCasualty(
      String tag,
      Category category,
      Instant treatedAt,
      long minutes,
      boolean late,
      boolean decided,
      @Nullable Against against,
      @Nullable String key) {}

  /**
   * The next best hospital for all on board.
   *
   * @param dearerMinutes what it costs, as minutes that an immediate casualty waits longer
   * @param surePercent how sure it is that it costs anything, when ways take longer or shorter
   */
  record OtherHospital(String facility, long dearerMinutes, int surePercent) {}

  /** Somebody who cannot be placed. */
  record LeftBehind(String tag, Category category, String why) {}

  /**
   * When treatment begins.
   *
   * @param casualties who are still at the place and placed
   * @param medianMinutes from the event
   * @param inTime how many of them within the goal
   * @param goalMinutes from the event
   */
  record TreatmentOutlook(
      Category category,
      int casualties,
      long medianMinutes,
      long lastMinutes,
      int inTime,
      int goalMinutes) {}

  /** Something to be said in words, by its code and values. */
  record DistributionReason(String code, Map<String, String> values) {
    static DistributionReason of(String code, Object... keysAndValues) {
      Map<String, String> values = new TreeMap<>();
      for (int i = 0; i < keysAndValues.length; i += 2) {
        values.put(keysAndValues[i].toString(), keysAndValues[i + 1].toString());
      }
      return new DistributionReason(code, values);
    }
  }

  /** No proposal. */
  static DistributionAnswer none(Instant now, String why) {
    return new DistributionAnswer(
        now, State.NONE, why, null, null, null, List.of(), List.of(), List.of(), List.of());
  }

  /** The same, which facts have overtaken. */
  DistributionAnswer overtaken(Instant at) {
    return new DistributionAnswer(
        at, State.RECKONING, why, id, reckonedAt, gapPercent, waves, left, outlook, doubts);
  }
}
