package se.dirigent.simulator.fault;

import java.time.Instant;
import java.util.List;
import se.dirigent.core.Event;
import se.dirigent.core.alarm.AlarmCommand;
import se.dirigent.core.dispatch.DispatchCommand;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.UnitCommand;
import se.dirigent.core.incident.IncidentCommand;

/** Something that is asked of a centre. */
sealed interface Ask {
  /** Of an incident. */
  record OfIncident(IncidentCommand command) implements Ask {}

  /** Of a unit. */
  record OfUnit(UnitCommand command) implements Ask {}

  /** About units on incidents. */
  record OfDispatch(DispatchCommand command) implements Ask {}

  /** About alarms. */
  record OfAlarm(AlarmCommand command) implements Ask {}

  /** A vehicle says where it is; kept in memory alone, never journalled. */
  record OfPosition(PositionReport report) implements Ask {}

  /**
   * The first answer, given again whenever the same message comes again.
   *
   * @param refused code of the refusal; empty when it was done
   * @param events what was done
   * @param at when
   */
  record Answer(String refused, List<Event> events, Instant at) {
    boolean done() {
      return refused.isEmpty();
    }
  }
}
