package se.dirigent.core.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.RegionCode;

/**
 * An incident (vårdärende) as it is now.
 *
 * @param priority a code of the region's scale
 * @param openAssignments identities of the assignments that are not ended
 * @param assignmentCount assignments ever made, which numbers the next
 * @param waiting its place in the waiting room, exactly while the phase is WAITING
 * @param reported the outcome a crew has reported while others are still at it
 * @param paper set when it was written on paper first, and entered afterwards
 * @param triage its second stage, or null as long as there has been none
 * @param version number of events it has seen
 */
public record Incident(
    IncidentId id,
    RegionCode region,
    Source source,
    Phase phase,
    Instant receivedAt,
    CallTimes times,
    String callbackNumber,
    Location location,
    String indexCode,
    String description,
    String priority,
    List<ThreatFlag> threats,
    int threatCount,
    List<PatientId> patients,
    @Nullable IncidentId duplicateOf,
    List<IncidentId> duplicates,
    List<String> openAssignments,
    int assignmentCount,
    @Nullable Waiting waiting,
    List<Contact> contacts,
    @Nullable PendingDowngrade pendingDowngrade,
    List<Note> notes,
    @Nullable Outcome reported,
    @Nullable Outcome outcome,
    @Nullable Paper paper,
    @Nullable Triage triage,
    int version) {
  public Incident {
    threats = List.copyOf(threats);
    patients = List.copyOf(patients);
    duplicates = List.copyOf(duplicates);
    openAssignments = List.copyOf(openAssignments);
    contacts = List.copyOf(contacts);
    notes = List.copyOf(notes);
  }

  /**
   * Checks what must hold after every command: one phase, and what belongs to it.
   *
   * @throws IllegalStateException naming the incident, when the rules have been broken
   */
  public void check() {
    if ((phase == Phase.WAITING) != (waiting != null)
        || (phase == Phase.ASSIGNED) == openAssignments.isEmpty()
        || (phase == Phase.CLOSED) != (outcome != null)
        || (phase != Phase.WAITING && assessed())
        || (phase == Phase.CLOSED && Triage.of(triage).openQuestion() != null)) {
      throw new IllegalStateException("incident " + id + " contradicts its phase " + phase);
    }
  }

  private boolean assessed() {
    return triage != null && triage.assessment() != null;
  }

  /** The next moment at which something lapses by itself, or null when nothing will. */
  public @Nullable Instant deadline() {
    Instant asked = triage == null ? null : triage.deadline();
    Instant contact = waiting == null ? null : waiting.deadline();
    return asked == null || contact != null && contact.isBefore(asked) ? contact : asked;
  }

  /** Whether the doctor on call has said that the special unit may be sent here. */
  public boolean approved(String unit) {
    return triage != null && triage.approved(unit);
  }
}
