package se.dirigent.optimiser.distribute.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.Cleaning;
import se.dirigent.optimiser.distribute.Distribution.Placed;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Intake;
import se.dirigent.optimiser.distribute.Vehicle;
import se.dirigent.optimiser.distribute.Ways;

/**
 * The least harm of a very small problem, by trying everything: each vehicle in turn makes every
 * series of trips with every set of casualties to every hospital, each trip as early as possible or
 * so that it arrives when an hour begins. Decontamination at places is in the order the search has.
 */
final class Exhaustive {
  private static final int HOURS_AHEAD = 3;

  private final DistributionProblem problem;
  private final int[] ready;
  private final int[] hospital;
  private final int[] arrival;
  private final Map<List<Integer>, Integer> used = new TreeMap<>(Exhaustive::compare);
  private double best = Double.POSITIVE_INFINITY;

  private Exhaustive(DistributionProblem problem) {
    this.problem = problem;
    this.ready = Cleaning.minutes(problem);
    this.hospital = new int[ready.length];
    this.arrival = new int[ready.length];
    Arrays.fill(hospital, -1);
    for (int c = 0; c < ready.length; c++) {
      if (ready[c] == Placed.NOT_CLEANED) {
        ready[c] = problem.casualties().get(c).readyMinute();
      }
    }
  }

  static double harm(DistributionProblem problem) {
    Exhaustive all = new Exhaustive(problem);
    all.next(0, -1, 0);
    return all.best;
  }

  private static int compare(List<Integer> a, List<Integer> b) {
    return Arrays.compare(
        a.stream().mapToInt(i -> i).toArray(), b.stream().mapToInt(i -> i).toArray());
  }

  /** A vehicle that is free at a hospital, or has done nothing yet when that is -1. */
  private void next(int v, int at, int free) {
    if (v == problem.vehicles().size()) {
      best = Math.min(best, sum());
      return;
    }
    Vehicle vehicle = problem.vehicles().get(v);
    Ways ways = problem.ways().get(vehicle.ways());
    for (int p = 0; p < problem.places().size(); p++) {
      int there = at < 0 ? vehicle.firstMinutes().get(p) : free + ways.back()[at][p];
      for (List<Integer> load : loads(vehicle, p)) {
        int begin = there;
        for (int c : load) {
          begin = Math.max(begin, ready[c]);
        }
        for (int h = 0; h < problem.hospitals().size(); h++) {
          int there2 = begin + vehicle.loadMinutes() + ways.out()[p][h];
          for (int hours = 0; hours < HOURS_AHEAD; hours++) {
            if (there2 < problem.horizonMinutes() && take(load, h, there2, 1)) {
              next(v, h, there2 + vehicle.unloadMinutes());
              take(load, h, there2, -1);
              load.forEach(c -> hospital[c] = -1);
            }
            there2 = (there2 / 60 + 1) * 60;
          }
        }
      }
    }
    next(v + 1, -1, 0);
  }

  private List<List<Integer>> loads(Vehicle vehicle, int place) {
    List<List<Integer>> loads = new ArrayList<>();
    for (int set = 1; set < 1 << ready.length; set++) {
      List<Integer> load = new ArrayList<>();
      int lying = 0;
      boolean fits = true;
      for (int c = 0; c < ready.length; c++) {
        if ((set >> c & 1) != 0) {
          Casualty one = problem.casualties().get(c);
          fits &= hospital[c] < 0 && one.place() == place && vehicle.carries(one.category());
          lying += problem.categories().get(one.category()).lies() ? 1 : 0;
          load.add(c);
        }
      }
      if (fits
          && lying <= vehicle.stretchers()
          && load.size() <= vehicle.stretchers() + vehicle.seats()) {
        loads.add(load);
      }
    }
    return loads;
  }

  /** Counts a load in or, with -1, out; false, and nothing counted, when there is no room. */
  private boolean take(List<Integer> load, int h, int minute, int sign) {
    boolean room = true;
    Intake intake = problem.hospitals().get(h).intake(minute / 60);
    for (int c : load) {
      Casualty one = problem.casualties().get(c);
      hospital[c] = h;
      arrival[c] = minute;
      List<Integer> key = List.of(h, minute / 60, 0, one.category());
      room &= used.merge(key, sign, Integer::sum) <= intake.categories().get(one.category());
      for (int s = 0; s < problem.specialties().size(); s++) {
        if ((problem.neededAtHospital(one) >> s & 1) != 0) {
          key = List.of(h, minute / 60, 1, s);
          room &= used.merge(key, sign, Integer::sum) <= intake.specialties().get(s);
        }
      }
    }
    if (!room && sign > 0) {
      take(load, h, minute, -1);
      load.forEach(c -> hospital[c] = -1);
    }
    return room;
  }

  private double sum() {
    double sum = 0;
    Map<Integer, Set<Integer>> families = new TreeMap<>();
    for (int c = 0; c < hospital.length; c++) {
      Casualty one = problem.casualties().get(c);
      if (hospital[c] < 0) {
        sum += problem.unplacedHarm(one.category());
      } else {
        int treated = problem.treatment(one, hospital[c], arrival[c]);
        sum += problem.categories().get(one.category()).harm(treated);
        if (one.family() != Casualty.NO_FAMILY) {
          families.computeIfAbsent(one.family(), _ -> new HashSet<>()).add(hospital[c]);
        }
      }
    }
    for (Set<Integer> hospitals : families.values()) {
      sum += problem.splitHarm() * (hospitals.size() - 1);
    }
    return sum;
  }
}
