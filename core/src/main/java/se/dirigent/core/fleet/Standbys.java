package se.dirigent.core.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.fleet.UnitCommand.AnswerRelocation;
import se.dirigent.core.fleet.UnitCommand.AnswerStandby;
import se.dirigent.core.fleet.UnitCommand.EndStandby;
import se.dirigent.core.fleet.UnitCommand.NoteOwnMove;
import se.dirigent.core.fleet.UnitCommand.OrderStandby;
import se.dirigent.core.fleet.UnitEvent.OwnMoveInferred;
import se.dirigent.core.fleet.UnitEvent.RelocationAnswered;
import se.dirigent.core.fleet.UnitEvent.StandbyAnswered;
import se.dirigent.core.fleet.UnitEvent.StandbyArrived;
import se.dirigent.core.fleet.UnitEvent.StandbyEnded;
import se.dirigent.core.fleet.UnitEvent.StandbyOrdered;

/** The rules of standing elsewhere: orders, their answers, and what ends them. */
public final class Standbys {
  private Standbys() {}

  static List<UnitEvent> order(Unit unit, OrderStandby c, Stamp stamp) {
    refuseNotFree(unit);
    Fleet.refuseDriving(unit);
    Standby now = unit.standby();
    if (now != null && now.place().id().equals(c.place().id())) {
      throw Refused.state(
          "standby.same", "place", Map.of("unit", unit.callSign(), "place", c.place().name()));
    }
    Standby.Terms terms = c.terms();
    if (!terms.underWay() && unit.moves().inShift() >= terms.movesMax()) {
      throw Refused.state(
          "standby.moves",
          "unit",
          Map.of(
              "unit", unit.callSign(),
              "moves", String.valueOf(unit.moves().inShift()),
              "max", String.valueOf(terms.movesMax())));
    }
    List<UnitEvent> events = new ArrayList<>(ended(unit, Standby.End.REPLACED));
    events.add(
        new StandbyOrdered(
            unit.id(),
            c.place(),
            c.reason(),
            stamp.at().plus(terms.answerWithin()),
            terms.underWay()));
    return events;
  }

  static List<UnitEvent> answer(Unit unit, AnswerStandby c) {
    Standby standby = standing(unit);
    if (standby.state() != Standby.State.ORDERED) {
      throw Refused.state(
          "standby.answered",
          "accepted",
          Map.of("unit", unit.callSign(), "place", standby.place().name()));
    }
    return c.accepted()
        ? List.of(new StandbyAnswered(unit.id(), standby.place().id()))
        : List.of(end(unit, standby, Standby.End.DECLINED, c.reason()));
  }

  static List<UnitEvent> arrive(Unit unit) {
    Standby standby = standing(unit);
    if (standby.state() == Standby.State.THERE) {
      throw Refused.state(
          "standby.there",
          "unit",
          Map.of("unit", unit.callSign(), "place", standby.place().name()));
    }
    List<UnitEvent> events = new ArrayList<>();
    if (standby.state() == Standby.State.ORDERED) {
      // Who stands there has gone there, said or not.
      events.add(new StandbyAnswered(unit.id(), standby.place().id()));
    }
    events.add(new StandbyArrived(unit.id(), standby.place().id()));
    return events;
  }

  static List<UnitEvent> end(Unit unit, EndStandby c) {
    return List.of(end(unit, standing(unit), c.end(), c.reason()));
  }

  static List<UnitEvent> noteOwnMove(Unit unit, NoteOwnMove c) {
    refuseNotFree(unit);
    Fleet.refuseDriving(unit);
    Standby now = unit.standby();
    if (now != null) {
      throw Refused.state(
          "standby.same", "place", Map.of("unit", unit.callSign(), "place", now.place().name()));
    }
    return List.of(new OwnMoveInferred(unit.id(), c.place()));
  }

  static List<UnitEvent> answerRelocation(Unit unit, AnswerRelocation c, Stamp stamp) {
    List<UnitEvent> events = new ArrayList<>();
    Standby.Place chosen = c.chosen();
    events.add(
        new RelocationAnswered(
            unit.id(),
            c.proposed(),
            c.answer(),
            chosen == null ? null : chosen.id(),
            c.reason(),
            c.shown()));
    Standby.Place to = chosen == null ? c.proposed() : chosen;
    switch (c.answer()) {
      case ACCEPTED, CHANGED ->
          events.addAll(order(unit, new OrderStandby(unit.id(), to, c.reason(), c.terms()), stamp));
      case REFUSED -> {}
    }
    return events;
  }

  /** What ends when the unit is taken for something else; nothing when it stands nowhere. */
  public static List<UnitEvent> ended(Unit unit, Standby.End why) {
    Standby standby = unit.standby();
    return standby == null ? List.of() : List.of(end(unit, standby, why, ""));
  }

  private static UnitEvent end(Unit unit, Standby standby, Standby.End why, String reason) {
    return new StandbyEnded(unit.id(), standby.place().id(), why, reason);
  }

  private static Standby standing(Unit unit) {
    Standby standby = unit.standby();
    if (standby == null) {
      throw Refused.state("standby.none", "unit", Map.of("unit", unit.callSign()));
    }
    return standby;
  }

  private static void refuseNotFree(Unit unit) {
    switch (unit.status()) {
      case AVAILABLE -> {}
      case OFF_DUTY -> throw Refused.state("unit.offDuty", "unit", Map.of("unit", unit.callSign()));
      case UNAVAILABLE ->
          throw Refused.state("unit.unavailable", "unit", Map.of("unit", unit.callSign()));
      case TASKED,
          ACKNOWLEDGED,
          ROLLING,
          AT_ADDRESS,
          AT_PATIENT,
          LOADED,
          AT_DESTINATION,
          HANDING_OVER ->
          throw Refused.state(
              "unit.busy",
              "unit",
              Map.of("unit", unit.callSign(), "assignment", String.valueOf(unit.assignment())));
    }
  }

  /** The order after the event; null when there is none any more. */
  static @Nullable Standby fold(@Nullable Standby before, UnitEvent event, Stamp stamp) {
    return switch (event) {
      case StandbyOrdered e ->
          new Standby(
              e.place(),
              Standby.State.ORDERED,
              stamp.by(),
              e.reason(),
              stamp.at(),
              null,
              null,
              e.answerBy(),
              e.underWay());
      case StandbyAnswered _ -> with(before, Standby.State.ON_WAY, stamp.at(), null);
      case StandbyArrived _ ->
          with(
              before, Standby.State.THERE, before == null ? null : before.answeredAt(), stamp.at());
      case OwnMoveInferred e ->
          new Standby(
              e.place(), Standby.State.THERE, "", "", stamp.at(), null, stamp.at(), null, null);
      case StandbyEnded _ -> null;
      case RelocationAnswered _ -> before;
      case UnitEvent.UnitRegistered _, UnitEvent.ShiftStarted _, UnitEvent.ShiftEnded _ -> before;
      case UnitEvent.UnitStatusChanged _ -> before;
      case UnitEvent.CareRideReached _, UnitEvent.CareRideLeft _ -> before;
    };
  }

  private static Standby with(
      @Nullable Standby before,
      Standby.State state,
      @Nullable Instant answeredAt,
      @Nullable Instant arrivedAt) {
    if (before == null) {
      throw new IllegalStateException("an answer to no order");
    }
    return new Standby(
        before.place(),
        state,
        before.by(),
        before.reason(),
        before.orderedAt(),
        answeredAt,
        arrivedAt,
        before.answerBy(),
        before.underWay());
  }

  /** The count after the event; who waits elsewhere than at home on its way back is not moved. */
  static Moves fold(Unit unit, UnitEvent event, Stamp stamp) {
    Moves before = unit.moves();
    Standby standby = unit.standby();
    boolean underWay = standby != null && Boolean.TRUE.equals(standby.underWay());
    return switch (event) {
      case StandbyAnswered _ -> underWay ? before : before.more(stamp.at());
      case OwnMoveInferred _ -> before.more(stamp.at());
      case RelocationAnswered e ->
          switch (e.answer()) {
            case REFUSED -> before.refused(stamp.at());
            case ACCEPTED, CHANGED -> before;
          };
      case UnitEvent.ShiftEnded _ -> Moves.NONE;
      case StandbyOrdered _, StandbyArrived _, StandbyEnded _ -> before;
      case UnitEvent.UnitRegistered _, UnitEvent.ShiftStarted _ -> before;
      case UnitEvent.UnitStatusChanged _ -> before;
      case UnitEvent.CareRideReached _, UnitEvent.CareRideLeft _ -> before;
    };
  }
}
