package se.dirigent.simulator.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.alarm.AlarmCommand;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.dispatch.DispatchCommand;
import se.dirigent.core.dispatch.Scene;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentCommand;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Phase;
import se.dirigent.core.incident.PriorityLevel;
import se.dirigent.core.incident.Waiting;
import se.dirigent.optimiser.recommend.Candidate;
import se.dirigent.optimiser.recommend.Means;
import se.dirigent.optimiser.recommend.Need;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.optimiser.recommend.Recommendation;
import se.dirigent.optimiser.recommend.Recommender;
import se.dirigent.simulator.caller.Callers;
import se.dirigent.simulator.caller.Condition;
import se.dirigent.simulator.caller.Reply;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.roster.StationedUnit;

/**
 * A dispatcher and a waiting-room nurse who follow the live service's advice, on a picture that may
 * be old; now and then they change their minds.
 */
final class Room {
  /** Above every number that a sender gives: the clock of the centre counts from here. */
  private static final long CLOCK = 1L << 40;

  private static final int LOOKED_AT_MAX = 20;

  private final Register register;
  private final Wire wire;
  private final Eye eye;
  private final Outbox dispatcher = new Outbox("demo.dirigent");
  private final Outbox nurse = new Outbox("demo.vantrum");
  private final RandomGenerator chance;
  private final Callers callers;
  private final Recommender recommender;
  private final Map<String, StationedUnit> stationed = new HashMap<>();
  private final Map<String, PriorityLevel> levels = new HashMap<>();
  private final Set<IncidentId> asked = new HashSet<>();
  private long clock = CLOCK;

  Room(FaultyDay.Region region, Register register, Wire wire, Streams streams) {
    this.register = register;
    this.wire = wire;
    this.eye = new Eye(register.journal(), streams.of("eye.room"));
    this.chance = streams.of("room");
    this.callers = new Callers(Callers.Habits.defaults(), streams.of("callers"));
    this.recommender =
        new Recommender(region.crews().travelTimes(), RecommendParameters.defaults());
    region.units().forEach(u -> stationed.put(u.unit(), u));
    region.rules().incidents().scale().levels().forEach(l -> levels.put(l.code(), l));
  }

  /** A number for something that the centre asks itself. */
  long next() {
    return ++clock;
  }

  Scene scene() {
    return eye.scene();
  }

  void look() {
    eye.look(0);
  }

  boolean said() {
    return dispatcher.isEmpty() && nurse.isEmpty();
  }

  /** Looks at the picture and does what is most urgent. */
  void act(double hangs) {
    eye.look(hangs);
    if (dispatcher.isEmpty()) {
      dispatch();
    }
    if (nurse.isEmpty()) {
      contact();
    }
  }

  private void dispatch() {
    if (chance.nextInt(200) == 0 && changeMind()) {
      return;
    }
    List<Alarm> alarms = eye.scene().alarms().stream().filter(Alarm::open).toList();
    if (!alarms.isEmpty() && chance.nextInt(4) == 0) {
      Alarm alarm = alarms.get(chance.nextInt(alarms.size()));
      say(new Ask.OfAlarm(new AlarmCommand.Take(List.of(alarm.id()))));
      return;
    }
    eye.scene().incidents().stream()
        .filter(i -> i.phase() == Phase.WAITING && i.duplicateOf() == null)
        .filter(i -> !asked.contains(i.id()))
        .sorted(Comparator.comparingInt(this::level).thenComparing(Incident::receivedAt))
        .limit(LOOKED_AT_MAX)
        .filter(i -> best(i) != null)
        .findFirst()
        .ifPresent(this::send);
  }

  private void send(Incident incident) {
    Recommendation best = best(incident);
    if (best != null) {
      asked.add(incident.id());
      UnitId unit = new UnitId(best.unit());
      DispatchCommand command =
          best.means() == Means.SEND
              ? new DispatchCommand.Assign(incident.id(), List.of(unit), true)
              : new DispatchCommand.Redirect(unit, incident.id(), "mer brådskande", true);
      wire.say(dispatcher, new Ask.OfDispatch(command), _ -> asked.remove(incident.id()));
    }
  }

  /** Recalls a unit, lowers or raises a priority, or closes a case that nobody went to. */
  private boolean changeMind() {
    List<Assignment> open =
        eye.scene().assignments().stream().filter(a -> a.state() == Assignment.State.OPEN).toList();
    List<Incident> waiting =
        eye.scene().incidents().stream().filter(i -> i.phase() == Phase.WAITING).toList();
    if (!open.isEmpty() && chance.nextBoolean()) {
      AssignmentId id = open.get(chance.nextInt(open.size())).id();
      say(new Ask.OfDispatch(new DispatchCommand.StandDown(id, "annan enhet närmare")));
      return true;
    }
    if (waiting.isEmpty()) {
      return false;
    }
    Incident one = waiting.get(chance.nextInt(waiting.size()));
    List<String> codes = levels.keySet().stream().sorted().toList();
    String code = codes.get(chance.nextInt(codes.size()));
    say(new Ask.OfIncident(new IncidentCommand.ChangePriority(one.id(), code, "ny bedömning")));
    return true;
  }

  private void say(Ask ask) {
    wire.say(dispatcher, ask, _ -> {});
  }

  private int level(Incident incident) {
    PriorityLevel level = levels.get(incident.priority());
    return level == null ? 4 : level.level();
  }

  private @Nullable Recommendation best(Incident incident) {
    List<Candidate> candidates = new ArrayList<>();
    eye.scene().units().forEach(unit -> candidates.add(candidate(unit)));
    Need need = new Need(incident.location().position(), level(incident), Set.of());
    for (Recommendation r : recommender.rank(need, candidates, wire.now())) {
      boolean redirect = r.means() == Means.REDIRECT && level(incident) == 1;
      if (r.suitable() || redirect) {
        return r;
      }
    }
    return null;
  }

  private Candidate candidate(Unit unit) {
    StationedUnit at = stationed.get(unit.id().value());
    PositionReport report = register.position(unit.id()).orElse(null);
    String on = unit.assignment();
    Assignment assignment = on == null ? null : eye.scene().get(AssignmentId.parse(on));
    return new Candidate(
        unit.id().value(),
        unit.kind(),
        unit.status(),
        unit.statusSince(),
        at == null ? Set.of() : at.capabilities(),
        unit.special(),
        report == null ? null : report.position(),
        report == null ? null : report.at(),
        unit.shift(),
        at == null ? null : at.home(),
        assignment == null
            ? null
            : new Candidate.Engagement(level(eye.scene().get(assignment.incident())), null),
        false);
  }

  private void contact() {
    Instant now = wire.now();
    for (Incident i : eye.scene().incidents()) {
      Waiting waiting = i.waiting();
      if (i.phase() == Phase.WAITING && waiting != null && !waiting.nextDueAt().isAfter(now)) {
        Reply reply = callers.ring();
        wire.say(
            nurse,
            new Ask.OfIncident(
                new IncidentCommand.LogContact(
                    i.id(), reply.answered(), reply.words(), "fortsatt väntan", null)),
            _ -> {});
        if (reply.condition() == Condition.WORSE) {
          wire.say(
              nurse,
              new Ask.OfIncident(
                  new IncidentCommand.ChangePriority(i.id(), worse(i), "återkontakt: sämre")),
              _ -> {});
        }
        return;
      }
    }
  }

  /** The least urgent code of the next more urgent level. */
  private String worse(Incident incident) {
    int wanted = Math.max(1, level(incident) - 1);
    return levels.values().stream()
        .filter(l -> l.level() == wanted)
        .map(PriorityLevel::code)
        .max(Comparator.naturalOrder())
        .orElse(incident.priority());
  }
}
