package se.dirigent.core.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Event;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.alarm.AlarmId;
import se.dirigent.core.alarm.AlarmKind;
import se.dirigent.core.dispatch.AssignmentEvent.MilestonePassed;
import se.dirigent.core.dispatch.AssignmentEvent.UnitRedirected;
import se.dirigent.core.dispatch.AssignmentEvent.UnitStoodDown;
import se.dirigent.core.fleet.Standby;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.Unit.CareRide;
import se.dirigent.core.fleet.UnitEvent.CareRideLeft;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.incident.DoctorQuestion;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentEvent.PaperAdded;
import se.dirigent.core.incident.IncidentEvent.WaitingRoomLeft;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Phase;
import se.dirigent.core.incident.PriorityScale;
import se.dirigent.core.incident.Waiting;

/**
 * What holds before and after every command, whatever it was: taken of a scene before the command,
 * asked of the scene after it. Slow and plain on purpose, since it judges what decides; tests and
 * long runs with faults ask it after every command.
 */
public record Invariants(
    List<Incident> incidents, List<Unit> units, List<Assignment> assignments, List<Alarm> alarms) {

  /** All that a scene holds. */
  public static Invariants of(Scene scene) {
    return new Invariants(scene.incidents(), scene.units(), scene.assignments(), scene.alarms());
  }

  /**
   * A refused command changes nothing.
   *
   * @throws IllegalStateException when it did
   */
  public void requireUnchanged(Scene scene) {
    require(equals(of(scene)), () -> "a refused command changed the scene");
  }

  /**
   * Nothing is lost, nothing contradicts itself, and what ended has an event that says why.
   *
   * @param scene after the command
   * @param events the command's own, without those of alarms that follow them
   * @param scale the region's priorities
   * @param now when it was decided
   * @throws IllegalStateException with what is broken
   */
  public void requireLawful(
      Scene scene, List<? extends Event> events, PriorityScale scale, Instant now) {
    List<Assignment> open =
        scene.assignments().stream().filter(a -> a.state() == Assignment.State.OPEN).toList();
    Map<IncidentId, List<Assignment>> ofIncident =
        open.stream().collect(Collectors.groupingBy(Assignment::incident));
    Map<UnitId, List<Assignment>> ofUnit =
        open.stream().collect(Collectors.groupingBy(Assignment::unit));
    for (Incident incident : scene.incidents()) {
      requireLawful(incident, ofIncident.getOrDefault(incident.id(), List.of()), scale);
      requireLawfulLinks(incident, scene);
    }
    for (Unit unit : scene.units()) {
      requireLawful(unit, ofUnit.getOrDefault(unit.id(), List.of()), scene);
    }
    scene.assignments().forEach(assignment -> requireLawful(assignment, scene, now));
    scene.alarms().forEach(alarm -> requireLawful(alarm, scene));
    requireAlarms(scene, scale);
    for (Incident before : incidents) {
      Incident after = scene.get(before.id());
      if (before.phase() == Phase.WAITING && after.phase() != Phase.WAITING) {
        require(
            events.stream().anyMatch(e -> leavesTheRoom(e, after.id())),
            () -> after.id() + " left the waiting room silently: " + events);
      }
    }
    for (Unit before : units) {
      List<CareRide> kept = scene.get(before.id()).rides();
      before.rides().stream()
          .map(CareRide::transport)
          .filter(t -> kept.stream().noneMatch(ride -> ride.transport().equals(t)))
          .forEach(t ->
              require(
                  events.stream()
                      .anyMatch(e -> e instanceof CareRideLeft l && l.transport().equals(t)),
                  () -> before.id() + " left " + t + " silently: " + events));
    }
    for (Assignment before : assignments) {
      Assignment after = scene.get(before.id());
      if (before.state() == Assignment.State.OPEN && after.state() != Assignment.State.OPEN) {
        require(
            events.stream().anyMatch(e -> ends(e, after.id())),
            () -> after.id() + " ended silently: " + events);
      }
      if (before.state() != Assignment.State.OPEN) {
        same(before.state(), after.state(), () -> after.id() + " came to life again");
      }
    }
  }

  private static boolean leavesTheRoom(Event event, IncidentId id) {
    return event instanceof WaitingRoomLeft left && left.incident().equals(id)
        || event instanceof PaperAdded paper && paper.incident().equals(id);
  }

  private static boolean ends(Event event, AssignmentId id) {
    return event instanceof AssignmentEvent e
        && e.assignment().equals(id)
        && switch (e) {
          case MilestonePassed m -> m.milestone() == Milestone.CLEAR;
          case UnitStoodDown _, UnitRedirected _ -> true;
          case AssignmentEvent.AssignmentOnPaper p -> p.state() != Assignment.State.OPEN;
          case AssignmentEvent.UnitAssigned _,
              AssignmentEvent.DeadlineLapsed _,
              AssignmentEvent.DeviationWritten _,
              AssignmentEvent.DestinationChosen _,
              AssignmentEvent.ReceptionChanged _ ->
              false;
        };
  }

  private static void requireLawful(
      Incident incident, List<Assignment> ofIncident, PriorityScale scale) {
    incident.check();
    List<String> open = ofIncident.stream().map(a -> a.id().toString()).toList();
    same(open, incident.openAssignments(), () -> "units of " + incident.id());
    if (incident.phase() == Phase.WAITING) {
      Waiting waiting = Objects.requireNonNull(incident.waiting());
      require(waiting.nextDueAt() != null, () -> incident.id() + " waits without an end");
      require(open.isEmpty(), () -> incident.id() + " waits with units " + open);
      require(
          !waiting.checkAt().isBefore(waiting.nextDueAt()),
          () -> incident.id() + " was missed before it was due");
    }
    if (incident.phase() == Phase.CLOSED) {
      require(
          incident.pendingDowngrade() == null,
          () -> "a question stands open on the closed " + incident.id());
    }
    scale.get(incident.priority());
  }

  /** Both ends of a link know of it, and it is one step deep. */
  private static void requireLawfulLinks(Incident incident, Scene scene) {
    IncidentId original = incident.duplicateOf();
    if (original != null) {
      require(
          scene.get(original).duplicates().contains(incident.id()),
          () -> "one-sided link of " + incident.id());
      require(incident.duplicates().isEmpty(), () -> incident.id() + " is in a chain");
    }
    for (IncidentId duplicate : incident.duplicates()) {
      same(
          incident.id(),
          scene.get(duplicate).duplicateOf(),
          () -> "one-sided link of " + incident.id());
    }
    same(
        (long) incident.duplicates().size(),
        incident.duplicates().stream().distinct().count(),
        () -> "duplicates of " + incident.id());
  }

  /** An alarm that stands is about something, and somebody is told of it or answers for it. */
  private static void requireLawful(Alarm a, Scene scene) {
    if (a.incident() == null) {
      requireAboutUnit(a, scene);
    } else {
      scene.get(a.incident());
    }
    same(a.acknowledgedAt() == null, a.acknowledgedBy() == null, () -> a.id() + " half seen");
    require(a.acknowledgedAt() == null || a.owner() != null, () -> a.id() + " is nobody's");
    if (a.open() && a.assignment() != null) {
      same(
          Assignment.State.OPEN,
          scene.get(AssignmentId.parse(a.assignment())).state(),
          () -> a.id() + " is about what is over");
    }
  }

  /** An alarm about a unit stands no longer than its crew is silent. */
  private static void requireAboutUnit(Alarm a, Scene scene) {
    Unit unit = scene.get(new UnitId(String.valueOf(a.unit())));
    Standby standby = unit.standby();
    same(a.id().subject(), unit.id().value(), () -> "subject of " + a.id());
    require(
        !a.open() || standby != null && standby.state() == Standby.State.ORDERED,
        () -> a.id() + " is about what is over");
  }

  /** What is wrong has an alarm. */
  private static void requireAlarms(Scene scene, PriorityScale scale) {
    for (Incident i : scene.incidents()) {
      Waiting w = i.waiting();
      boolean alarms = scale.get(i.priority()).unassignedAlarmAfter() != null;
      requireAlarm(scene, AlarmKind.UNASSIGNED, i, alarms && w != null && w.alarmedAt() != null);
      boolean escalated = w != null && w.escalatedAt() != null;
      requireAlarm(scene, AlarmKind.QUESTION_UNANSWERED, i, unanswered(i));
      requireAlarm(scene, AlarmKind.MISSED_CONTACTS, i, escalated);
      requireAlarm(scene, AlarmKind.DOWNGRADE_WAITING, i, i.pendingDowngrade() != null);
    }
  }

  private static boolean unanswered(Incident i) {
    DoctorQuestion open = i.triage() == null ? null : i.triage().openQuestion();
    return open != null && open.lapsedAt() != null;
  }

  private static void requireAlarm(Scene scene, AlarmKind kind, Incident i, boolean stands) {
    Alarm alarm = scene.find(new AlarmId(kind, i.id().toString()));
    boolean open = alarm != null && alarm.open();
    same(
        stands
            && (i.duplicateOf() == null
                || i.waiting() == null
                || kind == AlarmKind.QUESTION_UNANSWERED),
        open,
        () -> kind + " of " + i);
  }

  private static void requireLawful(Unit unit, List<Assignment> open, Scene scene) {
    same(unit.status().busy() ? 1 : 0, open.size(), () -> unit.id() + " has " + open);
    for (Assignment a : open) {
      same(a.id().toString(), unit.assignment(), () -> "assignment of " + unit.id());
      same(a.milestone().status(), unit.status(), () -> "status of " + unit.id());
      require(
          scene.get(a.incident()).openAssignments().contains(a.id().toString()),
          () -> a.incident() + " does not know of " + a.id());
    }
  }

  private static void requireLawful(Assignment a, Scene scene, Instant now) {
    scene.get(a.incident());
    scene.get(a.unit());
    require(
        a.state() == Assignment.State.OPEN || a.checkAt() == null,
        () -> a.id() + " has ended but its clock still runs");
    same(
        a.state() == Assignment.State.CLEARED,
        a.milestone() == Milestone.CLEAR,
        () -> "end of " + a.id());
    @Nullable Instant previous = null;
    for (Milestone milestone : Milestone.values()) {
      Instant at = a.times().of(milestone);
      if (at != null) {
        require(!at.isAfter(now), () -> a.id() + " passed " + milestone + " in the future");
        require(previous == null || !at.isBefore(previous), () -> "order of " + a.times());
        previous = at;
      }
    }
  }

  private static void require(boolean holds, Supplier<String> otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise.get());
    }
  }

  private static void same(
      @Nullable Object expected, @Nullable Object found, Supplier<String> what) {
    require(
        Objects.equals(expected, found),
        () -> what.get() + ": expected " + expected + ", found " + found);
  }
}
