package se.dirigent.core.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.fleet.UnitCommand.EndShift;
import se.dirigent.core.fleet.UnitCommand.Register;
import se.dirigent.core.fleet.UnitCommand.SetAvailability;
import se.dirigent.core.fleet.UnitCommand.StartShift;
import se.dirigent.core.fleet.UnitEvent.ShiftEnded;
import se.dirigent.core.fleet.UnitEvent.ShiftStarted;
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
    return List.of(new ShiftEnded(unit.id()));
  }

  private static List<UnitEvent> setAvailability(Unit unit, SetAvailability c) {
    if (unit.status() == UnitStatus.OFF_DUTY) {
      throw Refused.state("unit.offDuty", "unit", Map.of("unit", unit.callSign()));
    }
    refuseBusy(unit);
    UnitStatus wanted = c.available() ? UnitStatus.AVAILABLE : UnitStatus.UNAVAILABLE;
    return List.of(new UnitStatusChanged(unit.id(), wanted, null, c.reason()));
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
      case ShiftEnded _ -> with(unit, UnitStatus.OFF_DUTY, stamp, null, null, unit.crew(), null);
      case UnitStatusChanged e ->
          with(
              unit,
              e.status(),
              stamp,
              e.assignment(),
              unit.shift(),
              unit.crew(),
              e.status() == UnitStatus.UNAVAILABLE ? e.reason() : null);
    };
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
        1);
  }

  private static Unit onShift(Unit u, ShiftStarted e, Stamp stamp) {
    UnitStatus status = u.status() == UnitStatus.OFF_DUTY ? UnitStatus.AVAILABLE : u.status();
    return with(u, status, stamp, u.assignment(), e.shift(), e.crew(), u.unavailableReason());
  }

  private static Unit with(
      Unit u,
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
        u.version() + 1);
  }
}
