package se.dirigent.peers;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;
import java.util.List;

/**
 * Distance, and how much rules are broken by: room, order of the two ends, windows, longest ride
 * and tour. Where a ride or the tour is too long, its beginning is delayed into the wait that
 * follows, as Cordeau and Laporte do (2003): a route is not refused for having begun too early.
 */
public final class TourScore implements EasyScoreCalculator<TourPlan, HardSoftLongScore> {
  private static final double SCALE = 10_000;
  private static final double TOLERANCE = 1e-9;

  /** Enough for every ride of a route to be delayed a few times. */
  private static final int DELAYS_MAX = 100;

  @Override
  public HardSoftLongScore calculateScore(TourPlan plan) {
    double broken = 0;
    double distance = 0;
    for (TourVehicle tour : plan.tours) {
      int[] row = row(tour.visits);
      for (int k = 1; k < row.length; k++) {
        distance += plan.file.distance(row[k - 1], row[k]);
      }
      broken += orders(plan.file, row) + times(plan.file, row);
    }
    return HardSoftLongScore.of(-Math.round(SCALE * broken), -Math.round(SCALE * distance));
  }

  private static int[] row(List<TourVisit> visits) {
    int[] row = new int[visits.isEmpty() ? 0 : visits.size() + 2];
    for (int k = 0; k < visits.size(); k++) {
      row[k + 1] = visits.get(k).node();
    }
    return row;
  }

  /** A ride cut in two or turned around counts as much as an hour, each place too little too. */
  private static double orders(RideFile file, int[] row) {
    double broken = 0;
    int aboard = 0;
    boolean[] fetched = new boolean[file.rides() + 1];
    int open = 0;
    for (int node : row) {
      if (node == 0) {
        continue;
      }
      aboard += file.load(node);
      broken += 60.0 * Math.max(0, aboard - file.room());
      if (node <= file.rides()) {
        fetched[node] = true;
        open++;
      } else if (fetched[node - file.rides()]) {
        open--;
      } else {
        broken += 60;
      }
    }
    return broken + 60.0 * open;
  }

  private static double times(RideFile file, int[] row) {
    double[] soonest = new double[row.length];
    for (int k = 0; k < row.length; k++) {
      soonest[k] = file.earliest(row[k]);
    }
    double[] time = new double[row.length];
    int[] at = new int[file.rides() + 1];
    double broken = forward(file, row, soonest, time);
    for (int round = 0; round < DELAYS_MAX; round++) {
      boolean delayed = false;
      for (int k = 0; k < row.length && !delayed; k++) {
        if (row[k] > 0 && row[k] <= file.rides()) {
          at[row[k]] = k;
        }
        int back = back(file, row, k, at);
        double most = k == row.length - 1 ? file.durationMax() : ride(file, row[k]);
        double need = back < 0 ? 0 : time[k] - most;
        if (back >= 0 && need > time[back] + TOLERANCE) {
          double was = soonest[back];
          soonest[back] = need;
          double then = forward(file, row, soonest, time);
          // Delaying that delays this as much, or breaks a window, is no help.
          if (then > broken + TOLERANCE || time[k] - most > need + TOLERANCE) {
            soonest[back] = was;
            broken = forward(file, row, soonest, time);
            return broken + tooLong(file, row, time);
          }
          delayed = true;
        }
      }
      if (!delayed) {
        break;
      }
    }
    return broken + tooLong(file, row, time);
  }

  /** Where what ends at this position began, or -1. */
  private static int back(RideFile file, int[] row, int k, int[] at) {
    if (k > 0 && k == row.length - 1) {
      return 0;
    }
    return row[k] > file.rides() && at[row[k] - file.rides()] > 0
        ? at[row[k] - file.rides()]
        : -1;
  }

  private static double ride(RideFile file, int delivery) {
    return delivery > file.rides()
        ? file.rideMax() + file.service(delivery - file.rides())
        : Double.POSITIVE_INFINITY;
  }

  /** Earliest times from the front; returns by how much windows are missed. */
  private static double forward(RideFile file, int[] row, double[] soonest, double[] time) {
    double late = 0;
    for (int k = 0; k < row.length; k++) {
      double reached =
          k == 0
              ? soonest[0]
              : time[k - 1] + file.service(row[k - 1]) + file.distance(row[k - 1], row[k]);
      time[k] = Math.max(reached, soonest[k]);
      late += Math.max(0, time[k] - file.latest(row[k]));
    }
    return late;
  }

  private static double tooLong(RideFile file, int[] row, double[] time) {
    double over = 0;
    int[] at = new int[file.rides() + 1];
    for (int k = 0; k < row.length; k++) {
      if (row[k] > 0 && row[k] <= file.rides()) {
        at[row[k]] = k;
      }
      int back = back(file, row, k, at);
      double most = k == row.length - 1 ? file.durationMax() : ride(file, row[k]);
      over += back < 0 ? 0 : Math.max(0, time[k] - time[back] - most - TOLERANCE);
    }
    return over;
  }
}
