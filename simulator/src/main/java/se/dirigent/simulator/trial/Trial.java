package se.dirigent.simulator.trial;

import java.util.ArrayList;
import java.util.List;
import se.dirigent.simulator.engine.Engine;
import se.dirigent.simulator.engine.Model;
import se.dirigent.simulator.ground.Ground;
import se.dirigent.simulator.trial.Situation.Doing;

/** One run: units on their ground meet calls under a policy. Not for use by several threads. */
public final class Trial implements Model {
  private static final long MINUTE_MILLIS = 60_000;
  private static final int DAY_MILLIS = 86_400_000;

  /** The first day fills the world and is not counted. */
  private static final long COUNTED_FROM = DAY_MILLIS;

  private static final int CALL = 0;
  private static final int ARRIVED = 1;
  private static final int FREE = 2;
  private static final int AT_BASE = 3;
  private static final int DUTY = 4;
  private static final int MEAL = 5;
  private static final int MEAL_ENDS = 6;

  private final Engine engine = new Engine();
  private final Ground ground;
  private final CallModel model;
  private final Calls calls;
  private final Policy policy;
  private final Situation situation;
  private final Meals meals;
  private final Tally tally;
  private final List<Integer> waiting = new ArrayList<>();
  private final long[] engagedFrom;
  private final long[] lateFrom;
  private final int[] stamp;

  /** A world in which every unit stands at home. */
  public Trial(TrialWorld world, Calls calls, Policy policy) {
    this.ground = world.ground();
    this.model = world.model();
    this.calls = calls;
    this.policy = policy;
    this.situation = new Situation(world, calls, engine);
    this.meals = situation.meals;
    this.tally = new Tally(world);
    int count = world.units().size();
    this.engagedFrom = new long[count];
    this.lateFrom = new long[count];
    this.stamp = new int[count];
    for (int unit = 0; unit < count; unit++) {
      planDuty(unit, 0);
      if (!unit(unit).meals().isEmpty()) {
        plan(meals.nextOpening(unit, 0), MEAL, unit);
      }
    }
  }

  /** Runs over some days, the first of which is not counted. To be called once. */
  public TrialReport run(int days) {
    if (calls.size() > 0) {
      plan(ready(0), CALL, 0);
    }
    engine.run(this, (long) days * DAY_MILLIS);
    double crewDays = 0;
    for (int unit = 0; unit < situation.units(); unit++) {
      crewDays += (days - 1) * (double) unit(unit).duty().cardinality() / TrialUnit.MINUTES;
    }
    return tally.report(crewDays, days - 1, engine.traceHash(), engine.events(), waiting.size());
  }

  private void plan(long at, int kind, int subject) {
    engine.plan(at, (long) subject << 3 | kind);
  }

  private void planStamped(long at, int kind, int unit) {
    engine.plan(at, ((long) stamp[unit] << 16 | unit) << 3 | kind);
  }

  private long ready(int number) {
    return calls.at(number) + model.decide().toMillis();
  }

  @Override
  public void happen(long what) {
    int kind = (int) (what & 7);
    long subject = what >>> 3;
    int unit = (int) (subject & 0xFFFF);
    boolean planned = kind == ARRIVED || kind == AT_BASE || kind == MEAL_ENDS;
    if (planned && (int) (subject >>> 16) != stamp[unit]) {
      return; // It has been sent elsewhere since.
    }
    switch (kind) {
      case CALL -> called((int) subject);
      case ARRIVED -> arrived(unit);
      case FREE -> freed(unit);
      case AT_BASE -> stand(unit);
      case DUTY -> duty(unit);
      case MEAL -> mealWindow(unit);
      case MEAL_ENDS -> mealEnds(unit);
      default -> throw new IllegalStateException("no event of kind " + kind);
    }
  }

  private void called(int number) {
    if (number + 1 < calls.size()) {
      plan(ready(number + 1), CALL, number + 1);
    }
    dispatch(number);
    policy.settle(situation, this::move);
  }

  private void dispatch(int number) {
    // Each redirect goes to a more urgent call, so there are fewer than there are levels.
    int open = number;
    for (int i = 0; i <= model.levels().size(); i++) {
      int unit = policy.send(situation, open);
      if (unit == Policy.NONE) {
        waiting.add(open);
        return;
      }
      int left = situation.doing[unit] == Doing.ROLLING ? situation.call[unit] : Policy.NONE;
      send(unit, open);
      if (left == Policy.NONE) {
        exchange(unit);
        return;
      }
      tally.redirected(now() >= COUNTED_FROM);
      open = left;
    }
    throw new IllegalStateException("call " + number + " redirects in a circle");
  }

  private void exchange(int unit) {
    int other = policy.exchange(situation, unit);
    if (other != Policy.NONE) {
      int number = situation.call[unit];
      send(unit, situation.call[other]);
      send(other, number);
      tally.takenOver(now() >= COUNTED_FROM);
    }
  }

  private void send(int unit, int number) {
    if (situation.doing[unit] != Doing.ROLLING) {
      engagedFrom[unit] = now();
    }
    breakOff(unit);
    long wait = situation.doing[unit] == Doing.STANDING ? model.turnout().toMillis() : 0;
    boolean lights = model.levels().get(calls.level(number) - 1).lights();
    situation.arrives[unit] =
        situation.journey[unit].setOff(calls.zone(number), lights, now(), wait);
    situation.doing[unit] = Doing.ROLLING;
    situation.call[unit] = number;
    stamp[unit]++;
    planStamped(situation.arrives[unit], ARRIVED, unit);
    engine.note((long) number << 16 | unit);
  }

  private void arrived(int unit) {
    int number = situation.call[unit];
    int zone = calls.zone(number);
    situation.doing[unit] = Doing.BUSY;
    int node = ground.node(zone);
    if (calls.at(number) >= COUNTED_FROM) {
      tally.arrived(calls.level(number), zone, (now() - calls.at(number)) / 1000.0);
    }
    long free = now() + calls.sceneMillis(number);
    if (calls.hospitalMillis(number) >= 0) {
      int goal = ground.hospital(ground.hospitalNearest(zone));
      free += ground.millis(node, goal, false) + calls.hospitalMillis(number);
      node = ground.node(goal);
    }
    situation.journey[unit].stand(node);
    plan(free, FREE, unit);
  }

  private void freed(int unit) {
    tally.engaged(now() - Math.max(engagedFrom[unit], COUNTED_FROM));
    situation.doing[unit] = Doing.TO_BASE;
    countOvertime(unit);
    if (!onDuty(unit)) {
      goOff(unit);
      return;
    }
    nextFor(unit);
    policy.settle(situation, this::move);
  }

  /** A crew whose shift has ended under way is off when it could be home. */
  private void countOvertime(int unit) {
    if (lateFrom[unit] > 0) {
      long home = ground.millis(situation.nodeOf(unit), ground.base(unit(unit).home()), false);
      tally.overtime(now() + home - Math.max(lateFrom[unit], COUNTED_FROM));
      lateFrom[unit] = 0;
    }
  }

  private void nextFor(int unit) {
    int first = firstWaiting(unit);
    if (first >= 0) {
      send(unit, waiting.remove(first));
      return;
    }
    int other = policy.takeOver(situation, unit);
    if (other == Policy.NONE) {
      goTo(unit, policy.base(situation, unit));
      return;
    }
    int number = situation.call[other];
    send(unit, number);
    tally.takenOver(now() >= COUNTED_FROM);
    tally.engaged(now() - Math.max(engagedFrom[other], COUNTED_FROM));
    situation.doing[other] = Doing.TO_BASE;
    countOvertime(other);
    if (onDuty(other)) {
      // It may in turn be nearer to a third; every step gains, so this ends.
      nextFor(other);
    } else {
      goOff(other);
    }
  }

  /** Place in the list of the most urgent, then longest waiting call that the unit may meet. */
  private int firstWaiting(int unit) {
    int best = -1;
    for (int i = 0; i < waiting.size(); i++) {
      int number = waiting.get(i);
      if (situation.fit(unit, number)
          && (best < 0 || calls.level(number) < calls.level(waiting.get(best)))) {
        best = i;
      }
    }
    return best;
  }

  private void goTo(int unit, int where) {
    situation.base[unit] = where;
    situation.doing[unit] = Doing.TO_BASE;
    stamp[unit]++;
    planStamped(situation.journey[unit].setOff(ground.base(where), false, now(), 0), AT_BASE, unit);
  }

  private void stand(int unit) {
    situation.doing[unit] = Doing.STANDING;
    situation.journey[unit].stand(ground.node(ground.base(situation.base[unit])));
    eat(unit);
  }

  private void eat(int unit) {
    if (situation.doing[unit] == Doing.STANDING && meals.wants(unit)) {
      planStamped(meals.begin(unit, now()), MEAL_ENDS, unit);
    }
  }

  private void mealWindow(int unit) {
    if (meals.isOpen(unit)) {
      if (meals.close(unit)) {
        meal(false);
      }
      plan(meals.nextOpening(unit, now()), MEAL, unit);
    } else if (onDuty(unit)) {
      plan(meals.open(unit, now()), MEAL, unit);
      eat(unit);
    } else {
      plan(meals.nextOpening(unit, now() + 1), MEAL, unit);
    }
  }

  private void mealEnds(int unit) {
    meal(true);
    meals.end(unit);
    int first = firstWaiting(unit);
    if (first >= 0) {
      send(unit, waiting.remove(first));
    }
  }

  private void breakOff(int unit) {
    if (meals.breakOff(unit)) {
      meal(false);
    }
  }

  private void meal(boolean eaten) {
    if (now() >= COUNTED_FROM) {
      tally.meal(eaten);
    }
  }

  private void goOff(int unit) {
    breakOff(unit);
    stamp[unit]++;
    situation.doing[unit] = Doing.OFF;
    situation.base[unit] = unit(unit).home();
    situation.journey[unit].stand(ground.node(ground.base(situation.base[unit])));
  }

  private void duty(int unit) {
    planDuty(unit, now());
    Doing doing = situation.doing[unit];
    if (doing == Doing.ROLLING || doing == Doing.BUSY) {
      lateFrom[unit] = lateFrom[unit] == 0 ? now() : lateFrom[unit];
    } else if (!onDuty(unit)) {
      goOff(unit);
    }
    if (onDuty(unit)) {
      situation.moves[unit] = 0;
      if (doing == Doing.OFF) {
        stand(unit);
        int first = firstWaiting(unit);
        if (first >= 0) {
          send(unit, waiting.remove(first));
        }
      }
    }
    policy.settle(situation, this::move);
  }

  private void planDuty(int unit, long from) {
    long minute = from / MINUTE_MILLIS;
    int ahead = unit(unit).minutesToChange((int) (minute % TrialUnit.MINUTES));
    plan((minute + ahead) * MINUTE_MILLIS, DUTY, unit);
  }

  /** Moves a free unit to a base; counts as a move when it stood. */
  public void move(int unit, int where) {
    if (situation.doing[unit] == Doing.STANDING) {
      situation.moves[unit]++;
      situation.movedAt[unit] = now();
      tally.moved(now() >= COUNTED_FROM);
    }
    engine.note(~((long) where << 16 | unit));
    goTo(unit, where);
  }

  private long now() {
    return engine.now();
  }

  private TrialUnit unit(int unit) {
    return situation.unit(unit);
  }

  private boolean onDuty(int unit) {
    return situation.onDuty(unit);
  }
}
