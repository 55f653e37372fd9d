package se.dirigent.simulator.trial;

import se.dirigent.simulator.chain.Chain;
import se.dirigent.simulator.engine.Engine;
import se.dirigent.simulator.engine.Model;
import se.dirigent.simulator.trial.Situation.Doing;

/** One run: units on their ground meet calls under a policy. Not for use by several threads. */
public final class Trial implements Model {
  private static final int DAY_MILLIS = 86_400_000;

  /** Numbers of the parts of a run that plan something of their own. */
  private static final int ERRANDS = 0;

  private static final int CENTRES = 1;
  private static final int WAITING = 2;
  private static final int EVENTS = 3;
  private static final int LATER = 4;
  private static final int OUTAGES = 5;
  private static final int RECEPTION = 6;
  private static final int SCENE = 7;
  private static final int DOCTORS = 8;

  private final Engine engine = new Engine();
  private final CallModel model;
  private final Calls calls;
  private final Policy policy;
  private final Errands errands;
  private final Situation situation;
  private final Plans plans;
  private final Tally tally;
  private final Followed followed;
  private final Duty duty;
  private final Movements movements;
  private final ChainTally chainTally;
  private final Answering answering;
  private final WaitingRoom room;
  private final Usable usable;
  private final Outages outages;
  private final Reception reception;
  private final Conveyance conveyance;
  private final Doctors doctors;
  private final Happenings happenings;

  /** A world in which every unit stands at home and meets nothing but calls. */
  public Trial(TrialWorld world, Calls calls, Policy policy) {
    this(world, calls, policy, Errands.NONE);
  }

  /** The same with units that have errands too. */
  public Trial(TrialWorld world, Calls calls, Policy policy, Errands errands) {
    this.model = world.model();
    this.calls = calls;
    this.policy = policy;
    this.errands = errands;
    this.situation = new Situation(world, calls, engine);
    this.plans = new Plans(engine, world.units().size());
    this.tally = new Tally(world, calls);
    this.followed = new Followed(calls, model);
    this.duty = new Duty(situation, plans, tally);
    this.usable = new Usable(world);
    this.movements = new Movements(situation, calls, plans, duty, tally, usable);
    Chain chain = world.chain();
    this.chainTally = new ChainTally(model.levels().size());
    this.answering =
        new Answering(CENTRES, world, calls, situation, plans, chainTally, followed, new Heard());
    this.room =
        new WaitingRoom(
            WAITING, chain.waiting(), calls, situation, plans, chainTally, this::recall);
    this.outages = new Outages(OUTAGES, world, calls, situation, plans, new Told());
    this.reception = new Reception(RECEPTION, world, calls, situation, usable, plans, chainTally);
    this.conveyance = new Conveyance(SCENE, situation, calls, plans, usable, reception, tally);
    this.doctors =
        new Doctors(
            DOCTORS, chain.doctors(), calls, situation, movements, plans, chainTally, this::freed);
    this.happenings =
        new Happenings(
            EVENTS,
            chain.events(),
            plans,
            answering,
            outages,
            situation.roads,
            usable,
            this::leaveLostStations);
  }

  /** Runs over some days, the first of which is not counted. To be called once. */
  public TrialReport run(int days) {
    begin(days);
    engine.run(this, (long) days * DAY_MILLIS);
    double crewDays = duty.end(days - 1);
    answering.end();
    room.end();
    followed.tellUnreached(answering::needsUnit, tally::unreached);
    TrialReport.Chain of =
        chainTally.report(days - 1, room.rings(), outages.share(days - 1), reception.end());
    return tally.report(crewDays, days - 1, engine.traceHash(), engine.events(), room.size(), of);
  }

  /**
   * Runs until the end of a day and gives that day to be watched. To be called once, instead of
   * {@link #run}.
   *
   * @param day from 1; the day before the first fills the world
   * @param days that the whole run has
   */
  public Film film(int day, int days) {
    Camera camera = new Camera(situation, calls, conveyance, day);
    begin(days);
    engine.run(camera.around(this), (day + 1L) * DAY_MILLIS);
    return camera.film(answering.isEmpty(), engine.traceHash());
  }

  private void begin(int days) {
    followed.until((long) days * DAY_MILLIS);
    if (calls.size() > 0) {
      plans.plan(ready(0), Plans.CALL, 0);
    }
    reception.begin(days);
    errands.begin(new ErrandCrews(ERRANDS, situation, movements, plans, this::freed));
  }

  private long ready(int number) {
    return calls.at(number) + (answering.isEmpty() ? model.decide().toMillis() : 0);
  }

  @Override
  public void happen(long what) {
    if (plans.outdated(what)) {
      return; // It has been sent elsewhere since.
    }
    int unit = Plans.unit(what);
    switch (Plans.kind(what)) {
      case Plans.CALL -> called((int) Plans.subject(what));
      case Plans.ARRIVED -> arrived(unit);
      case Plans.FREE -> freed(unit);
      case Plans.AT_BASE -> movements.stand(unit);
      case Plans.DUTY -> changeShift(unit);
      case Plans.MEAL -> duty.mealWindow(unit);
      case Plans.MEAL_ENDS -> mealEnds(unit);
      default -> part(Plans.part(what), Plans.ofPart(what));
    }
  }

  private void part(int part, long what) {
    switch (part) {
      case ERRANDS -> errands.happen(what);
      case CENTRES -> answering.happen(what);
      case WAITING -> room.happen(what);
      case EVENTS -> happenings.happen(what);
      case LATER -> decidedNow((int) what);
      case OUTAGES -> outages.happen(what);
      case RECEPTION -> reception.happen(what);
      case SCENE -> conveyance.leaves((int) what);
      case DOCTORS -> doctors.happen(what);
      default -> throw new IllegalStateException("a run has no part " + part);
    }
  }

  private void called(int number) {
    tally.called(situation);
    if (number + 1 < calls.size()) {
      plans.plan(ready(number + 1), Plans.CALL, number + 1);
    }
    if (answering.isEmpty()) {
      decided(number);
    } else {
      answering.called(number);
    }
  }

  private void decided(int number) {
    if (happenings.laterMillis() > 0) {
      plans.planPart(now() + happenings.laterMillis(), LATER, number);
    } else {
      decidedNow(number);
    }
  }

  private void decidedNow(int number) {
    dispatch(number);
    settle(situation.regionOf(number));
  }

  private void recall(int number) {
    if (answering.isEmpty()) {
      boolean _ = room.ringing(number);
      rung(number);
    } else {
      answering.recall(number);
    }
  }

  private void rung(int number) {
    if (room.rung(number)) {
      room.leave(number);
      decided(number);
    }
  }

  private void leaveLostStations() {
    for (int unit = 0; unit < situation.units(); unit++) {
      int base = situation.base[unit];
      if (situation.free(unit) && usable.base(base) != base) {
        duty.breakOff(unit);
        movements.goTo(unit, base);
      }
    }
  }

  private final class Told implements Outages.Listener {
    @Override
    public void out(int unit) {
      switch (situation.doing[unit]) {
        case STANDING, TO_BASE -> movements.goOff(unit);
        case ROLLING -> {
          int number = situation.call[unit];
          duty.release(unit);
          movements.goOff(unit);
          decided(number);
        }
        case PROMISED -> {
          duty.release(unit);
          movements.goOff(unit);
          errands.calledOff(unit);
        }
        case OFF, BUSY, CARRYING -> {
          // Nothing to leave, or somebody to take care of first: then it goes off when it is free.
        }
      }
    }

    @Override
    public void back(int unit) {
      if (situation.onDuty(unit) && situation.doing[unit] == Doing.OFF) {
        movements.stand(unit);
        takesWaiting(unit);
        settle(situation.regionOfUnit(unit));
      }
    }

    @Override
    public void reached(int unit) {
      if (situation.free(unit)) {
        takesWaiting(unit);
      }
    }
  }

  private final class Heard implements Answering.Listener {
    @Override
    public void decided(int number) {
      Trial.this.decided(number);
    }

    @Override
    public boolean ringing(int number) {
      return room.ringing(number);
    }

    @Override
    public void rung(int number) {
      Trial.this.rung(number);
    }
  }

  private void dispatch(int number) {
    // Each redirect goes to a more urgent call, so there are fewer than there are levels.
    int open = number;
    for (int i = 0; i <= model.levels().size(); i++) {
      int unit = policy.send(situation, open);
      if (unit == Policy.NONE) {
        room.enter(open);
        return;
      }
      int left = situation.doing[unit] == Doing.ROLLING ? situation.call[unit] : Policy.NONE;
      send(unit, open);
      if (left == Policy.NONE) {
        exchange(unit);
        return;
      }
      tally.redirected(counted());
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
      tally.takenOver(counted());
    }
  }

  private void send(int unit, int number) {
    boolean promised = situation.promised(unit);
    movements.roll(unit, number);
    doctors.sent(number);
    if (promised) {
      errands.calledOff(unit);
    }
  }

  private void arrived(int unit) {
    int number = situation.call[unit];
    situation.doing[unit] = Doing.BUSY;
    followed.reached(number);
    if (followed.holds(number)) {
      tally.arrived(unit, number, (now() - calls.at(number)) / 1000.0);
    }
    room.met(number);
    conveyance.begin(unit);
  }

  private void freed(int unit) {
    duty.release(unit);
    situation.doing[unit] = Doing.TO_BASE;
    if (!situation.onDuty(unit)) {
      movements.goOff(unit);
      return;
    }
    nextFor(unit);
    settle(situation.regionOfUnit(unit));
  }

  private void nextFor(int unit) {
    if (takesWaiting(unit)) {
      return;
    }
    int other = !situation.isReached(unit) ? Policy.NONE : policy.takeOver(situation, unit);
    if (other == Policy.NONE) {
      errands.freed(unit);
      if (situation.free(unit)) {
        movements.goTo(unit, policy.base(situation, unit));
      }
      return;
    }
    int number = situation.call[other];
    send(unit, number);
    tally.takenOver(counted());
    duty.release(other);
    situation.doing[other] = Doing.TO_BASE;
    if (situation.onDuty(other)) {
      // It may in turn be nearer to a third; every step gains, so this ends.
      nextFor(other);
    } else {
      movements.goOff(other);
    }
  }

  private boolean takesWaiting(int unit) {
    int first = !situation.isReached(unit) ? -1 : room.first(unit);
    if (first >= 0) {
      send(unit, room.take(first));
    }
    return first >= 0;
  }

  private void mealEnds(int unit) {
    duty.mealEnds(unit);
    takesWaiting(unit);
  }

  private void changeShift(int unit) {
    duty.planChange(unit);
    Doing doing = situation.doing[unit];
    if (situation.engaged(unit)) {
      duty.late(unit);
    } else if (!situation.onDuty(unit)) {
      movements.goOff(unit);
    }
    if (situation.onDuty(unit)) {
      situation.moves[unit] = 0;
      if (doing == Doing.OFF) {
        movements.stand(unit);
        takesWaiting(unit);
      }
    }
    settle(situation.regionOfUnit(unit));
  }

  private void settle(int region) {
    policy.settle(situation, region, movements::move);
  }

  private long now() {
    return engine.now();
  }

  private boolean counted() {
    return now() >= Tally.COUNTED_FROM;
  }
}
