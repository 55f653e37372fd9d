package se.dirigent.optimiser.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.routing.travel.TravelTimes;

/**
 * Ranks units for one incident by what each choice costs. First those that are fit and can be had,
 * by cost; then those that cannot be had or are not fit; last those of which nobody knows where
 * they are. Safe for use by many threads.
 */
public final class Recommender {
  /** Farther than any unit of a region is: four hours. */
  public static final double ANYWHERE_SECONDS = 14_400;

  /** Busy, unfit and lost ones stand among the near: so many times more are looked at first. */
  private static final int NEAR_TIMES = 3;

  private static final boolean[] NEAR_FIRST = {true, false};

  private static final Comparator<Judgement> ORDER =
      Comparator.comparingInt(Judgement::tier)
          .thenComparingDouble(Judgement::costSeconds)
          .thenComparing(Judgement::unit);

  private final TravelTimes times;
  private final RecommendParameters parameters;

  public Recommender(TravelTimes times, RecommendParameters parameters) {
    this.times = times;
    this.parameters = parameters;
  }

  /**
   * Units made ready for questions.
   *
   * @param cover what each unit's absence costs others
   * @param now the moment of the questions
   */
  public Fleet fleet(List<Candidate> units, CoverLost cover, Instant now) {
    return new Fleet(units, parameters, cover, now);
  }

  /** The ranking of every candidate when nothing is known of the cover. */
  public List<Recommendation> rank(Need need, Collection<Candidate> candidates, Instant now) {
    Fleet fleet = fleet(List.copyOf(candidates), CoverLost.UNKNOWN, now);
    return answer(need, fleet, Integer.MAX_VALUE).units();
  }

  /**
   * The ranking.
   *
   * @param need what the incident asks for
   * @param fleet the units to rank; none is left out of the order
   * @param listMax how many to list; the rest are only counted
   */
  public Ranking answer(Need need, Fleet fleet, int listMax) {
    Judge judge = new Judge(times, parameters, need, fleet);
    List<Judgement> best = best(judge, fleet, need, listMax);
    promote(best);
    List<Recommendation> listed = best.stream().map(j -> explained(judge, fleet, j)).toList();
    return new Ranking(listed, fleet.size(), rivalry(judge, best));
  }

  /** What the units of the fleet would cost for the need. */
  public Prices prices(Need need, Fleet fleet) {
    return new Prices(new Judge(times, parameters, need, fleet));
  }

  /** The first few in order, without asking the way of those that cannot be among them. */
  private static List<Judgement> best(Judge judge, Fleet fleet, Need need, int max) {
    double[] least = new double[fleet.size()];
    fleet.leastSeconds(need.position(), least);
    double near = near(least, max);
    var worstOnTop = new PriorityQueue<Judgement>(ORDER.reversed());
    // The near ones first: what they cost shows at a glance that the others cannot be among them.
    for (boolean nearOnes : NEAR_FIRST) {
      for (int i = 0; i < least.length; i++) {
        if (least[i] <= near == nearOnes) {
          consider(i, judge, least[i], max, worstOnTop);
        }
      }
    }
    List<Judgement> best = new ArrayList<>(worstOnTop);
    best.sort(ORDER);
    return best;
  }

  /** So near, in least seconds, are a few times as many units as are listed. */
  private static double near(double[] least, int max) {
    if (max >= least.length / NEAR_TIMES) {
      return Double.POSITIVE_INFINITY;
    }
    // Thousands need not be sorted for it: those so near are few, and kept in order.
    double[] nearest = Arrays.copyOf(least, NEAR_TIMES * max + 1);
    Arrays.sort(nearest);
    int last = nearest.length - 1;
    for (int i = nearest.length; i < least.length; i++) {
      if (least[i] < nearest[last]) {
        int found = Arrays.binarySearch(nearest, least[i]);
        int at = found < 0 ? ~found : found;
        System.arraycopy(nearest, at, nearest, at + 1, last - at);
        nearest[at] = least[i];
      }
    }
    return nearest[last];
  }

  private static void consider(
      int index, Judge judge, double least, int max, PriorityQueue<Judgement> worstOnTop) {
    Means means = judge.means(index);
    if (worstOnTop.size() < max) {
      worstOnTop.add(judge.judge(index, means));
    } else if (mayBeat(worstOnTop.element(), judge, index, means, least)) {
      worstOnTop.add(judge.judge(index, means));
      worstOnTop.remove();
    }
  }

  private static boolean mayBeat(
      Judgement worst, Judge judge, int index, Means means, double least) {
    int tier = Judgement.tierOf(means, judge.lost(index));
    return tier < worst.tier()
        || tier == worst.tier()
            && least <= worst.costSeconds()
            && judge.least(index, means, least) <= worst.costSeconds();
  }

  /** A unit one has to wait for never stands first while another can be had at once. */
  private static void promote(List<Judgement> best) {
    for (int i = 0; i < best.size() && best.get(i).tier() == Judgement.FIT; i++) {
      if (best.get(i).atOnce()) {
        best.addFirst(best.remove(i));
        return;
      }
    }
  }

  private Recommendation explained(Judge judge, Fleet fleet, Judgement j) {
    Duration arrival = null;
    Duration late = null;
    if (j.travels()) {
      double driven = j.travelSeconds();
      arrival = Duration.ofMillis(Math.round((driven + j.waitSeconds()) * 1000));
      late = arrival.plusSeconds(Math.round(parameters.late().seconds(driven, j.waitSeconds())));
    }
    List<Cost> parts = new ArrayList<>();
    for (CostPart part : CostPart.values()) {
      if (j.amount(part) > 0) {
        parts.add(new Cost(part, j.amount(part), judge.seconds(j, part)));
      }
    }
    return new Recommendation(
        j.unit(),
        j.means(),
        arrival,
        late,
        arrival == null ? null : judge.metres(j),
        j.means() == Means.SEND,
        j.costSeconds(),
        parts,
        judge.fitness().reasons(fleet.unit(j.index()), fleet.facts(j.index()), j));
  }

  private static @Nullable Rivalry rivalry(Judge judge, List<Judgement> best) {
    List<Judgement> rivals = best.stream().filter(Judgement::atOnce).limit(2).toList();
    if (rivals.size() < 2) {
      return null;
    }
    Judgement first = rivals.getFirst();
    Judgement second = rivals.getLast();
    double margin = second.costSeconds() - first.costSeconds();
    Set<CostPart> decidedBy = EnumSet.noneOf(CostPart.class);
    for (CostPart part : CostPart.values()) {
      double lead = judge.seconds(second, part) - judge.seconds(first, part);
      if (lead > 0 && lead >= margin) {
        decidedBy.add(part);
      }
    }
    return new Rivalry(first.unit(), second.unit(), margin, decidedBy);
  }
}
