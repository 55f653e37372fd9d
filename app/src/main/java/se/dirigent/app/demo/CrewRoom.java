package se.dirigent.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.client.ServiceRefused;
import se.dirigent.app.pack.Setting;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.crew.Crew;
import se.dirigent.simulator.crew.CrewAct;
import se.dirigent.simulator.crew.CrewTimes;
import se.dirigent.simulator.crew.CrewWorld;
import se.dirigent.simulator.crew.Order;
import se.dirigent.simulator.crew.Order.Taking;
import se.dirigent.simulator.roster.StationedUnit;

/** Plays all crews: they carry out whatever they were assigned, by a person or automatically. */
final class CrewRoom implements Part {
  /** Assignments remembered as finished while the picture may still show them open. */
  private static final int FINISHED_MAX = 5_000;

  /** How long a crew takes to answer that it goes [assumption]. */
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final Play play;
  private final Setting setting;
  private final Streams streams;
  private final CrewWorld world;
  private final RecommendParameters parameters = RecommendParameters.defaults();
  private final Map<String, Crew> crews = new TreeMap<>();
  private final Map<String, StationedUnit> stationed = new HashMap<>();
  private final Facilities facilities;

  /** Where units drive for a care transport's patient. */
  private final Map<String, Position> errands;

  private final Set<String> finished = new LinkedHashSet<>();

  /** Incidents with so many patients that somebody on the scene says who takes whom. */
  private Set<String> scenes = Set.of();

  private final Map<String, String> saidOfStandby = new HashMap<>();

  CrewRoom(
      Play play,
      Setting setting,
      TravelTimes travelTimes,
      Facilities facilities,
      Map<String, Position> errands,
      long seed) {
    this.play = play;
    this.facilities = facilities;
    this.errands = errands;
    this.setting = setting;
    this.streams = new Streams(seed);
    this.world = new CrewWorld(travelTimes, setting.hospitals(), CrewTimes.staffed());
    setting.units().forEach(u -> stationed.put(u.unit(), u));
  }

  /** The crews, made on first use at the last position the service knows of them. */
  synchronized Map<String, Crew> crews() {
    if (crews.isEmpty()) {
      Instant now = play.picture().now();
      for (StationedUnit u : setting.units()) {
        Position at = play.picture().position(u.unit()).orElse(u.home());
        crews.put(
            u.unit(),
            new Crew(
                u.unit(),
                parameters.profile(u.kind()),
                u.home(),
                at,
                world,
                streams.of("crew." + u.unit()),
                now));
      }
    }
    return crews;
  }

  @Override
  public synchronized void act() {
    Instant now = play.picture().now();
    Map<String, Crew> all = crews();
    for (Seen.Unit unit : play.picture().units()) {
      Crew crew = all.get(unit.id());
      if (crew != null) {
        follow(unit, crew, now);
        standBy(unit, crew, now);
        crew.advance(now).forEach(this::tell);
      }
    }
  }

  /** Brings a crew up to what the picture says about its assignment. */
  private void follow(Seen.Unit unit, Crew crew, Instant now) {
    String current = crew.assignment().orElse(null);
    String wanted = unit.assignment();
    if (current != null && !current.equals(wanted) && !finished.contains(current)) {
      crew.release(current, now);
    }
    if (wanted == null || finished.contains(wanted)) {
      return;
    }
    Seen.Assignment assignment = play.picture().assignment(wanted).orElse(null);
    if (assignment != null) {
      crew.take(order(assignment), now);
      crew.observe(wanted, assignment.reached(), assignment.reachedAt());
    }
  }

  /** Whether the unit's crew stands there with no assignment. */
  synchronized boolean standsAt(String unit, Position place, Instant now) {
    Crew crew = crews().get(unit);
    return crew != null && crew.standsBy(now) && crew.trip().goal().equals(place);
  }

  /** Where the unit's crew is, or null when nobody plays it. */
  synchronized @Nullable Position where(String unit, Instant now) {
    Crew crew = crews().get(unit);
    return crew == null ? null : crew.trip().positionAt(now);
  }

  /**
   * Goes where a patient waits or is to be taken, else where the unit is told to stand, and says
   * the latter as a crew does on its phone.
   */
  private void standBy(Seen.Unit unit, Crew crew, Instant now) {
    Position errand = errands.get(unit.id());
    if (errand != null) {
      crew.standBy(errand, now);
      return;
    }
    Seen.Standby standby = unit.standby();
    boolean goes = standby != null && !standby.state().equals("ORDERED");
    crew.standBy(standby != null && goes ? standby.position() : null, now);
    if (standby == null) {
      saidOfStandby.remove(unit.id());
    } else if (!goes && !now.isBefore(standby.orderedAt().plus(ANSWER))) {
      say(unit.id(), "answer", Map.of("accepted", true), standby);
    } else if (standby.state().equals("ON_WAY") && crew.standsBy(now)) {
      say(unit.id(), "arrival", Map.of(), standby);
    }
  }

  /** Once for each order: the picture takes a moment to show what was said. */
  private void say(String unit, String what, Map<String, Object> body, Seen.Standby standby) {
    String said = what + standby.orderedAt();
    if (said.equals(saidOfStandby.put(unit, said))) {
      return;
    }
    try {
      play.client().post(play.path("units", unit, "standby", what), body);
      play.count("standbys");
    } catch (ServiceRefused e) {
      play.refused("standbyRefused", unit, e);
    }
  }

  private Order order(Seen.Assignment a) {
    @Nullable Position to =
        play.picture().incident(a.incident()).map(Seen.Incident::position).orElse(null);
    return new Order(
        a.id(),
        to,
        play.level(a.priority()),
        taking(a),
        a.destination() == null ? null : facilities.find(a.destination()),
        a.reached(),
        a.reachedAt());
  }

  /** Tells at which incidents crews wait to be given somebody. */
  synchronized void waitAt(Set<String> incidents) {
    scenes = Set.copyOf(incidents);
  }

  private Taking taking(Seen.Assignment a) {
    if (scenes.contains(a.incident())) {
      return Taking.WHEN_TOLD;
    }
    return firstToConvey(a) ? Taking.IF_NEEDED : Taking.NOT;
  }

  /** Of several units at one incident the first that can convey takes the patient. */
  private boolean firstToConvey(Seen.Assignment a) {
    for (Seen.Assignment other : play.picture().assignmentsOf(a.incident())) {
      StationedUnit unit = stationed.get(other.unit());
      if (unit != null && parameters.profile(unit.kind()).conveys()) {
        return other.id().equals(a.id());
      }
    }
    return true;
  }

  private void tell(CrewAct act) {
    try {
      switch (act) {
        case CrewAct.Reached reached -> {
          if (reached.milestone() == Milestone.CLEAR) {
            remember(reached.assignment());
          }
          play.client()
              .post(play.path("assignments", reached.assignment(), "milestones"), body(reached));
          play.count(reached.milestone() == Milestone.CLEAR ? "cleared" : "milestones");
        }
        case CrewAct.ChoseDestination chose -> {
          play.client()
              .post(
                  play.path("assignments", chose.assignment(), "destination"),
                  Map.of("facility", chose.facility()));
          play.count("destinations");
        }
      }
    } catch (ServiceRefused e) {
      // Somebody was quicker, or the crew's idea was wrong: the picture will tell.
      play.refused("crewRefused", act.unit(), e);
    }
  }

  private static Map<String, Object> body(CrewAct.Reached reached) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("milestone", reached.milestone().name());
    body.put("at", reached.at().toString());
    if (reached.outcome() != null) {
      body.put("outcome", reached.outcome().name());
    }
    return body;
  }

  private void remember(String assignment) {
    finished.add(assignment);
    if (finished.size() > FINISHED_MAX) {
      finished.remove(finished.iterator().next());
    }
  }

  /** The service, for the parts that speak for the same crews. */
  ServiceClient client() {
    return play.client();
  }
}
