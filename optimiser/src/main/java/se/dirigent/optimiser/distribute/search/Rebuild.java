package se.dirigent.optimiser.distribute.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Tears up the tours of a few vehicles that have to do with each other, builds them again a little
 * differently, and keeps what is not worse.
 *
 * <p>Source: G. Schrimpf et al., Record breaking optimization results using the ruin and recreate
 * principle, Journal of Computational Physics 159, 2000, pp. 139–171.
 */
final class Rebuild {
  private static final int TORN_LEAST = 2;
  private static final int TORN_MOST = 10;
  private static final int IDLE_MOST = 3;

  /** Rebuilds after which it is weighed again where the plan is dear. */
  private static final int WEIGHED_EVERY = 50;

  /** Costs laid on at random, as a share of what fetching a class is worth. */
  private static final double TILT = 0.02;

  private final Grid grid;
  private final RouteValues values;
  private final Dispatch dispatch;
  private final Tours tours;
  private final RandomGenerator random;
  private final int[] busy;
  private final int[] idle;
  private final Excess excess;
  private int once;

  /** Row of room whose emptiness is what this rebuild is to mend, or -1. */
  private int emptyRow;

  Rebuild(
      Grid grid,
      RouteValues values,
      Dispatch dispatch,
      Tours tours,
      Excess excess,
      RandomGenerator random) {
    this.excess = excess;
    this.grid = grid;
    this.values = values;
    this.dispatch = dispatch;
    this.tours = tours;
    this.random = random;
    this.busy = new int[grid.fleet.vehicleKind.length];
    this.idle = new int[busy.length];
  }

  /** Once; whether the plan is better now. */
  boolean once() {
    if (once++ % WEIGHED_EVERY == 0) {
      excess.weigh(tours);
    }
    int[] torn = choose();
    if (torn.length == 0) {
      return false;
    }
    double before = tours.harm();
    List<List<Run>> old = new ArrayList<>();
    for (int v : torn) {
      old.add(tours.clear(v));
    }
    tilt();
    dispatch.build(tours, torn);
    if (tours.harm() <= before) {
      return tours.harm() < before;
    }
    for (int v : torn) {
      tours.clear(v);
    }
    for (List<Run> runs : old) {
      runs.forEach(tours::add);
    }
    return false;
  }

  private void tilt() {
    boolean none = random.nextInt(4) == 0;
    double most = 0;
    for (int k = 0; k < dispatch.tiltClass.length; k++) {
      double worth = Math.max(0, values.loads.worth[k][grid.minutes - 1]);
      most = Math.max(most, worth);
      dispatch.tiltClass[k] = none ? 0 : TILT * worth * random.nextDouble();
    }
    for (int h = 0; h < grid.hospitals; h++) {
      boolean tilted = !none && random.nextInt(4) == 0;
      dispatch.tiltHospital[h] = tilted ? TILT * most * random.nextDouble() : 0;
    }
    if (emptyRow >= 0) {
      int h = emptyRow / grid.width / grid.hours;
      dispatch.tiltHospital[h] = -values.price(emptyRow) * random.nextDouble();
    }
  }

  /** A vehicle, those whose trips are nearest its own in hospital and time, and some idle ones. */
  private int[] choose() {
    int busyCount = 0;
    int idleCount = 0;
    for (int v = 0; v < busy.length; v++) {
      if (tours.runs(v).isEmpty()) {
        idle[idleCount++] = v;
      } else {
        busy[busyCount++] = v;
      }
    }
    if (busyCount == 0) {
      return Arrays.copyOf(idle, Math.min(idleCount, TORN_MOST));
    }
    int seed = busy[random.nextInt(busyCount)];
    emptyRow = -1;
    switch (random.nextInt(3)) {
      case 0 -> {
        int dear = excess.vehicle(random);
        seed = dear >= 0 && !tours.runs(dear).isEmpty() ? dear : seed;
      }
      case 1 -> {
        emptyRow = excess.row(random);
        emptyRow = emptyRow >= 0 && tours.room[emptyRow] > 0 ? emptyRow : -1;
      }
      default -> {}
    }
    Run run = tours.runs(seed).get(random.nextInt(tours.runs(seed).size()));
    int wanted = Math.min(busyCount, random.nextInt(TORN_LEAST, TORN_MOST + 1));
    boolean byHospital = random.nextBoolean();
    double[] nearest = new double[wanted];
    int[] near = new int[wanted];
    int taken = 0;
    for (int i = 0; i < busyCount; i++) {
      int v = busy[i];
      double far = emptyRow >= 0 ? farFromEmpty(v) : v == seed ? -1 : far(run, v, byHospital);
      double away = far * random.nextDouble();
      int j = Math.min(taken, wanted - 1);
      if (taken < wanted || away < nearest[j]) {
        for (; j > 0 && nearest[j - 1] > away; j--) {
          nearest[j] = nearest[j - 1];
          near[j] = near[j - 1];
        }
        nearest[j] = away;
        near[j] = v;
        taken = Math.min(wanted, taken + 1);
      }
    }
    int idleTaken = Math.min(idleCount, random.nextInt(IDLE_MOST + 1));
    int[] torn = new int[wanted + idleTaken];
    System.arraycopy(near, 0, torn, 0, wanted);
    for (int i = 0; i < idleTaken; i++) {
      int j = random.nextInt(i, idleCount);
      int v = idle[j];
      idle[j] = idle[i];
      idle[i] = v;
      torn[wanted + i] = v;
    }
    return torn;
  }

  private double far(Run run, int vehicle, boolean byHospital) {
    double far = Double.POSITIVE_INFINITY;
    for (Run other : tours.runs(vehicle)) {
      double minutes = Math.abs(other.begin() - run.begin());
      boolean elsewhere =
          byHospital ? other.hospital() != run.hospital() : other.place() != run.place();
      far = Math.min(far, 1 + minutes + (elsewhere ? 60 : 0));
    }
    return far;
  }

  /** Minutes by which a vehicle's trips, were they to the hospital, miss the hour not used up. */
  private double farFromEmpty(int vehicle) {
    int slot = emptyRow / grid.width;
    int h = slot / grid.hours;
    int begin = slot % grid.hours * grid.hour;
    int kind = grid.fleet.vehicleKind[vehicle];
    double far = Double.POSITIVE_INFINITY;
    for (Run run : tours.runs(vehicle)) {
      double arrival = (double) run.begin() + grid.fleet.load[kind];
      arrival += grid.fleet.out(kind)[run.place()][h];
      double missed = Math.max(0, Math.max(begin - arrival, arrival - (begin + grid.hour - 1)));
      far = Math.min(far, 1 + missed);
    }
    return far;
  }
}
