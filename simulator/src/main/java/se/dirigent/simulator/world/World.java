package se.dirigent.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.optimiser.recommend.Candidate;
import se.dirigent.optimiser.recommend.Need;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.optimiser.recommend.Recommendation;
import se.dirigent.optimiser.recommend.Recommender;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.chance.TraceHash;
import se.dirigent.simulator.crew.Crew;
import se.dirigent.simulator.crew.CrewAct;
import se.dirigent.simulator.crew.CrewTimes;
import se.dirigent.simulator.crew.CrewWorld;
import se.dirigent.simulator.crew.Order;
import se.dirigent.simulator.demand.Call;
import se.dirigent.simulator.demand.Demand;
import se.dirigent.simulator.roster.ShiftPlan;
import se.dirigent.simulator.roster.StationedUnit;

/**
 * One region in fast time, from event to event, with a dispatcher that sends the first suitable
 * unit of the ranking to the most urgent, longest waiting call. Not safe for use by several
 * threads.
 */
public final class World {
  /** How long the dispatcher leaves calls waiting before looking again for a free unit. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final Setting setting;
  private final Recommender recommender;
  private final Demand demand;
  private final Map<String, Crew> crews = new TreeMap<>();
  private final Map<String, Call> served = new HashMap<>();
  private final List<Call> waiting = new ArrayList<>();
  private final List<Duration> responses = new ArrayList<>();
  private final TraceHash trace = new TraceHash();
  private Instant now;
  private int calls;
  private int cleared;

  /**
   * A world that begins with every crew at its station.
   *
   * @param seed decides everything that chance decides
   * @param from when it begins
   */
  public World(Setting setting, TravelTimes travelTimes, CrewTimes times, long seed, Instant from) {
    this.setting = setting;
    this.now = from;
    this.recommender = new Recommender(travelTimes, RecommendParameters.defaults());
    Streams streams = new Streams(seed);
    this.demand = new Demand(setting.demand(), streams, from);
    CrewWorld shared = new CrewWorld(travelTimes, setting.hospitals(), times);
    RecommendParameters parameters = RecommendParameters.defaults();
    for (StationedUnit u : setting.units()) {
      var chance = streams.of("crew." + u.unit());
      var profile = parameters.profile(u.kind());
      Crew crew = new Crew(u.unit(), profile, u.home(), u.home(), shared, chance, from);
      crews.put(u.unit(), crew);
    }
  }

  /** Runs from the beginning over a length of time. To be called once. */
  public WorldReport run(Duration length) {
    Instant until = now.plus(length);
    Call next = demand.next();
    while (!now.isAfter(until)) {
      Instant lookAt = waiting.isEmpty() ? until.plusMillis(1) : now.plus(LOOK_AGAIN);
      now = earliest(next.prioritisedAt(), lookAt);
      if (now.isAfter(until)) {
        break;
      }
      advanceCrews();
      if (!next.prioritisedAt().isAfter(now)) {
        arrive(next);
        next = demand.next();
      }
      dispatch();
    }
    int assigned = calls - waiting.size();
    long events = trace.lines();
    return new WorldReport(trace.finish(), events, calls, assigned, cleared, responses);
  }

  private Instant earliest(Instant call, Instant lookAt) {
    Instant first = call.isBefore(lookAt) ? call : lookAt;
    for (Crew crew : crews.values()) {
      Optional<Instant> at = crew.nextAt();
      if (at.isPresent() && at.get().isBefore(first)) {
        first = at.get();
      }
    }
    return first.isBefore(now) ? now : first;
  }

  private void arrive(Call call) {
    calls++;
    waiting.add(call);
    waiting.sort(Comparator.comparingInt(Call::level).thenComparing(Call::prioritisedAt));
    trace.add("call " + call);
  }

  private void advanceCrews() {
    for (Crew crew : crews.values()) {
      for (CrewAct act : crew.advance(now)) {
        trace.add(act.toString());
        if (act instanceof CrewAct.Reached reached) {
          count(reached);
        }
      }
    }
  }

  private void count(CrewAct.Reached reached) {
    Call call = served.get(reached.assignment());
    if (reached.milestone() == Milestone.CLEAR) {
      cleared++;
      served.remove(reached.assignment());
    } else if (reached.milestone() == Milestone.AT_ADDRESS && call != null) {
      responses.add(Duration.between(call.prioritisedAt(), reached.at()));
    }
  }

  private void dispatch() {
    List<Candidate> free = freeUnits();
    for (Call call : List.copyOf(waiting)) {
      Need need = new Need(call.position(), call.level(), Set.of());
      Recommendation best = first(recommender.rank(need, free, now));
      if (best != null) {
        send(best.unit(), call);
        free.removeIf(c -> c.unit().equals(best.unit()));
      }
    }
  }

  private static @Nullable Recommendation first(List<Recommendation> ranking) {
    boolean any = !ranking.isEmpty() && ranking.getFirst().suitable();
    return any ? ranking.getFirst() : null;
  }

  private void send(String unit, Call call) {
    Crew crew = crews.get(unit);
    if (crew == null) {
      throw new IllegalStateException("unit " + unit + " is ranked but has no crew");
    }
    String assignment = "a" + call.number();
    trace.add(now + " send " + unit + " " + assignment);
    waiting.remove(call);
    served.put(assignment, call);
    crew.take(
        new Order(assignment, call.position(), call.level(), true, null, Milestone.ASSIGNED, now),
        now);
  }

  private List<Candidate> freeUnits() {
    List<Candidate> free = new ArrayList<>();
    for (StationedUnit u : setting.units()) {
      Crew crew = crews.get(u.unit());
      Optional<Shift> shift = ShiftPlan.shiftAt(u.plans(), now, setting.zone());
      if (crew != null && crew.assignment().isEmpty() && shift.isPresent()) {
        free.add(candidate(u, crew, shift.get()));
      }
    }
    return free;
  }

  private Candidate candidate(StationedUnit u, Crew crew, Shift shift) {
    return new Candidate(
        u.unit(),
        u.kind(),
        UnitStatus.AVAILABLE,
        now,
        u.capabilities(),
        u.special(),
        crew.trip().positionAt(now),
        now,
        shift,
        u.home(),
        null,
        false);
  }
}
