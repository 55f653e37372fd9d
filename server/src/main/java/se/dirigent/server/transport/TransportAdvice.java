package se.dirigent.server.transport;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.Airway;
import se.dirigent.core.transport.Request;
import se.dirigent.core.transport.Stop;
import se.dirigent.core.transport.Timing;
import se.dirigent.core.transport.mode.Facts;
import se.dirigent.core.transport.mode.ModeAdvice;
import se.dirigent.core.transport.mode.ModeAdvisor;
import se.dirigent.core.transport.mode.ModeAdvisor.When;
import se.dirigent.core.transport.mode.Needs;
import se.dirigent.core.transport.mode.TransportRules;
import se.dirigent.core.transport.mode.TransportRules.Department;
import se.dirigent.core.transport.mode.Urgency;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/** Asks the region's rules which mode a request should have, with the travel times of now. */
@Component
class TransportAdvice {
  private final Regions regions;
  private final DoorToDoor doors;

  TransportAdvice(Regions regions, TravelTimes times) {
    this.regions = regions;
    this.doors = new DoorToDoor(times);
  }

  /** The part of a request that decides which mode is advised; the rest may not be written yet. */
  record Question(Stop from, Stop to, Timing timing, Needs needs, Urgency urgency) {
    Question {
      Objects.requireNonNull(timing, "timing");
      Objects.requireNonNull(needs, "needs");
      Objects.requireNonNull(urgency, "urgency");
    }

    static Question of(Request r) {
      return new Question(r.from(), r.to(), r.timing(), r.needs(), r.urgency());
    }
  }

  /**
   * The advice.
   *
   * @throws Refused {@code transport.facility}, {@code .department}, {@code .outOfReach}, {@code
   *     .noMode} or {@code .noTable}
   */
  ModeAdvice advise(Region region, Question question, Instant now) {
    TransportRules rules = regions.transportRules(region.code());
    Position from = position(rules, "from", question.from());
    Position to = position(rules, "to", question.to());
    boolean outside = outside(region, question.from(), from) || outside(region, question.to(), to);
    Instant readyAt = question.timing().readyAt();
    var facts =
        new Facts(
            question.needs(),
            question.urgency(),
            outside,
            question.to().isHome(),
            doors.ways(from, to, readyAt));
    return new ModeAdvisor(rules, ZoneId.of(region.pack().timeZone()))
        .advise(facts, new When(now, readyAt, question.timing().mustArriveBy()));
  }

  /** The region, served here, whose people are at a place; of a home the one that has the order. */
  RegionCode regionOf(Region region, Stop place) {
    return regions
        .findFacility(place.facility())
        .map(Regions.Destination::region)
        .filter(regions.served()::contains)
        .orElse(region.code());
  }

  /** Whose users answer for a place; empty for a home and where nobody is known to. */
  String careUnit(Region region, Stop place) {
    return regions
        .transportRules(region.code())
        .findDepartment(place.facility(), place.department())
        .map(Department::careUnit)
        .orElse("");
  }

  /**
   * The airfields of the request's flight, or null where no aeroplane leads.
   *
   * @throws Refused as {@link #advise} does
   */
  @Nullable Airway airway(Region region, Request request, Instant at) {
    TransportRules rules = regions.transportRules(region.code());
    Position from = position(rules, "from", request.from());
    Position to = position(rules, "to", request.to());
    return doors.airway(from, to, at);
  }

  private Position position(TransportRules rules, String field, Stop place) {
    Position home = place.position();
    if (home != null) {
      place.requireReach(field);
      return home;
    }
    Regions.Destination facility =
        regions
            .findFacility(place.facility())
            .orElseThrow(() ->
                Refused.unknown("transport.facility", field, Map.of("facility", place.facility())));
    if (!rules.takes(place.facility(), place.department())) {
      throw Refused.unknown(
          "transport.department",
          field,
          Map.of("department", place.department(), "facility", facility.name()));
    }
    return facility.position();
  }

  private boolean outside(Region region, Stop place, Position position) {
    return place.isHome()
        ? !region.boundary().contains(position)
        : region.facilities().stream().noneMatch(f -> f.id().equals(place.facility()));
  }
}
