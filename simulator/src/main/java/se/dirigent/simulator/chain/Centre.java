package se.dirigent.simulator.chain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A dispatch centre: call-takers answer every caller in turn; nurses then assess the case, the most
 * urgent first, before anything is decided. Those at work finish the talk they are in before they
 * go.
 *
 * @param name what it is called in scenarios
 * @param areas names of the areas whose calls it takes; empty for the one centre that takes the
 *     rest
 * @param takers who answer
 * @param nurses who assess; null when what the call-taker says is decided on
 * @param assessedFrom the most urgent level that is assessed by a nurse before a unit is sent; what
 *     is more urgent is sent at once
 * @param settled part of all cases that end there without a unit: advice, primary care, a taxi
 */
public record Centre(
    String name,
    List<String> areas,
    Desk takers,
    @Nullable Desk nurses,
    int assessedFrom,
    double settled) {
  public Centre {
    Objects.requireNonNull(name, "name");
    areas = List.copyOf(areas);
    if (assessedFrom < 1) {
      throw new IllegalArgumentException(
          "assessedFrom is %d; give a level from 1".formatted(assessedFrom));
    }
    if (!(settled >= 0 && settled < 1)) {
      throw new IllegalArgumentException("settled is %s; give 0 to below 1".formatted(settled));
    }
  }

  /**
   * Those who do the same work.
   *
   * @param staff how many by hour; never none
   * @param talk how long one takes
   */
  public record Desk(Staffing staff, Talk talk) {
    public Desk {
      if (!staff.isNeverEmpty()) {
        throw new IllegalArgumentException(
            "nobody is at work in some hours of the week; give at least one in each");
      }
    }
  }
}
