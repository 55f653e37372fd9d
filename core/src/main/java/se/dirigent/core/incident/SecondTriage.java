package se.dirigent.core.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.incident.IncidentEvent.AssessmentEnded;
import se.dirigent.core.incident.IncidentEvent.AssessmentReleased;
import se.dirigent.core.incident.IncidentEvent.AssessmentTaken;
import se.dirigent.core.incident.IncidentEvent.IncidentClosed;
import se.dirigent.core.incident.IncidentEvent.QuestionAnswered;
import se.dirigent.core.incident.IncidentEvent.QuestionPut;
import se.dirigent.core.incident.IncidentEvent.QuestionUnanswered;
import se.dirigent.core.incident.IncidentEvent.QuestionWithdrawn;
import se.dirigent.core.incident.IncidentEvent.ReferralCancelled;
import se.dirigent.core.incident.IncidentEvent.ReferralCarried;
import se.dirigent.core.incident.IncidentEvent.Referred;
import se.dirigent.core.incident.IncidentEvent.WaitingRescheduled;
import se.dirigent.core.incident.IncidentEvent.WaitingRoomLeft;

/** The rules of the second stage of triage: which command leads to which events. */
public final class SecondTriage {
  /** The reason of a release that the clock made. */
  static final String LAPSED = "LAPSED";

  /** The reason of a release because who held it has logged out. */
  public static final String LOGGED_OUT = "LOGGED_OUT";

  private SecondTriage() {}

  /**
   * Decides a command.
   *
   * @param incident the incident as it is, or null when there is none of that identity
   * @throws Refused when the command may not be carried out; nothing has changed
   */
  public static List<IncidentEvent> decide(
      @Nullable Incident incident, TriageCommand command, IncidentRules rules, Stamp stamp) {
    Incident i = Incidents.openOnly(Incidents.known(incident, command.incident()));
    Triage triage = Triage.of(i.triage());
    return switch (command) {
      case TriageCommand.Ask c -> ask(i, triage, c, rules, stamp);
      case TriageCommand.Reply c -> reply(i, open(triage, c.question()), c, rules, stamp);
      case TriageCommand.Withdraw c -> {
        var _ = open(triage, c.question());
        yield List.of(new QuestionWithdrawn(i.id(), c.question(), c.reason()));
      }
      case TriageCommand.Take _ -> take(i, triage, rules, stamp);
      case TriageCommand.Release c -> {
        requireTaken(triage.assessment());
        yield List.of(new AssessmentReleased(i.id(), c.reason()));
      }
      case TriageCommand.Conclude c -> conclude(i, c, rules, stamp);
      case TriageCommand.Refer c -> refer(i, triage, c, rules, stamp);
      case TriageCommand.Carry c -> carry(i, pending(triage), c);
      case TriageCommand.CancelReferral c -> {
        var _ = pending(triage);
        yield List.of(new ReferralCancelled(i.id(), c.reason()));
      }
    };
  }

  private static List<IncidentEvent> ask(
      Incident i, Triage triage, TriageCommand.Ask c, IncidentRules rules, Stamp stamp) {
    DoctorQuestion open = triage.openQuestion();
    if (open != null) {
      // One question at a time: two answers that cross would leave nobody knowing which holds.
      throw Refused.state("question.open", "text", Map.of("by", open.by()));
    }
    PriorityLevel level = rules.scale().get(i.priority());
    Instant answerBy = stamp.at().plus(rules.triage().answerWithin(level));
    int number = triage.questions().size() + 1;
    return Incidents.bounded(
        triage.questions(), List.of(new QuestionPut(i.id(), number, c.text(), c.unit(), answerBy)));
  }

  private static List<IncidentEvent> reply(
      Incident i, DoctorQuestion q, TriageCommand.Reply c, IncidentRules rules, Stamp stamp) {
    if ((q.unit() != null) != (c.approved() != null)) {
      throw new Refused("question.approval", "approved", Map.of());
    }
    List<IncidentEvent> events = new ArrayList<>();
    events.add(new QuestionAnswered(i.id(), q.number(), c.advice(), c.priority(), c.approved()));
    events.addAll(priority(i, c.priority(), c.advice(), rules, stamp));
    return events;
  }

  /** A raise holds at once, a lowering waits for a second person: here as everywhere. */
  private static List<IncidentEvent> priority(
      Incident i, @Nullable String to, String reason, IncidentRules rules, Stamp stamp) {
    return to == null || to.equals(i.priority())
        ? List.of()
        : Incidents.changePriority(i, to, reason, rules, stamp);
  }

  private static DoctorQuestion open(Triage triage, int number) {
    if (number < 1 || number > triage.questions().size()) {
      throw Refused.unknown(
          "question.unknown", "question", Map.of("value", String.valueOf(number)));
    }
    DoctorQuestion question = triage.get(number);
    if (!question.open()) {
      throw Refused.state("question.closed", "question", Map.of("state", question.state().name()));
    }
    return question;
  }

  private static List<IncidentEvent> take(
      Incident i, Triage triage, IncidentRules rules, Stamp stamp) {
    if (i.phase() != Phase.WAITING) {
      throw Refused.state("assessment.notWaiting", "", Map.of("incident", i.id().toString()));
    }
    Assessment held = triage.assessment();
    if (held != null && !held.by().equals(stamp.by())) {
      throw Refused.state("assessment.taken", "", Map.of("by", held.by()));
    }
    return List.of(new AssessmentTaken(i.id(), stamp.at().plus(rules.triage().assessmentMax())));
  }

  private static void requireTaken(@Nullable Assessment assessment) {
    if (assessment == null) {
      throw Refused.state("assessment.none", "", Map.of());
    }
  }

  /**
   * Refuses who does not assess the incident now: what the hub decides, it has looked at first.
   *
   * @throws Refused {@code assessment.notOwn}
   */
  public static void requireOwn(Incident i, Stamp stamp) {
    Assessment held = Triage.of(i.triage()).assessment();
    if (held == null || !held.by().equals(stamp.by())) {
      throw Refused.state("assessment.notOwn", "", Map.of("incident", i.id().toString()));
    }
  }

  private static List<IncidentEvent> conclude(
      Incident i, TriageCommand.Conclude c, IncidentRules rules, Stamp stamp) {
    requireOwn(i, stamp);
    List<IncidentEvent> events = new ArrayList<>();
    events.add(new AssessmentEnded(i.id(), c.ambulance(), c.text()));
    events.addAll(priority(i, c.priority(), c.text(), rules, stamp));
    return events;
  }

  private static List<IncidentEvent> refer(
      Incident i, Triage triage, TriageCommand.Refer c, IncidentRules rules, Stamp stamp) {
    requireOwn(i, stamp);
    Referral before = triage.referral();
    if (before != null && before.state() == Referral.State.PENDING) {
      throw Refused.state("referral.pending", "", Map.of("place", before.plan().place()));
    }
    if (rules.scale().get(i.priority()).level() < rules.triage().referralLevelMin()) {
      throw Refused.state("referral.urgent", "", Map.of("priority", i.priority()));
    }
    requireBooking(c.plan().bookedAt(), rules, stamp);
    boolean carried = carried(c.plan(), c.acceptedBy(), c.toldTo());
    List<IncidentEvent> events = new ArrayList<>();
    Instant callBackAt = carried ? null : callBackAt(c, rules, stamp);
    events.add(new Referred(i.id(), c.plan(), c.acceptedBy(), c.toldTo(), callBackAt));
    if (carried) {
      events.addAll(carriedBy(i, c.plan(), c.acceptedBy(), c.toldTo()));
    } else if (i.waiting() != null && callBackAt != null) {
      events.add(new WaitingRescheduled(i.id(), WaitingRoom.due(i.waiting(), callBackAt, rules)));
    }
    return events;
  }

  private static void requireBooking(@Nullable Instant at, IncidentRules rules, Stamp stamp) {
    Instant last = stamp.at().plus(rules.triage().bookingAheadMax());
    if (at != null && (at.isBefore(stamp.at()) || at.isAfter(last))) {
      throw new Refused(
          "referral.ahead",
          "bookedAt",
          Map.of(
              "value", at.toString(),
              "days", String.valueOf(rules.triage().bookingAheadMax().toDays())));
    }
  }

  /** Somebody is told at both ends; who cares for himself is both. */
  private static boolean carried(Referral.Plan plan, String acceptedBy, String toldTo) {
    boolean accepted = plan.kind() == Referral.Kind.SELF_CARE || !acceptedBy.isEmpty();
    return accepted && !toldTo.isEmpty();
  }

  private static Instant callBackAt(TriageCommand.Refer c, IncidentRules rules, Stamp stamp) {
    Instant at = c.callBackAt();
    if (at == null) {
      throw new Refused("referral.callBack", "callBackAt", Map.of());
    }
    WaitingRoom.requireDue("callBackAt", at, rules, stamp);
    return at;
  }

  private static Referral pending(Triage triage) {
    Referral referral = triage.referral();
    if (referral == null || referral.state() != Referral.State.PENDING) {
      throw Refused.state("referral.none", "", Map.of());
    }
    return referral;
  }

  private static List<IncidentEvent> carry(Incident i, Referral r, TriageCommand.Carry c) {
    if (i.phase() != Phase.WAITING) {
      throw Refused.state(
          "incident.hasUnits", "", Map.of("count", String.valueOf(i.openAssignments().size())));
    }
    String acceptedBy = c.acceptedBy().isEmpty() ? r.acceptedBy() : c.acceptedBy();
    String toldTo = c.toldTo().isEmpty() ? r.toldTo() : c.toldTo();
    if (!carried(r.plan(), acceptedBy, toldTo)) {
      String field = toldTo.isEmpty() ? "toldTo" : "acceptedBy";
      throw new Refused("referral.incomplete", field, Map.of());
    }
    return carriedBy(i, r.plan(), acceptedBy, toldTo);
  }

  private static List<IncidentEvent> carriedBy(
      Incident i, Referral.Plan plan, String acceptedBy, String toldTo) {
    String where = plan.kind() == Referral.Kind.SELF_CARE ? plan.advice() : plan.place();
    String text = where.length() > Outcome.TEXT_MAX ? where.substring(0, Outcome.TEXT_MAX) : where;
    return List.of(
        new ReferralCarried(i.id(), acceptedBy, toldTo),
        new WaitingRoomLeft(i.id(), "REFERRED"),
        new IncidentClosed(i.id(), new Outcome(Outcome.Kind.REFERRED, text)));
  }

  /** What has lapsed by now; empty when nothing has. */
  static List<IncidentEvent> lapse(Incident i, Instant now) {
    Triage triage = Triage.of(i.triage());
    List<IncidentEvent> events = new ArrayList<>();
    DoctorQuestion q = triage.openQuestion();
    if (q != null && q.lapsedAt() == null && !now.isBefore(q.answerBy())) {
      events.add(new QuestionUnanswered(i.id(), q.number()));
    }
    Assessment held = triage.assessment();
    if (held != null && !now.isBefore(held.until())) {
      events.add(new AssessmentReleased(i.id(), LAPSED));
    }
    return events;
  }
}
