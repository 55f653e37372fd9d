package se.dirigent.core.masscasualty.sieve;

import java.util.List;
import java.util.Map;
import se.dirigent.core.Refused;

/**
 * Whole numbers from one to another, both included.
 *
 * @param from at least −1000
 * @param to at most 1000, not below {@code from}
 */
public record Range(int from, int to) {
  private static final int MAX = 1000;

  public Range {
    if (from < -MAX || to > MAX || from > to) {
      throw new Refused("sieve.range", "range", Map.of("from", "" + from, "to", "" + to));
    }
  }

  public boolean holds(int value) {
    return value >= from && value <= to;
  }

  /**
   * Checks that parts meet without gap or overlap, so that each number is in one of them, and
   * returns the whole.
   *
   * @param what what is measured, for the message
   * @throws Refused {@code sieve.ranges}
   */
  static Range whole(String what, List<Range> parts) {
    List<Range> sorted = parts.stream().sorted((a, b) -> Integer.compare(a.from, b.from)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).from != sorted.get(i - 1).to + 1) {
        throw new Refused(
            "sieve.ranges",
            "range",
            Map.of(
                "what", what, "after", "" + sorted.get(i - 1).to, "next", "" + sorted.get(i).from));
      }
    }
    return new Range(sorted.getFirst().from, sorted.getLast().to);
  }
}
