package se.dirigent.simulator.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens between call and free unit besides driving and care. Whatever is left out takes no
 * time and cannot fail.
 *
 * @param centres who answers; empty when every case is decided on at once
 * @param waiting how those who wait are looked after; null when nobody rings them
 * @param breakdowns how units break down; null when none does
 * @param receiving emergency departments; null when there always is a place
 * @param travel how drives differ from what was reckoned with; null when they do not
 * @param air when helicopters fly; null when there are none
 * @param doctors when doctor cars come; null when there are none
 * @param events what happens when
 */
public record Chain(
    List<Centre> centres,
    @Nullable WaitingRules waiting,
    @Nullable Breakdowns breakdowns,
    @Nullable Receiving receiving,
    @Nullable Travel travel,
    @Nullable Air air,
    @Nullable DoctorCars doctors,
    List<Event> events) {
  /** Nothing besides. */
  public static final Chain NONE =
      new Chain(List.of(), null, null, null, null, null, null, List.of());

  public Chain {
    centres = List.copyOf(centres);
    events = List.copyOf(events);
  }

  /** The rules of the waiting room; where nobody is rung back, those that ring after a year. */
  public WaitingRules waitingOrNone() {
    return waiting == null ? WaitingRules.none() : waiting;
  }

  /** The same with other centres. */
  public Chain withCentres(List<Centre> now) {
    return new Chain(now, waiting, breakdowns, receiving, travel, air, doctors, events);
  }

  /** The same with another waiting room. */
  public Chain withWaiting(WaitingRules now) {
    return new Chain(centres, now, breakdowns, receiving, travel, air, doctors, events);
  }

  /** The same with units that break down. */
  public Chain withBreakdowns(Breakdowns now) {
    return new Chain(centres, waiting, now, receiving, travel, air, doctors, events);
  }

  /** The same with other emergency departments. */
  public Chain withReceiving(Receiving now) {
    return new Chain(centres, waiting, breakdowns, now, travel, air, doctors, events);
  }

  /** The same with other drives. */
  public Chain withTravel(Travel now) {
    return new Chain(centres, waiting, breakdowns, receiving, now, air, doctors, events);
  }

  /** The same with helicopters that fly by other rules. */
  public Chain withAir(Air now) {
    return new Chain(centres, waiting, breakdowns, receiving, travel, now, doctors, events);
  }

  /** The same with doctor cars that come by other rules. */
  public Chain withDoctors(DoctorCars now) {
    return new Chain(centres, waiting, breakdowns, receiving, travel, air, now, events);
  }

  /** The same with other events. */
  public Chain withEvents(List<Event> now) {
    return new Chain(centres, waiting, breakdowns, receiving, travel, air, doctors, now);
  }
}
