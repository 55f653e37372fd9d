package se.dirigent.core.incident;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.dirigent.core.Refused;

/**
 * A region's priorities, the most urgent first.
 *
 * @param levels at least one, with codes that differ, by falling urgency
 */
public record PriorityScale(List<PriorityLevel> levels) {
  public PriorityScale {
    levels = List.copyOf(levels);
    if (levels.isEmpty()
        || levels.stream().map(PriorityLevel::code).distinct().count() != levels.size()) {
      throw new Refused("priority.scale", "priorities", Map.of());
    }
    for (int i = 1; i < levels.size(); i++) {
      // The place on the scale decides what is a downgrade; the level must not contradict it.
      if (levels.get(i).level() < levels.get(i - 1).level()) {
        throw new Refused("priority.scale", "priorities", Map.of());
      }
    }
  }

  /**
   * The level of a code.
   *
   * @throws Refused {@code priority.unknown}
   */
  public PriorityLevel get(String code) {
    return levels.get(rank(code));
  }

  /**
   * The place of a code on the scale, 0 the most urgent.
   *
   * @throws Refused {@code priority.unknown}
   */
  public int rank(String code) {
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).code().equals(code)) {
        return i;
      }
    }
    String known = levels.stream().map(PriorityLevel::code).collect(Collectors.joining(", "));
    throw Refused.unknown("priority.unknown", "priority", Map.of("value", code, "known", known));
  }
}
