package se.dirigent.app.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums up intervals per priority, each with the definition it was counted by. */
public final class IntervalSummary {
  /** Region Skåne's goal for the median of priority 1, taken here as every case's goal. */
  private static final Duration AT_ADDRESS_GOAL = Duration.ofMinutes(12);

  /** What each interval means. */
  public static final Map<String, String> DEFINITIONS =
      new TreeMap<>(
          Map.of(
              "intakeToAssigned",
              "from the service taking the case to the first unit assigned",
              "assignedToAcknowledged",
              "from the first unit assigned to the first acknowledgement by any unit",
              "intakeToAtAddress",
              "from the service taking the case to the first unit at the address; cases where"
                  + " nobody has arrived are not counted"));

  /**
   * One interval of one priority; durations in seconds.
   *
   * @param goal the goal, or null when there is none
   * @param shareInGoal share of the counted cases within the goal, or null
   */
  public record Interval(
      int cases, double median, double p90, @Nullable Long goal, @Nullable Double shareInGoal) {}

  /** The goals of a priority. */
  public record Goals(int level, @Nullable Duration assigned, @Nullable Duration acknowledged) {}

  private IntervalSummary() {}

  /**
   * Sums up.
   *
   * @param goals by priority code
   * @return by priority code and interval
   */
  static Map<String, Map<String, Interval>> of(
      Collection<Outcome> outcomes, Map<String, Goals> goals) {
    Map<String, List<Outcome>> byPriority = new TreeMap<>();
    outcomes.stream()
        .filter(o -> !o.priority().isEmpty())
        .forEach(o -> byPriority.computeIfAbsent(o.priority(), p -> new ArrayList<>()).add(o));
    Map<String, Map<String, Interval>> summary = new TreeMap<>();
    byPriority.forEach(
        (priority, cases) -> summary.put(priority, intervals(cases, goals.get(priority))));
    return summary;
  }

  private static Map<String, Interval> intervals(List<Outcome> cases, @Nullable Goals goals) {
    List<Duration> assigned = new ArrayList<>();
    List<Duration> acknowledged = new ArrayList<>();
    List<Duration> atAddress = new ArrayList<>();
    for (Outcome o : cases) {
      add(assigned, o.receivedAt(), o.assignedAt());
      add(acknowledged, o.assignedAt(), o.acknowledgedAt());
      add(atAddress, o.receivedAt(), o.atAddressAt());
    }
    Map<String, Interval> intervals = new LinkedHashMap<>();
    intervals.put("intakeToAssigned", interval(assigned, goals == null ? null : goals.assigned()));
    intervals.put(
        "assignedToAcknowledged",
        interval(acknowledged, goals == null ? null : goals.acknowledged()));
    boolean first = goals != null && goals.level() == 1;
    intervals.put("intakeToAtAddress", interval(atAddress, first ? AT_ADDRESS_GOAL : null));
    return intervals;
  }

  private static void add(List<Duration> to, @Nullable Instant from, @Nullable Instant until) {
    if (from != null && until != null) {
      to.add(Duration.between(from, until));
    }
  }

  static Interval interval(List<Duration> values, @Nullable Duration goal) {
    List<Duration> sorted = values.stream().sorted().toList();
    if (sorted.isEmpty()) {
      return new Interval(0, 0, 0, goal == null ? null : goal.toSeconds(), null);
    }
    Double share =
        goal == null
            ? null
            : sorted.stream().filter(d -> d.compareTo(goal) <= 0).count() / (double) sorted.size();
    return new Interval(
        sorted.size(),
        quantile(sorted, 0.5),
        quantile(sorted, 0.9),
        goal == null ? null : goal.toSeconds(),
        share);
  }

  /** The smallest value that at least this share of all values does not exceed, in seconds. */
  static double quantile(List<Duration> sorted, double share) {
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.clamp(index, 0, sorted.size() - 1)).toMillis() / 1000.0;
  }
}
