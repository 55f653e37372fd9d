package se.dirigent.core;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.alarm.AlarmCommand;
import se.dirigent.core.alarm.AlarmEvent;
import se.dirigent.core.alarm.AlarmEvent.AlarmRaised;
import se.dirigent.core.alarm.AlarmId;
import se.dirigent.core.alarm.AlarmKind;
import se.dirigent.core.alarm.AlarmRules;
import se.dirigent.core.alarm.Alarms;
import se.dirigent.core.dispatch.AlarmCauses;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.dispatch.Dispatch;
import se.dirigent.core.dispatch.DispatchCommand;
import se.dirigent.core.dispatch.DispatchCommand.Assign;
import se.dirigent.core.dispatch.DispatchCommand.CheckDeadlines;
import se.dirigent.core.dispatch.DispatchCommand.Pass;
import se.dirigent.core.dispatch.Invariants;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.dispatch.Scene;
import se.dirigent.core.fleet.Fleet;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitCommand;
import se.dirigent.core.fleet.UnitCommand.StartShift;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.incident.Duplicates;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentCommand;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Incidents;
import se.dirigent.core.incident.Outcome;
import se.dirigent.core.incident.SecondTriage;
import se.dirigent.core.incident.TriageCommand;
import se.dirigent.core.paper.PaperCase;
import se.dirigent.core.paper.Reentry;

/**
 * A dispatch centre on paper: one scene, one clock, one journal. After every command, also a
 * refused one, it checks what must always hold.
 */
public final class Centre {
  private static final AlarmRules ALARM_RULES = AlarmRules.standard();

  /** An event as the journal has it. */
  public record Written(Event event, Stamp stamp) {}

  private final Scene scene = new Scene();
  private final List<Written> journal = new ArrayList<>();
  private Instant now = Fixtures.START;
  private String by = "demo.ett";

  /** Lets time pass. */
  public Centre after(Duration duration) {
    now = now.plus(duration);
    return this;
  }

  /** Lets another person take the seat. */
  public Centre as(String user) {
    by = user;
    return this;
  }

  public Instant now() {
    return now;
  }

  public Scene scene() {
    return scene;
  }

  public List<Written> journal() {
    return journal;
  }

  private Stamp stamp() {
    return new Stamp(by, now);
  }

  public List<Event> ask(IncidentCommand command) {
    return happen(() -> {
      Incident incident = scene.find(command.incident());
      List<Event> events =
          List.copyOf(
              Incidents.decide(
                  incident, originalOf(incident), command, Fixtures.INCIDENT_RULES, stamp()));
      events.forEach(event -> scene.apply(event, stamp()));
      return events;
    });
  }

  private @Nullable Incident originalOf(@Nullable Incident incident) {
    IncidentId original = incident == null ? null : incident.duplicateOf();
    return original == null ? null : scene.get(original);
  }

  /** Asks something of the second stage of triage. */
  public List<Event> ask(TriageCommand command) {
    return happen(() -> {
      Incident incident = scene.find(command.incident());
      List<Event> events =
          List.copyOf(SecondTriage.decide(incident, command, Fixtures.INCIDENT_RULES, stamp()));
      events.forEach(event -> scene.apply(event, stamp()));
      return events;
    });
  }

  public List<Event> ask(UnitCommand command) {
    return happen(() -> {
      List<Event> events = List.copyOf(Fleet.decide(scene.find(command.unit()), command, stamp()));
      events.forEach(event -> scene.apply(event, stamp()));
      return events;
    });
  }

  public List<Event> ask(DispatchCommand command) {
    return happen(() -> Dispatch.decide(scene, command, Fixtures.RULES, stamp()));
  }

  /** Does something about alarms. */
  public List<Event> ask(AlarmCommand command) {
    return happen(() -> {
      List<Alarm> named =
          command.alarms().stream().map(scene::find).filter(Objects::nonNull).toList();
      List<Event> events = List.copyOf(Alarms.decide(named, command, stamp()));
      events.forEach(event -> scene.apply(event, stamp()));
      return events;
    });
  }

  /** Looks at where the unit of an assignment is said to be. */
  public List<Event> look(AssignmentId assignment, PositionReport report) {
    return happen(() -> {
      Alarm alarm = scene.find(new AlarmId(AlarmKind.OLD_POSITION, assignment.toString()));
      List<Event> events =
          List.copyOf(
              AlarmCauses.position(scene.get(assignment), alarm, report, ALARM_RULES, stamp()));
      events.forEach(event -> scene.apply(event, stamp()));
      return events;
    });
  }

  /** Looks at whether a unit's crew has answered where it was told to wait. */
  public List<Event> lookAtStandby(UnitId unit) {
    return happen(() -> {
      Alarm alarm = scene.find(AlarmCauses.standbyUnanswered(unit));
      List<Event> events =
          List.copyOf(AlarmCauses.standby(scene.get(unit), alarm, ALARM_RULES, stamp()));
      events.forEach(event -> scene.apply(event, stamp()));
      return events;
    });
  }

  /** The alarms that stand, by name. */
  public List<String> standing() {
    return scene.alarms().stream()
        .filter(Alarm::open)
        .map(a -> a.kind().name() + " " + a.id().subject())
        .sorted()
        .toList();
  }

  /** Enters a form written on paper. */
  public List<Event> enter(PaperCase form) {
    return happen(() -> Reentry.decide(scene, form, Fixtures.RULES, stamp()));
  }

  public List<Event> link(IncidentId duplicate, IncidentId original) {
    return happen(() -> {
      List<Event> events =
          List.copyOf(
              Duplicates.link(scene.get(duplicate), scene.get(original), Fixtures.INCIDENT_RULES));
      events.forEach(event -> scene.apply(event, stamp()));
      return events;
    });
  }

  private List<Event> happen(Supplier<List<Event>> command) {
    Invariants before = Invariants.of(scene);
    List<Event> events;
    try {
      events = command.get();
    } catch (Refused refused) {
      before.requireUnchanged(scene);
      throw refused;
    }
    List<Event> all = new ArrayList<>(events);
    List<AlarmEvent> alarms =
        AlarmCauses.follow(scene, events, Fixtures.INCIDENT_RULES, ALARM_RULES, stamp());
    alarms.forEach(event -> scene.apply(event, stamp()));
    assertTrue(
        alarms.stream().noneMatch(AlarmRaised.class::isInstance) || AlarmCauses.mayRaise(events),
        () -> "nobody would look for an alarm after " + events);
    all.addAll(alarms);
    all.forEach(event -> journal.add(new Written(event, stamp())));
    before.requireLawful(scene, events, Fixtures.SCALE, now);
    return events;
  }

  /** The scene as the journal alone makes it. */
  public Scene replayed() {
    Scene replayed = new Scene();
    journal.forEach(written -> replayed.apply(written.event(), written.stamp()));
    return replayed;
  }

  /** Opens an incident of the number. */
  public IncidentId open(int number, String priority) {
    ask(Fixtures.call(number, priority));
    return Fixtures.incident(number);
  }

  /** Registers a unit and begins its shift. */
  public UnitId onDuty(int number) {
    ask(Fixtures.ambulance(number));
    UnitId id = Fixtures.unit(number);
    ask(new StartShift(id, Fixtures.shift(now), List.of(Fixtures.NURSE)));
    return id;
  }

  /** Sends units and gives the first one's new assignment. */
  public AssignmentId send(IncidentId incident, UnitId... units) {
    ask(new Assign(incident, List.of(units)));
    return AssignmentId.parse(String.valueOf(unit(units[0]).assignment()));
  }

  public List<Event> pass(AssignmentId assignment, Milestone milestone) {
    return ask(new Pass(assignment, milestone, null, null));
  }

  public List<Event> clear(AssignmentId assignment, Outcome.@Nullable Kind kind) {
    Outcome outcome = kind == null ? null : new Outcome(kind, "på plats");
    return ask(new Pass(assignment, Milestone.CLEAR, null, outcome));
  }

  /** Lets the clock look at the deadlines of an incident. */
  public List<Event> look(IncidentId incident) {
    return ask(new IncidentCommand.CheckDeadlines(incident));
  }

  /** Lets the clock look at the deadlines of an assignment. */
  public List<Event> look(AssignmentId assignment) {
    return ask(new CheckDeadlines(assignment));
  }

  public Incident incident(IncidentId id) {
    return scene.get(id);
  }

  public Unit unit(UnitId id) {
    return scene.get(id);
  }

  public Assignment assignment(AssignmentId id) {
    return scene.get(id);
  }

  /** The events' simple names, which is how the journal calls them. */
  public static List<String> names(List<Event> events) {
    return events.stream().map(event -> event.getClass().getSimpleName()).toList();
  }
}
