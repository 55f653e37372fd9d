package se.dirigent.simulator.ride;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.dirigent.core.geo.Position;
import se.dirigent.core.transport.mode.Ways;
import se.dirigent.optimiser.plan.Travel;
import se.dirigent.optimiser.plan.order.Grid;
import se.dirigent.optimiser.plan.order.PlanRules;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.simulator.ground.Ground;
import se.dirigent.simulator.ride.model.RideSites;

/**
 * All places of a world's care transports, numbered: the ground's goals as they are, then the
 * receivers, then the airfield. Immutable but for ways that are kept when asked for.
 */
final class RidePlaces {
  private final Ground ground;
  private final RideSites sites;
  private final List<Position> places;
  private final Grid grid;
  private final List<Travel> travels;
  private final double detour;
  private final int airfieldGoal;
  private final double[] upTo;

  RidePlaces(Ground ground, RideSites sites, double driving, PlanRules rules, Instant at) {
    this.ground = ground;
    this.sites = sites;
    this.detour = rules.detour();
    List<Position> all = new ArrayList<>();
    Map<Position, Integer> index = new HashMap<>();
    for (int goal = 0; goal < ground.goals(); goal++) {
      all.add(ground.position(ground.node(goal)));
    }
    all.addAll(sites.receivers());
    all.add(sites.airfield());
    for (int place = 0; place < all.size(); place++) {
      index.putIfAbsent(all.get(place), place);
    }
    this.places = List.copyOf(all);
    this.grid = Grid.ofTimes(places, Map.copyOf(index), seconds(driving, at));
    this.travels = grid.travels(rules);
    this.airfieldGoal = nearest(sites.airfield());
    this.upTo = ground.demand().clone();
    Arrays.parallelPrefix(upTo, Double::sum);
  }

  private double[] seconds(double driving, Instant at) {
    int n = places.size();
    int goals = ground.goals();
    double[] seconds = new double[n * n];
    for (int from = 0; from < goals; from++) {
      for (int to = 0; to < goals; to++) {
        seconds[from * n + to] = from == to ? 0 : ground.millis(ground.node(from), to, false) / 1e3;
      }
    }
    List<Position> far = places.subList(goals, n);
    int[][] out = sites.times().millis(places, far, TravelMode.ROAD, Urgency.NORMAL, at);
    int[][] back = sites.times().millis(far, places, TravelMode.ROAD, Urgency.NORMAL, at);
    for (int place = 0; place < n; place++) {
      for (int f = 0; f < far.size(); f++) {
        seconds[place * n + goals + f] = seconds(out[place][f], driving);
        seconds[(goals + f) * n + place] = seconds(back[f][place], driving);
      }
    }
    for (int place = 0; place < n; place++) {
      seconds[place * n + place] = 0;
    }
    return seconds;
  }

  private static double seconds(int millis, double driving) {
    return millis == TravelTimes.NO_WAY ? Double.POSITIVE_INFINITY : driving * millis / 1000.0;
  }

  private int nearest(Position at) {
    int best = 0;
    for (int goal = 1; goal < ground.goals(); goal++) {
      best = at.metresTo(places.get(goal)) < at.metresTo(places.get(best)) ? goal : best;
    }
    return best;
  }

  Grid grid() {
    return grid;
  }

  /** What each kind of unit takes from place to place. */
  List<Travel> travels() {
    return travels;
  }

  Position position(int place) {
    return places.get(place);
  }

  double seconds(int from, int to) {
    return grid.seconds()[from * places.size() + to];
  }

  double metres(int from, int to) {
    return from == to ? 0 : places.get(from).metresTo(places.get(to)) * detour;
  }

  /** Every way between two places. */
  Ways ways(int from, int to) {
    return sites.ways(places.get(from), places.get(to));
  }

  int receiver(int choice) {
    return ground.goals() + choice % sites.receivers().size();
  }

  int airfield() {
    return places.size() - 1;
  }

  int hospital(int choice) {
    return ground.hospital(choice % ground.hospitals());
  }

  /** Whether a place lies out of the county. */
  boolean outside(int place) {
    return place >= ground.goals() && place < airfield();
  }

  /** The goal of the ground where a unit is at a place; out of the county, where it left from. */
  int goal(int place) {
    return place < ground.goals() ? place : outside(place) ? hospital(0) : airfieldGoal;
  }

  /** The zone of a choice from 0 to below 1 000, the likelier the more call from there. */
  int zone(int choice) {
    int found = Arrays.binarySearch(upTo, (choice + 0.5) / 1_000);
    return Math.min(found < 0 ? ~found : found, upTo.length - 1);
  }
}
