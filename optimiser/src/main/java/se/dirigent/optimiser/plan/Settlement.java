package se.dirigent.optimiser.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Settles when those who ride on are handed over, so that legs in several vehicles' tours can be
 * planned each by itself. Each hand-over gets a time: the first leg's window ends there, the next
 * one's begins there. Every plan of the settled problem is one of the problem itself; where the
 * running plan serves the legs, it is among them. Which time is best is found by settling anew from
 * the plan that was found.
 */
public final class Settlement {
  /** Abilities that no vehicle has: for legs that cannot follow each other in their windows. */
  private static final long IMPOSSIBLE = -1L;

  private final RideProblem problem;
  private final double share;
  private final List<Ride> rides;
  private final Map<Integer, Double> begins = new HashMap<>();

  private Settlement(RideProblem problem, Plan running, double share) {
    this.problem = problem;
    this.share = share;
    this.rides = new ArrayList<>(problem.rides());
    Timetable.of(problem, running.tours()).ifPresent(times -> note(running.tours(), times));
  }

  /**
   * The problem with times for hand-overs; the same object when the windows settle them already.
   *
   * @param running the plan to go on from; legs that it does not serve are settled by their windows
   * @param share of the time to spare that the earlier leg has, from 0 to 1
   */
  public static RideProblem of(RideProblem problem, Plan running, double share) {
    if (problem.links().stream().allMatch(link -> isSettled(problem, link))) {
      return problem;
    }
    Settlement settlement = new Settlement(problem, running, share);
    for (int ride = 0; ride < problem.rides().size(); ride++) {
      List<Integer> legs = problem.legs(ride);
      if (legs.size() > 1 && legs.getFirst() == ride) {
        settlement.settle(legs);
      }
    }
    return new RideProblem(
        settlement.rides, problem.vehicles(), problem.travels(), problem.links());
  }

  private static boolean isSettled(RideProblem problem, Link link) {
    Stop left = problem.rides().get(link.before()).delivery();
    return left.latest() + left.service() + link.gap()
        <= problem.rides().get(link.after()).pickup().earliest();
  }

  private void note(List<Plan.Tour> tours, List<Timetable> times) {
    for (int k = 0; k < tours.size(); k++) {
      List<Integer> stops = tours.get(k).stops();
      for (int at = 0; at < stops.size(); at++) {
        if (stops.get(at) < 2 * rides.size()) {
          begins.put(stops.get(at), times.get(k).begin().get(at));
        }
      }
    }
  }

  private void settle(List<Integer> legs) {
    double[] soonest = new double[legs.size()];
    double[] latest = new double[legs.size()];
    if (!ends(legs, soonest, latest)) {
      legs.forEach(leg -> rides.set(leg, with(leg, rides.get(leg).pickup(), IMPOSSIBLE)));
      return;
    }
    double before = Double.NEGATIVE_INFINITY;
    for (int k = 0; k + 1 < legs.size(); k++) {
      int leg = legs.get(k);
      int next = legs.get(k + 1);
      double gap = gap(leg);
      double from = soonest[k];
      double to = latest[k];
      double part = Math.clamp((k + 2 * share) / legs.size(), 0, 1);
      Double left = begins.get(rides.size() + leg);
      Double fetched = begins.get(next);
      if (left != null && fetched != null) {
        from = left + rides.get(leg).delivery().service();
        to = Math.max(from, fetched - gap);
        part = share;
      }
      double least = before + ride(leg);
      double handOver = Math.clamp(from + part * (to - from), Math.min(least, to), to);
      handOver(leg, next, handOver, gap);
      before = handOver + gap;
    }
  }

  /** When each leg can end at the soonest and may at the latest; false when it cannot be. */
  private boolean ends(List<Integer> legs, double[] soonest, double[] latest) {
    double ready = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < soonest.length; k++) {
      Ride ride = rides.get(legs.get(k));
      double left = Math.max(ready, ride.pickup().earliest()) + ride(legs.get(k));
      Stop delivery = ride.delivery();
      soonest[k] = Math.max(left, delivery.earliest() + delivery.service());
      ready = soonest[k] + gap(legs.get(k));
    }
    double due = Double.POSITIVE_INFINITY;
    for (int k = latest.length - 1; k >= 0; k--) {
      Ride ride = rides.get(legs.get(k));
      latest[k] = Math.min(due, ride.delivery().latest() + ride.delivery().service());
      if (latest[k] < soonest[k]) {
        return false;
      }
      due = Math.min(ride.pickup().latest(), latest[k] - ride(legs.get(k)));
      due -= k == 0 ? 0 : gap(legs.get(k - 1));
    }
    return true;
  }

  /** From the beginning of a leg to its end by the fastest way there is. */
  private double ride(int leg) {
    Ride ride = rides.get(leg);
    double way = Double.POSITIVE_INFINITY;
    for (Travel travel : problem.travels()) {
      way = Math.min(way, travel.time(ride.pickup().place(), ride.delivery().place()));
    }
    return ride.pickup().service() + way + ride.delivery().service();
  }

  /** The gap after this leg; 0 after the last. */
  private double gap(int leg) {
    return problem.links().stream()
        .filter(link -> link.before() == leg)
        .mapToDouble(Link::gap)
        .findFirst()
        .orElse(0);
  }

  private void handOver(int leg, int next, double time, double gap) {
    Stop left = rides.get(leg).delivery();
    double latest = Math.max(left.earliest(), Math.min(left.latest(), time - left.service()));
    Stop sooner = new Stop(left.place(), left.earliest(), latest, left.service());
    Ride first = rides.get(leg);
    rides.set(
        leg,
        new Ride(
            first.pickup(),
            sooner,
            first.rideMax(),
            first.load(),
            first.needs(),
            first.unservedCost(),
            first.only()));
    Stop fetched = rides.get(next).pickup();
    double earliest = Math.min(fetched.latest(), Math.max(fetched.earliest(), time + gap));
    Stop later = new Stop(fetched.place(), earliest, fetched.latest(), fetched.service());
    rides.set(next, with(next, later, rides.get(next).needs()));
  }

  private Ride with(int leg, Stop pickup, long needs) {
    Ride ride = rides.get(leg);
    return new Ride(
        pickup,
        ride.delivery(),
        ride.rideMax(),
        ride.load(),
        needs,
        ride.unservedCost(),
        ride.only());
  }
}
