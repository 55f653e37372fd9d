package se.dirigent.simulator.ride;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.transport.Circumstances;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.ride.air.AirFleet;
import se.dirigent.simulator.ride.air.Helicopters;
import se.dirigent.simulator.ride.model.RideReport;
import se.dirigent.simulator.trial.Errands;
import se.dirigent.simulator.trial.Situation;

/**
 * Care transports as errands of one run: orders come, are planned, and are driven by the units that
 * meet calls, or bought, or flown. Not for use by several threads.
 */
public final class RideErrands implements Errands {
  private static final long HOUR = 3_600_000;

  private static final int ORDER = 0;
  private static final int SETTLE = 1;
  private static final int TICK = 2;
  private static final int DEPART = 3;
  private static final int STEP = 4;

  /** Hours of the day when a search follows: before the rounds, and as orders come in. */
  private static final Set<Integer> SEARCHED = Set.of(6, 9, 12, 15);

  /** An order out of the county waits so long for the county's cover before it is asked again. */
  private static final long HELD_MILLIS = HOUR / 2;

  /** A crew that sets out a little early waits at the door rather than drives back. */
  private static final long EARLY_MILLIS = 60_000;

  private final RideWorld world;
  private final RidePlaces places;
  private final RideTally tally;
  private final WardOffice office;
  private final RidePlanner planner;
  private final AirTrips air;
  private final List<RideOrder> orders = new ArrayList<>();
  private final List<RideOrder> open = new ArrayList<>();
  private final Drive[] drives;
  private final int[] stamp;
  private @Nullable Crews crews;

  /** The errands of a run of so many days. */
  public RideErrands(RideWorld world, long seed, int days) {
    Streams streams = new Streams(seed);
    this.world = world;
    this.places = world.places();
    this.tally = new RideTally(world, days);
    this.office = new WardOffice(world.model(), places, tally, streams, RideWorld.BEGINNING);
    this.planner = new RidePlanner(world.model(), places, world.units(), RideWorld.BEGINNING);
    this.air =
        new AirTrips(
            places,
            office,
            new AirFleet(AirFleet.Terms.usual(), streams, days),
            new Helicopters(world.model().helicopters(), streams, days),
            tally);
    this.drives = new Drive[world.units().size()];
    this.stamp = new int[world.units().size()];
  }

  /** What the run came to. */
  public RideReport report(AssessmentCars.Settled settled) {
    return tally.report(settled);
  }

  private Crews crews() {
    return Objects.requireNonNull(crews, "the run has not begun");
  }

  private Situation situation() {
    return crews().situation();
  }

  private long now() {
    return situation().now();
  }

  static Instant at(long millis) {
    return RideWorld.BEGINNING.plusMillis(millis);
  }

  static long millis(Instant at) {
    return Duration.between(RideWorld.BEGINNING, at).toMillis();
  }

  @Override
  public void begin(Crews of) {
    crews = of;
    plan(office.nextAt(), ORDER, 0);
    plan(HOUR, TICK, 0);
  }

  private void plan(long at, int kind, int subject) {
    crews().plan(Math.max(now(), at), (long) subject << 3 | kind);
  }

  private void planStamped(long at, int kind, int unit) {
    crews().plan(Math.max(now(), at), ((long) stamp[unit] << 16 | unit) << 3 | kind);
  }

  @Override
  public void happen(long what) {
    long subject = what >>> 3;
    int unit = (int) (subject & 0xFFFF);
    switch ((int) (what & 7)) {
      case ORDER -> ordered();
      case SETTLE -> settle(orders.get((int) subject));
      case TICK -> tick();
      case DEPART -> {
        if (subject >>> 16 == stamp[unit]) {
          depart(unit);
        }
      }
      case STEP -> {
        if (subject >>> 16 == stamp[unit]) {
          step(unit);
        }
      }
      default -> throw new IllegalStateException("nothing of this kind was planned: " + what);
    }
  }

  private void ordered() {
    RideOrder order = office.take();
    plan(office.nextAt(), ORDER, 0);
    if (order != null) {
      admit(order);
    }
  }

  private void admit(RideOrder order) {
    crews().note((long) order.number << 8 | order.transport().choice().mode().ordinal());
    if (order.transport().choice().mode() == Mode.AEROPLANE) {
      fly(order);
      return;
    }
    if (order.transport().choice().mode() == Mode.HELICOPTER) {
      lift(order);
      return;
    }
    orders.add(order);
    open.add(order);
    look(false, false);
    long frozen = Duration.ofMinutes(world.model().planning().freezeMinutes()).toMillis();
    plan(millis(order.transport().pickupFrom()) - frozen, SETTLE, orders.size() - 1);
  }

  /** Without a slot in time the patient goes by road. */
  private void fly(RideOrder order) {
    AirTrips.Trip trip = air.fly(order, now());
    RideOrder leg = trip.leg();
    if (trip.take() == AirFleet.NONE) {
      byRoad(order);
      return;
    }
    crews().note(trip.take());
    if (leg != null) {
      admit(leg);
    }
  }

  /** Without a helicopter at once the patient goes by road. */
  private void lift(RideOrder order) {
    if (air.lift(order, now())) {
      crews().note(~order.number);
    } else {
      byRoad(order);
    }
  }

  private void byRoad(RideOrder order) {
    boolean tried = orders.contains(order);
    if (!tried && order.advice.options().stream().anyMatch(o -> o.mode() == Mode.AMBULANCE)) {
      choose(order, Mode.AMBULANCE);
      admit(order);
    } else {
      tally.notTaken(now());
    }
  }

  private void choose(RideOrder order, Mode mode) {
    order.decide(
        new TransportCommand.ChooseMode(order.id(), mode, "Ingen annan i tid", null),
        new Circumstances(order.advice, List.of()),
        at(now()),
        "inre-ledning");
  }

  /**
   * Half an hour before its window opens an order without a unit is bought or goes by ambulance.
   */
  private void settle(RideOrder order) {
    if (order.started || order.planned() != null || order.notBefore > now()) {
      return;
    }
    Mode mode = order.transport().choice().mode();
    if (world.model().planning().bought().contains(mode)) {
      buy(order);
      return;
    }
    boolean lighter = mode.compareTo(Mode.AMBULANCE) < 0;
    if (lighter && order.advice.options().stream().anyMatch(o -> o.mode() == Mode.AMBULANCE)) {
      choose(order, Mode.AMBULANCE);
      tally.raised(now());
      look(false, false);
    }
  }

  private void buy(RideOrder order) {
    long opens = Math.max(now(), millis(order.transport().pickupFrom()));
    double fetched = opens / 1000.0 + order.comes;
    double there = fetched + order.fetching + places.seconds(order.from, order.to);
    order.started = true;
    open.remove(order);
    tally.bought(order, now());
    tally.fetched(order, at((long) (1000 * fetched)));
    tally.arrived(order, at((long) (1000 * there)));
    crews().note(-order.number);
  }

  private void tick() {
    plan(now() + HOUR, TICK, 0);
    tally.sample(situation(), drives);
    int hours = world.model().planning().staleHours();
    List<RideOrder> past = open.stream().filter(o -> o.stale(at(now()), hours)).toList();
    past.forEach(this::giveUp);
    look(true, SEARCHED.contains((int) (now() / HOUR % 24)));
    Instant frozen = at(now()).plus(Duration.ofMinutes(world.model().planning().freezeMinutes()));
    for (RideOrder order : List.copyOf(open)) {
      if (!order.transport().pickupFrom().isAfter(frozen)) {
        settle(order);
      }
    }
  }

  /** Whom no crew of the county can take in a shift flies, if aeroplanes may. */
  private void giveUp(RideOrder order) {
    open.remove(order);
    order.started = true;
    boolean flies = order.advice.options().stream().anyMatch(o -> o.mode() == Mode.AEROPLANE);
    if (flies && !order.leg) {
      order.started = false;
      choose(order, Mode.AEROPLANE);
      tally.flown(now());
      fly(order);
    } else {
      tally.notTaken(now());
    }
  }

  /** Plans anew, and sets each unit's next departure. */
  private void look(boolean heal, boolean better) {
    planner.look(now(), open, new CrewsNow(world, situation(), drives), heal, better);
    for (int unit = 0; unit < drives.length; unit++) {
      if (drives[unit] == null) {
        planDeparture(unit);
      }
    }
  }

  private String id(int unit) {
    return world.units().get(unit).id();
  }

  private void planDeparture(int unit) {
    stamp[unit]++;
    RideOrder first = Tours.next(open, id(unit));
    if (first != null) {
      planStamped(departs(unit, first), DEPART, unit);
    }
  }

  private long departs(int unit, RideOrder first) {
    RideUnit of = world.units().get(unit);
    int from = situation().ground().base(situation().baseOf(of.number()));
    Planned planned = Objects.requireNonNull(first.planned());
    return millis(planned.pickupAt()) - (long) (1000 * places.seconds(from, first.from));
  }

  private void depart(int unit) {
    RideUnit of = world.units().get(unit);
    RideOrder first = Tours.next(open, id(unit));
    if (first == null || drives[unit] != null) {
      return;
    }
    if (!situation().free(of.number())) {
      lose(unit);
      return;
    }
    int base = situation().ground().base(situation().baseOf(of.number()));
    Drive drive = new Drive(of, Tours.block(open, id(unit)), places, base, now());
    if (drive.leavesCounty() && heldBack(of, drive)) {
      return;
    }
    set(unit, drive);
  }

  /** The unit is on a call, or off: others take what it should have taken. */
  private void lose(int unit) {
    String id = id(unit);
    open.stream().filter(o -> Tours.has(o, id)).forEach(o -> RidePlanner.unplan(o, at(now())));
    look(true, false);
  }

  /** A trip that can wait waits for the county's cover, at most a day. */
  private boolean heldBack(RideUnit unit, Drive drive) {
    boolean covers = situation().unit(unit.number()).levelMostUrgent() == 1;
    boolean waits = drive.orders().stream().allMatch(WardOffice::canWait);
    double kept = world.model().coverKept();
    boolean bounded = drive.orders().stream().allMatch(o -> o.held < RideOrder.HELD_MAX);
    if (kept == 0 || !covers || !waits || !bounded) {
      return false;
    }
    if (world.cover().kept(situation(), unit.number()) >= kept) {
      return false;
    }
    for (RideOrder order : drive.orders()) {
      RidePlanner.unplan(order, at(now()));
      order.held++;
      order.notBefore = now() + HELD_MILLIS;
      plan(order.notBefore, SETTLE, orders.indexOf(order));
    }
    tally.heldBack(now());
    look(true, false);
    return true;
  }

  private void set(int unit, Drive drive) {
    RideUnit of = world.units().get(unit);
    open.removeAll(drive.orders());
    drives[unit] = drive;
    stamp[unit]++;
    for (RideOrder order : drive.orders()) {
      order.started = true;
      order.decide(
          new TransportCommand.Advance(order.id(), Ride.UNDER_WAY, null), at(now()), of.id());
      crews().note((long) order.number << 16 | unit);
    }
    drive.begin(crews());
    planStamped(drive.nextMillis(), STEP, unit);
  }

  private void step(int unit) {
    Drive drive = Objects.requireNonNull(drives[unit]);
    drive.step(now(), crews(), tally, RideErrands::at);
    if (drive.over()) {
      drive.orders().forEach(order -> planner.ended(order, at(now())));
      drives[unit] = null;
      stamp[unit]++;
      tally.drove(drive, now());
      crews().release(world.units().get(unit).number());
      if (drives[unit] == null) {
        planDeparture(unit);
      }
    } else {
      planStamped(drive.nextMillis(), STEP, unit);
    }
  }

  @Override
  public void calledOff(int number) {
    int unit = world.index(number);
    Drive drive = Objects.requireNonNull(drives[unit]);
    drives[unit] = null;
    stamp[unit]++;
    for (RideOrder order : drive.orders()) {
      order.started = false;
      RidePlanner.unplan(order, at(now()));
      open.add(order);
    }
    tally.calledOff(drive, now());
    lose(unit);
  }

  @Override
  public void freed(int number) {
    int unit = world.index(number);
    if (unit >= 0 && drives[unit] == null) {
      RideOrder first = Tours.next(open, id(unit));
      if (first != null && departs(unit, first) <= now() + EARLY_MILLIS) {
        depart(unit);
      }
    }
  }
}
