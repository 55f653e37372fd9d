package se.dirigent.simulator.trial;

import java.util.ArrayList;
import java.util.List;

/** Counts what happens in a run. */
final class Tally {
  private final CallModel model;
  private final long[] arrived;
  private final long[] late;
  private final double[] seconds;
  private long moves;
  private long redirects;
  private long takeOvers;
  private double engagedMillis;

  Tally(CallModel model) {
    this.model = model;
    this.arrived = new long[model.levels().size()];
    this.late = new long[arrived.length];
    this.seconds = new double[arrived.length];
  }

  void arrived(int level, double response) {
    arrived[level - 1]++;
    seconds[level - 1] += response;
    if (response > model.levels().get(level - 1).within().toMillis() / 1000.0) {
      late[level - 1]++;
    }
  }

  void moved(boolean counted) {
    moves += counted ? 1 : 0;
  }

  void redirected(boolean counted) {
    redirects += counted ? 1 : 0;
  }

  void takenOver(boolean counted) {
    takeOvers += counted ? 1 : 0;
  }

  void engaged(long millis) {
    engagedMillis += Math.max(0, millis);
  }

  TrialReport report(double crewDays, long hash, long events, int waiting) {
    List<TrialReport.Level> levels = new ArrayList<>();
    long all = 0;
    double sum = 0;
    for (int i = 0; i < arrived.length; i++) {
      levels.add(
          new TrialReport.Level(
              arrived[i],
              (double) late[i] / Math.max(1, arrived[i]),
              seconds[i] / Math.max(1, arrived[i])));
      all += arrived[i];
      sum += seconds[i];
    }
    return new TrialReport(
        levels,
        sum / Math.max(1, all),
        moves / (2 * crewDays),
        (double) redirects / Math.max(1, all),
        (double) takeOvers / Math.max(1, all),
        engagedMillis / (crewDays * 86_400_000),
        events,
        waiting,
        hash);
  }
}
