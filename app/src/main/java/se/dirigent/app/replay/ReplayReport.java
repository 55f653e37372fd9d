package se.dirigent.app.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.dirigent.server.platform.region.RegionPack;

/**
 * What a replay came to.
 *
 * @param counts calls and cases by what became of them
 * @param answerMillis time to durable acknowledgement at the median, p90 and p99, in milliseconds
 * @param refused refusals by their reason
 * @param intervals by priority and interval
 */
public record ReplayReport(
    Map<String, Object> counts,
    Map<String, Double> answerMillis,
    Map<String, Integer> refused,
    Map<String, Map<String, IntervalSummary.Interval>> intervals) {

  /**
   * Follows what was handed over and sums up.
   *
   * @param wait how long to follow at most
   */
  public static ReplayReport follow(
      Following following,
      Recording recording,
      Plan plan,
      Handover.Result handed,
      List<RegionPack> packs,
      Duration wait,
      IntConsumer progress)
      throws InterruptedException {
    List<Outcome> outcomes = following.await(handed.accepted(), wait, progress);
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("format", recording.format().name());
    counts.put("read", plan.read());
    counts.put("unreadable", recording.unreadable());
    counts.put("otherType", plan.otherType());
    counts.put("otherTime", plan.otherTime());
    counts.put("outside", plan.outside());
    counts.put("overLimit", plan.overLimit());
    counts.put("played", plan.cases().size());
    counts.put("accepted", handed.accepted().size());
    counts.put("assigned", count(outcomes, o -> o.assignedAt() != null));
    counts.put("atAddress", count(outcomes, o -> o.atAddressAt() != null));
    counts.put("closed", count(outcomes, Outcome::closed));
    counts.put("seconds", handed.seconds());
    counts.put("casesPerSecond", handed.accepted().size() / Math.max(0.001, handed.seconds()));
    return new ReplayReport(
        counts,
        answers(handed.answers()),
        handed.refused(),
        IntervalSummary.of(outcomes, goals(packs)));
  }

  private static long count(List<Outcome> outcomes, Predicate<Outcome> which) {
    return outcomes.stream().filter(which).count();
  }

  private static Map<String, Double> answers(List<Duration> sorted) {
    Map<String, Double> answers = new LinkedHashMap<>();
    if (!sorted.isEmpty()) {
      answers.put("p50", IntervalSummary.quantile(sorted, 0.5) * 1000);
      answers.put("p90", IntervalSummary.quantile(sorted, 0.9) * 1000);
      answers.put("p99", IntervalSummary.quantile(sorted, 0.99) * 1000);
    }
    return answers;
  }

  private static Map<String, IntervalSummary.Goals> goals(List<RegionPack> packs) {
    Map<String, IntervalSummary.Goals> goals = new HashMap<>();
    for (RegionPack pack : packs) {
      for (RegionPack.PackPriority p : pack.priorities()) {
        goals.putIfAbsent(
            p.code(),
            new IntervalSummary.Goals(
                p.level(),
                seconds(p.unassignedAlarmSeconds()),
                Duration.ofSeconds(p.acknowledgeSeconds())));
      }
    }
    return goals;
  }

  private static @Nullable Duration seconds(@Nullable Integer seconds) {
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  /** For programs. */
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>(counts);
    map.put("answerMillis", answerMillis);
    map.put("refused", refused);
    map.put("intervals", intervals);
    map.put("definitions", IntervalSummary.DEFINITIONS);
    return map;
  }

  /** For people. */
  public void print(PrintStream out) {
    counts.forEach((name, value) -> out.printf(Locale.ROOT, "%-16s %s%n", name, value));
    out.printf("answer, ms       %s%n", answerMillis);
    refused.forEach((why, times) -> out.printf("refused %d times: %s%n", times, why));
    out.printf(
        "%n%-9s %-23s %6s %10s %10s %8s %8s%n",
        "priority", "interval", "cases", "median s", "p90 s", "goal s", "in goal");
    intervals.forEach(
        (priority, byName) -> byName.forEach((name, i) -> out.println(line(priority, name, i))));
    out.println();
    IntervalSummary.DEFINITIONS.forEach((name, text) -> out.printf("%s: %s%n", name, text));
  }

  private static String line(String priority, String name, IntervalSummary.Interval i) {
    Double share = i.shareInGoal();
    return String.format(
        Locale.ROOT,
        "%-9s %-23s %6d %10.1f %10.1f %8s %8s",
        priority,
        name,
        i.cases(),
        i.median(),
        i.p90(),
        i.goal() == null ? "–" : i.goal().toString(),
        share == null ? "–" : String.format(Locale.ROOT, "%.0f %%", share * 100));
  }
}
