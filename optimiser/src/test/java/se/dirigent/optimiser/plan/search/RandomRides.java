package se.dirigent.optimiser.plan.search;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import se.dirigent.optimiser.plan.Break;
import se.dirigent.optimiser.plan.Ride;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Stop;
import se.dirigent.optimiser.plan.Travel;
import se.dirigent.optimiser.plan.Vehicle;

/** Problems for tests. */
final class RandomRides {
  static final double DEAR = 1_000;

  private RandomRides() {}

  /** Rides strewn over a square and an hour or two, windows and ride times that pinch. */
  static RideProblem problem(SplittableRandom chance, int rides, int vehicles) {
    int places = 2 * rides + 1;
    double[] east = chance.doubles(places, 0, 10).toArray();
    double[] north = chance.doubles(places, 0, 10).toArray();
    List<Ride> all = new ArrayList<>();
    for (int r = 0; r < rides; r++) {
      double time = chance.nextDouble(60);
      Stop free = new Stop(1 + r, 0, 200, chance.nextInt(3));
      Stop bound = new Stop(1 + rides + r, time, time + chance.nextDouble(30), chance.nextInt(3));
      boolean out = chance.nextBoolean();
      Stop pickup = out ? new Stop(1 + r, time, time + chance.nextDouble(30), 1) : free;
      Stop delivery = out ? new Stop(1 + rides + r, 0, 200, 1) : bound;
      double rideMax = 12 + chance.nextDouble(20);
      all.add(new Ride(pickup, delivery, rideMax, List.of(1 + chance.nextInt(2)), 0, DEAR));
    }
    List<Vehicle> fleet = new ArrayList<>();
    for (int v = 0; v < vehicles; v++) {
      double durationMax = 60 + chance.nextDouble(100);
      double drivingMax = chance.nextInt(3) == 0 ? 30 + chance.nextDouble(60) : 1_000;
      List<Break> breaks = new ArrayList<>();
      for (int k = chance.nextInt(3); k > 0; k--) {
        double from = breaks.isEmpty() ? chance.nextDouble(60) : breaks.getLast().latest() + 5;
        breaks.add(new Break(from, from + 5 + chance.nextDouble(40), 2 + chance.nextInt(8)));
      }
      fleet.add(new Vehicle(0, 0, 0, 200, durationMax, drivingMax, breaks, List.of(3), 0, 0, 0));
    }
    return new RideProblem(all, fleet, List.of(new Plane(east, north)));
  }

  /** Straight lines in a plane. */
  record Plane(double[] east, double[] north) implements Travel {
    @Override
    public int places() {
      return east.length;
    }

    @Override
    public double time(int from, int to) {
      return Math.hypot(east[from] - east[to], north[from] - north[to]);
    }

    @Override
    public double cost(int from, int to) {
      return time(from, to);
    }
  }
}
