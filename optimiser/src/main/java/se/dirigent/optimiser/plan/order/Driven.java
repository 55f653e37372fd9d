package se.dirigent.optimiser.plan.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long drivers have been on the way with rides, for the limit of a day's driving: from when a
 * vehicle set out until the patient was there. Standing at a door counts as driving, as waiting
 * does between pauses: who keeps this limit keeps the rule.
 *
 * @param ofUnit stretches of each unit, in order, none within another's time
 */
public record Driven(Map<String, List<Stretch>> ofUnit) {
  /** Nobody has driven. */
  public static final Driven NONE = new Driven(Map.of());

  public Driven {
    ofUnit = Map.copyOf(ofUnit);
  }

  /** From one moment to another. */
  public record Stretch(Instant from, Instant to) {}

  /** Of rides, in any order; two patients on board at once are driven once. */
  public static Driven of(Map<String, List<Stretch>> rides) {
    Map<String, List<Stretch>> apart = new HashMap<>();
    rides.forEach((unit, stretches) -> apart.put(unit, apart(stretches)));
    return new Driven(apart);
  }

  private static List<Stretch> apart(List<Stretch> stretches) {
    List<Stretch> all = new ArrayList<>();
    List<Stretch> sorted = stretches.stream().sorted(Comparator.comparing(Stretch::from)).toList();
    for (Stretch s : sorted) {
      Stretch last = all.isEmpty() ? null : all.getLast();
      if (last == null || s.from().isAfter(last.to())) {
        all.add(s);
      } else if (s.to().isAfter(last.to())) {
        all.set(all.size() - 1, new Stretch(last.from(), s.to()));
      }
    }
    return List.copyOf(all);
  }

  /** What the unit has driven since a moment, in seconds. */
  public double seconds(String unit, Instant since) {
    double seconds = 0;
    for (Stretch s : ofUnit.getOrDefault(unit, List.of())) {
      Instant from = s.from().isAfter(since) ? s.from() : since;
      seconds += Math.max(0, Duration.between(from, s.to()).toMillis() / 1000.0);
    }
    return seconds;
  }
}
