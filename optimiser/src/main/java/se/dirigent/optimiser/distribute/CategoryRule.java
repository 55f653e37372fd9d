package se.dirigent.optimiser.distribute;

import java.util.List;

/**
 * What waiting costs the casualties of a category, and how they travel. Minutes are counted from
 * the event, so a casualty found late counts the time before it was found too.
 *
 * @param name what the region calls it
 * @param harmPerMinute harm of each minute until treatment begins, in a unit of the user's own
 * @param deadlineMinutes minute after the event by which treatment is to have begun
 * @param lateHarmPerMinute harm of each minute after that, beside {@code harmPerMinute}
 * @param lies whether they need a stretcher; who does not may sit or lie
 */
public record CategoryRule(
    String name,
    double harmPerMinute,
    int deadlineMinutes,
    double lateHarmPerMinute,
    boolean lies) {
  /** Who is not placed is counted as treated so long after the horizon: a day. */
  static final int UNPLACED_MINUTES = 24 * 60;

  private static final double HARM_MAX = 1e6;

  public CategoryRule {
    if (!(harmPerMinute > 0 && harmPerMinute <= HARM_MAX)) {
      throw new IllegalArgumentException(
          "harmPerMinute of " + name + " is " + harmPerMinute + "; give above 0 to 1 000 000");
    }
    if (!(lateHarmPerMinute >= 0 && lateHarmPerMinute <= HARM_MAX)) {
      throw new IllegalArgumentException(
          "lateHarmPerMinute of " + name + " is " + lateHarmPerMinute + "; give 0 to 1 000 000");
    }
    if (deadlineMinutes < 0) {
      throw new IllegalArgumentException(
          "deadlineMinutes of " + name + " is " + deadlineMinutes + "; give minutes from 0");
    }
  }

  /** Harm of treatment that begins at a minute after the event. */
  public double harm(int minute) {
    return harmPerMinute * minute + lateHarmPerMinute * Math.max(0, minute - deadlineMinutes);
  }

  /**
   * Immediate, delayed, minimal and expectant. Deadlines are the military 10-1-2 (NATO AJP-4.10:
   * first aid within 10 minutes, damage control within the hour, surgery within 2): the hour for
   * immediate, two for delayed, half a day for minimal. How the minutes of categories weigh against
   * each other is published nowhere [assumption]; a region sets its own.
   */
  public static List<CategoryRule> defaults() {
    return List.of(
        new CategoryRule("immediate", 10, 60, 10, true),
        new CategoryRule("delayed", 3, 120, 3, true),
        new CategoryRule("minimal", 0.5, 720, 0.5, false),
        new CategoryRule("expectant", 1, 720, 0, true));
  }
}
