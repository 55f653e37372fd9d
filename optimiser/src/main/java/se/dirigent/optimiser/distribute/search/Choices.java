package se.dirigent.optimiser.distribute.search;

import java.util.ArrayList;
import java.util.List;
import se.dirigent.optimiser.distribute.CategoryRule;
import se.dirigent.optimiser.distribute.Choice;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.Distribution.Trip;
import se.dirigent.optimiser.distribute.Ways;

/** Says of each trip what going to the next best hospital instead would cost, by the prices. */
final class Choices {
  /** Standard deviation of the time of a way, as a share of it [assumption]. */
  private static final double WAY_DEVIATION = 0.15;

  private final Grid grid;
  private final RouteValues values;

  Choices(Grid grid, RouteValues values) {
    this.grid = grid;
    this.values = values;
  }

  List<Choice> of(Distribution answer) {
    int[] groupOf = new int[grid.problem.casualties().size()];
    for (int g = 0; g < grid.groupMembers.length; g++) {
      for (int c : grid.groupMembers[g]) {
        groupOf[c] = g;
      }
    }
    List<Choice> choices = new ArrayList<>();
    for (int t = 0; t < answer.trips().size(); t++) {
      Trip trip = answer.trips().get(t);
      int[] types =
          trip.casualties().stream()
              .mapToInt(c -> grid.classType[grid.groupClass[groupOf[c]]])
              .toArray();
      choices.add(of(t, trip, types));
    }
    return choices;
  }

  private Choice of(int number, Trip trip, int[] types) {
    double now = cost(trip, types, trip.hospital());
    double best = Loads.NEVER;
    int runnerUp = Choice.NONE;
    for (int h = 0; h < grid.hospitals; h++) {
      double cost = h == trip.hospital() ? Loads.NEVER : cost(trip, types, h);
      if (cost < best) {
        best = cost;
        runnerUp = h;
      }
    }
    if (runnerUp == Choice.NONE) {
      return new Choice(number, Choice.NONE, 0, 1);
    }
    double dearer = Math.max(0, best - now);
    return new Choice(number, runnerUp, dearer, sure(trip, types, runnerUp, dearer));
  }

  /** What it costs by the prices to take those on board to a hospital. */
  private double cost(Trip trip, int[] types, int h) {
    int kind = grid.fleet.vehicleKind[trip.vehicle()];
    int way = grid.fleet.out(kind)[trip.place()][h];
    if (way == Ways.NO_WAY || trip.departureMinute() + way >= grid.minutes) {
      return Loads.NEVER;
    }
    int arrival = trip.departureMinute() + way;
    double cost = values.after(kind, h, arrival + grid.fleet.unload[kind]);
    for (int type : types) {
      double harm = grid.harm[grid.typeCategory[type]][arrival + grid.typeDelay[type][h]];
      cost += harm + values.loads.price[type][h * grid.hours + arrival / grid.hour];
    }
    return Math.min(Loads.NEVER, cost);
  }

  private double sure(Trip trip, int[] types, int other, double dearer) {
    double deviation =
        WAY_DEVIATION
            * Math.hypot(perWay(trip, types, trip.hospital()), perWay(trip, types, other));
    return deviation == 0 ? 1 : normal(dearer / deviation);
  }

  /**
   * What the way to a hospital would cost more, were it twice as long: by harm as it grows then.
   */
  private double perWay(Trip trip, int[] types, int h) {
    int way = grid.fleet.out(grid.fleet.vehicleKind[trip.vehicle()])[trip.place()][h];
    double perMinute = 0;
    for (int type : types) {
      CategoryRule rule = grid.problem.categories().get(grid.typeCategory[type]);
      int treated = trip.departureMinute() + way + grid.typeDelay[type][h];
      perMinute += rule.harm(treated + 1) - rule.harm(treated);
    }
    return perMinute * way;
  }

  /** The standard normal distribution from 0 up: Abramowitz and Stegun 1964, 26.2.18. */
  private static double normal(double x) {
    double p = 1 + x * (0.196854 + x * (0.115194 + x * (0.000344 + x * 0.019527)));
    return 1 - 0.5 / (p * p * p * p);
  }
}
