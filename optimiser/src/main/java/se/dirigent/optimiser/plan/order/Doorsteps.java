package se.dirigent.optimiser.plan.order;

import se.dirigent.core.transport.Request;
import se.dirigent.core.transport.Stop;
import se.dirigent.core.transport.mode.Needs;

/** How long a vehicle stands at a door, by a region's rules. */
public final class Doorsteps {
  private Doorsteps() {}

  /** How long fetching takes, in seconds. */
  public static double pickupSeconds(PlanRules.Service rules, Request request) {
    return 60.0 * (rules.pickupMinutes() + stairsMinutes(rules, request.from(), request.needs()));
  }

  /** How long leaving takes, in seconds; after an infection the vehicle is cleaned. */
  public static double deliverySeconds(PlanRules.Service rules, Request request) {
    boolean clean = request.needs().infection() == Needs.Infection.NONE;
    return 60.0
        * (rules.deliveryMinutes()
            + stairsMinutes(rules, request.to(), request.needs())
            + (clean ? 0 : rules.cleaningMinutes()));
  }

  private static int stairsMinutes(PlanRules.Service rules, Stop stop, Needs needs) {
    boolean carried = needs.stairs() || !stop.lift();
    return Math.abs(stop.floor()) * (carried ? rules.stairsFloorMinutes() : rules.floorMinutes());
  }
}
