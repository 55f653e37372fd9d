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
  private WaitingRoom() {}

  /** The place of an incident that enters the room now. */
  static Waiting enter(PriorityLevel level, IncidentRules rules, Instant now) {
    Instant due = now.plus(level.firstContactWithin());
    Duration alarm = level.unassignedAlarmAfter();
    return new Waiting(
        due, due.plus(rules.contactGrace()), 0, null, alarm == null ? null : now.plus(alarm), null);
  }

  /**
   * The place after a change of priority. A raise makes nothing later than it was; a contact that
   * is overdue stays so, whatever the priority, until it is made; an alarm that has not gone off
   * follows the new priority.
   */
  static Waiting reschedule(
      Waiting w, PriorityLevel level, boolean raised, IncidentRules rules, Instant now) {
    Waiting fresh = enter(level, rules, now);
    boolean overdue = !w.nextDueAt().isAfter(now);
    boolean keep = overdue || raised && w.nextDueAt().isBefore(fresh.nextDueAt());
    Instant alarmAt = fresh.unassignedAlarmAt();
    if (w.alarmedAt() != null || raised && earlier(w.unassignedAlarmAt(), alarmAt)) {
      alarmAt = w.unassignedAlarmAt();
    }
    return new Waiting(
        keep ? w.nextDueAt() : fresh.nextDueAt(),
        keep ? w.checkAt() : fresh.checkAt(),
        w.missedContacts(),
        w.escalatedAt(),
        alarmAt,
        w.alarmedAt());
  }

  private static boolean earlier(@Nullable Instant a, @Nullable Instant b) {
    return a != null && (b == null || a.isBefore(b));
  }

  /** The place when a person has said when the caller is rung next. */
  static Waiting due(Waiting w, Instant at, IncidentRules rules) {
    return new Waiting(
        at,
        at.plus(rules.contactGrace()),
        w.missedContacts(),
        w.escalatedAt(),
        w.unassignedAlarmAt(),
        w.alarmedAt());
  }

  static void requireDue(String field, Instant due, IncidentRules rules, Stamp stamp) {
    if (!due.isAfter(stamp.at()) || due.isAfter(stamp.at().plus(rules.contactAheadMax()))) {
      throw new Refused(
          "contact.nextDue",
          field,
          Map.of(
              "value", due.toString(), "max", String.valueOf(rules.contactAheadMax().toHours())));
    }
  }

  static List<IncidentEvent> logContact(
      Incident incident, LogContact c, IncidentRules rules, Stamp stamp) {
    Waiting w = incident.waiting();
    PriorityLevel level = rules.scale().get(incident.priority());
    Instant due = c.nextDueAt();
    if (due == null) {
      due = stamp.at().plus(level.thenEvery());
    } else {
      requireDue("nextDueAt", due, rules, stamp);
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
            due.plus(rules.contactGrace()),
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
