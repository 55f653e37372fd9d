package se.dirigent.benchmarks.distribute;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.CategoryRule;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Hospital;
import se.dirigent.optimiser.distribute.Intake;
import se.dirigent.optimiser.distribute.Place;
import se.dirigent.optimiser.distribute.Vehicle;
import se.dirigent.optimiser.distribute.Ways;

/**
 * An event on a square of country with hospitals and vehicles spread evenly: of ten casualties two
 * are immediate, three delayed and five minimal; of a hundred vehicles four are helicopters and
 * five buses; one hospital in eight is large and has the specialties.
 *
 * @param casualties how many
 * @param hospitals how many
 * @param vehicles how many
 * @param places where they are, alike
 * @param horizonMinutes the problem's
 * @param readyMinutes casualties become ready within so many minutes, five at a time
 * @param kilometres side of the square
 * @param categories the four, and what waiting costs them
 */
record DrawnEvent(
    int casualties,
    int hospitals,
    int vehicles,
    int places,
    int horizonMinutes,
    int readyMinutes,
    double kilometres,
    List<CategoryRule> categories) {
  private static final double DETOUR = 1.3;
  private static final double ROAD_KM_PER_HOUR = 80;
  private static final double AIR_KM_PER_HOUR = 220;
  private static final List<String> SPECIALTIES = List.of("trauma", "burn", "neuro", "child");

  DistributionProblem draw(RandomGenerator random) {
    double[][] sites = new double[places][];
    double[][] goals = new double[hospitals][];
    for (int p = 0; p < places; p++) {
      sites[p] = point(random, 0.3, 0.7);
    }
    for (int h = 0; h < hospitals; h++) {
      goals[h] = point(random, 0, 1);
    }
    List<Place> where = new ArrayList<>();
    for (int p = 0; p < places; p++) {
      where.add(Place.of("place " + p));
    }
    List<Hospital> takers = new ArrayList<>();
    for (int h = 0; h < hospitals; h++) {
      takers.add(hospital("hospital " + h, random));
    }
    List<Casualty> wounded = new ArrayList<>();
    for (int c = 0; c < casualties; c++) {
      wounded.add(casualty(random));
    }
    List<Vehicle> fleet = new ArrayList<>();
    for (int v = 0; v < vehicles; v++) {
      fleet.add(vehicle("vehicle " + v, sites, random));
    }
    return new DistributionProblem(
        where,
        takers,
        wounded,
        fleet,
        List.of(
            ways("road", sites, goals, 2, DETOUR / ROAD_KM_PER_HOUR),
            ways("air", sites, goals, 8, 1 / AIR_KM_PER_HOUR)),
        categories,
        SPECIALTIES,
        DistributionProblem.NO_CLEANING,
        horizonMinutes,
        20);
  }

  private double[] point(RandomGenerator random, double from, double to) {
    return new double[] {
      kilometres * random.nextDouble(from, to), kilometres * random.nextDouble(from, to)
    };
  }

  private static Hospital hospital(String name, RandomGenerator random) {
    boolean large = random.nextInt(8) == 0;
    int red = large ? random.nextInt(3, 8) : random.nextInt(1, 4);
    List<Integer> special =
        large
            ? List.of(4, random.nextInt(3), 2, 3)
            : List.of(random.nextInt(2), 0, 0, random.nextInt(2));
    return new Hospital(
        name,
        List.of(
            new Intake(List.of(red / 2 + 1, red, 2 * red, 1), special),
            new Intake(List.of(red, 2 * red, 4 * red, 2), special)),
        20);
  }

  private Casualty casualty(RandomGenerator random) {
    int of = random.nextInt(10);
    int category = of < 2 ? 0 : of < 5 ? 1 : 2;
    double need = category == 2 ? 1 : random.nextDouble();
    long needs = need < 0.25 ? 1 : need < 0.27 ? 2 : need < 0.32 ? 4 : need < 0.4 ? 8 : 0;
    int ready = 5 * random.nextInt(1 + readyMinutes / 5);
    boolean alone = random.nextInt(6) > 0;
    int family = alone ? Casualty.NO_FAMILY : random.nextInt(1 + casualties / 6);
    return new Casualty(random.nextInt(places), category, needs, ready, family);
  }

  private Vehicle vehicle(String name, double[][] sites, RandomGenerator random) {
    int of = random.nextInt(100);
    double[] at = point(random, 0, 1);
    boolean air = of < 4;
    boolean bus = !air && of < 9;
    int turnout = bus ? random.nextInt(20, 60) : random.nextInt(2, 15);
    List<Integer> first = new ArrayList<>();
    for (double[] site : sites) {
      double perKilometre = air ? 1 / AIR_KM_PER_HOUR : DETOUR / ROAD_KM_PER_HOUR;
      first.add(minutes(at, site, turnout, perKilometre));
    }
    if (air) {
      return new Vehicle(name, 1, 1, 0, 8, 8, 0b1011, first);
    }
    return bus
        ? new Vehicle(name, 0, 0, 40, 15, 15, 0b0100, first)
        : new Vehicle(name, 0, 1, 1, 5, 10, 0b1111, first);
  }

  private static Ways ways(
      String name, double[][] sites, double[][] goals, int fixed, double perKilometre) {
    int[][] out = new int[sites.length][goals.length];
    int[][] back = new int[goals.length][sites.length];
    for (int p = 0; p < sites.length; p++) {
      for (int h = 0; h < goals.length; h++) {
        out[p][h] = minutes(sites[p], goals[h], fixed, perKilometre);
        back[h][p] = minutes(goals[h], sites[p], fixed, 1.1 * perKilometre);
      }
    }
    return new Ways(name, out, back);
  }

  private static int minutes(double[] from, double[] to, int fixed, double hoursPerKilometre) {
    double kilometres = Math.hypot(from[0] - to[0], from[1] - to[1]);
    return fixed + (int) Math.ceil(60 * hoursPerKilometre * kilometres);
  }
}
