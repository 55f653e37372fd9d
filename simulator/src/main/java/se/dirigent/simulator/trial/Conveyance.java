package se.dirigent.simulator.trial;

import se.dirigent.simulator.ground.Ground;

/** What a unit does in one run from the patient's door until it is free. */
final class Conveyance {
  private final int part;
  private final Situation situation;
  private final Ground ground;
  private final Calls calls;
  private final Plans plans;
  private final Usable usable;
  private final Reception reception;
  private final Tally tally;

  Conveyance(
      int part,
      Situation situation,
      Calls calls,
      Plans plans,
      Usable usable,
      Reception reception,
      Tally tally) {
    this.part = part;
    this.situation = situation;
    this.ground = situation.ground();
    this.calls = calls;
    this.plans = plans;
    this.usable = usable;
    this.reception = reception;
    this.tally = tally;
  }

  /** A unit is at its call, and is planned to leave the scene. */
  void begin(int unit) {
    int number = situation.call[unit];
    situation.journey[unit].stand(ground.node(calls.zone(number)));
    long leaves = plans.now() + calls.sceneMillis(number);
    if (calls.hospitalMillis(number) < 0) {
      plans.plan(leaves, Plans.FREE, unit);
    } else if (reception.isActive()) {
      plans.planPart(leaves, part, unit);
    } else {
      long there = leaves + drive(unit, number, usable.hospitalNearest(calls.zone(number)));
      plans.plan(there + calls.hospitalMillis(number), Plans.FREE, unit);
    }
  }

  /** A unit leaves the scene with its patient; now its hospital is chosen. */
  void leaves(int unit) {
    int number = situation.call[unit];
    int hospital = reception.choose(number);
    reception.expect(unit, hospital, plans.now() + drive(unit, number, hospital));
  }

  /** How long the drive takes; until it is over nobody asks where the unit is. */
  private long drive(int unit, int number, int hospital) {
    situation.journey[unit].stand(ground.node(ground.hospital(hospital)));
    long takes = takes(unit, number, hospital);
    if (situation.isAir(unit)) {
      int from = ground.node(calls.zone(number));
      long flight = situation.sky.flightMillis(from, ground.hospital(hospital));
      tally.flown(plans.now() >= Tally.COUNTED_FROM, flight);
    }
    return takes;
  }

  /** How long a unit takes with a patient to a hospital, as it is now, in milliseconds. */
  long takes(int unit, int number, int hospital) {
    int zone = calls.zone(number);
    int goal = ground.hospital(hospital);
    if (situation.isAir(unit)) {
      return situation.sky.millis(ground.node(zone), goal);
    }
    double pace = situation.pace(zone) * situation.roads.luck(number, Roads.WITH_PATIENT);
    return Math.round(pace * ground.millis(ground.node(zone), goal, false));
  }
}
