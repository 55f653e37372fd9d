package se.dirigent.optimiser.distribute;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Events drawn at random on a square of country, small or large. */
public final class RandomEvents {
  /** Trauma, burn and decontamination. */
  public static final List<String> SPECIALTIES = List.of("trauma", "burn", "decontamination");

  private static final int CLEANING = 2;
  private static final double KM_PER_MINUTE_ROAD = 1.2;
  private static final double KM_PER_MINUTE_AIR = 3.6;

  private final RandomGenerator random;
  private final double kilometres;

  /** Events on a square of so many kilometres. */
  public RandomEvents(RandomGenerator random, double kilometres) {
    this.random = random;
    this.kilometres = kilometres;
  }

  /** An event; families, contamination and vehicles of three kinds occur. */
  public DistributionProblem event(
      int places, int hospitals, int casualties, int vehicles, int horizon) {
    double[][] at = points(places);
    double[][] goals = points(hospitals);
    List<Place> where = new ArrayList<>();
    for (int p = 0; p < places; p++) {
      where.add(new Place("place " + p, random.nextInt(2) * 20, random.nextInt(20)));
    }
    List<Hospital> takers = new ArrayList<>();
    for (int h = 0; h < hospitals; h++) {
      takers.add(hospital("hospital " + h));
    }
    List<Casualty> all = new ArrayList<>();
    for (int c = 0; c < casualties; c++) {
      all.add(casualty(places, casualties));
    }
    List<Vehicle> fleet = new ArrayList<>();
    for (int v = 0; v < vehicles; v++) {
      fleet.add(vehicle("vehicle " + v, at));
    }
    return new DistributionProblem(
        where,
        takers,
        all,
        fleet,
        List.of(
            ways("road", at, goals, KM_PER_MINUTE_ROAD), ways("air", at, goals, KM_PER_MINUTE_AIR)),
        CategoryRule.byDeadline(),
        SPECIALTIES,
        CLEANING,
        horizon,
        15);
  }

  private double[][] points(int count) {
    double[][] points = new double[count][];
    for (int i = 0; i < count; i++) {
      points[i] = new double[] {kilometres * random.nextDouble(), kilometres * random.nextDouble()};
    }
    return points;
  }

  private Hospital hospital(String name) {
    List<Intake> hours = new ArrayList<>();
    for (int hour = 0; hour < 2; hour++) {
      hours.add(
          new Intake(
              List.of(random.nextInt(3), random.nextInt(4), random.nextInt(8), random.nextInt(2)),
              List.of(random.nextInt(4), random.nextInt(2), random.nextInt(3))));
    }
    return new Hospital(name, hours, random.nextInt(30));
  }

  private Casualty casualty(int places, int casualties) {
    int category = Math.min(3, random.nextInt(7) / 2);
    long needs = 0;
    for (int s = 0; s < SPECIALTIES.size(); s++) {
      needs |= random.nextInt(6) == 0 ? 1L << s : 0;
    }
    int family = random.nextInt(4) == 0 ? random.nextInt(1 + casualties / 4) : Casualty.NO_FAMILY;
    return new Casualty(random.nextInt(places), category, needs, random.nextInt(40), family);
  }

  private Vehicle vehicle(String name, double[][] places) {
    int kind = random.nextInt(8);
    double[] at = points(1)[0];
    List<Integer> first = new ArrayList<>();
    for (double[] place : places) {
      double speed = kind == 0 ? KM_PER_MINUTE_AIR : KM_PER_MINUTE_ROAD;
      first.add(2 + minutes(at, place, speed));
    }
    return switch (kind) {
      case 0 -> new Vehicle(name, 1, 1, 1, 8, 8, 0b1011, first);
      case 1 -> new Vehicle(name, 0, 0, 10, 10, 10, 0b0100, first);
      case 2 -> new Vehicle(name, 0, 2, 2, 6, 12, 0b1111, first);
      default -> new Vehicle(name, 0, 1, 1, 5, 10, 0b1111, first);
    };
  }

  private static Ways ways(String name, double[][] places, double[][] hospitals, double speed) {
    int[][] out = new int[places.length][hospitals.length];
    int[][] back = new int[hospitals.length][places.length];
    for (int p = 0; p < places.length; p++) {
      for (int h = 0; h < hospitals.length; h++) {
        out[p][h] = minutes(places[p], hospitals[h], speed);
        back[h][p] = out[p][h] + 1;
      }
    }
    return new Ways(name, out, back);
  }

  private static int minutes(double[] from, double[] to, double speed) {
    return 1 + (int) Math.ceil(Math.hypot(from[0] - to[0], from[1] - to[1]) / speed);
  }
}
