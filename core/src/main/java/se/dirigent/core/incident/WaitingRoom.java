package se.dirigent.core.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.incident.IncidentCommand.LogContact;
import se.dirigent.core.incident.IncidentEvent.ContactLogged;
import se.dirigent.core.incident.IncidentEvent.ContactMissed;
import se.dirigent.core.incident.IncidentEvent.UnassignedAlarmRaised;
import se.dirigent.core.incident.IncidentEvent.WaitingEscalated;

/**
 * The waiting room's clockwork. A contact is <em>due</em> at {@code nextDueAt} and stays overdue
 * until it is made; it counts as <em>missed</em> once for every further interval that passes, and
 * each time the caller does not answer.
 */
final class WaitingRoom {
  /**
   * How long after the due time a contact is called missed. [assumption: a nurse busy with the
   * contact before is not yet a failure; for the medical owner to change]
   */
  static final Duration GRACE = Duration.ofMinutes(5);

  /** Furthest ahead that a next contact may be set. [assumption: one shift] */
  private static final Duration AHEAD_MAX = Duration.ofHours(12);

  private WaitingRoom() {}

  /** The place of an incident that enters the room now. */
  static Waiting enter(PriorityLevel level, Instant now) {
    Instant due = now.plus(level.firstContactWithin());
    Duration alarm = level.unassignedAlarmAfter();
    return new Waiting(due, due.plus(GRACE), 0, null, alarm == null ? null : now.plus(alarm), null);
  }

  /**
   * The place after a change of priority: never later than it was if the incident became more
   * urgent, and an alarm that has not gone off follows the new priority.
   */
  static Waiting reschedule(Waiting w, PriorityLevel level, boolean raised, Instant now) {
    Waiting fresh = enter(level, now);
    boolean keep = raised && w.nextDueAt().isBefore(fresh.nextDueAt());
    return new Waiting(
        keep ? w.nextDueAt() : fresh.nextDueAt(),
        keep ? w.checkAt() : fresh.checkAt(),
        w.missedContacts(),
        w.escalatedAt(),
        w.alarmedAt() == null ? fresh.unassignedAlarmAt() : w.unassignedAlarmAt(),
        w.alarmedAt());
  }

  static List<IncidentEvent> logContact(
      Incident incident, LogContact c, IncidentRules rules, Stamp stamp) {
    Waiting w = incident.waiting();
    PriorityLevel level = rules.scale().get(incident.priority());
    Instant due = c.nextDueAt() == null ? stamp.at().plus(level.thenEvery()) : c.nextDueAt();
    if (!due.isAfter(stamp.at()) || due.isAfter(stamp.at().plus(AHEAD_MAX))) {
      throw new Refused(
          "contact.nextDue",
          "nextDueAt",
          Map.of("value", due.toString(), "max", String.valueOf(AHEAD_MAX.toHours())));
    }
    int missed = c.answered() || w == null ? 0 : w.missedContacts() + 1;
    List<IncidentEvent> events = new ArrayList<>();
    events.add(
        new ContactLogged(
            incident.id(),
            c.answered(),
            c.condition(),
            c.decision(),
            due,
            due.plus(GRACE),
            missed));
    escalate(incident, w, missed, rules, events);
    return events;
  }

  /** What has lapsed by now; empty when nothing has. */
  static List<IncidentEvent> lapse(Incident incident, IncidentRules rules, Instant now) {
    Waiting w = incident.waiting();
    if (w == null) {
      return List.of();
    }
    List<IncidentEvent> events = new ArrayList<>();
    Instant alarmAt = w.unassignedAlarmAt();
    if (alarmAt != null && w.alarmedAt() == null && !now.isBefore(alarmAt)) {
      events.add(new UnassignedAlarmRaised(incident.id(), incident.priority()));
    }
    if (!now.isBefore(w.checkAt())) {
      int missed = w.missedContacts() + 1;
      Duration every = rules.scale().get(incident.priority()).thenEvery();
      events.add(new ContactMissed(incident.id(), missed, now.plus(every)));
      escalate(incident, w, missed, rules, events);
    }
    return events;
  }

  private static void escalate(
      Incident incident,
      @Nullable Waiting w,
      int missed,
      IncidentRules rules,
      List<IncidentEvent> events) {
    if (w != null && w.escalatedAt() == null && missed >= rules.missedContactsToEscalate()) {
      events.add(new WaitingEscalated(incident.id(), missed));
    }
  }
}
