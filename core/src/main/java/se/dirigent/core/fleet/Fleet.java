package se.dirigent.core.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.fleet.Unit.CareRide;
import se.dirigent.core.fleet.UnitCommand.AnswerRelocation;
import se.dirigent.core.fleet.UnitCommand.AnswerStandby;
import se.dirigent.core.fleet.UnitCommand.ArriveAtStandby;
import se.dirigent.core.fleet.UnitCommand.EndShift;
import se.dirigent.core.fleet.UnitCommand.EndStandby;
import se.dirigent.core.fleet.UnitCommand.LeaveCareRide;
import se.dirigent.core.fleet.UnitCommand.NoteOwnMove;
import se.dirigent.core.fleet.UnitCommand.OrderStandby;
import se.dirigent.core.fleet.UnitCommand.ReachCareRide;
import se.dirigent.core.fleet.UnitCommand.Register;
import se.dirigent.core.fleet.UnitCommand.SetAvailability;
import se.dirigent.core.fleet.UnitCommand.StartShift;
import se.dirigent.core.fleet.UnitEvent.CareRideLeft;
import se.dirigent.core.fleet.UnitEvent.CareRideReached;
import se.dirigent.core.fleet.UnitEvent.OwnMoveInferred;
import se.dirigent.core.fleet.UnitEvent.RelocationAnswered;
import se.dirigent.core.fleet.UnitEvent.ShiftEnded;
import se.dirigent.core.fleet.UnitEvent.ShiftStarted;
import se.dirigent.core.fleet.UnitEvent.StandbyAnswered;
import se.dirigent.core.fleet.UnitEvent.StandbyArrived;
import se.dirigent.core.fleet.UnitEvent.StandbyEnded;
import se.dirigent.core.fleet.UnitEvent.StandbyOrdered;
import se.dirigent.core.fleet.UnitEvent.UnitRegistered;
import se.dirigent.core.fleet.UnitEvent.UnitStatusChanged;

/** The rules of the fleet: which command leads to which events, and what events make of a unit. */
public final class Fleet {
  /**
   * How long before its shift a crew may come on duty. Its unit can be sent from then on, so a
   * shift entered for tomorrow must not make it look manned today.
   */
  private static final Duration EARLY_MAX = Duration.ofHours(2);

  private Fleet() {}

  /**
   * Decides a command.
   *
   * @param unit the unit as it is, or null when there is none of that name
   * @throws Refused when the command may not be carried out; nothing has changed
   */
  public static List<UnitEvent> decide(@Nullable Unit unit, UnitCommand command, Stamp stamp) {
    return switch (command) {
      case Register c -> register(unit, c);
      case StartShift c -> startShift(known(unit, c), c, stamp);
      case EndShift c -> endShift(known(unit, c));
      case SetAvailability c -> setAvailability(known(unit, c), c);
      case OrderStandby c -> Standbys.order(known(unit, c), c, stamp);
      case AnswerStandby c -> Standbys.answer(known(unit, c), c);
      case ArriveAtStandby c -> Standbys.arrive(known(unit, c));
      case EndStandby c -> Standbys.end(known(unit, c), c);
      case NoteOwnMove c -> Standbys.noteOwnMove(known(unit, c), c);
      case AnswerRelocation c -> Standbys.answerRelocation(known(unit, c), c, stamp);
      case ReachCareRide c -> reach(known(unit, c), c);
      case LeaveCareRide c -> leave(known(unit, c), c);
    };
  }

  private static Unit known(@Nullable Unit unit, UnitCommand command) {
    if (unit == null) {
      throw Refused.unknown("unit.unknown", "unit", Map.of("unit", command.unit().value()));
    }
    return unit;
  }

  private static List<UnitEvent> register(@Nullable Unit unit, Register c) {
    if (unit != null) {
      throw Refused.state("unit.exists", "unit", Map.of("unit", unit.id().value()));
    }
    return List.of(
        new UnitRegistered(
            c.unit(),
            c.region(),
            c.callSign(),
            c.kind(),
            c.capabilities(),
            c.crew(),
            c.station(),
            c.owner(),
            c.special()));
  }

  private static List<UnitEvent> startShift(Unit unit, StartShift c, Stamp stamp) {
    if (!c.shift().end().isAfter(stamp.at())) {
      throw new Refused("shift.past", "end", Map.of("end", c.shift().end().toString()));
    }
    if (c.shift().start().isAfter(stamp.at().plus(EARLY_MAX))) {
      throw new Refused(
          "shift.early",
          "start",
          Map.of(
              "start", c.shift().start().toString(), "max", String.valueOf(EARLY_MAX.toHours())));
    }
    return List.of(new ShiftStarted(unit.id(), c.shift(), c.crew()));
  }

  private static List<UnitEvent> endShift(Unit unit) {
    if (unit.status() == UnitStatus.OFF_DUTY) {
      throw Refused.state("unit.offDuty", "unit", Map.of("unit", unit.callSign()));
    }
    refuseBusy(unit);
    refuseDriving(unit);
    List<UnitEvent> events = new ArrayList<>(Standbys.ended(unit, Standby.End.OFF_DUTY));
    events.addAll(calledOff(unit, CareRide.End.OFF_DUTY));
    events.add(new ShiftEnded(unit.id()));
    return events;
  }

  private static List<UnitEvent> setAvailability(Unit unit, SetAvailability c) {
    if (unit.status() == UnitStatus.OFF_DUTY) {
      throw Refused.state("unit.offDuty", "unit", Map.of("unit", unit.callSign()));
    }
    refuseBusy(unit);
    UnitStatus wanted = c.available() ? UnitStatus.AVAILABLE : UnitStatus.UNAVAILABLE;
    List<UnitEvent> events = new ArrayList<>();
    if (!c.available()) {
      events.addAll(Standbys.ended(unit, Standby.End.UNAVAILABLE));
      // What is only settled stands: most breaks are meals, and the plan sees the longer ones.
      calledOff(unit, CareRide.End.UNAVAILABLE).stream()
          .filter(e -> stageOf(unit, e.transport()) == CareRide.Stage.UNDER_WAY)
          .forEach(events::add);
    }
    events.add(new UnitStatusChanged(unit.id(), wanted, null, c.reason()));
    return events;
  }

  /** A busy unit keeps its incident until a person stands it down or redirects it. */
  private static void refuseBusy(Unit unit) {
    if (unit.status().busy()) {
      throw Refused.state(
          "unit.busy",
          "unit",
          Map.of("unit", unit.callSign(), "assignment", String.valueOf(unit.assignment())));
    }
  }

  /** A crew on its way with a care transport finishes it, or is called off, before it goes home. */
  static void refuseDriving(Unit unit) {
    if (unit.drives()) {
      throw Refused.state("unit.driving", "unit", Map.of("unit", unit.callSign()));
    }
  }

  /** What the unit leaves when it is taken for something else: patients on board stay there. */
  public static List<CareRideLeft> calledOff(Unit unit, CareRide.End why) {
    return unit.rides().stream()
        .filter(ride -> ride.stage() != CareRide.Stage.ON_BOARD)
        .map(ride -> new CareRideLeft(unit.id(), ride.transport(), why))
        .toList();
  }

  private static CareRide.@Nullable Stage stageOf(Unit unit, String transport) {
    return unit.rides().stream()
        .filter(ride -> ride.transport().equals(transport))
        .map(CareRide::stage)
        .findAny()
        .orElse(null);
  }

  private static List<UnitEvent> reach(Unit unit, ReachCareRide c) {
    if (stageOf(unit, c.transport()) == c.stage()) {
      return List.of();
    }
    List<UnitEvent> events = new ArrayList<>();
    if (c.stage() != CareRide.Stage.LOCKED) {
      refuseBusy(unit);
      if (unit.status() == UnitStatus.OFF_DUTY) {
        throw Refused.state("unit.offDuty", "unit", Map.of("unit", unit.callSign()));
      }
      events.addAll(Standbys.ended(unit, Standby.End.DISPATCHED));
    }
    events.add(new CareRideReached(unit.id(), c.transport(), c.stage()));
    return events;
  }

  private static List<UnitEvent> leave(Unit unit, LeaveCareRide c) {
    return stageOf(unit, c.transport()) == null
        ? List.of()
        : List.of(new CareRideLeft(unit.id(), c.transport(), CareRide.End.OVER));
  }

  /** The unit after the event. */
  public static Unit fold(@Nullable Unit unit, UnitEvent event, Stamp stamp) {
    if (event instanceof UnitRegistered e) {
      return registered(e, stamp);
    }
    if (unit == null) {
      throw new IllegalStateException("event before registration: " + event);
    }
    return switch (event) {
      case UnitRegistered e -> registered(e, stamp);
      case ShiftStarted e -> onShift(unit, e, stamp);
      case ShiftEnded e -> with(unit, e, UnitStatus.OFF_DUTY, stamp, null, null, unit.crew(), null);
      case UnitStatusChanged e ->
          with(
              unit,
              e,
              e.status(),
              stamp,
              e.assignment(),
              unit.shift(),
              unit.crew(),
              e.status() == UnitStatus.UNAVAILABLE ? e.reason() : null);
      case StandbyOrdered _, StandbyAnswered _, StandbyArrived _ -> standing(unit, event, stamp);
      case StandbyEnded _, OwnMoveInferred _ -> standing(unit, event, stamp);
      case RelocationAnswered _ -> standing(unit, event, stamp);
      case CareRideReached _, CareRideLeft _ -> standing(unit, event, stamp);
    };
  }

  private static List<CareRide> rides(Unit unit, UnitEvent event, Stamp stamp) {
    List<CareRide> rides = new ArrayList<>(unit.rides());
    if (event instanceof CareRideReached e) {
      rides.removeIf(ride -> ride.transport().equals(e.transport()));
      rides.add(new CareRide(e.transport(), e.stage(), stamp.at()));
    } else if (event instanceof CareRideLeft e) {
      rides.removeIf(ride -> ride.transport().equals(e.transport()));
    }
    return rides;
  }

  /** Nothing but where it stands, how often it was moved and what it drives has changed. */
  private static Unit standing(Unit u, UnitEvent event, Stamp stamp) {
    return with(
        u, event, u.status(), stamp, u.assignment(), u.shift(), u.crew(), u.unavailableReason());
  }

  private static Unit registered(UnitRegistered e, Stamp stamp) {
    return new Unit(
        e.unit(),
        e.region(),
        e.callSign(),
        e.kind(),
        e.capabilities(),
        e.crew(),
        e.station(),
        e.owner(),
        e.special(),
        UnitStatus.OFF_DUTY,
        stamp.at(),
        null,
        null,
        null,
        null,
        Moves.NONE,
        List.of(),
        1);
  }

  private static Unit onShift(Unit u, ShiftStarted e, Stamp stamp) {
    UnitStatus status = u.status() == UnitStatus.OFF_DUTY ? UnitStatus.AVAILABLE : u.status();
    return with(u, e, status, stamp, u.assignment(), e.shift(), e.crew(), u.unavailableReason());
  }

  private static Unit with(
      Unit u,
      UnitEvent event,
      UnitStatus status,
      Stamp stamp,
      @Nullable String assignment,
      @Nullable Shift shift,
      List<CrewMember> crew,
      @Nullable String unavailableReason) {
    return new Unit(
        u.id(),
        u.region(),
        u.callSign(),
        u.kind(),
        u.capabilities(),
        crew,
        u.station(),
        u.owner(),
        u.special(),
        status,
        status == u.status() ? u.statusSince() : stamp.at(),
        assignment,
        shift,
        unavailableReason,
        // Also one that ends unsaid, as when paper is entered, does not outlive being free.
        status == UnitStatus.AVAILABLE ? Standbys.fold(u.standby(), event, stamp) : null,
        Standbys.fold(u, event, stamp),
        rides(u, event, stamp),
        u.version() + 1);
  }
}
