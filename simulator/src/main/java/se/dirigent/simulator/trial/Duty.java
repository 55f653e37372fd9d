package se.dirigent.simulator.trial;

import se.dirigent.simulator.trial.Situation.Doing;

/** Shifts, meals and overtime of the crews of one run. */
final class Duty {
  private static final long MINUTE_MILLIS = 60_000;

  private final Situation situation;
  private final Plans plans;
  private final Tally tally;
  private final Meals meals;
  private final long[] engagedFrom;
  private final long[] lateFrom;

  /** Plans the first shifts and meals. */
  Duty(Situation situation, Plans plans, Tally tally) {
    this.situation = situation;
    this.plans = plans;
    this.tally = tally;
    this.meals = situation.meals;
    this.engagedFrom = new long[situation.units()];
    this.lateFrom = new long[situation.units()];
    for (int unit = 0; unit < situation.units(); unit++) {
      planChange(unit);
      if (!situation.unit(unit).meals().isEmpty()) {
        plans.plan(meals.nextOpening(unit, 0), Plans.MEAL, unit);
      }
    }
  }

  /** Plans the next beginning or end of a shift. */
  void planChange(int unit) {
    long minute = plans.now() / MINUTE_MILLIS;
    int inWeek = (int) (minute % TrialUnit.MINUTES);
    int ahead = situation.unit(unit).minutesToChange(inWeek);
    plans.plan((minute + ahead) * MINUTE_MILLIS, Plans.DUTY, unit);
  }

  /** A unit has something to do from now on; a meal is broken off. */
  void engage(int unit) {
    if (!situation.engaged(unit)) {
      engagedFrom[unit] = plans.now();
    }
    breakOff(unit);
  }

  /** A unit has nothing to do any longer. A crew whose shift has ended could go home now. */
  void release(int unit) {
    tally.engaged(plans.now() - Math.max(engagedFrom[unit], Tally.COUNTED_FROM));
    if (lateFrom[unit] > 0) {
      int base = situation.ground().base(situation.unit(unit).home());
      long home = situation.millis(unit, situation.nodeOf(unit), base, false);
      tally.overtime(plans.now() + home - Math.max(lateFrom[unit], Tally.COUNTED_FROM));
      lateFrom[unit] = 0;
    }
  }

  /** The run ends; gives the days of crews in some days of it. */
  double end(int days) {
    double minutes = 0;
    for (int unit = 0; unit < situation.units(); unit++) {
      if (situation.engaged(unit)) {
        release(unit);
      }
      minutes += situation.unit(unit).duty().cardinality();
    }
    return days * minutes / TrialUnit.MINUTES;
  }

  /** The shift of an engaged unit ends: from now on its crew works overtime. */
  void late(int unit) {
    lateFrom[unit] = lateFrom[unit] == 0 ? plans.now() : lateFrom[unit];
  }

  /** A crew that stands at a base eats if it has to. */
  void eat(int unit) {
    if (situation.doing[unit] == Doing.STANDING && meals.wants(unit)) {
      plans.planStamped(meals.begin(unit, plans.now()), Plans.MEAL_ENDS, unit);
    }
  }

  /** A window for a meal opens or closes. */
  void mealWindow(int unit) {
    if (meals.isOpen(unit)) {
      if (meals.close(unit)) {
        meal(false);
      }
      plans.plan(meals.nextOpening(unit, plans.now()), Plans.MEAL, unit);
    } else if (situation.onDuty(unit)) {
      plans.plan(meals.open(unit, plans.now()), Plans.MEAL, unit);
      eat(unit);
    } else {
      plans.plan(meals.nextOpening(unit, plans.now() + 1), Plans.MEAL, unit);
    }
  }

  void mealEnds(int unit) {
    meal(true);
    meals.end(unit);
  }

  void breakOff(int unit) {
    if (meals.breakOff(unit)) {
      meal(false);
    }
  }

  private void meal(boolean eaten) {
    if (plans.now() >= Tally.COUNTED_FROM) {
      tally.meal(eaten);
    }
  }
}
