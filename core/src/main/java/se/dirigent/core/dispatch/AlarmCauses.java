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
import se.dirigent.core.fleet.Standby;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitEvent;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.fleet.UnitStatus;
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
 * about what is right again ends. Positions and orders that nobody answers come apart, since
 * silence is no event.
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

  /** The alarms about units that the events can have ended. */
  public static Set<AlarmId> aboutUnits(Collection<? extends Event> events) {
    Set<AlarmId> ids = new TreeSet<>();
    for (Event event : events) {
      if (event instanceof UnitEvent e && concernsStandby(e)) {
        ids.add(standbyUnanswered(e.unit()));
      }
    }
    return ids;
  }

  private static boolean concernsStandby(UnitEvent event) {
    return switch (event) {
      // A unit entered from paper as sent is no longer told to wait, without a word of it.
      case UnitEvent.UnitStatusChanged e -> e.status() != UnitStatus.AVAILABLE;
      case UnitEvent.StandbyOrdered _,
          UnitEvent.StandbyAnswered _,
          UnitEvent.StandbyArrived _,
          UnitEvent.StandbyEnded _ ->
          true;
      case UnitEvent.UnitRegistered _,
          UnitEvent.ShiftStarted _,
          UnitEvent.ShiftEnded _,
          UnitEvent.OwnMoveInferred _,
          UnitEvent.RelocationAnswered _,
          UnitEvent.CareRideReached _,
          UnitEvent.CareRideLeft _ ->
          false;
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
   * @param scene the incidents and units as the events have left them, their assignments and open
   *     alarms
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
    Set<AlarmId> aboutUnits = aboutUnits(events);
    for (Alarm alarm : scene.alarms()) {
      IncidentId incident = alarm.incident();
      boolean looked = incident == null ? aboutUnits.contains(alarm.id()) : ids.contains(incident);
      boolean concerned = alarm.open() && looked;
      if (concerned && !wrong.containsKey(alarm.id()) && !staysBySelf(alarm, scene, stamp.at())) {
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

  /** Alarms that no event begins: until they are read, a position comes or an order is answered. */
  private static boolean staysBySelf(Alarm alarm, Scene scene, Instant now) {
    return switch (alarm.kind()) {
      case LATE_TEXT -> scene.get(Objects.requireNonNull(alarm.incident())).phase() == Phase.CLOSED;
      case STANDBY_UNANSWERED ->
          unanswered(scene.get(Objects.requireNonNull(alarm.id().unit())), now);
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
    return settled(id, old, new Cause(a.region(), a.unit().value()), alarm, rules, stamp);
  }

  /**
   * Looks at whether a crew has answered where it was told to wait.
   *
   * @param alarm the alarm about its silence as it is, or null when there has been none
   */
  public static List<AlarmEvent> standby(
      Unit unit, @Nullable Alarm alarm, AlarmRules rules, Stamp stamp) {
    Cause cause = new Cause(unit.region(), unit.id().value());
    boolean silent = unanswered(unit, stamp.at());
    return settled(standbyUnanswered(unit.id()), silent, cause, alarm, rules, stamp);
  }

  /** Identity of the alarm that a unit's crew has not answered an order to wait somewhere. */
  public static AlarmId standbyUnanswered(UnitId unit) {
    return new AlarmId(AlarmKind.STANDBY_UNANSWERED, unit.value());
  }

  private static boolean unanswered(Unit unit, Instant now) {
    Standby standby = unit.standby();
    Instant answerBy = standby == null ? null : standby.answerBy();
    return standby != null
        && standby.state() == Standby.State.ORDERED
        && answerBy != null
        && !now.isBefore(answerBy);
  }

  private static List<AlarmEvent> settled(
      AlarmId id,
      boolean wrong,
      Cause cause,
      @Nullable Alarm alarm,
      AlarmRules rules,
      Stamp stamp) {
    if (alarm == null || !alarm.open()) {
      return wrong
          ? List.of(raised(id, cause.region(), cause.unit(), rules, stamp.at()))
          : List.of();
    }
    return wrong ? List.of() : List.of(new AlarmEnded(id, alarm.raisedAt()));
  }
}
