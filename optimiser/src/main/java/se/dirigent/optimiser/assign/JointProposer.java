package se.dirigent.optimiser.assign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.dirigent.optimiser.assign.JointPlan.Choice;
import se.dirigent.optimiser.assign.JointPlan.Why;
import se.dirigent.optimiser.recommend.Fleet;
import se.dirigent.optimiser.recommend.Prices;
import se.dirigent.optimiser.recommend.Recommender;

/**
 * Proposes units for all waiting cases at once, at the least total cost. What a unit costs a case
 * is what the recommendation says, weighed by urgency; leaving a case costs more the longer it has
 * waited. Safe for use by many threads.
 */
public final class JointProposer {
  private static final int LEVELS = 4;

  private final Recommender recommender;
  private final Map<Integer, WaitingPrice> prices;

  /**
   * A proposer.
   *
   * @param prices by level 1 to 4; complete
   */
  public JointProposer(Recommender recommender, Map<Integer, WaitingPrice> prices) {
    this.recommender = recommender;
    this.prices = Map.copyOf(prices);
    if (this.prices.size() != LEVELS) {
      throw new IllegalArgumentException(
          "prices are for levels " + prices.keySet() + "; give levels 1, 2, 3 and 4");
    }
  }

  /** A pair that must not be: the dispatcher has refused it. */
  public record Forbidden(String incident, String unit) {}

  /**
   * The plan of least total cost.
   *
   * @param cases those who wait, {@link CostTable#ROWS_MAX} at most
   * @param fleet every unit; those that cannot be had at once are given to nobody
   * @param forbidden pairs that must not be
   */
  public JointPlan propose(
      List<WaitingCase> cases, Fleet fleet, Set<Forbidden> forbidden, Instant now) {
    double[] aged = new double[cases.size()];
    double[] leave = new double[cases.size()];
    for (int row = 0; row < leave.length; row++) {
      WaitingCase c = cases.get(row);
      long waited = Duration.between(c.waitingSince(), now).toSeconds();
      leave[row] = price(c).leave(waited);
      aged[row] = leave[row] - price(c).leave(0);
    }
    List<Shortlist> rows = cases.stream().map(c -> shortlist(c, fleet, forbidden)).toList();
    CostTable table = new CostTable(fleet.size(), leave);
    LeastCost least = solve(table, rows);
    List<Choice> choices = new ArrayList<>();
    for (int row = 0; row < leave.length; row++) {
      choices.add(choice(table, least, row, cases.get(row), fleet, aged[row]));
    }
    return new JointPlan(choices, least.total());
  }

  private WaitingPrice price(WaitingCase c) {
    return Objects.requireNonNull(prices.get(c.need().level()));
  }

  private Shortlist shortlist(WaitingCase c, Fleet fleet, Set<Forbidden> forbidden) {
    Prices prices = recommender.prices(c.need(), fleet);
    double urgency = price(c).urgency();
    double[] least = new double[fleet.size()];
    fleet.leastSeconds(c.need().position(), least);
    Set<String> refused =
        forbidden.stream()
            .filter(f -> f.incident().equals(c.incident()))
            .map(Forbidden::unit)
            .collect(Collectors.toSet());
    return new Shortlist(
        least,
        urgency,
        new Shortlist.Pairs() {
          @Override
          public double cost(int i) {
            boolean may = refused.isEmpty() || !refused.contains(fleet.unit(i).unit());
            return may ? prices.of(i) * urgency : Double.POSITIVE_INFINITY;
          }

          @Override
          public double atLeast(int i, double travelLeast) {
            return prices.atLeast(i, travelLeast) * urgency;
          }
        });
  }

  /** Solves, prices what the solution shows might matter, and solves again until nothing does. */
  private static LeastCost solve(CostTable table, List<Shortlist> rows) {
    for (int row = 0; row < rows.size(); row++) {
      rows.get(row).fill(table, row);
    }
    while (true) {
      LeastCost least = ShortestAugmentingPath.solve(table);
      boolean more = false;
      for (int row = 0; row < rows.size(); row++) {
        // Each turn prices pairs that were not priced, so the turns are bounded by the pairs.
        if (rows.get(row).extend(least.rowPrice(row))) {
          rows.get(row).fill(table, row);
          more = true;
        }
      }
      if (!more) {
        return least;
      }
    }
  }

  private Choice choice(
      CostTable table, LeastCost least, int row, WaitingCase c, Fleet fleet, double aged) {
    int[] columns = table.column(row);
    double urgency = price(c).urgency();
    int column = least.columnOf(row);
    String best = columns.length == 0 ? null : fleet.unit(columns[0]).unit();
    if (column == LeastCost.NONE) {
      Why why = best == null ? Why.NOBODY_FIT : Why.OTHERS_FIRST;
      return new Choice(c.incident(), null, why, 0, best, 0, aged);
    }
    double cost = table.costOf(row, column) / urgency;
    double extra = cost - table.cost(row)[0] / urgency;
    Why why = extra > 0 ? Why.BEST_NEEDED_ELSEWHERE : Why.OWN_BEST;
    String unit = fleet.unit(column).unit();
    return new Choice(c.incident(), unit, why, cost, extra > 0 ? best : unit, extra, aged);
  }
}
