package se.dirigent.simulator.trial;

import java.util.ArrayList;
import java.util.List;
import se.dirigent.simulator.engine.Engine;
import se.dirigent.simulator.engine.Model;
import se.dirigent.simulator.ground.Ground;
import se.dirigent.simulator.ground.Journey;

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

  private enum Doing {
    OFF,
    STANDING,
    TO_BASE,
    ROLLING,
    BUSY
  }

  private final Engine engine = new Engine();
  private final Ground ground;
  private final CallModel model;
  private final List<TrialUnit> units;
  private final Calls calls;
  private final Policy policy;
  private final Tally tally;
  private final List<Integer> waiting = new ArrayList<>();
  private final Doing[] doing;
  private final Journey[] journey;
  private final int[] base;
  private final int[] call;
  private final long[] arrives;
  private final long[] engagedFrom;
  private final int[] stamp;
  private final int[] moves;
  private final long[] movedAt;

  /** A world in which every unit stands at home. */
  public Trial(Ground ground, CallModel model, List<TrialUnit> units, Calls calls, Policy policy) {
    this.ground = ground;
    this.model = model;
    this.units = List.copyOf(units);
    this.calls = calls;
    this.policy = policy;
    this.tally = new Tally(model);
    int count = units.size();
    this.doing = new Doing[count];
    this.journey = new Journey[count];
    this.base = new int[count];
    this.call = new int[count];
    this.arrives = new long[count];
    this.engagedFrom = new long[count];
    this.stamp = new int[count];
    this.moves = new int[count];
    this.movedAt = new long[count];
    for (int unit = 0; unit < count; unit++) {
      base[unit] = units.get(unit).home();
      journey[unit] = new Journey(ground, ground.node(ground.base(base[unit])));
      doing[unit] = onDuty(unit) ? Doing.STANDING : Doing.OFF;
      planDuty(unit, 0);
    }
  }

  /** Runs over some days, the first of which is not counted. To be called once. */
  public TrialReport run(int days) {
    if (calls.size() > 0) {
      plan(ready(0), CALL, 0);
    }
    engine.run(this, (long) days * DAY_MILLIS);
    double crewDays = 0;
    for (TrialUnit unit : units) {
      crewDays += (days - 1) * (double) unit.duty().cardinality() / TrialUnit.MINUTES;
    }
    return tally.report(crewDays, engine.traceHash(), engine.events(), waiting.size());
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
    boolean current = kind != ARRIVED && kind != AT_BASE || (int) (subject >>> 16) == stamp[unit];
    switch (kind) {
      case CALL -> called((int) subject);
      case ARRIVED -> {
        if (current) {
          arrived(unit);
        }
      }
      case FREE -> freed(unit);
      case AT_BASE -> {
        if (current) {
          doing[unit] = Doing.STANDING;
          journey[unit].stand(ground.node(ground.base(base[unit])));
        }
      }
      case DUTY -> duty(unit);
      default -> throw new IllegalStateException("no event of kind " + kind);
    }
  }

  private void called(int number) {
    if (number + 1 < calls.size()) {
      plan(ready(number + 1), CALL, number + 1);
    }
    dispatch(number);
    policy.settle(this);
  }

  private void dispatch(int number) {
    // Each redirect goes to a more urgent call, so there are fewer than there are levels.
    int open = number;
    for (int i = 0; i <= model.levels().size(); i++) {
      int unit = policy.send(this, open);
      if (unit == Policy.NONE) {
        waiting.add(open);
        return;
      }
      int left = doing[unit] == Doing.ROLLING ? call[unit] : Policy.NONE;
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
    int other = policy.exchange(this, unit);
    if (other != Policy.NONE) {
      int number = call[unit];
      send(unit, call[other]);
      send(other, number);
      tally.takenOver(now() >= COUNTED_FROM);
    }
  }

  private void send(int unit, int number) {
    if (doing[unit] != Doing.ROLLING) {
      engagedFrom[unit] = now();
    }
    long wait = doing[unit] == Doing.STANDING ? model.turnout().toMillis() : 0;
    boolean lights = model.levels().get(calls.level(number) - 1).lights();
    arrives[unit] = journey[unit].setOff(calls.zone(number), lights, now(), wait);
    doing[unit] = Doing.ROLLING;
    call[unit] = number;
    stamp[unit]++;
    planStamped(arrives[unit], ARRIVED, unit);
    engine.note((long) number << 16 | unit);
  }

  private void arrived(int unit) {
    int number = call[unit];
    int zone = calls.zone(number);
    doing[unit] = Doing.BUSY;
    int node = ground.node(zone);
    if (calls.at(number) >= COUNTED_FROM) {
      tally.arrived(calls.level(number), (now() - calls.at(number)) / 1000.0);
    }
    long free = now() + calls.sceneMillis(number);
    if (calls.hospitalMillis(number) >= 0) {
      int goal = ground.hospital(ground.hospitalNearest(zone));
      free += ground.millis(node, goal, false) + calls.hospitalMillis(number);
      node = ground.node(goal);
    }
    journey[unit].stand(node);
    plan(free, FREE, unit);
  }

  private void freed(int unit) {
    tally.engaged(now() - Math.max(engagedFrom[unit], COUNTED_FROM));
    doing[unit] = Doing.TO_BASE;
    if (!onDuty(unit)) {
      goOff(unit);
      return;
    }
    nextFor(unit);
    policy.settle(this);
  }

  private void nextFor(int unit) {
    int first = firstWaiting(unit);
    if (first >= 0) {
      send(unit, waiting.remove(first));
      return;
    }
    int other = policy.takeOver(this, unit);
    if (other == Policy.NONE) {
      goTo(unit, policy.base(this, unit));
      return;
    }
    int number = call[other];
    send(unit, number);
    tally.takenOver(now() >= COUNTED_FROM);
    tally.engaged(now() - Math.max(engagedFrom[other], COUNTED_FROM));
    doing[other] = Doing.TO_BASE;
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
      if (fit(unit, number) && (best < 0 || calls.level(number) < calls.level(waiting.get(best)))) {
        best = i;
      }
    }
    return best;
  }

  private void goTo(int unit, int where) {
    base[unit] = where;
    doing[unit] = Doing.TO_BASE;
    stamp[unit]++;
    planStamped(journey[unit].setOff(ground.base(where), false, now(), 0), AT_BASE, unit);
  }

  private void goOff(int unit) {
    stamp[unit]++;
    doing[unit] = Doing.OFF;
    base[unit] = unit(unit).home();
    journey[unit].stand(ground.node(ground.base(base[unit])));
  }

  private void duty(int unit) {
    planDuty(unit, now());
    if (!onDuty(unit) && free(unit)) {
      goOff(unit);
    } else if (onDuty(unit)) {
      moves[unit] = 0;
      if (doing[unit] == Doing.OFF) {
        doing[unit] = Doing.STANDING;
        int first = firstWaiting(unit);
        if (first >= 0) {
          send(unit, waiting.remove(first));
        }
      }
    }
    policy.settle(this);
  }

  /** Plans the next change between manned and not; a crew that is always on changes at 7 and 19. */
  private void planDuty(int unit, long from) {
    int minute = (int) (from / MINUTE_MILLIS % TrialUnit.MINUTES);
    boolean on = unit(unit).duty().get(minute);
    for (int ahead = 1; ahead <= TrialUnit.MINUTES; ahead++) {
      int then = (minute + ahead) % TrialUnit.MINUTES;
      if (unit(unit).duty().get(then) != on || on && (then == 7 * 60 || then == 19 * 60)) {
        plan((from / MINUTE_MILLIS + ahead) * MINUTE_MILLIS, DUTY, unit);
        return;
      }
    }
  }

  private boolean onDuty(int unit) {
    return unit(unit).duty().get((int) (now() / MINUTE_MILLIS % TrialUnit.MINUTES));
  }

  /** Moves a free unit to a base; counts as a move when it stood. */
  public void move(int unit, int where) {
    if (doing[unit] == Doing.STANDING) {
      moves[unit]++;
      movedAt[unit] = now();
      tally.moved(now() >= COUNTED_FROM);
    }
    engine.note(~((long) where << 16 | unit));
    goTo(unit, where);
  }

  /** Milliseconds from the beginning. */
  public long now() {
    return engine.now();
  }

  /** Number of units. */
  public int units() {
    return units.size();
  }

  /** A unit. */
  public TrialUnit unit(int unit) {
    return units.get(unit);
  }

  /** The ground. */
  public Ground ground() {
    return ground;
  }

  /** The model of calls. */
  public CallModel model() {
    return model;
  }

  /** Whether a unit is on duty and without assignment. */
  public boolean free(int unit) {
    return doing[unit] == Doing.STANDING || doing[unit] == Doing.TO_BASE;
  }

  /** Whether a unit is on its way to a call. */
  public boolean rolling(int unit) {
    return doing[unit] == Doing.ROLLING;
  }

  /** Whether a unit may meet a call. */
  public boolean fit(int unit, int number) {
    return unit(unit).levelMostUrgent() <= calls.level(number);
  }

  /** The call of a rolling unit. */
  public int callOf(int unit) {
    return call[unit];
  }

  /** Seconds until a rolling unit arrives. */
  public double secondsLeft(int unit) {
    return (arrives[unit] - now()) / 1000.0;
  }

  /** The base where a free unit stands or is going. */
  public int baseOf(int unit) {
    return base[unit];
  }

  /** How often a crew has been moved in its shift. */
  public int movesOf(int unit) {
    return moves[unit];
  }

  /** When a crew was last moved, if it was. */
  public long movedAt(int unit) {
    return movedAt[unit];
  }

  /** The node where a unit is or drives towards. */
  public int nodeOf(int unit) {
    return journey[unit].node(now());
  }

  /** The urgency of a call, from 1. */
  public int level(int number) {
    return calls.level(number);
  }

  /** The zone of a call. */
  public int zone(int number) {
    return calls.zone(number);
  }

  /** Seconds since a call came. */
  public double age(int number) {
    return (now() - calls.at(number)) / 1000.0;
  }

  /** Seconds until a free or rolling unit could be at a call. */
  public double secondsTo(int unit, int number) {
    boolean lights = model.levels().get(calls.level(number) - 1).lights();
    long wait =
        doing[unit] == Doing.STANDING ? model.turnout().toMillis() : journey[unit].ahead(now());
    return (wait + ground.millis(journey[unit].node(now()), calls.zone(number), lights)) / 1000.0;
  }

  /** Hours of driving from where a unit is to a base. */
  public double hoursTo(int unit, int where) {
    return ground.millis(nodeOf(unit), ground.base(where), false) / 3_600_000.0;
  }
}
