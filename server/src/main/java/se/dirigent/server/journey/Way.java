package se.dirigent.server.journey;

import java.time.Instant;
import java.util.List;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.Leg;
import se.dirigent.routing.travel.Route;

/**
 * The way of a unit to a case.
 *
 * @param seconds median time of the journey, the crew's turnout not in it
 * @param lights whether it is driven with lights and siren
 */
record Way(
    String unit,
    String incident,
    long seconds,
    long metres,
    boolean lights,
    List<WayLeg> legs,
    Instant computedAt) {

  /** A part of it made in one way. */
  record WayLeg(Leg.By by, long seconds, long metres, List<Position> path) {}

  static Way of(String unit, String incident, Route route, boolean lights, Instant at) {
    return new Way(
        unit,
        incident,
        route.travel().median().toSeconds(),
        Math.round(route.travel().distanceMetres()),
        lights,
        route.legs().stream()
            .map(leg ->
                new WayLeg(
                    leg.by(),
                    leg.duration().toSeconds(),
                    Math.round(leg.distanceMetres()),
                    leg.path()))
            .toList(),
        at);
  }
}
