package se.dirigent.core.paper;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Event;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.dispatch.DispatchRules;
import se.dirigent.core.dispatch.Scene;
import se.dirigent.core.incident.Contact;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentCommand.Open;
import se.dirigent.core.incident.IncidentEvent.PaperAdded;
import se.dirigent.core.incident.IncidentEvent.PaperCaseOpened;
import se.dirigent.core.incident.Incidents;
import se.dirigent.core.incident.Note;
import se.dirigent.core.incident.Outcome;
import se.dirigent.core.incident.Phase;
import se.dirigent.core.incident.PriorityLevel;
import se.dirigent.core.incident.Threat;
import se.dirigent.core.incident.Waiting;
import se.dirigent.core.paper.PaperCase.Ending;
import se.dirigent.core.paper.PaperCase.Opening;
import se.dirigent.core.paper.PaperCase.PaperContact;

/**
 * The rules of re-entry: the paper's times stand, none of them in the future, none before the case
 * was opened, and a unit's in the order of the milestones. A unit that is still on the case when
 * the form is entered becomes busy on it, and so must be free.
 */
public final class Reentry {
  /** A time older than this is a slip of the pen or of the date. */
  private static final Duration AGE_MAX = Duration.ofDays(7);

  private final Scene scene;
  private final PaperCase form;
  private final DispatchRules rules;
  private final Stamp stamp;
  private final List<Event> events = new ArrayList<>();

  private Reentry(Scene scene, PaperCase form, DispatchRules rules, Stamp stamp) {
    this.scene = scene;
    this.form = form;
    this.rules = rules;
    this.stamp = stamp;
  }

  /**
   * Decides that a form is entered. The scene must hold the incident, if it is in the system, the
   * units the form names and their assignments; it is changed as the events change it, and not at
   * all by a refusal.
   *
   * @param stamp who enters it, and now
   * @throws Refused when it may not be entered; nothing has changed
   */
  public static List<Event> decide(Scene scene, PaperCase form, DispatchRules rules, Stamp stamp) {
    Reentry reentry = new Reentry(scene, form, rules, stamp);
    reentry.decide();
    reentry.events.forEach(event -> scene.apply(event, stamp));
    return List.copyOf(reentry.events);
  }

  private void decide() {
    Incident before = begin();
    Instant openedAt = before.receivedAt();
    List<Contact> contacts = contacts(before, openedAt);
    List<Note> notes = notes(openedAt);
    PaperUnits units = new PaperUnits(scene, before, rules);
    form.units().forEach(unit -> units.take(unit, at -> time("units", at, openedAt)));
    boolean open = units.stillOpen() > 0;
    Ending ending = ending(before, units, openedAt, open);
    Waiting waiting = open || ending != null ? null : waiting(before, contacts, units);
    events.add(
        new PaperAdded(
            form.incident(),
            form.number(),
            form.writtenBy(),
            contacts,
            notes,
            units.opened(),
            units.ended(),
            waiting,
            leftAt(before, units, ending),
            ending == null ? null : ending.outcome(),
            ending == null ? null : ending.at()));
    events.addAll(units.events());
  }

  /** The incident the form is about: opened by it, or in the system already. */
  private Incident begin() {
    Opening opening = form.opening();
    if (opening == null) {
      Incident incident = scene.get(form.incident());
      if (incident.phase() == Phase.CLOSED) {
        throw Refused.state(
            "incident.closed", "incident", Map.of("incident", incident.id().toString()));
      }
      return incident;
    }
    if (scene.find(form.incident()) != null) {
      throw Refused.state(
          "paper.exists",
          "number",
          Map.of("number", form.number(), "incident", form.incident().toString()));
    }
    Open call = opening.call();
    rules.incidents().scale().get(call.priority());
    Instant openedAt = time("openedAt", opening.openedAt(), Instant.MIN);
    call.threats().forEach(this::requireReviewed);
    PaperCaseOpened opened =
        new PaperCaseOpened(
            call.incident(),
            call.region(),
            call.source(),
            form.number(),
            form.writtenBy(),
            openedAt,
            call.callbackNumber(),
            call.location(),
            call.indexCode(),
            call.description(),
            call.priority(),
            call.threats());
    events.add(opened);
    return Incidents.fold(null, opened, stamp);
  }

  /** It may have lapsed meanwhile; it may not stand for longer than any other. */
  private void requireReviewed(Threat threat) {
    Instant observedAt = stamp.past("threats", threat.observedAt());
    if (threat.expiresAt().isAfter(observedAt.plus(rules.incidents().threatLifeMax()))) {
      throw new Refused("threat.expiry", "threats", Map.of("value", threat.expiresAt().toString()));
    }
  }

  /** The paper's time, never later than now: clocks on walls differ by a minute. */
  private Instant time(String field, Instant at, Instant openedAt) {
    Instant told = stamp.past(field, at);
    if (at.isBefore(stamp.at().minus(AGE_MAX))) {
      throw new Refused("time.old", field, Map.of("value", at.toString()));
    }
    if (at.isBefore(openedAt)) {
      throw new Refused(
          "time.order", field, Map.of("value", at.toString(), "other", openedAt.toString()));
    }
    return told;
  }

  private List<Note> notes(Instant openedAt) {
    return form.notes().stream()
        .map(n -> new Note(time("notes", n.at(), openedAt), n.by(), n.text()))
        .sorted(Comparator.comparing(Note::at))
        .toList();
  }

  private List<Contact> contacts(Incident incident, Instant openedAt) {
    PriorityLevel level = rules.incidents().scale().get(incident.priority());
    List<Contact> contacts = new ArrayList<>();
    for (PaperContact c : form.contacts()) {
      Instant at = time("contacts", c.at(), openedAt);
      Instant due = c.nextDueAt() == null ? at.plus(level.thenEvery()) : c.nextDueAt();
      Duration ahead = rules.incidents().contactAheadMax();
      if (!due.isAfter(at) || due.isAfter(stamp.at().plus(ahead))) {
        throw new Refused(
            "contact.nextDue",
            "contacts",
            Map.of("value", due.toString(), "max", String.valueOf(ahead.toHours())));
      }
      contacts.add(new Contact(at, c.by(), c.answered(), c.condition(), c.decision(), due));
    }
    contacts.sort(Comparator.comparing(Contact::at));
    return contacts;
  }

  private @Nullable Ending ending(
      Incident before, PaperUnits units, Instant openedAt, boolean open) {
    Ending ending = form.ending();
    if (ending != null) {
      Instant at = time("ending", ending.at(), openedAt);
      Incidents.refuseBareDuplicate(ending.outcome());
      if (open) {
        throw Refused.state(
            "incident.hasUnits", "ending", Map.of("count", String.valueOf(units.stillOpen())));
      }
      return new Ending(ending.outcome(), at);
    }
    return open ? null : endedByTheLast(before, units);
  }

  /** As with a crew that says clear: what is known already need not be said again. */
  private static @Nullable Ending endedByTheLast(Incident before, PaperUnits units) {
    Instant delivered = units.deliveredAt();
    if (delivered != null) {
      return new Ending(new Outcome(Outcome.Kind.CONVEYED, ""), delivered);
    }
    Instant end = units.lastEnd();
    Outcome known =
        before.duplicateOf() == null ? before.reported() : new Outcome(Outcome.Kind.DUPLICATE, "");
    return end == null || known == null ? null : new Ending(known, end);
  }

  /**
   * The place in the waiting room. What is due by the paper may be overdue by now, and shows so; it
   * counts as missed only when nobody calls from now on either.
   */
  private Waiting waiting(Incident before, List<Contact> told, PaperUnits units) {
    Waiting kept = before.waiting();
    if (kept != null && told.isEmpty() && units.ended().isEmpty()) {
      return kept;
    }
    PriorityLevel level = rules.incidents().scale().get(before.priority());
    Instant since = units.lastEnd() == null ? before.receivedAt() : units.lastEnd();
    Contact last = told.isEmpty() ? null : told.getLast();
    Instant due =
        last != null && !last.at().isBefore(since)
            ? last.nextDueAt()
            : since.plus(level.firstContactWithin());
    Instant from = due.isAfter(stamp.at()) ? due : stamp.at();
    Duration alarm = level.unassignedAlarmAfter();
    return new Waiting(
        due,
        from.plus(rules.incidents().contactGrace()),
        silent(told),
        kept == null ? null : kept.escalatedAt(),
        alarm == null ? null : since.plus(alarm),
        kept == null ? null : kept.alarmedAt());
  }

  private static int silent(List<Contact> contacts) {
    int missed = 0;
    for (Contact contact : contacts) {
      missed = contact.answered() ? 0 : missed + 1;
    }
    return missed;
  }

  private static @Nullable Instant leftAt(
      Incident before, PaperUnits units, @Nullable Ending ending) {
    if (before.phase() != Phase.WAITING) {
      return null;
    }
    Instant first = units.firstSent();
    return first != null || ending == null ? first : ending.at();
  }
}
