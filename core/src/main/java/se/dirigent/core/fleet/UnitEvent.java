package se.dirigent.core.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Event;
import se.dirigent.core.geo.RegionCode;

/** What can happen to a unit. */
public sealed interface UnitEvent extends Event {
  UnitId unit();

  /** The unit is entered in the region's fleet, off duty. */
  record UnitRegistered(
      UnitId unit,
      RegionCode region,
      String callSign,
      UnitKind kind,
      List<Capability> capabilities,
      List<CrewMember> crew,
      String station,
      String owner,
      boolean special)
      implements UnitEvent {}

  /** A crew comes on duty. An unchanged status means that the shift was changed, not begun. */
  record ShiftStarted(UnitId unit, Shift shift, List<CrewMember> crew) implements UnitEvent {}

  record ShiftEnded(UnitId unit) implements UnitEvent {}

  /**
   * The status changed.
   *
   * @param assignment the assignment it serves from now on, or null
   * @param reason why, when a person said so; empty when it follows from the assignment
   */
  record UnitStatusChanged(
      UnitId unit, UnitStatus status, @Nullable String assignment, String reason)
      implements UnitEvent {}
}
