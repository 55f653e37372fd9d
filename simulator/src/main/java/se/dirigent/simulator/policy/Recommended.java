package se.dirigent.simulator.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.assign.TakeOver;
import se.dirigent.optimiser.recommend.Candidate;
import se.dirigent.optimiser.recommend.Fleet;
import se.dirigent.optimiser.recommend.Need;
import se.dirigent.optimiser.recommend.Prices;
import se.dirigent.optimiser.recommend.Recommender;
import se.dirigent.optimiser.standby.CoverPrice;
import se.dirigent.simulator.arrival.Rhythm;
import se.dirigent.simulator.trial.Policy;
import se.dirigent.simulator.trial.Situation;

/**
 * Sends the unit that the live service's recommender ranks first: arrival, cover lost and redirects
 * by the weights it is given. A freed unit takes over a case from a farther one when {@link
 * TakeOver} says so.
 */
public final class Recommended implements Policy {
  private static final Instant BEGINNING = Instant.parse("2026-06-01T00:00:00Z");

  private final IntFunction<Advisor> advisors;
  private final Posts posts;
  private final boolean relocates;
  private final Map<Integer, Position> positions = new HashMap<>();

  /**
   * Who advises a region's dispatcher.
   *
   * @param recommender over the travel times of the trial's ground
   * @param takeOver when a freed unit takes over; null for never
   */
  public record Advisor(Recommender recommender, @Nullable TakeOver takeOver) {}

  /**
   * Dispatchers who follow every advice, each that of its region.
   *
   * @param posts what absence costs, and where units wait if they are relocated
   * @param relocates whether units wait where {@code posts} says rather than at home
   */
  public Recommended(List<Advisor> byRegion, Posts posts, boolean relocates) {
    this.advisors = List.copyOf(byRegion)::get;
    this.posts = posts;
    this.relocates = relocates;
  }

  /**
   * Dispatchers who follow every advice, all the same.
   *
   * @param recommender over the travel times of the trial's ground
   * @param posts what absence costs, and where units wait if they are relocated
   * @param takeOver when a freed unit takes over; null for never
   * @param relocates whether units wait where {@code posts} says rather than at home
   */
  public Recommended(
      Recommender recommender, Posts posts, @Nullable TakeOver takeOver, boolean relocates) {
    Advisor one = new Advisor(recommender, takeOver);
    this.advisors = _ -> one;
    this.posts = posts;
    this.relocates = relocates;
  }

  @Override
  public int send(Situation situation, int call) {
    int region = situation.regionOf(call);
    Recommender recommender = advisors.apply(region).recommender();
    List<Integer> numbers = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    Map<String, Double> lost = new HashMap<>();
    Instant now = BEGINNING.plusMillis(situation.now());
    int hour = (int) (Duration.ofMillis(situation.now()).toHours() % Rhythm.HOURS);
    double calls = situation.model().rhythm().perHour(hour, situation.callsPerDay(region));
    CoverPrice absence =
        posts.price(situation, region, calls * situation.model().levels().getFirst().share());
    for (int unit : situation.sent(call)) {
      if (situation.sendableAsIfFit(unit, call) || situation.redirectable(unit, call)) {
        numbers.add(unit);
        boolean own = situation.isOwn(unit, call);
        Candidate candidate = candidate(situation, unit, now);
        candidates.add(own ? candidate : candidate.lent());
        int base = own ? posts.covered(situation, unit) : NONE;
        if (base >= 0) {
          lost.put(situation.unit(unit).id(), absence.callsLost(base));
        }
      }
    }
    Fleet fleet = recommender.fleet(candidates, u -> lost.getOrDefault(u, 0.0), now);
    Position at = position(situation, situation.ground().node(situation.zone(call)));
    Prices prices = recommender.prices(new Need(at, situation.level(call), Set.of()), fleet);
    int best = NONE;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < fleet.size(); i++) {
      double price = prices.of(i);
      if (price < least) {
        least = price;
        best = numbers.get(i);
      }
    }
    return best;
  }

  private Candidate candidate(Situation situation, int unit, Instant now) {
    boolean rolling = situation.rolling(unit);
    return new Candidate(
        situation.unit(unit).id(),
        situation.unit(unit).kind(),
        rolling ? UnitStatus.ROLLING : UnitStatus.AVAILABLE,
        now,
        Set.of(),
        false,
        position(situation, situation.nodeOf(unit)),
        now,
        null,
        null,
        rolling ? new Candidate.Engagement(situation.level(situation.callOf(unit)), null) : null,
        false,
        situation.promised(unit) ? Candidate.Promise.GIVEN : Candidate.Promise.NONE);
  }

  private Position position(Situation situation, int node) {
    return positions.computeIfAbsent(node, situation.ground()::position);
  }

  @Override
  public int takeOver(Situation situation, int unit) {
    TakeOver takeOver = advisors.apply(situation.regionOfUnit(unit)).takeOver();
    if (takeOver == null) {
      return NONE;
    }
    int best = NONE;
    double most = takeOver.gainMin();
    for (int other : situation.sentBy(unit)) {
      if (situation.rolling(other) && situation.fit(unit, situation.callOf(other))) {
        double gain = saved(takeOver, situation, other, unit);
        if (gain > most) {
          most = gain;
          best = other;
        }
      }
    }
    return best;
  }

  @Override
  public int exchange(Situation situation, int unit) {
    TakeOver takeOver = advisors.apply(situation.regionOfUnit(unit)).takeOver();
    if (takeOver == null) {
      return NONE;
    }
    int best = NONE;
    double most = takeOver.gainMin();
    for (int other : situation.sentBy(unit)) {
      boolean may =
          other != unit
              && situation.rolling(other)
              && situation.fit(unit, situation.callOf(other))
              && situation.fit(other, situation.callOf(unit));
      if (may) {
        double gain =
            saved(takeOver, situation, other, unit) + saved(takeOver, situation, unit, other);
        if (gain > most) {
          most = gain;
          best = other;
        }
      }
    }
    return best;
  }

  /** What the call of one unit gains by another. */
  private static double saved(TakeOver rules, Situation situation, int has, int instead) {
    int call = situation.callOf(has);
    int level = situation.level(call);
    double limit =
        situation.model().levels().get(level - 1).within().toMillis() / 1000.0
            - situation.age(call);
    return rules.saved(
        level, situation.secondsLeft(has), situation.secondsTo(instead, call), limit);
  }

  @Override
  public int base(Situation situation, int unit) {
    return relocates ? posts.base(situation, unit) : situation.unit(unit).home();
  }

  @Override
  public void settle(Situation situation, int region, Moves moves) {
    if (relocates) {
      posts.settle(situation, region, moves);
    }
  }
}
