package se.dirigent.simulator.caller;

import java.util.List;
import java.util.random.RandomGenerator;

/** Callers who wait. Not safe for use by several threads. */
public final class Callers {
  /**
   * How callers behave; all shares of 1.
   *
   * @param answer callers that answer when rung back
   * @param worse answering callers whose condition has worsened
   * @param better answering callers whose condition has improved
   */
  public record Habits(double answer, double worse, double better) {
    /** 90 % answer, 6 % are worse and 12 % better [assumption: no figures are published]. */
    public static Habits defaults() {
      return new Habits(0.9, 0.06, 0.12);
    }
  }

  private static final List<String> SAME =
      List.of("Oförändrat, väntar hemma.", "Samma besvär som tidigare.", "Ingen förändring.");
  private static final List<String> BETTER =
      List.of("Lite bättre, smärtan har lagt sig.", "Mår bättre efter vila.");
  private static final List<String> WORSE =
      List.of(
          "Sämre, andas tyngre nu.", "Ondare än förut och kallsvettig.", "Mer trött och oklar.");

  private final Habits habits;
  private final RandomGenerator chance;

  public Callers(Habits habits, RandomGenerator chance) {
    this.habits = habits;
    this.chance = chance;
  }

  /** Rings a caller back. */
  public Reply ring() {
    if (chance.nextDouble() >= habits.answer()) {
      return new Reply(false, Condition.UNKNOWN, "");
    }
    double how = chance.nextDouble();
    if (how < habits.worse()) {
      return new Reply(true, Condition.WORSE, one(WORSE));
    }
    return how < habits.worse() + habits.better()
        ? new Reply(true, Condition.BETTER, one(BETTER))
        : new Reply(true, Condition.SAME, one(SAME));
  }

  private String one(List<String> words) {
    return words.get(chance.nextInt(words.size()));
  }
}
