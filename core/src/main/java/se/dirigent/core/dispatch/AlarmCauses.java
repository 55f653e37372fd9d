package se.dirigent.core.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Event;
import se.dirigent.core.Stamp;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.alarm.AlarmEvent;
import se.dirigent.core.alarm.AlarmEvent.AlarmEnded;
import se.dirigent.core.alarm.AlarmEvent.AlarmRaised;
import se.dirigent.core.alarm.AlarmId;
import se.dirigent.core.alarm.AlarmKind;
import se.dirigent.core.alarm.AlarmRules;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.DoctorQuestion;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentEvent;
import se.dirigent.core.incident.IncidentEvent.LateTextReceived;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.IncidentRules;
import se.dirigent.core.incident.Phase;
import se.dirigent.core.incident.Waiting;

/**
 * How alarms come to be, and end: the one place. After each command the incidents it was about are
 * looked at as they have become; what is wrong with them and has no alarm gets one, and an alarm
 * about what is right again ends. Positions come apart, since they are no events.
 */
public final class AlarmCauses {
  private AlarmCauses() {}

  /** The incidents of which the events can have begun or ended an alarm. */
  public static Set<IncidentId> incidents(Collection<? extends Event> events) {
    Set<IncidentId> ids = new TreeSet<>();
    for (Event event : events) {
      IncidentId id = incident(event);
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
  }

  private static @Nullable IncidentId incident(Event event) {
    return switch (event) {
      // A case that opens, and what is only told of one, is never wrong by that.
      case IncidentEvent.IncidentOpened _,
          IncidentEvent.NoteAdded _,
          IncidentEvent.ProposalAnswered _,
          IncidentEvent.CallbackNumberChanged _,
          IncidentEvent.LocationChanged _,
          IncidentEvent.ThreatAdded _,
          IncidentEvent.ThreatWithdrawn _,
          IncidentEvent.PatientAttached _,
          IncidentEvent.QuestionPut _,
          IncidentEvent.AssessmentTaken _,
          IncidentEvent.AssessmentReleased _,
          IncidentEvent.AssessmentEnded _,
          IncidentEvent.Referred _,
          IncidentEvent.ReferralCancelled _,
          IncidentEvent.WaitingRoomEntered _ ->
          null;
      case IncidentEvent e -> e.incident();
      case AssignmentEvent.UnitAssigned _ -> null;
      case AssignmentEvent e -> e.assignment().incident();
      default -> null;
    };
  }

  /** Whether one of the events can have begun an alarm; the others can only end one. */
  public static boolean mayRaise(Collection<? extends Event> events) {
    return events.stream()
        .anyMatch(e ->
            e instanceof IncidentEvent.UnassignedAlarmRaised
                || e instanceof IncidentEvent.PriorityChanged
                || e instanceof IncidentEvent.ContactLogged
                || e instanceof IncidentEvent.ContactMissed
                || e instanceof IncidentEvent.WaitingEscalated
                || e instanceof IncidentEvent.DowngradeProposed
                || e instanceof IncidentEvent.PaperAdded
                || e instanceof IncidentEvent.QuestionUnanswered
                || e instanceof LateTextReceived
                || e instanceof AssignmentEvent.DeadlineLapsed
                || e instanceof AssignmentEvent.ReceptionChanged);
  }

  /**
   * What follows for alarms.
   *
   * @param scene the incidents as the events have left them, their assignments and open alarms
   * @param events what has happened
   */
  public static List<AlarmEvent> follow(
      Scene scene,
      Collection<? extends Event> events,
      IncidentRules incidentRules,
      AlarmRules rules,
      Stamp stamp) {
    Set<IncidentId> ids = incidents(events);
    Map<AlarmId, Cause> wrong = new LinkedHashMap<>();
    for (IncidentId id : ids) {
      Incident incident = scene.find(id);
      if (incident != null) {
        wrong(incident, incidentRules).forEach(k -> put(wrong, k, incident, null));
      }
    }
    for (Assignment a : scene.assignments()) {
      if (ids.contains(a.incident())) {
        wrong(a).forEach(kind -> put(wrong, kind, null, a));
      }
    }
    for (Event event : events) {
      if (event instanceof LateTextReceived e) {
        put(wrong, AlarmKind.LATE_TEXT, scene.get(e.incident()), null);
      }
    }
    List<AlarmEvent> follows = new ArrayList<>();
    for (Alarm alarm : scene.alarms()) {
      boolean concerned = alarm.open() && ids.contains(alarm.incident());
      if (concerned && !wrong.containsKey(alarm.id()) && !staysBySelf(alarm, scene)) {
        follows.add(new AlarmEnded(alarm.id(), alarm.raisedAt()));
      }
    }
    wrong.forEach((id, cause) -> {
      Alarm known = scene.find(id);
      if (known == null || !known.open()) {
        follows.add(raised(id, cause.region(), cause.unit(), rules, stamp.at()));
      }
    });
    return follows;
  }

  /** Where and who an alarm is about. */
  private record Cause(RegionCode region, @Nullable String unit) {}

  private static void put(
      Map<AlarmId, Cause> wrong, AlarmKind kind, @Nullable Incident i, @Nullable Assignment a) {
    if (a != null) {
      wrong.put(new AlarmId(kind, a.id().toString()), new Cause(a.region(), a.unit().value()));
    } else if (i != null) {
      wrong.put(new AlarmId(kind, i.id().toString()), new Cause(i.region(), null));
    }
  }

  private static AlarmRaised raised(
      AlarmId id, RegionCode region, @Nullable String unit, AlarmRules rules, Instant now) {
    return new AlarmRaised(id, region, unit, now.plus(rules.actWithin(id.kind())));
  }

  private static List<AlarmKind> wrong(Incident i, IncidentRules rules) {
    List<AlarmKind> kinds = new ArrayList<>();
    if (i.pendingDowngrade() != null) {
      kinds.add(AlarmKind.DOWNGRADE_WAITING);
    }
    DoctorQuestion asked = i.triage() == null ? null : i.triage().openQuestion();
    if (asked != null && asked.lapsedAt() != null) {
      kinds.add(AlarmKind.QUESTION_UNANSWERED);
    }
    Waiting w = i.waiting();
    if (w == null || i.duplicateOf() != null) {
      return kinds;
    }
    boolean alarms = rules.scale().get(i.priority()).unassignedAlarmAfter() != null;
    if (alarms && w.alarmedAt() != null) {
      kinds.add(AlarmKind.UNASSIGNED);
    }
    // An escalated question is the graver alarm about the same silence: one of them is enough.
    if (w.escalatedAt() != null) {
      kinds.add(AlarmKind.MISSED_CONTACTS);
    } else if (w.checkAt().isAfter(w.nextDueAt().plus(rules.contactGrace()))) {
      // Looked at since it was missed, so the next look is later than the first.
      kinds.add(AlarmKind.CONTACT_OVERDUE);
    }
    return kinds;
  }

  private static List<AlarmKind> wrong(Assignment a) {
    if (a.state() != Assignment.State.OPEN) {
      return List.of();
    }
    List<AlarmKind> kinds = new ArrayList<>();
    if (a.milestone() == Milestone.ASSIGNED && lapsed(a, Deadline.ACKNOWLEDGE)) {
      kinds.add(AlarmKind.NOT_ACKNOWLEDGED);
    }
    if (a.milestone() == Milestone.ACKNOWLEDGED && lapsed(a, Deadline.ROLL)) {
      kinds.add(AlarmKind.NOT_ROLLING);
    }
    boolean onTheWay = a.milestone().compareTo(Milestone.HANDED_OVER) < 0;
    if (onTheWay && a.reception().state() == Reception.State.DECLINED) {
      kinds.add(AlarmKind.RECEPTION_DECLINED);
    }
    return kinds;
  }

  private static boolean lapsed(Assignment a, Deadline deadline) {
    return a.lapses().stream().anyMatch(lapse -> lapse.deadline() == deadline);
  }

  /** Alarms that no state shows: they stand until they are read, or a position comes. */
  private static boolean staysBySelf(Alarm alarm, Scene scene) {
    return switch (alarm.kind()) {
      case LATE_TEXT -> scene.get(alarm.incident()).phase() == Phase.CLOSED;
      case OLD_POSITION ->
          underWay(scene.find(AssignmentId.parse(Objects.requireNonNull(alarm.assignment()))));
      case UNASSIGNED,
          MISSED_CONTACTS,
          NOT_ACKNOWLEDGED,
          NOT_ROLLING,
          RECEPTION_DECLINED,
          QUESTION_UNANSWERED,
          CONTACT_OVERDUE,
          DOWNGRADE_WAITING ->
          false;
    };
  }

  private static boolean underWay(@Nullable Assignment a) {
    return a != null
        && a.state() == Assignment.State.OPEN
        && a.milestone().compareTo(Milestone.ROLLING) >= 0
        && a.milestone().compareTo(Milestone.AT_DESTINATION) < 0;
  }

  /**
   * Looks at where a unit is said to be. One that has never said is not alarmed about: the list of
   * units shows that it has no position, and no one waits for the next.
   *
   * @param alarm the alarm about its position as it is, or null when there has been none
   * @param report the unit's last, or null
   */
  public static List<AlarmEvent> position(
      Assignment a,
      @Nullable Alarm alarm,
      @Nullable PositionReport report,
      AlarmRules rules,
      Stamp stamp) {
    boolean old =
        underWay(a)
            && report != null
            && report.at().isBefore(stamp.at().minus(rules.positionAgeMax()));
    AlarmId id = new AlarmId(AlarmKind.OLD_POSITION, a.id().toString());
    if (alarm == null || !alarm.open()) {
      return old ? List.of(raised(id, a.region(), a.unit().value(), rules, stamp.at())) : List.of();
    }
    return old ? List.of() : List.of(new AlarmEnded(id, alarm.raisedAt()));
  }
}
