package se.dirigent.core.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident under change by one event. Only {@link IncidentFold} uses it. */
final class IncidentChange {
  private final Incident old;
  Phase phase;
  CallTimes times;
  String callbackNumber;
  Location location;
  String priority;
  List<ThreatFlag> threats;
  int threatCount;
  List<PatientId> patients;
  @Nullable IncidentId duplicateOf;
  List<IncidentId> duplicates;
  List<String> openAssignments;
  int assignmentCount;
  @Nullable Waiting waiting;
  List<Contact> contacts;
  @Nullable PendingDowngrade pendingDowngrade;
  List<Note> notes;
  @Nullable Outcome reported;
  @Nullable Outcome outcome;
  @Nullable Triage triage;

  IncidentChange(Incident old) {
    this.old = old;
    phase = old.phase();
    times = old.times();
    callbackNumber = old.callbackNumber();
    location = old.location();
    priority = old.priority();
    threats = old.threats();
    threatCount = old.threatCount();
    patients = old.patients();
    duplicateOf = old.duplicateOf();
    duplicates = old.duplicates();
    openAssignments = old.openAssignments();
    assignmentCount = old.assignmentCount();
    waiting = old.waiting();
    contacts = old.contacts();
    pendingDowngrade = old.pendingDowngrade();
    notes = old.notes();
    reported = old.reported();
    outcome = old.outcome();
    triage = old.triage();
  }

  static <T> List<T> plus(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list);
    longer.add(item);
    return longer;
  }

  static <T> List<T> minus(List<T> list, T item) {
    return list.stream().filter(x -> !x.equals(item)).toList();
  }

  /** Both lists as one, in the order things happened. */
  static <T> List<T> merged(List<T> list, List<T> more, Comparator<T> order) {
    List<T> longer = new ArrayList<>(list);
    longer.addAll(more);
    longer.sort(order);
    return longer;
  }

  Incident done() {
    return new Incident(
        old.id(),
        old.region(),
        old.source(),
        phase,
        old.receivedAt(),
        times,
        callbackNumber,
        location,
        old.indexCode(),
        old.description(),
        priority,
        threats,
        threatCount,
        patients,
        duplicateOf,
        duplicates,
        openAssignments,
        assignmentCount,
        waiting,
        contacts,
        pendingDowngrade,
        notes,
        reported,
        outcome,
        old.paper(),
        triage,
        old.version() + 1);
  }
}
