package se.dirigent.benchmarks.durability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a bench counted and what it found broken. It passed when nothing is broken.
 *
 * @param counts by name, in the order they were counted
 * @param broken one line each
 */
public record Findings(Map<String, Object> counts, List<String> broken) {

  Findings() {
    this(new LinkedHashMap<>(), new ArrayList<>());
  }

  void count(String name, Object value) {
    counts.put(name, value);
  }

  void broken(List<String> lines) {
    broken.addAll(lines);
  }

  /** Whether every promise was kept. */
  public boolean passed() {
    return broken.isEmpty();
  }

  /** For a person, one line each. */
  public String text() {
    StringBuilder text = new StringBuilder();
    counts.forEach((name, value) -> text.append("%-28s %s%n".formatted(name, value)));
    broken.stream().limit(20).forEach(line -> text.append("BROKEN ").append(line).append('\n'));
    return text.append(passed() ? "PASSED" : "FAILED: " + broken.size() + " findings").toString();
  }
}
