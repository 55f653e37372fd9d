package se.dirigent.core.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Event;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentCommand.AnswerProposal;

/** What can happen to an incident. */
public sealed interface IncidentEvent extends Event {
  IncidentId incident();

  /** The incident is known. {@code WaitingRoomEntered} always follows in the same command. */
  record IncidentOpened(
      IncidentId incident,
      RegionCode region,
      Source source,
      CallTimes times,
      String callbackNumber,
      Location location,
      String indexCode,
      String description,
      String priority)
      implements IncidentEvent {}

  record PriorityChanged(IncidentId incident, String from, String to, String reason)
      implements IncidentEvent {}

  record DowngradeProposed(IncidentId incident, String from, String to, String reason)
      implements IncidentEvent {}

  record DowngradeRejected(IncidentId incident, String reason) implements IncidentEvent {}

  /** A new priority means new deadlines in the waiting room. */
  record WaitingRescheduled(IncidentId incident, Waiting waiting) implements IncidentEvent {}

  record ContactLogged(
      IncidentId incident,
      boolean answered,
      String condition,
      String decision,
      Instant nextDueAt,
      Instant checkAt,
      int missedContacts)
      implements IncidentEvent {}

  /** The contact that was due was not made in time. */
  record ContactMissed(IncidentId incident, int missedContacts, Instant checkAt)
      implements IncidentEvent {}

  /** Too many contacts in a row were missed: the medical lead takes over the question. */
  record WaitingEscalated(IncidentId incident, int missedContacts) implements IncidentEvent {}

  /** Nobody has been sent within the time the priority allows. */
  record UnassignedAlarmRaised(IncidentId incident, String priority) implements IncidentEvent {}

  record NoteAdded(IncidentId incident, String text) implements IncidentEvent {}

  /** A peer has sent words about an incident that is closed: kept as a note, and somebody told. */
  record LateTextReceived(IncidentId incident, String text) implements IncidentEvent {}

  /**
   * A dispatcher has accepted, changed or refused a proposal; nothing about the incident changes.
   *
   * @param chosen unit sent instead, exactly when changed
   * @param basis what it was made for; null in the oldest journals, which had one kind only
   */
  record ProposalAnswered(
      IncidentId incident,
      String proposed,
      AnswerProposal.Answer answer,
      @Nullable String chosen,
      String reason,
      AnswerProposal.@Nullable Basis basis)
      implements IncidentEvent {}

  record CallbackNumberChanged(IncidentId incident, String callbackNumber)
      implements IncidentEvent {}

  record LocationChanged(IncidentId incident, Location location) implements IncidentEvent {}

  record ThreatAdded(IncidentId incident, int threat, Threat content) implements IncidentEvent {}

  record ThreatWithdrawn(IncidentId incident, int threat, String reason) implements IncidentEvent {}

  record PatientAttached(IncidentId incident, PatientId patient) implements IncidentEvent {}

  /** This incident tells of the same patient as the original. */
  record MarkedDuplicate(IncidentId incident, IncidentId original) implements IncidentEvent {}

  /** The original learns of its duplicate. */
  record DuplicateFound(IncidentId incident, IncidentId duplicate) implements IncidentEvent {}

  /** The duplicate was reopened: it tells of a patient of its own after all. */
  record DuplicateSeparated(IncidentId incident, IncidentId duplicate) implements IncidentEvent {}

  /**
   * The incident entered the waiting room.
   *
   * @param reason {@code OPENED}, {@code REOPENED} or how its last unit left, see {@link Leaving}
   */
  record WaitingRoomEntered(IncidentId incident, Waiting waiting, String reason)
      implements IncidentEvent {}

  /**
   * The incident left the waiting room.
   *
   * @param reason {@code ASSIGNED}, {@code REFERRED} or {@code CLOSED}
   */
  record WaitingRoomLeft(IncidentId incident, String reason) implements IncidentEvent {}

  record AssignmentOpened(IncidentId incident, String assignment, String unit)
      implements IncidentEvent {}

  /**
   * A unit is no longer on the incident.
   *
   * @param reported the outcome its crew reported, or null
   */
  record AssignmentEnded(
      IncidentId incident,
      String assignment,
      String unit,
      Leaving reason,
      @Nullable Outcome reported)
      implements IncidentEvent {}

  record IncidentClosed(IncidentId incident, Outcome outcome) implements IncidentEvent {}

  record IncidentReopened(IncidentId incident, String reason) implements IncidentEvent {}

  /**
   * The incident was put before the doctor on call.
   *
   * @param unit the special unit that is asked for, or null
   */
  record QuestionPut(
      IncidentId incident, int question, String text, @Nullable String unit, Instant answerBy)
      implements IncidentEvent {}

  /** The doctor on call has answered; what that makes of the priority follows as its own event. */
  record QuestionAnswered(
      IncidentId incident,
      int question,
      String advice,
      @Nullable String priority,
      @Nullable Boolean approved)
      implements IncidentEvent {}

  record QuestionWithdrawn(IncidentId incident, int question, String reason)
      implements IncidentEvent {}

  /** The time passed at which an answer was wanted. */
  record QuestionUnanswered(IncidentId incident, int question) implements IncidentEvent {}

  /** Somebody at the hub assesses it, from now or on and on. */
  record AssessmentTaken(IncidentId incident, Instant until) implements IncidentEvent {}

  /**
   * Nobody assesses it any longer, and nothing was decided.
   *
   * @param reason a person's words, {@code LAPSED} or {@code LOGGED_OUT}
   */
  record AssessmentReleased(IncidentId incident, String reason) implements IncidentEvent {}

  /** It was assessed: it waits on, or needs an ambulance. */
  record AssessmentEnded(IncidentId incident, boolean ambulance, String text)
      implements IncidentEvent {}

  /** It was referred. {@code ReferralCarried} follows when somebody else carries it. */
  record Referred(
      IncidentId incident,
      Referral.Plan plan,
      String acceptedBy,
      String toldTo,
      @Nullable Instant callBackAt)
      implements IncidentEvent {}

  /** Somebody else carries it: the incident closes in the same command. */
  record ReferralCarried(IncidentId incident, String acceptedBy, String toldTo)
      implements IncidentEvent {}

  record ReferralCancelled(IncidentId incident, String reason) implements IncidentEvent {}

  /**
   * A case written on paper is entered. {@code PaperAdded} always follows in the same command. The
   * entry's own time and user tell when and by whom it was entered.
   *
   * @param openedAt when the call came, by the paper
   * @param threats as numbered from 1, put there by who wrote the paper
   */
  record PaperCaseOpened(
      IncidentId incident,
      RegionCode region,
      Source source,
      String paperNumber,
      String writtenBy,
      Instant openedAt,
      String callbackNumber,
      Location location,
      String indexCode,
      String description,
      String priority,
      List<Threat> threats)
      implements IncidentEvent {
    public PaperCaseOpened {
      threats = List.copyOf(threats);
    }
  }

  /**
   * What paper tells happened to an incident meanwhile, each with its own time. It may leave the
   * waiting room by this, or come back to it.
   *
   * @param opened assignments it got on paper
   * @param ended assignments that ended on paper
   * @param waiting its place in the waiting room from now on, or null when it does not wait
   * @param leftWaitingRoomAt when it last left the waiting room, or null
   * @param outcome how it ended, or null while it is open
   * @param endedAt when it ended, or null while it is open
   */
  record PaperAdded(
      IncidentId incident,
      String paperNumber,
      String writtenBy,
      List<Contact> contacts,
      List<Note> notes,
      List<String> opened,
      List<String> ended,
      @Nullable Waiting waiting,
      @Nullable Instant leftWaitingRoomAt,
      @Nullable Outcome outcome,
      @Nullable Instant endedAt)
      implements IncidentEvent {
    public PaperAdded {
      contacts = List.copyOf(contacts);
      notes = List.copyOf(notes);
      opened = List.copyOf(opened);
      ended = List.copyOf(ended);
    }
  }
}
