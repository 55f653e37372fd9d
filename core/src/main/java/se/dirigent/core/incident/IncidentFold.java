package se.dirigent.core.incident;

import static se.dirigent.core.incident.IncidentChange.minus;
import static se.dirigent.core.incident.IncidentChange.plus;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Stamp;
import se.dirigent.core.incident.IncidentEvent.AssessmentEnded;
import se.dirigent.core.incident.IncidentEvent.AssessmentReleased;
import se.dirigent.core.incident.IncidentEvent.AssessmentTaken;
import se.dirigent.core.incident.IncidentEvent.AssignmentEnded;
import se.dirigent.core.incident.IncidentEvent.AssignmentOpened;
import se.dirigent.core.incident.IncidentEvent.CallbackNumberChanged;
import se.dirigent.core.incident.IncidentEvent.ContactLogged;
import se.dirigent.core.incident.IncidentEvent.ContactMissed;
import se.dirigent.core.incident.IncidentEvent.DowngradeProposed;
import se.dirigent.core.incident.IncidentEvent.DowngradeRejected;
import se.dirigent.core.incident.IncidentEvent.DuplicateFound;
import se.dirigent.core.incident.IncidentEvent.DuplicateSeparated;
import se.dirigent.core.incident.IncidentEvent.IncidentClosed;
import se.dirigent.core.incident.IncidentEvent.IncidentOpened;
import se.dirigent.core.incident.IncidentEvent.IncidentReopened;
import se.dirigent.core.incident.IncidentEvent.LateTextReceived;
import se.dirigent.core.incident.IncidentEvent.LocationChanged;
import se.dirigent.core.incident.IncidentEvent.MarkedDuplicate;
import se.dirigent.core.incident.IncidentEvent.NoteAdded;
import se.dirigent.core.incident.IncidentEvent.PaperAdded;
import se.dirigent.core.incident.IncidentEvent.PaperCaseOpened;
import se.dirigent.core.incident.IncidentEvent.PatientAttached;
import se.dirigent.core.incident.IncidentEvent.PriorityChanged;
import se.dirigent.core.incident.IncidentEvent.ProposalAnswered;
import se.dirigent.core.incident.IncidentEvent.QuestionAnswered;
import se.dirigent.core.incident.IncidentEvent.QuestionPut;
import se.dirigent.core.incident.IncidentEvent.QuestionUnanswered;
import se.dirigent.core.incident.IncidentEvent.QuestionWithdrawn;
import se.dirigent.core.incident.IncidentEvent.ReferralCancelled;
import se.dirigent.core.incident.IncidentEvent.ReferralCarried;
import se.dirigent.core.incident.IncidentEvent.Referred;
import se.dirigent.core.incident.IncidentEvent.ThreatAdded;
import se.dirigent.core.incident.IncidentEvent.ThreatWithdrawn;
import se.dirigent.core.incident.IncidentEvent.UnassignedAlarmRaised;
import se.dirigent.core.incident.IncidentEvent.WaitingEscalated;
import se.dirigent.core.incident.IncidentEvent.WaitingRescheduled;
import se.dirigent.core.incident.IncidentEvent.WaitingRoomEntered;
import se.dirigent.core.incident.IncidentEvent.WaitingRoomLeft;

/** What events make of an incident. */
final class IncidentFold {
  private IncidentFold() {}

  static Incident fold(@Nullable Incident incident, IncidentEvent event, Stamp stamp) {
    if (event instanceof IncidentOpened e) {
      return opened(e, stamp);
    }
    if (event instanceof PaperCaseOpened e) {
      return PaperFold.opened(e, stamp);
    }
    if (incident == null) {
      throw new IllegalStateException("event before the incident was opened: " + event);
    }
    IncidentChange c = new IncidentChange(incident);
    apply(c, event, stamp);
    return c.done();
  }

  private static Incident opened(IncidentOpened e, Stamp stamp) {
    return new Incident(
        e.incident(),
        e.region(),
        e.source(),
        Phase.WAITING,
        stamp.at(),
        e.times(),
        e.callbackNumber(),
        e.location(),
        e.indexCode(),
        e.description(),
        e.priority(),
        List.of(),
        0,
        List.of(),
        null,
        List.of(),
        List.of(),
        0,
        null,
        List.of(),
        null,
        List.of(),
        null,
        null,
        null,
        null,
        1);
  }

  private static void apply(IncidentChange c, IncidentEvent event, Stamp stamp) {
    switch (event) {
      case IncidentOpened e -> throw new IllegalStateException("opened twice: " + e.incident());
      case PaperCaseOpened e -> throw new IllegalStateException("opened twice: " + e.incident());
      case PaperAdded e -> PaperFold.added(c, e);
      case PriorityChanged e -> {
        c.priority = e.to();
        c.pendingDowngrade = null;
        c.times = c.times.prioritised(stamp.at());
      }
      case DowngradeProposed e ->
          c.pendingDowngrade = new PendingDowngrade(e.to(), e.reason(), stamp.by(), stamp.at());
      case DowngradeRejected _ -> c.pendingDowngrade = null;
      case NoteAdded e -> c.notes = plus(c.notes, new Note(stamp.at(), stamp.by(), e.text()));
      case LateTextReceived e ->
          c.notes = plus(c.notes, new Note(stamp.at(), stamp.by(), e.text()));
      case CallbackNumberChanged e -> c.callbackNumber = e.callbackNumber();
      case LocationChanged e -> c.location = e.location();
      case ThreatAdded e -> {
        c.threats = plus(c.threats, ThreatFlag.of(e.threat(), e.content(), stamp.by()));
        c.threatCount = e.threat();
      }
      case ThreatWithdrawn e ->
          c.threats = c.threats.stream().filter(t -> t.id() != e.threat()).toList();
      case ProposalAnswered _ -> {} // What was thought of a proposal is history, not state.
      case PatientAttached e -> c.patients = plus(c.patients, e.patient());
      case MarkedDuplicate e -> c.duplicateOf = e.original();
      case DuplicateFound e -> c.duplicates = plus(c.duplicates, e.duplicate());
      case DuplicateSeparated e -> c.duplicates = minus(c.duplicates, e.duplicate());
      case WaitingRescheduled _,
          ContactLogged _,
          ContactMissed _,
          WaitingEscalated _,
          UnassignedAlarmRaised _,
          WaitingRoomEntered _,
          WaitingRoomLeft _ ->
          waitingRoom(c, event, stamp);
      case QuestionPut _,
          QuestionAnswered _,
          QuestionWithdrawn _,
          QuestionUnanswered _,
          AssessmentTaken _,
          AssessmentReleased _,
          AssessmentEnded _,
          Referred _,
          ReferralCarried _,
          ReferralCancelled _ ->
          TriageFold.apply(c, event, stamp);
      case AssignmentOpened e -> {
        c.phase = Phase.ASSIGNED;
        c.openAssignments = plus(c.openAssignments, e.assignment());
        c.assignmentCount++;
      }
      case AssignmentEnded e -> {
        c.openAssignments = minus(c.openAssignments, e.assignment());
        c.reported = e.reported() != null ? e.reported() : c.reported;
      }
      case IncidentClosed e -> closed(c, e.outcome());
      case IncidentReopened _ -> {
        c.outcome = null;
        c.reported = null;
        c.duplicateOf = null;
        c.triage = c.triage == null ? null : c.triage.reopened();
      }
    }
  }

  private static void closed(IncidentChange c, Outcome outcome) {
    c.phase = Phase.CLOSED;
    c.outcome = outcome;
    c.pendingDowngrade = null;
    c.triage = c.triage == null ? null : c.triage.closed();
  }

  private static void waitingRoom(IncidentChange c, IncidentEvent event, Stamp stamp) {
    Waiting w = c.waiting;
    if (event instanceof WaitingRoomEntered e) {
      c.phase = Phase.WAITING;
      c.waiting = e.waiting();
      c.times = c.times.in(stamp.at());
    } else if (event instanceof WaitingRoomLeft) {
      c.waiting = null;
      c.times = c.times.out(stamp.at());
      c.triage = c.triage == null ? null : c.triage.left();
    } else if (event instanceof WaitingRescheduled e) {
      c.waiting = e.waiting();
    } else if (event instanceof ContactLogged e) {
      c.contacts =
          plus(
              c.contacts,
              new Contact(
                  stamp.at(),
                  stamp.by(),
                  e.answered(),
                  e.condition(),
                  e.decision(),
                  e.nextDueAt()));
      c.waiting = w == null ? null : contacted(w, e);
    } else if (w != null && event instanceof ContactMissed e) {
      c.waiting =
          new Waiting(
              w.nextDueAt(),
              e.checkAt(),
              e.missedContacts(),
              w.escalatedAt(),
              w.unassignedAlarmAt(),
              w.alarmedAt());
    } else if (w != null && event instanceof WaitingEscalated) {
      c.waiting =
          new Waiting(
              w.nextDueAt(),
              w.checkAt(),
              w.missedContacts(),
              stamp.at(),
              w.unassignedAlarmAt(),
              w.alarmedAt());
    } else if (w != null && event instanceof UnassignedAlarmRaised) {
      c.waiting =
          new Waiting(
              w.nextDueAt(),
              w.checkAt(),
              w.missedContacts(),
              w.escalatedAt(),
              w.unassignedAlarmAt(),
              stamp.at());
    }
  }

  private static Waiting contacted(Waiting w, ContactLogged e) {
    return new Waiting(
        e.nextDueAt(),
        e.checkAt(),
        e.missedContacts(),
        e.answered() ? null : w.escalatedAt(),
        w.unassignedAlarmAt(),
        w.alarmedAt());
  }
}
