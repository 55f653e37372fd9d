package se.dirigent.core.fleet;

import java.time.Instant;
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

  /**
   * A free unit is told to stand somewhere else.
   *
   * @param answerBy until when its crew should answer; null in old entries
   * @param underWay whether it was on its way home; null in old entries
   */
  record StandbyOrdered(
      UnitId unit,
      Standby.Place place,
      String reason,
      @Nullable Instant answerBy,
      @Nullable Boolean underWay)
      implements UnitEvent {}

  /** The crew goes. One that cannot ends the order instead. */
  record StandbyAnswered(UnitId unit, String place) implements UnitEvent {}

  record StandbyArrived(UnitId unit, String place) implements UnitEvent {}

  /**
   * The unit neither stands nor is to stand there any more.
   *
   * @param end why, as far as the program knows
   * @param reason why, when a person said so; else empty
   */
  record StandbyEnded(UnitId unit, String place, Standby.End end, String reason)
      implements UnitEvent {}

  /** A free unit stands at another place than its own, and nobody had ordered it. */
  record OwnMoveInferred(UnitId unit, Standby.Place place) implements UnitEvent {}

  /** A care transport of the unit came so far, or became the unit's. */
  record CareRideReached(UnitId unit, String transport, Unit.CareRide.Stage stage)
      implements UnitEvent {}

  /** A care transport is the unit's no more; one whose patient waits is called off. */
  record CareRideLeft(UnitId unit, String transport, Unit.CareRide.End end) implements UnitEvent {}

  /**
   * A dispatcher has accepted, changed or refused a proposal to move the unit. The order itself
   * follows as an event of its own.
   *
   * @param chosen place ordered instead, exactly when changed
   * @param shown what was said of the proposal
   */
  record RelocationAnswered(
      UnitId unit,
      Standby.Place proposed,
      UnitCommand.AnswerRelocation.Answer answer,
      @Nullable String chosen,
      String reason,
      UnitCommand.AnswerRelocation.Shown shown)
      implements UnitEvent {}
}
