package se.dirigent.simulator.policy;

import se.dirigent.optimiser.standby.CoverPrice;
import se.dirigent.simulator.trial.Policy;
import se.dirigent.simulator.trial.Situation;

/**
 * The published heuristic: of the free units that are there in time the one whose absence costs
 * least cover, and when none is, of all free units.
 *
 * <p>Source: Jagtenberg, Bhulai and van der Mei, Dynamic ambulance dispatching: is the closest-idle
 * policy always optimal? Health Care Management Science 20, 2017, pp. 517–531.
 */
public final class CoverDispatch implements Policy {
  private final Posts posts;

  public CoverDispatch(Posts posts) {
    this.posts = posts;
  }

  @Override
  public int send(Situation situation, int call) {
    int region = situation.regionOf(call);
    // The one that costs least is the same however many calls there are.
    CoverPrice price = posts.price(situation, region, 1);
    double within =
        situation.model().levels().get(situation.level(call) - 1).within().toMillis() / 1000.0
            - situation.age(call);
    int best = NONE;
    boolean bestInTime = false;
    double least = Double.MAX_VALUE;
    for (int unit : situation.sent(call)) {
      if (situation.sendable(unit, call)) {
        boolean inTime = situation.secondsTo(unit, call) <= within;
        int base = situation.isOwn(unit, call) ? posts.covered(situation, unit) : NONE;
        double lost = price.callsLost(base);
        if (inTime && !bestInTime || inTime == bestInTime && lost < least) {
          best = unit;
          bestInTime = inTime;
          least = lost;
        }
      }
    }
    return best;
  }
}
