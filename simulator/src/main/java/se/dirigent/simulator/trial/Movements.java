package se.dirigent.simulator.trial;

import se.dirigent.simulator.ground.Ground;
import se.dirigent.simulator.trial.Situation.Doing;

/** Where the units of one run go: to calls, to errands, to bases, off duty. */
final class Movements {
  private final Situation situation;
  private final Ground ground;
  private final Calls calls;
  private final Plans plans;
  private final Duty duty;
  private final Tally tally;
  private final Usable usable;

  /** Until when each helicopter's time in the air is counted. */
  private final long[] countedUntil;

  Movements(Situation situation, Calls calls, Plans plans, Duty duty, Tally tally, Usable usable) {
    this.situation = situation;
    this.ground = situation.ground();
    this.calls = calls;
    this.plans = plans;
    this.duty = duty;
    this.tally = tally;
    this.usable = usable;
    this.countedUntil = new long[situation.units()];
  }

  /** Sends a unit to a call, from wherever it is. */
  void roll(int unit, int number) {
    boolean lights = situation.model().levels().get(situation.level(number) - 1).lights();
    double luck = situation.roads.luck(number, Roads.TO_CALL);
    situation.arrives[unit] = drive(unit, calls.zone(number), lights, Doing.ROLLING, luck);
    situation.call[unit] = number;
    plans.planStamped(situation.arrives[unit], Plans.ARRIVED, unit);
    plans.note((long) number << 16 | unit);
  }

  /**
   * Lets a unit drive with something to do; gives the moment when it is there.
   *
   * @param luck how many times as long as reckoned with it takes
   */
  long drive(int unit, int goal, boolean lights, Doing doing, double luck) {
    duty.engage(unit);
    situation.journey[unit].rest(plans.now());
    long wait = situation.doing[unit] == Doing.STANDING ? situation.waitMillis(unit) : 0;
    plans.outdate(unit);
    if (situation.isAir(unit)) {
      long there = fly(unit, goal);
      situation.doing[unit] = doing;
      return there;
    }
    situation.doing[unit] = doing;
    int zone = goal < ground.zones() ? goal : -1;
    wait += zone < 0 ? 0 : convoy(unit, zone, wait);
    return situation.journey[unit].setOff(
        goal, lights, plans.now(), wait, luck * situation.pace(zone));
  }

  /** Who is in the air flies on or back first; what it does not fly of its way is not counted. */
  private long fly(int unit, int goal) {
    boolean counted = plans.now() >= Tally.COUNTED_FROM;
    long wait = situation.waitMillis(unit);
    if (countedUntil[unit] > plans.now()) {
      tally.flown(counted, plans.now() + wait - countedUntil[unit]);
    }
    long takes = situation.sky.flightMillis(situation.nodeOf(unit), goal);
    countedUntil[unit] = situation.journey[unit].fly(goal, plans.now(), wait, takes);
    tally.flown(counted, takes);
    return countedUntil[unit] - takes + Sky.landed(takes);
  }

  /** Who has to wait for a convoy waits where it is. */
  private long convoy(int unit, int zone, long wait) {
    long convoy = situation.roads.convoy(zone, plans.now() + wait);
    if (convoy > 0) {
      situation.journey[unit].stand(situation.nodeOf(unit));
    }
    return convoy;
  }

  /** Sends a unit that has nothing to do to a base, or to the nearest that can be used. */
  void goTo(int unit, int to) {
    int where = usable.base(to);
    situation.base[unit] = where;
    plans.outdate(unit);
    long there =
        situation.isAir(unit)
            ? fly(unit, ground.base(where))
            : situation.journey[unit].setOff(
                ground.base(where), false, plans.now(), 0, situation.pace(-1));
    situation.doing[unit] = Doing.TO_BASE;
    plans.planStamped(there, Plans.AT_BASE, unit);
  }

  /** A unit is at its base. */
  void stand(int unit) {
    situation.doing[unit] = Doing.STANDING;
    situation.journey[unit].stand(ground.node(ground.base(situation.base[unit])));
    duty.eat(unit);
  }

  /** A crew without anything to do leaves; its unit is at home. */
  void goOff(int unit) {
    duty.breakOff(unit);
    plans.outdate(unit);
    situation.doing[unit] = Doing.OFF;
    situation.base[unit] = usable.base(situation.unit(unit).home());
    situation.journey[unit].stand(ground.node(ground.base(situation.base[unit])));
  }

  /** Moves a free unit to a base; counts as a move when it stood. */
  void move(int unit, int where) {
    if (situation.doing[unit] == Doing.STANDING) {
      situation.moves[unit]++;
      situation.movedAt[unit] = plans.now();
      tally.moved(plans.now() >= Tally.COUNTED_FROM);
    }
    plans.note(~((long) where << 16 | unit));
    goTo(unit, where);
  }
}
