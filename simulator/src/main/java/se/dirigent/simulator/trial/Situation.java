package se.dirigent.simulator.trial;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import se.dirigent.simulator.engine.Engine;
import se.dirigent.simulator.ground.Ground;
import se.dirigent.simulator.ground.Journey;

/** What a policy sees of a run: which units there are, where they are and what they do. */
public final class Situation {
  enum Doing {
    OFF,
    STANDING,
    TO_BASE,
    ROLLING,
    BUSY,
    /** On its way to an errand or waiting for it. */
    PROMISED,
    /** With somebody on board on an errand. */
    CARRYING
  }

  final Meals meals;
  final Doing[] doing;
  final Journey[] journey;
  final int[] base;
  final int[] call;
  final long[] arrives;
  final int[] moves;
  final long[] movedAt;

  /** Units out of service: they count as off duty. */
  final BitSet out = new BitSet();

  /** For how many reasons a unit cannot be reached: it gets no calls. */
  private final int[] unreachable;

  /** Units that fly. */
  private final boolean[] air;

  private final boolean anyAir;

  /** Units that meet calls alone and on the road, and can be reached. */
  private final boolean[] callable;

  final Roads roads;
  final Sky sky;
  private final Engine engine;
  private final Ground ground;
  private final CallModel model;
  private final List<TrialUnit> units;
  private final Calls calls;

  /** The urgency of each call as known now. */
  private final byte[] level;

  private final Regions regions;

  /** By region and unit the levels, as bits, of the region's calls that the unit may be sent to. */
  private final long[][] may;

  /** By region the units that may be sent to some of its calls. */
  private final int[][] sent;

  private final int[] regionOfZone;
  private final int[] regionOfUnit;
  private final double[] callsPerDay;

  /** Every unit at home. */
  Situation(TrialWorld world, Calls calls, Engine engine) {
    this.engine = engine;
    this.ground = world.ground();
    this.model = world.model();
    this.units = world.units();
    this.calls = calls;
    this.level = calls.levels();
    this.meals = new Meals(units);
    int count = units.size();
    this.doing = new Doing[count];
    this.journey = new Journey[count];
    this.base = new int[count];
    this.call = new int[count];
    this.arrives = new long[count];
    this.moves = new int[count];
    this.movedAt = new long[count];
    this.unreachable = new int[count];
    this.air = new boolean[count];
    this.callable = new boolean[count];
    this.roads = new Roads(world, calls);
    this.sky = new Sky(world, calls);
    this.anyAir = units.stream().anyMatch(Sky::isAir);
    this.regions = world.regions();
    this.regionOfZone = regions.ofZone().stream().mapToInt(region -> region).toArray();
    this.regionOfUnit = regions.ofUnit().stream().mapToInt(region -> region).toArray();
    this.may = new long[regions.count()][];
    this.sent = new int[regions.count()][];
    this.callsPerDay = new double[regions.count()];
    for (int region = 0; region < may.length; region++) {
      may[region] = regions.levels(region, units);
      sent[region] = regions.sent(region, may[region]);
      callsPerDay[region] = may.length == 1 ? model.perDay() : callsPerDay(regions.zones(region));
    }
    for (int unit = 0; unit < count; unit++) {
      air[unit] = Sky.isAir(units.get(unit));
      callable[unit] = !air[unit] && !Doctors.isDoctor(units.get(unit));
      base[unit] = units.get(unit).home();
      journey[unit] = new Journey(ground, ground.node(ground.base(base[unit])));
      doing[unit] = onDuty(unit) ? Doing.STANDING : Doing.OFF;
    }
  }

  private double callsPerDay(int[] zones) {
    return model.perDay() * IntStream.of(zones).mapToDouble(z -> ground.demand()[z]).sum();
  }

  boolean onDuty(int unit) {
    return unit(unit).duty().get((int) (now() / 60_000 % TrialUnit.MINUTES)) && !out.get(unit);
  }

  /** How many times as long as usual drives take now, to a zone or, by −1, anywhere. */
  double pace(int zone) {
    return roads.pace(zone, now());
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

  /** The region where a call comes from. */
  public int regionOf(int number) {
    return regionOfZone[calls.zone(number)];
  }

  /** The region that a unit belongs to. */
  public int regionOfUnit(int unit) {
    return regionOfUnit[unit];
  }

  /** Whether a unit belongs to the region of a call. */
  public boolean isOwn(int unit, int number) {
    return regionOfUnit[unit] == regionOf(number);
  }

  /** The units that may be sent to calls of the region of a call; do not write to it. */
  public int[] sent(int number) {
    return sent[regionOf(number)];
  }

  /** The units that may be sent by the region of a unit; do not write to it. */
  public int[] sentBy(int unit) {
    return sent[regionOfUnit[unit]];
  }

  /** Calls a day of a region, as expected. */
  public double callsPerDay(int region) {
    return callsPerDay[region];
  }

  /** Whether a unit is its region's own, or lent to such calls by agreement. */
  boolean may(int unit, int number) {
    return may.length == 1 || (may[regionOf(number)][unit] >>> level(number) & 1) != 0;
  }

  /** Whether a unit is on its way to a call and may be sent to this one instead. */
  public boolean redirectable(int unit, int number) {
    return rolling(unit) && may(unit, number);
  }

  /** Whether a unit is on duty and without assignment. */
  public boolean free(int unit) {
    return doing[unit] == Doing.STANDING || doing[unit] == Doing.TO_BASE;
  }

  /** Whether a unit may be sent to a call: it is fit and free, or may be called off for it. */
  public boolean sendable(int unit, int number) {
    return sendableAsIfFit(unit, number) && unit(unit).levelMostUrgent() <= level(number);
  }

  /** The same for whoever judges by itself whether the unit is fit for the level. */
  public boolean sendableAsIfFit(int unit, int number) {
    // Asked for every unit at every call: the usual case first.
    boolean may =
        free(unit) ? !meals.eats(unit) || level(number) == 1 : promised(unit) && level(number) == 1;
    return may
        && may(unit, number)
        && (callable[unit] || air[unit] && unreachable[unit] == 0 && reaches(number));
  }

  boolean isReached(int unit) {
    return unreachable[unit] == 0;
  }

  /** A unit cannot be reached for one reason more, or less. */
  void reach(int unit, int reasonsMore) {
    unreachable[unit] += reasonsMore;
    boolean alone = !air[unit] && !Doctors.isDoctor(unit(unit));
    callable[unit] = alone && unreachable[unit] == 0;
  }

  /** Whether a unit flies. */
  public boolean isAir(int unit) {
    return air[unit];
  }

  /** Whether helicopters are sent to a call. */
  private boolean reaches(int number) {
    return level(number) == 1 && sky.reaches(calls.zone(number), now());
  }

  /** Milliseconds until a unit that is sent now moves, or could turn. */
  long waitMillis(int unit) {
    if (doing[unit] == Doing.STANDING) {
      return isAir(unit) ? sky.startMillis() : model.turnout().toMillis();
    }
    return isAir(unit) && journey[unit].isStill()
        ? Sky.takeOffMillis()
        : journey[unit].ahead(now());
  }

  /** Usual milliseconds for a unit from a node to a goal, by road or through the air. */
  long millis(int unit, int node, int goal, boolean lights) {
    return isAir(unit) ? sky.millis(node, goal) : ground.millis(node, goal, lights);
  }

  /** Whether a unit has an errand but nobody on board. */
  public boolean promised(int unit) {
    return doing[unit] == Doing.PROMISED;
  }

  /** Whether a unit has a call or an errand. */
  boolean engaged(int unit) {
    return switch (doing[unit]) {
      case OFF, STANDING, TO_BASE -> false;
      case ROLLING, BUSY, PROMISED, CARRYING -> true;
    };
  }

  /** Whether a unit is on its way to a call and may be told to turn. */
  public boolean rolling(int unit) {
    return doing[unit] == Doing.ROLLING && unreachable[unit] == 0;
  }

  /** Whether a unit may meet a call, as it is now. */
  public boolean fit(int unit, int number) {
    boolean disturbed = meals.eats(unit) && level(number) > 1;
    boolean fit = !disturbed && unit(unit).levelMostUrgent() <= level(number);
    return fit && may(unit, number) && (!air[unit] || reaches(number));
  }

  /** Whether its crew eats: then it is sent to the most urgent level alone, and not moved. */
  public boolean eats(int unit) {
    return meals.eats(unit);
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

  /** The urgency of a call as known now, from 1. */
  public int level(int number) {
    return level[number];
  }

  /** A call becomes a level more urgent; false when it is of the most urgent already. */
  boolean raise(int number) {
    if (level[number] == 1) {
      return false;
    }
    level[number]--;
    return true;
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
    boolean lights = model.levels().get(level(number) - 1).lights();
    long wait = waitMillis(unit);
    int zone = calls.zone(number);
    int node = journey[unit].node(now());
    if (roads.areUsual() && !anyAir) {
      return (wait + ground.millis(node, zone, lights)) / 1000.0;
    }
    if (air[unit]) {
      return (wait + sky.millis(node, zone)) / 1000.0;
    }
    double drive = pace(zone) * ground.millis(node, zone, lights);
    return (wait + roads.convoy(zone, now() + wait) + drive) / 1000.0;
  }

  /** Hours from where a unit is to a base. */
  public double hoursTo(int unit, int where) {
    return millis(unit, nodeOf(unit), ground.base(where), false) / 3_600_000.0;
  }
}
