package se.dirigent.simulator.trial;

import java.util.List;

/**
 * Which crews have to eat and which do, in one run. A crew eats at a base, undisturbed but for the
 * most urgent level; whoever is disturbed begins anew if the window still is open. Moments in
 * milliseconds.
 */
final class Meals {
  /** A meal break of 30 minutes, the least that working-time agreements use [assumption]. */
  private static final long LENGTH = 30 * 60_000;

  private static final long MINUTE_MILLIS = 60_000;

  private static final long NEVER = 0;

  private final List<TrialUnit> units;

  /** When the open window of each unit closes; {@link #NEVER} while none is open. */
  private final long[] closesAt;

  private final boolean[] hungry;
  private final boolean[] eats;

  Meals(List<TrialUnit> units) {
    this.units = units;
    this.closesAt = new long[units.size()];
    this.hungry = new boolean[units.size()];
    this.eats = new boolean[units.size()];
  }

  /** When the next window of a unit opens, from a moment on; {@link #NEVER} for one without. */
  long nextOpening(int unit, long from) {
    List<TrialUnit.Meal> meals = units.get(unit).meals();
    if (meals.isEmpty()) {
      return NEVER;
    }
    long minute = (from + MINUTE_MILLIS - 1) / MINUTE_MILLIS;
    int inWeek = (int) (minute % TrialUnit.MINUTES);
    int next =
        meals.stream()
            .mapToInt(TrialUnit.Meal::opens)
            .filter(opens -> opens >= inWeek)
            .findFirst()
            .orElse(meals.getFirst().opens() + TrialUnit.MINUTES);
    return (minute - inWeek + next) * MINUTE_MILLIS;
  }

  /** Opens the window that begins now. Gives the moment when it closes. */
  long open(int unit, long now) {
    int minute = (int) (now / MINUTE_MILLIS % TrialUnit.MINUTES);
    int minutes =
        units.get(unit).meals().stream()
            .filter(meal -> meal.opens() == minute)
            .mapToInt(TrialUnit.Meal::minutes)
            .max()
            .orElseThrow();
    closesAt[unit] = now + minutes * MINUTE_MILLIS;
    hungry[unit] = true;
    return closesAt[unit];
  }

  boolean isOpen(int unit) {
    return closesAt[unit] != NEVER;
  }

  /** The window closes. Gives whether the meal is missed thereby. */
  boolean close(int unit) {
    boolean missed = hungry[unit] && !eats[unit];
    closesAt[unit] = NEVER;
    hungry[unit] = false;
    return missed;
  }

  boolean eats(int unit) {
    return eats[unit];
  }

  boolean wants(int unit) {
    return hungry[unit] && !eats[unit];
  }

  /** Begins a meal; gives the moment when it ends. */
  long begin(int unit, long now) {
    eats[unit] = true;
    return now + LENGTH;
  }

  /** The meal is over. */
  void end(int unit) {
    eats[unit] = false;
    hungry[unit] = false;
  }

  /** A meal is broken off, if one goes on. Gives whether it is missed, the window being closed. */
  boolean breakOff(int unit) {
    boolean missed = eats[unit] && !isOpen(unit);
    eats[unit] = false;
    return missed;
  }
}
