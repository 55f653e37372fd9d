package se.dirigent.server.plan;

import se.dirigent.core.transport.Transport;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.Timetable;
import se.dirigent.optimiser.plan.order.PlanRules;

/** What a plan's delays are held to cost beside its driving; see {@link PlanRules.Delay}. */
final class Delays {
  private Delays() {}

  /** The price of all its pick-ups past their promised windows, in kronor. */
  static double kronor(Board board, Plan plan, PlanRules rules) {
    double kronor = 0;
    for (Plan.Tour tour : plan.tours()) {
      Timetable times = Timetable.of(board.problem(), tour).orElse(null);
      for (int k = 0; times != null && k < tour.stops().size(); k++) {
        int ride = tour.stops().get(k);
        if (ride < board.rides().size()) {
          Transport t = board.rides().get(ride);
          double promised = Board.seconds(board.zero(), t.pickupUntil());
          double late = (times.begin().get(k) - promised) / 60;
          boolean fetched = t.ride() == Transport.Ride.LOADED;
          kronor += fetched ? 0 : rules.delay().kronor(late, board.suffered().applyAsDouble(t));
        }
      }
    }
    return kronor;
  }
}
