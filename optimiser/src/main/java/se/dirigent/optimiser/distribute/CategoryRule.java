package se.dirigent.optimiser.distribute;

import java.util.List;
import java.util.function.Function;

/**
 * What waiting costs the casualties of a category, and how they travel. A region's categories are
 * in order of urgency: simple rules and decontamination begin with the first.
 *
 * @param name what the region calls it
 * @param waiting what waiting for treatment costs
 * @param lies whether they need a stretcher; who does not may sit or lie
 */
public record CategoryRule(String name, Waiting waiting, boolean lies) {
  /** Who is not placed is counted as treated so long after the horizon: a day. */
  static final int UNPLACED_MINUTES = 24 * 60;

  private static final double DEATH_HARM = 10_000;

  // What a minute after the deadline weighs more with each hour.
  private static final double IMMEDIATE_LATE = 5;
  private static final double DELAYED_LATE = 2;

  /** Harm of treatment that begins at a minute after the event. */
  public double harm(int minute) {
    return waiting.harm(minute);
  }

  /**
   * Immediate, delayed, minimal and expectant by deadlines. These are the military 10-1-2 (NATO
   * AJP-4.10: first aid within 10 minutes, damage control within the hour, surgery within 2): the
   * hour for immediate, two for delayed, half a day for minimal. How the minutes of categories
   * weigh against each other is published nowhere [assumption]; a region sets its own.
   */
  public static List<CategoryRule> byDeadline() {
    return List.of(
        new CategoryRule("immediate", new Waiting.Deadline(10, 60, 10), true),
        new CategoryRule("delayed", new Waiting.Deadline(3, 120, 3), true),
        minimal(),
        expectant());
  }

  /**
   * The same categories by what waiting takes of the chance to survive: the mean of the five {@link
   * Survival#published} pairs of curves. A death weighs as much as 20 000 minutes of minimal
   * casualties, and who is not treated by the deadlines of 10-1-2 weighs more with each hour
   * [assumption].
   */
  public static List<CategoryRule> bySurvival() {
    return List.of(
        new CategoryRule("immediate", dying(Survival::immediate, 60, IMMEDIATE_LATE), true),
        new CategoryRule("delayed", dying(Survival::delayed, 120, DELAYED_LATE), true),
        minimal(),
        expectant());
  }

  private static Waiting dying(
      Function<Survival, Survival.Curve> category, int deadlineMinutes, double lateHarmPerHour) {
    List<Survival.Curve> curves = Survival.published().stream().map(category).toList();
    return new Waiting.Dying(curves, DEATH_HARM, 1, deadlineMinutes, lateHarmPerHour);
  }

  private static CategoryRule minimal() {
    return new CategoryRule("minimal", new Waiting.Deadline(0.5, 720, 0.5), false);
  }

  private static CategoryRule expectant() {
    return new CategoryRule("expectant", new Waiting.Deadline(1, 720, 0), true);
  }

  /** For whoever has chosen nothing else: by deadlines. */
  public static List<CategoryRule> defaults() {
    return byDeadline();
  }
}
