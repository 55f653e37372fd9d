package se.dirigent.core.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.incident.IncidentCommand.AddNote;
import se.dirigent.core.incident.IncidentCommand.AddThreat;
import se.dirigent.core.incident.IncidentCommand.AnswerProposal;
import se.dirigent.core.incident.IncidentCommand.AttachPatient;
import se.dirigent.core.incident.IncidentCommand.ChangePriority;
import se.dirigent.core.incident.IncidentCommand.CheckDeadlines;
import se.dirigent.core.incident.IncidentCommand.Close;
import se.dirigent.core.incident.IncidentCommand.ConfirmDowngrade;
import se.dirigent.core.incident.IncidentCommand.LogContact;
import se.dirigent.core.incident.IncidentCommand.MoveTo;
import se.dirigent.core.incident.IncidentCommand.Open;
import se.dirigent.core.incident.IncidentCommand.RejectDowngrade;
import se.dirigent.core.incident.IncidentCommand.Reopen;
import se.dirigent.core.incident.IncidentCommand.Update;
import se.dirigent.core.incident.IncidentCommand.WithdrawThreat;
import se.dirigent.core.incident.IncidentEvent.AssignmentEnded;
import se.dirigent.core.incident.IncidentEvent.AssignmentOpened;
import se.dirigent.core.incident.IncidentEvent.CallbackNumberChanged;
import se.dirigent.core.incident.IncidentEvent.DowngradeProposed;
import se.dirigent.core.incident.IncidentEvent.DowngradeRejected;
import se.dirigent.core.incident.IncidentEvent.DuplicateSeparated;
import se.dirigent.core.incident.IncidentEvent.IncidentClosed;
import se.dirigent.core.incident.IncidentEvent.IncidentReopened;
import se.dirigent.core.incident.IncidentEvent.LateTextReceived;
import se.dirigent.core.incident.IncidentEvent.LocationChanged;
import se.dirigent.core.incident.IncidentEvent.NoteAdded;
import se.dirigent.core.incident.IncidentEvent.PatientAttached;
import se.dirigent.core.incident.IncidentEvent.PriorityChanged;
import se.dirigent.core.incident.IncidentEvent.ProposalAnswered;
import se.dirigent.core.incident.IncidentEvent.ThreatAdded;
import se.dirigent.core.incident.IncidentEvent.ThreatWithdrawn;
import se.dirigent.core.incident.IncidentEvent.WaitingRescheduled;
import se.dirigent.core.incident.IncidentEvent.WaitingRoomEntered;
import se.dirigent.core.incident.IncidentEvent.WaitingRoomLeft;

/** The rules of incidents: which command leads to which events. */
public final class Incidents {
  /**
   * Most notes, contacts, threats, patients or duplicates on one incident. A case with hundreds is
   * a loop in a peer's software, and every one of them is sent to every screen.
   */
  private static final int LIST_MAX = 500;

  /** The reason of a priority that came with an update. */
  static final String UPDATE = "UPDATE";

  private Incidents() {}

  /**
   * Decides a command.
   *
   * @param incident the incident as it is, or null when there is none of that identity
   * @param original the one it is a duplicate of, or null when it is none; an update of a duplicate
   *     and its reopening are told to both
   * @throws Refused when the command may not be carried out; nothing has changed
   */
  public static List<IncidentEvent> decide(
      @Nullable Incident incident,
      @Nullable Incident original,
      IncidentCommand command,
      IncidentRules rules,
      Stamp stamp) {
    if (command instanceof Open c) {
      return Opening.open(incident, c, rules, stamp);
    }
    Incident i = known(incident, command.incident());
    Duplicates.requireOriginal(i, original);
    return switch (command) {
      case Open c -> Opening.open(i, c, rules, stamp);
      case Update c ->
          original == null
              ? update(i, c, rules, stamp)
              : Duplicates.update(i, original, c, rules, stamp);
      case ChangePriority c -> changePriority(openOnly(i), c.priority(), c.reason(), rules, stamp);
      case ConfirmDowngrade c -> confirmDowngrade(openOnly(i), c, rules, stamp);
      case RejectDowngrade c -> rejectDowngrade(i, c);
      case LogContact c ->
          bounded(i.contacts(), WaitingRoom.logContact(openOnly(i), c, rules, stamp));
      case AddNote c -> bounded(i.notes(), List.of(new NoteAdded(i.id(), c.text())));
      case AnswerProposal c -> {
        openOnly(i);
        yield List.of(
            new ProposalAnswered(
                i.id(), c.proposed(), c.answer(), c.chosen(), c.reason(), c.basis()));
      }
      case MoveTo c -> List.of(new LocationChanged(openOnly(i).id(), c.location()));
      case AddThreat c -> addThreat(i, c, rules, stamp);
      case WithdrawThreat c -> withdrawThreat(i, c);
      case AttachPatient c -> attachPatient(i, c);
      case Close c -> close(openOnly(i), c.outcome());
      case Reopen c -> reopen(i, original, c, rules, stamp);
      case CheckDeadlines _ -> {
        List<IncidentEvent> lapsed = new ArrayList<>(WaitingRoom.lapse(i, rules, stamp.at()));
        lapsed.addAll(SecondTriage.lapse(i, stamp.at()));
        yield lapsed;
      }
    };
  }

  /** A unit is sent: the incident leaves the waiting room if it stood there. */
  public static List<IncidentEvent> openAssignment(
      Incident incident, String assignment, String unit) {
    Incident i = openOnly(incident);
    List<IncidentEvent> events = new ArrayList<>();
    if (i.phase() == Phase.WAITING) {
      events.add(new WaitingRoomLeft(i.id(), "ASSIGNED"));
    }
    events.add(new AssignmentOpened(i.id(), assignment, unit));
    return events;
  }

  /**
   * A unit leaves the incident. The last one out closes it when an outcome has been reported, or
   * when it is a duplicate; otherwise the incident goes back to the waiting room, due for contact
   * by its priority. A last unit taken to another incident left this one undone, so what others
   * reported before does not close it.
   *
   * @param reported the outcome this unit's crew reports, or null
   */
  public static List<IncidentEvent> endAssignment(
      Incident incident,
      String assignment,
      String unit,
      Leaving reason,
      @Nullable Outcome reported,
      IncidentRules rules,
      Stamp stamp) {
    List<IncidentEvent> events = new ArrayList<>();
    events.add(new AssignmentEnded(incident.id(), assignment, unit, reason, reported));
    boolean last = incident.openAssignments().equals(List.of(assignment));
    if (last) {
      Outcome outcome = outcome(incident, reason, reported);
      events.add(
          outcome != null
              ? new IncidentClosed(incident.id(), outcome)
              : enter(incident, reason.name(), rules, stamp));
    }
    return events;
  }

  private static @Nullable Outcome outcome(
      Incident incident, Leaving reason, @Nullable Outcome reported) {
    if (reported != null) {
      return reported;
    }
    if (incident.duplicateOf() != null) {
      return Duplicates.OUTCOME;
    }
    return reason == Leaving.REDIRECTED ? null : incident.reported();
  }

  /**
   * Refuses the outcome DUPLICATE from a person: linking to the original sets it.
   *
   * @throws Refused {@code outcome.duplicate}
   */
  public static void refuseBareDuplicate(Outcome outcome) {
    if (outcome.kind() == Outcome.Kind.DUPLICATE) {
      throw new Refused("outcome.duplicate", "outcome", Map.of());
    }
  }

  /** The incident after the event. */
  public static Incident fold(@Nullable Incident incident, IncidentEvent event, Stamp stamp) {
    return IncidentFold.fold(incident, event, stamp);
  }

  static Incident known(@Nullable Incident incident, IncidentId id) {
    if (incident == null) {
      throw Refused.unknown("incident.unknown", "incident", Map.of("incident", id.toString()));
    }
    return incident;
  }

  static Incident openOnly(Incident incident) {
    if (incident.phase() == Phase.CLOSED) {
      throw closed(incident);
    }
    return incident;
  }

  private static Refused closed(Incident i) {
    return Refused.state("incident.closed", "incident", Map.of("incident", i.id().toString()));
  }

  static List<IncidentEvent> bounded(List<?> list, List<IncidentEvent> events) {
    if (list.size() >= LIST_MAX) {
      throw Refused.state("incident.full", "", Map.of("max", String.valueOf(LIST_MAX)));
    }
    return events;
  }

  /**
   * Words alone are kept also when the incident is closed, and somebody is told of them. A place, a
   * number or a priority would change what is over: the sender opens a new incident.
   */
  private static List<IncidentEvent> late(Incident i, Update c) {
    String text = c.text();
    if (text == null
        || c.location() != null
        || c.callbackNumber() != null
        || c.priority() != null) {
      throw closed(i);
    }
    return bounded(i.notes(), List.of(new LateTextReceived(i.id(), text)));
  }

  static List<IncidentEvent> update(Incident i, Update c, IncidentRules rules, Stamp stamp) {
    if (i.phase() == Phase.CLOSED) {
      return late(i, c);
    }
    List<IncidentEvent> events = new ArrayList<>();
    if (c.text() != null) {
      events.addAll(bounded(i.notes(), List.of(new NoteAdded(i.id(), c.text()))));
    }
    if (c.location() != null) {
      events.add(new LocationChanged(i.id(), c.location()));
    }
    if (c.callbackNumber() != null) {
      events.add(new CallbackNumberChanged(i.id(), c.callbackNumber()));
    }
    if (c.priority() != null && !c.priority().equals(i.priority())) {
      events.addAll(changePriority(i, c.priority(), UPDATE, rules, stamp));
    }
    return events;
  }

  static List<IncidentEvent> changePriority(
      Incident i, String to, String reason, IncidentRules rules, Stamp stamp) {
    int change = rules.scale().rank(to) - rules.scale().rank(i.priority());
    if (change == 0) {
      throw Refused.state("priority.same", "priority", Map.of("value", to));
    }
    if (change > 0) {
      return List.of(new DowngradeProposed(i.id(), i.priority(), to, reason));
    }
    return changed(i, to, reason, true, rules, stamp);
  }

  private static List<IncidentEvent> changed(
      Incident i, String to, String reason, boolean raised, IncidentRules rules, Stamp stamp) {
    List<IncidentEvent> events = new ArrayList<>();
    events.add(new PriorityChanged(i.id(), i.priority(), to, reason));
    Waiting w = i.waiting();
    if (w != null) {
      PriorityLevel level = rules.scale().get(to);
      Waiting moved = WaitingRoom.reschedule(w, level, raised, rules, stamp.at());
      events.add(new WaitingRescheduled(i.id(), moved));
    }
    return events;
  }

  private static List<IncidentEvent> confirmDowngrade(
      Incident i, ConfirmDowngrade c, IncidentRules rules, Stamp stamp) {
    PendingDowngrade pending = pending(i);
    if (c.priority() != null && !c.priority().equals(pending.to())) {
      throw Refused.state(
          "downgrade.other", "priority", Map.of("value", c.priority(), "pending", pending.to()));
    }
    if (pending.by().equals(stamp.by())) {
      throw Refused.state("downgrade.samePerson", "", Map.of("by", pending.by()));
    }
    return changed(i, pending.to(), pending.reason(), false, rules, stamp);
  }

  private static List<IncidentEvent> rejectDowngrade(Incident i, RejectDowngrade c) {
    pending(i);
    return List.of(new DowngradeRejected(i.id(), c.reason()));
  }

  private static PendingDowngrade pending(Incident i) {
    PendingDowngrade pending = i.pendingDowngrade();
    if (pending == null) {
      throw Refused.state("downgrade.none", "", Map.of("incident", i.id().toString()));
    }
    return pending;
  }

  private static List<IncidentEvent> addThreat(
      Incident i, AddThreat c, IncidentRules rules, Stamp stamp) {
    requireLive(c.threat(), rules, stamp);
    return bounded(i.threats(), List.of(new ThreatAdded(i.id(), i.threatCount() + 1, c.threat())));
  }

  static void requireLive(Threat threat, IncidentRules rules, Stamp stamp) {
    Instant observedAt = stamp.past("observedAt", threat.observedAt());
    if (!threat.expiresAt().isAfter(stamp.at())
        || threat.expiresAt().isAfter(observedAt.plus(rules.threatLifeMax()))) {
      throw new Refused(
          "threat.expiry", "expiresAt", Map.of("value", threat.expiresAt().toString()));
    }
  }

  private static List<IncidentEvent> withdrawThreat(Incident i, WithdrawThreat c) {
    if (i.threats().stream().noneMatch(t -> t.id() == c.threat())) {
      throw Refused.unknown(
          "threat.unknown", "threat", Map.of("value", String.valueOf(c.threat())));
    }
    return List.of(new ThreatWithdrawn(i.id(), c.threat(), c.reason()));
  }

  private static List<IncidentEvent> attachPatient(Incident i, AttachPatient c) {
    if (i.patients().contains(c.patient())) {
      throw Refused.state("patient.attached", "patient", Map.of());
    }
    return bounded(i.patients(), List.of(new PatientAttached(i.id(), c.patient())));
  }

  private static List<IncidentEvent> close(Incident i, Outcome outcome) {
    if (!i.openAssignments().isEmpty()) {
      throw Refused.state(
          "incident.hasUnits", "", Map.of("count", String.valueOf(i.openAssignments().size())));
    }
    refuseBareDuplicate(outcome);
    return leaveAndClose(i, outcome);
  }

  static List<IncidentEvent> leaveAndClose(Incident i, Outcome outcome) {
    return List.of(new WaitingRoomLeft(i.id(), "CLOSED"), new IncidentClosed(i.id(), outcome));
  }

  private static List<IncidentEvent> reopen(
      Incident i, @Nullable Incident original, Reopen c, IncidentRules rules, Stamp stamp) {
    if (i.phase() != Phase.CLOSED) {
      throw Refused.state("incident.open", "incident", Map.of("incident", i.id().toString()));
    }
    List<IncidentEvent> events = new ArrayList<>();
    events.add(new IncidentReopened(i.id(), c.reason()));
    events.add(enter(i, "REOPENED", rules, stamp));
    if (original != null) {
      events.add(new DuplicateSeparated(original.id(), i.id()));
    }
    return events;
  }

  private static WaitingRoomEntered enter(
      Incident i, String reason, IncidentRules rules, Stamp stamp) {
    PriorityLevel level = rules.scale().get(i.priority());
    return new WaitingRoomEntered(i.id(), WaitingRoom.enter(level, rules, stamp.at()), reason);
  }
}
