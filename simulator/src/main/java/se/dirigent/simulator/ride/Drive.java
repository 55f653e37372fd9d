package se.dirigent.simulator.ride;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.simulator.trial.Errands.Crews;

/**
 * One unit on its way with orders, from when it sets out until nobody is on board and it is in the
 * county again. Until the first patient is on board it may be called off, if it is in the county.
 * Moments in milliseconds.
 */
final class Drive {
  private enum Phase {
    DRIVING,
    AT_DOOR,
    HOMEWARD,
    OVER
  }

  private final RideUnit unit;
  private final List<RideOrder> orders;
  private final List<Halt> halts;
  private final RidePlaces places;
  private final long begunMillis;
  private Phase phase = Phase.DRIVING;
  private int at;
  private int place;
  private long nextMillis;
  private long atDoorMillis;
  private double seconds;
  private double metres;

  /** When the way it is on began, and how long that way is; no longer than nothing at a door. */
  private long setOff;

  private double wayMetres;

  private record Halt(RideOrder order, boolean pickup, Instant planned) {
    int place() {
      return pickup ? order.from : order.to;
    }

    double service() {
      return pickup ? order.fetching : order.leaving;
    }
  }

  /**
   * A unit about to set out.
   *
   * @param orders that it takes together, with their times in the plan
   * @param place where it is, or the base it is on its way to
   */
  Drive(RideUnit unit, List<RideOrder> orders, RidePlaces places, int place, long now) {
    this.unit = unit;
    this.orders = List.copyOf(orders);
    this.places = places;
    this.place = place;
    this.begunMillis = now;
    this.halts = new ArrayList<>();
    for (RideOrder order : orders) {
      Planned planned = Objects.requireNonNull(order.planned());
      halts.add(new Halt(order, true, planned.pickupAt()));
      halts.add(new Halt(order, false, planned.arriveAt()));
    }
    halts.sort(Comparator.comparing(Halt::planned));
  }

  RideUnit unit() {
    return unit;
  }

  List<RideOrder> orders() {
    return orders;
  }

  boolean leavesCounty() {
    return orders.stream().anyMatch(o -> o.advice.outside());
  }

  /** When something happens next. */
  long nextMillis() {
    return nextMillis;
  }

  boolean over() {
    return phase == Phase.OVER;
  }

  long begunMillis() {
    return begunMillis;
  }

  /** Time on the road so far. */
  double seconds(long now) {
    return seconds - left(now) * (nextMillis - setOff) / 1000.0;
  }

  /** Way so far. */
  double metres(long now) {
    return metres - left(now) * wayMetres;
  }

  /** Part of the way it is on that it has not driven yet. */
  private double left(long now) {
    boolean onTheRoad = phase == Phase.DRIVING || phase == Phase.HOMEWARD;
    return onTheRoad && nextMillis > now ? (double) (nextMillis - now) / (nextMillis - setOff) : 0;
  }

  /** The place in the county where it ends. */
  int endsAt() {
    int last = halts.getLast().place();
    return places.outside(last) ? places.hospital(0) : last;
  }

  /** When it ends, if nothing comes between. */
  long endsMillis() {
    double left = 0;
    int here = place;
    for (int k = at; k < halts.size(); k++) {
      boolean begun = k == at && phase != Phase.DRIVING;
      left += begun || k == at ? 0 : places.seconds(here, halts.get(k).place());
      left += begun ? 0 : halts.get(k).service();
      here = halts.get(k).place();
    }
    left += phase == Phase.HOMEWARD ? 0 : places.seconds(here, endsAt());
    return nextMillis + (long) (1000 * left);
  }

  void begin(Crews crews) {
    long there = crews.promise(unit.number(), places.goal(halts.getFirst().place()));
    if (places.outside(halts.getFirst().place())) {
      // Too far away to be called back.
      there = crews.carry(unit.number(), places.goal(halts.getFirst().place()));
    }
    go(there, begunMillis);
  }

  private void go(long there, long now) {
    int to = halts.get(at).place();
    boolean far = places.outside(place) || places.outside(to);
    drive(to, far ? now + (long) (1000 * places.seconds(place, to)) : there, now);
    phase = Phase.DRIVING;
  }

  private void drive(int to, long there, long now) {
    setOff = now;
    nextMillis = there;
    wayMetres = places.metres(place, to);
    seconds += (there - now) / 1000.0;
    metres += wayMetres;
    place = to;
  }

  /** What was to happen happens now. */
  void step(long now, Crews crews, RideTally tally, LongFunction<Instant> clock) {
    Halt halt = halts.get(Math.min(at, halts.size() - 1));
    switch (phase) {
      case DRIVING -> {
        long ready = halt.pickup() ? ready(halt, clock) : now;
        atDoorMillis = Math.max(now, ready);
        nextMillis = atDoorMillis + (long) (1000 * halt.service());
        phase = Phase.AT_DOOR;
      }
      case AT_DOOR -> {
        leave(halt, tally, clock, now);
        onward(now, crews);
      }
      case HOMEWARD -> phase = Phase.OVER;
      case OVER -> throw new IllegalStateException("the drive of " + unit.id() + " is over");
    }
  }

  private static long ready(Halt halt, LongFunction<Instant> clock) {
    Instant zero = clock.apply(0);
    Instant ready = halt.order().transport().request().timing().readyAt();
    return ready.toEpochMilli() - zero.toEpochMilli();
  }

  private void leave(Halt halt, RideTally tally, LongFunction<Instant> clock, long now) {
    RideOrder order = halt.order();
    Instant atDoor = clock.apply(atDoorMillis);
    Ride step = halt.pickup() ? Ride.LOADED : Ride.ARRIVED;
    order.decide(new TransportCommand.Advance(order.id(), step, null), clock.apply(now), unit.id());
    if (halt.pickup()) {
      tally.fetched(order, atDoor);
    } else {
      tally.arrived(order, atDoor);
    }
    at++;
  }

  private void onward(long now, Crews crews) {
    if (at < halts.size()) {
      go(crews.carry(unit.number(), places.goal(halts.get(at).place())), now);
    } else if (places.outside(place)) {
      drive(endsAt(), now + (long) (1000 * places.seconds(place, endsAt())), now);
      phase = Phase.HOMEWARD;
    } else {
      phase = Phase.OVER;
    }
  }
}
