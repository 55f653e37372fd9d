package se.dirigent.simulator.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Event;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.alarm.AlarmEvent;
import se.dirigent.core.alarm.AlarmId;
import se.dirigent.core.alarm.AlarmKind;
import se.dirigent.core.alarm.AlarmRules;
import se.dirigent.core.alarm.Alarms;
import se.dirigent.core.dispatch.AlarmCauses;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.Dispatch;
import se.dirigent.core.dispatch.DispatchRules;
import se.dirigent.core.dispatch.Invariants;
import se.dirigent.core.dispatch.Scene;
import se.dirigent.core.fleet.Fleet;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Incidents;

/**
 * A dispatch centre in memory, with the promises of the live one: it decides with the core, writes
 * what happened in a journal together with the number of the message that asked for it, answers a
 * repeated message with its first answer, and can be made again of its journal alone.
 */
final class Register {
  /** The number of what nobody asked for: the centre saw it itself. */
  static final long OWN = 0;

  private final DispatchRules rules;
  private final AlarmRules alarmRules;
  private final List<Entry> journal = new ArrayList<>();
  private final Map<Long, Ask.Answer> answers = new HashMap<>();
  private final Map<UnitId, PositionReport> positions = new HashMap<>();
  private Scene scene = new Scene();

  /** Something that happened, and the message that asked for it. */
  record Entry(long message, Event event, Stamp stamp) {}

  Register(DispatchRules rules, AlarmRules alarmRules) {
    this.rules = rules;
    this.alarmRules = alarmRules;
  }

  Scene scene() {
    return scene;
  }

  List<Entry> journal() {
    return journal;
  }

  Optional<PositionReport> position(UnitId unit) {
    return Optional.ofNullable(positions.get(unit));
  }

  /**
   * Does what a message asks, once.
   *
   * @param message its number; the same again gets the first answer
   * @throws IllegalStateException when an invariant is broken
   */
  Ask.Answer ask(long message, Ask ask, Stamp stamp) {
    Ask.Answer known = answers.get(message);
    if (known != null) {
      return known;
    }
    if (ask instanceof Ask.OfPosition(var report) && !tells(report, stamp)) {
      return new Ask.Answer("", List.of(), stamp.at());
    }
    Invariants before = Invariants.of(scene);
    List<Event> events;
    try {
      events = decide(ask, stamp);
    } catch (Refused refused) {
      before.requireUnchanged(scene);
      return new Ask.Answer(refused.code(), List.of(), stamp.at());
    }
    List<AlarmEvent> alarms =
        AlarmCauses.follow(scene, events, rules.incidents(), alarmRules, stamp);
    alarms.forEach(event -> scene.apply(event, stamp));
    events.forEach(event -> journal.add(new Entry(message, event, stamp)));
    alarms.forEach(event -> journal.add(new Entry(message, event, stamp)));
    before.requireLawful(scene, events, rules.incidents().scale(), stamp.at());
    Ask.Answer answer = new Ask.Answer("", events, stamp.at());
    if (!events.isEmpty()) {
      answers.put(message, answer);
    }
    return answer;
  }

  private List<Event> decide(Ask ask, Stamp stamp) {
    return switch (ask) {
      case Ask.OfIncident(var command) -> {
        Incident incident = scene.find(command.incident());
        yield happen(
            Incidents.decide(incident, originalOf(incident), command, rules.incidents(), stamp),
            stamp);
      }
      case Ask.OfUnit(var command) ->
          happen(Fleet.decide(scene.find(command.unit()), command, stamp), stamp);
      case Ask.OfDispatch(var command) -> Dispatch.decide(scene, command, rules, stamp);
      case Ask.OfAlarm(var command) -> {
        List<Alarm> named =
            command.alarms().stream().map(scene::find).filter(Objects::nonNull).toList();
        yield happen(Alarms.decide(named, command, stamp), stamp);
      }
      case Ask.OfPosition(var report) -> happen(silences(report.unit(), stamp), stamp);
    };
  }

  private @Nullable Incident originalOf(@Nullable Incident incident) {
    IncidentId original = incident == null ? null : incident.duplicateOf();
    return original == null ? null : scene.get(original);
  }

  /** Whether anything follows from a report. Of two the later fix counts, whichever came last. */
  private boolean tells(PositionReport report, Stamp stamp) {
    positions.merge(report.unit(), report, (a, b) -> a.at().isAfter(b.at()) ? a : b);
    return !silences(report.unit(), stamp).isEmpty();
  }

  private List<AlarmEvent> silences(UnitId unit, Stamp stamp) {
    return scene.assignments().stream()
        .filter(a -> a.state() == Assignment.State.OPEN && a.unit().equals(unit))
        .flatMap(a -> silence(a, stamp).stream())
        .toList();
  }

  /** Looks at whether a unit under way has been silent for too long; what follows has happened. */
  List<Event> watch(Assignment a, Stamp stamp) {
    List<Event> events = happen(silence(a, stamp), stamp);
    events.forEach(event -> journal.add(new Entry(OWN, event, stamp)));
    return events;
  }

  private List<AlarmEvent> silence(Assignment a, Stamp stamp) {
    Alarm alarm = scene.find(new AlarmId(AlarmKind.OLD_POSITION, a.id().toString()));
    return AlarmCauses.position(a, alarm, positions.get(a.unit()), alarmRules, stamp);
  }

  private List<Event> happen(List<? extends Event> events, Stamp stamp) {
    events.forEach(event -> scene.apply(event, stamp));
    return List.copyOf(events);
  }

  /**
   * Stops and begins again with nothing but the journal; where vehicles are is not in it.
   *
   * @throws IllegalStateException when the journal makes another scene than there was
   */
  void restart() {
    Invariants before = Invariants.of(scene);
    scene = new Scene();
    answers.clear();
    positions.clear();
    Map<Long, List<Event>> asked = new HashMap<>();
    Map<Long, Instant> at = new HashMap<>();
    for (Entry entry : journal) {
      scene.apply(entry.event(), entry.stamp());
      asked.computeIfAbsent(entry.message(), _ -> new ArrayList<>()).add(entry.event());
      at.put(entry.message(), entry.stamp().at());
    }
    asked.forEach((message, events) ->
        answers.put(message, new Ask.Answer("", events, Objects.requireNonNull(at.get(message)))));
    answers.remove(OWN);
    before.requireUnchanged(scene);
  }
}
