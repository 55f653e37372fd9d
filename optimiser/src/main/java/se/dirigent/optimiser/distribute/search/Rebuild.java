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

  /** Costs laid on at random, as a share of what fetching a class is worth. */
  private static final double TILT = 0.02;

  private final Grid grid;
  private final RouteValues values;
  private final Dispatch dispatch;
  private final Tours tours;
  private final RandomGenerator random;
  private final int[] busy;
  private final int[] idle;

  Rebuild(Grid grid, RouteValues values, Dispatch dispatch, Tours tours, RandomGenerator random) {
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
    for (int k = 0; k < dispatch.tiltClass.length; k++) {
      double worth = Math.max(0, values.loads.worth[k][grid.minutes - 1]);
      dispatch.tiltClass[k] = none ? 0 : TILT * worth * random.nextDouble();
    }
    for (int h = 0; h < grid.hospitals; h++) {
      dispatch.tiltHospital[h] = none || random.nextInt(4) > 0 ? 0 : 50 * random.nextDouble();
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
    Run run = tours.runs(seed).get(random.nextInt(tours.runs(seed).size()));
    int wanted = Math.min(busyCount, random.nextInt(TORN_LEAST, TORN_MOST + 1));
    boolean byHospital = random.nextBoolean();
    double[] far = new double[wanted];
    int[] near = new int[wanted];
    int taken = 0;
    for (int i = 0; i < busyCount; i++) {
      int v = busy[i];
      double away = v == seed ? -1 : far(run, v, byHospital) * random.nextDouble();
      int j = Math.min(taken, wanted - 1);
      if (taken < wanted || away < far[j]) {
        for (; j > 0 && far[j - 1] > away; j--) {
          far[j] = far[j - 1];
          near[j] = near[j - 1];
        }
        far[j] = away;
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
}
