package se.dirigent.simulator.service;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import se.dirigent.simulator.demand.Complaint;
import se.dirigent.simulator.demand.Complaints;
import se.dirigent.simulator.trial.CallModel;

/**
 * Why people call, and what differs by it, until a region brings its own: how common each type is
 * and how it spreads over the levels as the demonstration's {@link Complaints} [assumption there];
 * how many are taken to hospital and how long crews stay as found in 8 580 rural runs with a code
 * of type, 2010–2020 (data set rvfd, MIT licence; our count by number of the code).
 */
public final class CallTypes {
  /** Levels of a Swedish region's calls; the fourth is counted with the third. */
  public static final int LEVELS = 3;

  /** What is found of all runs together: for types that the data tell nothing of. */
  private static final Found ALL = new Found(0.75, 13.6);

  /**
   * By our code: part conveyed, and the median minutes from arrival until the unit leaves with the
   * patient. Types with fewer than 45 such runs are as all together.
   */
  private static final Map<String, Found> FOUND =
      Map.ofEntries(
          entry("D01", new Found(0.92, 13.6)), // 428 runs
          entry("D02", new Found(0.90, 13.0)), // 629
          entry("D03", new Found(0.83, 14.8)), // 483
          entry("D04", new Found(0.31, 15.9)), // 57
          entry("D05", new Found(0.93, 12.4)), // 249
          entry("D06", new Found(0.84, 11.0)), // 294
          entry("D07", new Found(0.86, 15.4)), // 865
          entry("D08", new Found(0.92, 11.2)), // 144
          entry("D09", new Found(0.60, 14.3)), // 903
          entry("D10", new Found(0.89, 13.9)), // 753
          entry("D12", new Found(0.76, 11.9)), // 140
          entry("D13", new Found(0.83, 11.1)), // 151
          entry("D16", new Found(0.85, 10.0)), // 45
          entry("D17", new Found(0.92, 13.4))); // 78

  private record Found(double conveyed, double minutes) {}

  private CallTypes() {}

  /** The usual types, in the order of the complaints' codes. */
  public static List<CallModel.Type> usual() {
    double all = Complaints.all().stream().mapToInt(Complaint::weight).sum();
    return Complaints.all().stream().map(complaint -> type(complaint, all)).toList();
  }

  private static CallModel.Type type(Complaint of, double all) {
    Found found = FOUND.getOrDefault(of.code(), ALL);
    double weights = of.levelWeights().stream().mapToInt(Integer::intValue).sum();
    List<Double> levels =
        IntStream.range(0, LEVELS)
            .mapToObj(level -> (of.levelWeights().get(level) + beyond(of, level)) / weights)
            .toList();
    return new CallModel.Type(
        of.text(), of.weight() / all, levels, found.conveyed(), found.minutes() / ALL.minutes());
  }

  private static int beyond(Complaint of, int level) {
    return level == LEVELS - 1 ? of.levelWeights().get(LEVELS) : 0;
  }
}
