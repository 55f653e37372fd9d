package se.dirigent.server.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.incident.Incident;
import se.dirigent.optimiser.assign.TakeOvers;
import se.dirigent.optimiser.assign.TakeOvers.Served;
import se.dirigent.optimiser.recommend.Candidate;
import se.dirigent.server.advice.ProposedPlan.TakeOverProposal;

/** Units that have just become free, and cases that would better have them. */
final class Freed {
  private final Crowd crowd;
  private final Duration fresh;
  private final Function<Incident, Set<String>> refused;
  private final Map<String, Assignment> assignments = new HashMap<>();
  private final Map<String, Incident> incidents = new HashMap<>();

  /**
   * Of a picture.
   *
   * @param fresh how long after it became free a unit counts as just freed
   * @param refused units that have been refused for an incident
   */
  Freed(Crowd crowd, Duration fresh, Function<Incident, Set<String>> refused) {
    this.crowd = crowd;
    this.fresh = fresh;
    this.refused = refused;
    crowd.picture().assignments().forEach(a -> assignments.put(a.id().toString(), a));
    crowd.picture().incidents().forEach(i -> incidents.put(i.id().toString(), i));
  }

  /**
   * The proposals.
   *
   * @param wanted units that somebody who waits is given
   */
  List<TakeOverProposal> propose(TakeOvers takeOvers, Set<String> wanted) {
    Instant now = crowd.picture().now();
    List<Candidate> freed =
        crowd.candidates().stream()
            .filter(c -> free(c, now) && !wanted.contains(c.unit()))
            .toList();
    List<Served> served = new ArrayList<>();
    for (Candidate c : crowd.candidates()) {
      Unit unit = Objects.requireNonNull(crowd.units().get(c.unit()));
      Assignment on = unit.assignment() == null ? null : assignments.get(unit.assignment());
      Incident incident = on == null ? null : incidents.get(on.incident().toString());
      boolean underWay =
          switch (c.status()) {
            case TASKED, ACKNOWLEDGED, ROLLING -> true;
            case AVAILABLE, AT_ADDRESS, AT_PATIENT, LOADED, AT_DESTINATION, HANDING_OVER -> false;
            case UNAVAILABLE, OFF_DUTY -> false;
          };
      if (underWay && incident != null && !c.special()) {
        served.add(
            new Served(
                incident.id().toString(),
                Crowd.need(crowd.region(), incident),
                incident.receivedAt(),
                c.ifFree()));
      }
    }
    return takeOvers.propose(served, freed, now).stream()
        .filter(change -> !isRefused(change))
        .map(this::told)
        .toList();
  }

  private boolean isRefused(TakeOvers.Change change) {
    Incident incident = Objects.requireNonNull(incidents.get(change.incident()));
    return refused.apply(incident).contains(change.unit());
  }

  /** Who stands at a place was passed over with its place in mind, and has not become nearer. */
  private boolean free(Candidate c, Instant now) {
    Unit unit = Objects.requireNonNull(crowd.units().get(c.unit()));
    return c.status() == UnitStatus.AVAILABLE
        && c.promise() == Candidate.Promise.NONE
        && !c.special()
        && c.position() != null
        && unit.statusSince().plus(fresh).isAfter(now)
        && crowd.region().standbyPlaceNear(c.position()) == null;
  }

  private TakeOverProposal told(TakeOvers.Change change) {
    Unit unit = Objects.requireNonNull(crowd.units().get(change.unit()));
    Unit instead = Objects.requireNonNull(crowd.units().get(change.instead()));
    return new TakeOverProposal(
        change.incident(),
        change.unit(),
        unit.callSign(),
        change.instead(),
        instead.callSign(),
        Objects.requireNonNull(instead.assignment()),
        change.arrival().toSeconds(),
        change.left().toSeconds(),
        change.inTime());
  }
}
