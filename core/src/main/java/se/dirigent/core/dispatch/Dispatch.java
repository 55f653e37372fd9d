package se.dirigent.core.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Event;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.dispatch.AssignmentEvent.DeadlineLapsed;
import se.dirigent.core.dispatch.AssignmentEvent.DestinationChosen;
import se.dirigent.core.dispatch.AssignmentEvent.DeviationWritten;
import se.dirigent.core.dispatch.AssignmentEvent.MilestonePassed;
import se.dirigent.core.dispatch.AssignmentEvent.ReceptionChanged;
import se.dirigent.core.dispatch.AssignmentEvent.UnitAssigned;
import se.dirigent.core.dispatch.AssignmentEvent.UnitRedirected;
import se.dirigent.core.dispatch.AssignmentEvent.UnitStoodDown;
import se.dirigent.core.dispatch.DispatchCommand.Assign;
import se.dirigent.core.dispatch.DispatchCommand.ChangeReception;
import se.dirigent.core.dispatch.DispatchCommand.CheckDeadlines;
import se.dirigent.core.dispatch.DispatchCommand.ChooseDestination;
import se.dirigent.core.dispatch.DispatchCommand.Pass;
import se.dirigent.core.dispatch.DispatchCommand.Redirect;
import se.dirigent.core.dispatch.DispatchCommand.SendAssessmentCar;
import se.dirigent.core.dispatch.DispatchCommand.StandDown;
import se.dirigent.core.fleet.Fleet;
import se.dirigent.core.fleet.Standby;
import se.dirigent.core.fleet.Standbys;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitEvent.UnitStatusChanged;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.Incidents;
import se.dirigent.core.incident.Leaving;
import se.dirigent.core.incident.Outcome;
import se.dirigent.core.incident.PriorityLevel;
import se.dirigent.core.incident.SecondTriage;

/** The rules of dispatch: which command leads to which events on incidents, units, assignments. */
public final class Dispatch {
  private final Scene scene;
  private final DispatchRules rules;
  private final Stamp stamp;
  private final List<Event> events = new ArrayList<>();

  private Dispatch(Scene scene, DispatchRules rules, Stamp stamp) {
    this.scene = scene;
    this.rules = rules;
    this.stamp = stamp;
  }

  /**
   * Decides a command. The scene must hold the incidents, units and assignments the command names,
   * and those they name; it is changed as the events change it, and not at all by a refusal.
   *
   * @return what happened, in order, on all three kinds
   * @throws Refused when the command may not be carried out; nothing has changed
   */
  public static List<Event> decide(
      Scene scene, DispatchCommand command, DispatchRules rules, Stamp stamp) {
    Dispatch dispatch = new Dispatch(scene.draft(), rules, stamp);
    switch (command) {
      case Assign c -> dispatch.assign(c);
      case SendAssessmentCar c -> dispatch.sendAssessmentCar(c);
      case Pass c -> dispatch.pass(c);
      case StandDown c -> dispatch.standDown(c);
      case Redirect c -> dispatch.redirect(c);
      case ChooseDestination c -> dispatch.chooseDestination(c);
      case ChangeReception c -> dispatch.changeReception(c);
      case CheckDeadlines c -> dispatch.checkDeadlines(c);
    }
    dispatch.events.forEach(event -> scene.apply(event, stamp));
    return List.copyOf(dispatch.events);
  }

  private void happens(Event event) {
    scene.apply(event, stamp);
    events.add(event);
  }

  private void assign(Assign c) {
    for (UnitId id : c.units()) {
      Unit unit = scene.get(id);
      refuseSpecial(unit, scene.get(c.incident()), c.medical());
      if (retaskable(unit)) {
        clear(openAssignmentOf(unit), stamp.at(), conveyed());
        unit = scene.get(id);
      }
      refuseUnavailable(unit);
      refuseCarrying(unit);
      send(unit, scene.get(c.incident()));
    }
  }

  private void sendAssessmentCar(SendAssessmentCar c) {
    SecondTriage.requireOwn(scene.get(c.incident()), stamp);
    Unit unit = scene.get(c.unit());
    if (unit.kind() != UnitKind.ASSESSMENT_CAR) {
      throw Refused.state("unit.notAssessmentCar", "unit", Map.of("unit", unit.callSign()));
    }
    assign(new Assign(c.incident(), List.of(c.unit())));
  }

  /** After hand-over and the region's time for it, a unit may be sent without having said clear. */
  private boolean retaskable(Unit unit) {
    if (unit.status() != UnitStatus.HANDING_OVER) {
      return false;
    }
    // From the hand-over itself, which the crew may have told of only later.
    Instant handedOverAt = openAssignmentOf(unit).times().handedOverAt();
    return handedOverAt != null
        && !stamp.at().isBefore(handedOverAt.plus(rules.retaskAfterHandover()));
  }

  /**
   * Doctor cars, helicopters and their like are few: one person weighs who needs them most, the
   * medical dispatcher or the doctor on call who was asked.
   */
  private static void refuseSpecial(Unit unit, Incident incident, boolean medical) {
    if (unit.special() && !medical && !incident.approved(unit.id().value())) {
      throw Refused.state("unit.special", "units", Map.of("unit", unit.callSign()));
    }
  }

  private static void refuseUnavailable(Unit unit) {
    Map<String, String> who =
        Map.of("unit", unit.callSign(), "assignment", String.valueOf(unit.assignment()));
    switch (unit.status()) {
      case AVAILABLE -> {}
      case OFF_DUTY -> throw Refused.state("unit.offDuty", "units", who);
      case UNAVAILABLE -> throw Refused.state("unit.unavailable", "units", who);
      case TASKED,
          ACKNOWLEDGED,
          ROLLING,
          AT_ADDRESS,
          AT_PATIENT,
          LOADED,
          AT_DESTINATION,
          HANDING_OVER ->
          throw Refused.state("unit.busy", "units", who);
    }
  }

  /** Who has a care transport's patient on board takes the patient there first. */
  private static void refuseCarrying(Unit unit) {
    if (unit.carries()) {
      throw Refused.state("unit.transportOnBoard", "units", Map.of("unit", unit.callSign()));
    }
  }

  private void send(Unit unit, Incident incident) {
    PriorityLevel level = rules.incidents().scale().get(incident.priority());
    AssignmentId id = AssignmentId.next(incident);
    Instant acknowledgeBy = stamp.at().plus(level.acknowledgeWithin());
    Duration roll = level.rollWithin();
    Incidents.openAssignment(incident, id.toString(), unit.id().value()).forEach(this::happens);
    happens(
        new UnitAssigned(
            id,
            unit.id(),
            incident.region(),
            incident.priority(),
            acknowledgeBy,
            roll == null ? null : stamp.at().plus(roll)));
    Standbys.ended(unit, Standby.End.DISPATCHED).forEach(this::happens);
    Fleet.calledOff(unit, Unit.CareRide.End.DISPATCHED).forEach(this::happens);
    happens(new UnitStatusChanged(unit.id(), UnitStatus.TASKED, id.toString(), ""));
  }

  private void pass(Pass c) {
    Assignment a = openOnly(scene.get(c.assignment()));
    if (c.milestone().compareTo(a.milestone()) <= 0) {
      throw Refused.state(
          "milestone.passed",
          "milestone",
          Map.of("milestone", c.milestone().name(), "current", a.milestone().name()));
    }
    Instant at = c.at() == null ? stamp.at() : stamp.past("at", c.at());
    requireOrder(a, at);
    if (c.outcome() != null) {
      refuseOutcome(c.milestone(), c.outcome());
    }
    if (c.milestone() == Milestone.CLEAR) {
      boolean loaded = a.milestone().compareTo(Milestone.LOADED) >= 0;
      clear(a, at, c.outcome() == null && loaded ? conveyed() : c.outcome());
      return;
    }
    happens(new MilestonePassed(a.id(), c.milestone(), at, nextCheck(a, c.milestone())));
    happens(new UnitStatusChanged(a.unit(), c.milestone().status(), a.id().toString(), ""));
  }

  private static void refuseOutcome(Milestone milestone, Outcome outcome) {
    if (milestone != Milestone.CLEAR) {
      throw new Refused("milestone.outcome", "outcome", Map.of());
    }
    Incidents.refuseBareDuplicate(outcome);
  }

  private static void requireOrder(Assignment a, Instant at) {
    Instant before = a.times().of(a.milestone());
    if (before != null && at.isBefore(before)) {
      throw new Refused(
          "time.order", "at", Map.of("value", at.toString(), "other", before.toString()));
    }
  }

  private static @Nullable Instant nextCheck(Assignment a, Milestone passed) {
    return passed == Milestone.ACKNOWLEDGED ? a.rollBy() : null;
  }

  private static Outcome conveyed() {
    return new Outcome(Outcome.Kind.CONVEYED, "");
  }

  private void clear(Assignment a, Instant at, @Nullable Outcome outcome) {
    happens(new MilestonePassed(a.id(), Milestone.CLEAR, at, null));
    release(a, Leaving.CLEAR, outcome);
  }

  /** The unit is free; the incident is closed or goes back to the waiting room, never neither. */
  private void release(Assignment a, Leaving why, @Nullable Outcome outcome) {
    happens(new UnitStatusChanged(a.unit(), UnitStatus.AVAILABLE, null, ""));
    Incidents.endAssignment(
            scene.get(a.incident()),
            a.id().toString(),
            a.unit().value(),
            why,
            outcome,
            rules.incidents(),
            stamp)
        .forEach(this::happens);
  }

  private void standDown(StandDown c) {
    Assignment a = openOnly(scene.get(c.assignment()));
    refusePatientOnBoard(a);
    happens(new UnitStoodDown(a.id(), c.reason()));
    release(a, Leaving.STOOD_DOWN, handedOver(a) ? conveyed() : null);
  }

  private void redirect(Redirect c) {
    Assignment a = openAssignmentOf(scene.get(c.unit()));
    refuseSpecial(scene.get(c.unit()), scene.get(c.to()), c.medical());
    if (a.incident().equals(c.to())) {
      throw Refused.state("redirect.same", "incident", Map.of("incident", c.to().toString()));
    }
    refusePatientOnBoard(a);
    happens(new UnitRedirected(a.id(), c.to(), c.reason()));
    release(a, Leaving.REDIRECTED, handedOver(a) ? conveyed() : null);
    send(scene.get(c.unit()), scene.get(c.to()));
  }

  private static boolean handedOver(Assignment a) {
    return a.milestone() == Milestone.HANDED_OVER;
  }

  private static void refusePatientOnBoard(Assignment a) {
    if (a.milestone().status().patientOnBoard()) {
      throw Refused.state("unit.patientOnBoard", "", Map.of("unit", a.unit().value()));
    }
  }

  private Assignment openAssignmentOf(Unit unit) {
    String assignment = unit.assignment();
    if (assignment == null) {
      throw Refused.state("unit.free", "unit", Map.of("unit", unit.callSign()));
    }
    return openOnly(scene.get(AssignmentId.parse(assignment)));
  }

  private static Assignment openOnly(Assignment a) {
    if (a.state() != Assignment.State.OPEN) {
      throw Refused.state(
          "assignment.ended",
          "assignment",
          Map.of("assignment", a.id().toString(), "state", a.state().name()));
    }
    return a;
  }

  private void chooseDestination(ChooseDestination c) {
    Assignment a = openOnly(scene.get(c.assignment()));
    if (a.milestone().compareTo(Milestone.AT_DESTINATION) >= 0) {
      throw Refused.state("destination.late", "facility", Map.of());
    }
    boolean declined = a.reception().state() == Reception.State.DECLINED;
    if (c.facility().equals(a.destination()) && !declined) {
      // Chosen again it would silently wipe out what the receiver has answered.
      throw Refused.state("destination.same", "facility", Map.of("facility", c.facility()));
    }
    happens(new DestinationChosen(a.id(), c.facility()));
  }

  private void changeReception(ChangeReception c) {
    Assignment a = scene.get(c.assignment());
    if (a.state() != Assignment.State.CLEARED) {
      // The answer may come after the patient, but not for a patient who will not come.
      openOnly(a);
    }
    if (a.destination() == null) {
      throw Refused.state("reception.noDestination", "state", Map.of());
    }
    Reception.State now = a.reception().state();
    if (now == c.state()) {
      throw Refused.state("reception.same", "state", Map.of("state", now.name()));
    }
    if (c.state() == Reception.State.NOTIFIED && now != Reception.State.NONE) {
      throw Refused.state("reception.answered", "state", Map.of("state", now.name()));
    }
    happens(new ReceptionChanged(a.id(), c.state()));
  }

  private void checkDeadlines(CheckDeadlines c) {
    Assignment a = scene.get(c.assignment());
    Instant checkAt = a.checkAt();
    boolean open = a.state() == Assignment.State.OPEN;
    if (!open || checkAt == null || stamp.at().isBefore(checkAt)) {
      return;
    }
    Deadline deadline = a.milestone() == Milestone.ASSIGNED ? Deadline.ACKNOWLEDGE : Deadline.ROLL;
    int step = 1 + (int) a.lapses().stream().filter(l -> l.deadline() == deadline).count();
    boolean last = step >= Lapse.STEP_LAST;
    Instant next = last ? null : stamp.at().plus(rules.lapseStep());
    happens(new DeadlineLapsed(a.id(), deadline, step, next));
    if (last) {
      happens(new DeviationWritten(a.id(), deadline));
    }
  }
}
