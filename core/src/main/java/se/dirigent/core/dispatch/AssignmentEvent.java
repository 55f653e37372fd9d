package se.dirigent.core.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Event;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;

/** What can happen to an assignment. */
public sealed interface AssignmentEvent extends Event {
  AssignmentId assignment();

  record UnitAssigned(
      AssignmentId assignment,
      UnitId unit,
      RegionCode region,
      String priority,
      Instant acknowledgeBy,
      @Nullable Instant rollBy)
      implements AssignmentEvent {}

  /**
   * A step was passed.
   *
   * @param at when the crew says it happened; the journal has when it was told
   * @param checkAt when the next deadline lapses, or null when none is ahead
   */
  record MilestonePassed(
      AssignmentId assignment, Milestone milestone, Instant at, @Nullable Instant checkAt)
      implements AssignmentEvent {}

  /**
   * A deadline passed.
   *
   * @param step see {@link Lapse}
   * @param checkAt when the next step is due, or null after the last
   */
  record DeadlineLapsed(
      AssignmentId assignment, Deadline deadline, int step, @Nullable Instant checkAt)
      implements AssignmentEvent {}

  /** Nobody answered the last step: a deviation (avvikelse) to follow up. */
  record DeviationWritten(AssignmentId assignment, Deadline deadline) implements AssignmentEvent {}

  record DestinationChosen(AssignmentId assignment, String facility) implements AssignmentEvent {}

  record ReceptionChanged(AssignmentId assignment, Reception.State state)
      implements AssignmentEvent {}

  record UnitStoodDown(AssignmentId assignment, String reason) implements AssignmentEvent {}

  /** The unit was taken to another incident by a person, who said why. */
  record UnitRedirected(AssignmentId assignment, IncidentId to, String reason)
      implements AssignmentEvent {}

  /**
   * A row of times as it stood on paper: of a new assignment, or the whole new row of one that was
   * open when the systems went away.
   *
   * @param by who assigned it, as signed
   * @param milestone the last step passed
   * @param endedAt when it ended, or null while it is open
   * @param reason why it was stood down, or null
   */
  record AssignmentOnPaper(
      AssignmentId assignment,
      UnitId unit,
      RegionCode region,
      String priority,
      Assignment.State state,
      Milestone milestone,
      AssignmentTimes times,
      Instant acknowledgeBy,
      @Nullable Instant rollBy,
      @Nullable String destination,
      String by,
      @Nullable Instant endedAt,
      @Nullable String reason)
      implements AssignmentEvent {}
}
