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
        || (phase == Phase.CLOSED) != (outcome != null)) {
      throw new IllegalStateException("incident " + id + " contradicts its phase " + phase);
    }
  }
}
