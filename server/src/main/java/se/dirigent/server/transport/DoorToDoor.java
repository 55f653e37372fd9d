package se.dirigent.server.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.Position;
import se.dirigent.core.transport.Airway;
import se.dirigent.core.transport.Stop;
import se.dirigent.core.transport.mode.Ways;
import se.dirigent.routing.flight.Airfields;
import se.dirigent.routing.travel.Leg;
import se.dirigent.routing.travel.Route;
import se.dirigent.routing.travel.Travel;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Unreachable;
import se.dirigent.routing.travel.Urgency;

/** How far it is from door to door each way that leads there, by the travel times of a moment. */
public record DoorToDoor(TravelTimes times) {
  /** Their names; where they lie is what the routes say. */
  private static final Airfields AIRFIELDS = Airfields.sweden();

  /** The airfields between two doors, or null where no aeroplane leads. */
  @Nullable Airway airway(Position from, Position to, Instant at) {
    Route route = flight(from, to, at);
    if (route == null) {
      return null;
    }
    Leg flight =
        route.legs().stream().filter(leg -> leg.by() == Leg.By.AEROPLANE).findFirst().orElseThrow();
    Duration toAircraft =
        route.legs().stream()
            .takeWhile(leg -> leg.by() != Leg.By.AEROPLANE)
            .map(Leg::duration)
            .reduce(Duration.ZERO, Duration::plus);
    return new Airway(
        airfield(flight.path().getFirst()), airfield(flight.path().getLast()), toAircraft);
  }

  private static Stop airfield(Position at) {
    String name = AIRFIELDS.nearest(at, 1).getFirst().name();
    return Stop.home("Flygplats " + name, at, 0, true);
  }

  /** The ways between two places. */
  public Ways ways(Position from, Position to, Instant at) {
    Optional<Travel> road = times.find(from, to, TravelMode.ROAD, Urgency.NORMAL, at);
    Optional<Travel> air = times.find(from, to, TravelMode.AIR, Urgency.NORMAL, at);
    Route flight = flight(from, to, at);
    Optional<Travel> boat =
        road.isPresent()
            ? Optional.empty()
            : times.find(from, to, TravelMode.BOAT, Urgency.NORMAL, at);
    return new Ways(
        road.map(t -> (int) Math.round(t.distanceMetres() / 1000)).orElse(0),
        minutes(road),
        minutes(air),
        flight == null ? null : minutes(flight.travel().median()),
        flight == null ? null : minutes(inTheAir(flight)),
        minutes(boat));
  }

  @Nullable Route flight(Position from, Position to, Instant at) {
    try {
      return times.route(from, to, TravelMode.AEROPLANE, Urgency.NORMAL, at);
    } catch (Unreachable nowhere) {
      return null;
    }
  }

  private static Duration inTheAir(Route route) {
    return route.legs().stream()
        .filter(leg -> leg.by() == Leg.By.AEROPLANE)
        .map(Leg::duration)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static @Nullable Integer minutes(Optional<Travel> travel) {
    return travel.map(t -> minutes(t.median())).orElse(null);
  }

  /** Begun minutes: half a minute too early is a minute too late. */
  private static int minutes(Duration duration) {
    return Math.toIntExact((duration.toSeconds() + 59) / 60);
  }
}
