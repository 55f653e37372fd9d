package se.dirigent.optimiser.assign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.dirigent.optimiser.recommend.Candidate;
import se.dirigent.optimiser.recommend.CoverLost;
import se.dirigent.optimiser.recommend.Fleet;
import se.dirigent.optimiser.recommend.Need;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.optimiser.recommend.Recommendation;
import se.dirigent.optimiser.recommend.Recommender;

/**
 * Proposes that a unit that has just become free takes over a case from one that is still on its
 * way and farther off, by the same reckoning as {@link TakeOver} is tried with. Safe for use by
 * many threads.
 */
public final class TakeOvers {
  /** Cases looked at, the most urgent first: more units than this are never under way at once. */
  private static final int CASES_MAX = 200;

  /** Candidates that are compared for a case: who is nearest is among the cheapest. */
  private static final int LISTED = 5;

  private final Recommender recommender;
  private final RecommendParameters parameters;
  private final TakeOver rules;

  public TakeOvers(Recommender recommender, RecommendParameters parameters, TakeOver rules) {
    this.recommender = recommender;
    this.parameters = parameters;
    this.rules = rules;
  }

  /**
   * A case with a unit on its way.
   *
   * @param receivedAt from when it counts whether the arrival is late
   * @param has the unit that is on its way, as if it were free where it is
   */
  public record Served(String incident, Need need, Instant receivedAt, Candidate has) {}

  /**
   * A case that should change its unit.
   *
   * @param unit who should go instead
   * @param instead who is on its way now
   * @param arrival until the one could be there
   * @param left until the other will be
   * @param inTime whether the change makes the arrival come in time, and it would else be late
   */
  public record Change(
      String incident,
      String unit,
      String instead,
      Duration arrival,
      Duration left,
      boolean inTime) {}

  private record Option(Change change, double gain) {}

  /**
   * The changes that gain enough, the greatest gain first; each unit and each case once.
   *
   * @param freed units that have just become free and are not wanted for a case that waits
   */
  public List<Change> propose(List<Served> served, List<Candidate> freed, Instant now) {
    if (freed.isEmpty()) {
      return List.of();
    }
    Fleet fleet = recommender.fleet(freed, CoverLost.UNKNOWN, now);
    List<Option> options = new ArrayList<>();
    served.stream()
        .filter(c -> c.need().position() != null && c.has().position() != null)
        .sorted(Comparator.comparingInt(c -> c.need().level()))
        .limit(CASES_MAX)
        .forEach(c -> options.addAll(options(c, fleet, now)));
    options.sort(Comparator.comparingDouble(Option::gain).reversed());
    Set<String> taken = new HashSet<>();
    List<Change> changes = new ArrayList<>();
    for (Option option : options) {
      Change change = option.change();
      if (!taken.contains(change.unit()) && !taken.contains(change.incident())) {
        taken.add(change.unit());
        taken.add(change.incident());
        changes.add(change);
      }
    }
    return changes;
  }

  private List<Option> options(Served c, Fleet freed, Instant now) {
    Fleet alone = recommender.fleet(List.of(c.has()), CoverLost.UNKNOWN, now);
    Duration left = recommender.answer(c.need(), alone, 1).units().getFirst().arrival();
    if (left == null) {
      return List.of();
    }
    Duration limit =
        parameters.lateAfter(c.need().level()).minus(Duration.between(c.receivedAt(), now));
    List<Option> options = new ArrayList<>();
    for (Recommendation r : recommender.answer(c.need(), freed, LISTED).units()) {
      Duration arrival = r.arrival();
      if (r.suitable() && arrival != null) {
        double gain =
            rules.saved(c.need().level(), left.toSeconds(), arrival.toSeconds(), limit.toSeconds());
        if (gain > rules.gainMin()) {
          boolean inTime = arrival.compareTo(limit) <= 0 && left.compareTo(limit) > 0;
          String instead = c.has().unit();
          options.add(
              new Option(new Change(c.incident(), r.unit(), instead, arrival, left, inTime), gain));
        }
      }
    }
    return options;
  }
}
