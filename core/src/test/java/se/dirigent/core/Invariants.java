package se.dirigent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.alarm.AlarmId;
import se.dirigent.core.alarm.AlarmKind;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.AssignmentEvent;
import se.dirigent.core.dispatch.AssignmentEvent.MilestonePassed;
import se.dirigent.core.dispatch.AssignmentEvent.UnitRedirected;
import se.dirigent.core.dispatch.AssignmentEvent.UnitStoodDown;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.dispatch.Scene;
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
import se.dirigent.core.incident.Waiting;

/**
 * What holds before and after every command, whatever it was: taken of a scene before the command,
 * asked of the scene after it.
 */
record Invariants(
    List<Incident> incidents, List<Unit> units, List<Assignment> assignments, List<Alarm> alarms) {
  static Invariants of(Scene scene) {
    return new Invariants(scene.incidents(), scene.units(), scene.assignments(), scene.alarms());
  }

  /** A refused command changes nothing. */
  void requireUnchanged(Scene scene) {
    assertEquals(this, of(scene), "a refused command changed the scene");
  }

  /** Nothing is lost, nothing contradicts itself, and what ended has an event that says why. */
  void requireLawful(Scene scene, List<Event> events, Instant now) {
    List<Assignment> open =
        scene.assignments().stream().filter(a -> a.state() == Assignment.State.OPEN).toList();
    Map<IncidentId, List<Assignment>> ofIncident =
        open.stream().collect(Collectors.groupingBy(Assignment::incident));
    Map<UnitId, List<Assignment>> ofUnit =
        open.stream().collect(Collectors.groupingBy(Assignment::unit));
    for (Incident incident : scene.incidents()) {
      requireLawful(incident, ofIncident.getOrDefault(incident.id(), List.of()));
      requireLawfulLinks(incident, scene);
    }
    for (Unit unit : scene.units()) {
      requireLawful(unit, ofUnit.getOrDefault(unit.id(), List.of()), scene);
    }
    scene.assignments().forEach(assignment -> requireLawful(assignment, scene, now));
    scene.alarms().forEach(alarm -> requireLawful(alarm, scene));
    requireAlarms(scene);
    for (Incident before : incidents) {
      Incident after = scene.get(before.id());
      if (before.phase() == Phase.WAITING && after.phase() != Phase.WAITING) {
        assertTrue(
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
              assertTrue(
                  events.stream()
                      .anyMatch(e -> e instanceof CareRideLeft l && l.transport().equals(t)),
                  () -> before.id() + " left " + t + " silently: " + events));
    }
    for (Assignment before : assignments) {
      Assignment after = scene.get(before.id());
      if (before.state() == Assignment.State.OPEN && after.state() != Assignment.State.OPEN) {
        assertTrue(
            events.stream().anyMatch(e -> ends(e, after.id())),
            () -> after.id() + " ended silently: " + events);
      }
      if (before.state() != Assignment.State.OPEN) {
        assertEquals(before.state(), after.state(), () -> after.id() + " came to life again");
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

  private static void requireLawful(Incident incident, List<Assignment> ofIncident) {
    incident.check();
    List<String> open = ofIncident.stream().map(a -> a.id().toString()).toList();
    assertEquals(open, incident.openAssignments(), () -> "units of " + incident.id());
    if (incident.phase() == Phase.WAITING) {
      Waiting waiting = Objects.requireNonNull(incident.waiting());
      assertNotNull(waiting.nextDueAt());
      assertTrue(open.isEmpty(), () -> incident.id() + " waits with units " + open);
      assertFalse(waiting.checkAt().isBefore(waiting.nextDueAt()), "missed before it was due");
    }
    if (incident.phase() == Phase.CLOSED) {
      assertNull(incident.pendingDowngrade(), "a question stands open on a closed incident");
    }
    Fixtures.SCALE.get(incident.priority());
  }

  /** Both ends of a link know of it, and it is one step deep. */
  private static void requireLawfulLinks(Incident incident, Scene scene) {
    IncidentId original = incident.duplicateOf();
    if (original != null) {
      assertTrue(scene.get(original).duplicates().contains(incident.id()), "one-sided link");
      assertTrue(incident.duplicates().isEmpty(), () -> incident.id() + " is in a chain");
    }
    for (IncidentId duplicate : incident.duplicates()) {
      assertEquals(incident.id(), scene.get(duplicate).duplicateOf(), "one-sided link");
    }
    assertEquals(incident.duplicates().size(), incident.duplicates().stream().distinct().count());
  }

  /** An alarm that stands is about something, and somebody is told of it or answers for it. */
  private static void requireLawful(Alarm a, Scene scene) {
    if (a.incident() == null) {
      requireAboutUnit(a, scene);
    } else {
      assertNotNull(scene.find(a.incident()));
    }
    assertEquals(a.acknowledgedAt() == null, a.acknowledgedBy() == null);
    assertTrue(a.acknowledgedAt() == null || a.owner() != null, () -> a.id() + " is nobody's");
    if (a.open() && a.assignment() != null) {
      assertEquals(
          Assignment.State.OPEN,
          scene.get(AssignmentId.parse(a.assignment())).state(),
          () -> a.id() + " is about what is over");
    }
  }

  /** An alarm about a unit stands no longer than its crew is silent. */
  private static void requireAboutUnit(Alarm a, Scene scene) {
    Unit unit = scene.get(new UnitId(String.valueOf(a.unit())));
    Standby standby = unit.standby();
    assertEquals(a.id().subject(), unit.id().value());
    assertTrue(
        !a.open() || standby != null && standby.state() == Standby.State.ORDERED,
        () -> a.id() + " is about what is over");
  }

  /** What is wrong has an alarm. */
  private static void requireAlarms(Scene scene) {
    for (Incident i : scene.incidents()) {
      Waiting w = i.waiting();
      boolean alarms = Fixtures.SCALE.get(i.priority()).unassignedAlarmAfter() != null;
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
    assertEquals(
        stands
            && (i.duplicateOf() == null
                || i.waiting() == null
                || kind == AlarmKind.QUESTION_UNANSWERED),
        open,
        () -> kind + " of " + i);
  }

  private static void requireLawful(Unit unit, List<Assignment> open, Scene scene) {
    assertEquals(unit.status().busy() ? 1 : 0, open.size(), () -> unit.id() + " has " + open);
    for (Assignment a : open) {
      assertEquals(a.id().toString(), unit.assignment());
      assertEquals(a.milestone().status(), unit.status(), () -> "status of " + unit.id());
      assertTrue(scene.get(a.incident()).openAssignments().contains(a.id().toString()));
    }
  }

  private static void requireLawful(Assignment a, Scene scene, Instant now) {
    assertNotNull(scene.find(a.incident()));
    assertNotNull(scene.find(a.unit()));
    assertTrue(
        a.state() == Assignment.State.OPEN || a.checkAt() == null,
        () -> a.id() + " has ended but its clock still runs");
    assertEquals(a.state() == Assignment.State.CLEARED, a.milestone() == Milestone.CLEAR);
    @Nullable Instant previous = null;
    for (Milestone milestone : Milestone.values()) {
      Instant at = a.times().of(milestone);
      if (at != null) {
        assertFalse(at.isAfter(now), () -> a.id() + " passed " + milestone + " in the future");
        assertTrue(previous == null || !at.isBefore(previous), () -> "order of " + a.times());
        previous = at;
      }
    }
  }
}
