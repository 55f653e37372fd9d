package se.dirigent.routing.travel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import se.dirigent.core.geo.Position;

/**
 * Great-circle distance times a detour factor, with a speed that rises with distance. It knows no
 * road, no water and no hour of the day: it is how one travels off the road network, in the air, on
 * water, in terrain and in the small streets that a coarse network does not hold. For roads the
 * road network answers instead.
 */
public final class CrowFlyTravelTimes implements TravelTimes {
  private final CrowFlyParameters parameters;

  public CrowFlyTravelTimes(CrowFlyParameters parameters) {
    this.parameters = parameters;
  }

  /** The model with {@link CrowFlyParameters#defaults()}. */
  public CrowFlyTravelTimes() {
    this(CrowFlyParameters.defaults());
  }

  @Override
  public Route route(Position from, Position to, TravelMode mode, Urgency urgency, Instant at) {
    Travel travel = between(from, to, mode, urgency, at);
    Leg.By by =
        switch (mode) {
          case ROAD -> Leg.By.LOCAL_ROAD;
          case AIR -> Leg.By.HELICOPTER;
          case AEROPLANE -> Leg.By.AEROPLANE;
          case BOAT -> Leg.By.BOAT;
          case OFF_ROAD -> Leg.By.OFF_ROAD;
          case FOOT -> Leg.By.FOOT;
        };
    return new Route(
        List.of(new Leg(by, travel.median(), travel.distanceMetres(), List.of(from, to))));
  }

  @Override
  public Travel between(Position from, Position to, TravelMode mode, Urgency urgency, Instant at) {
    double metres = from.metresTo(to);
    return switch (mode) {
      case ROAD -> onRoad(parameters.road().over(metres), urgency);
      case AIR -> parameters.air().over(metres);
      case AEROPLANE -> parameters.aeroplane().over(metres);
      case BOAT -> parameters.boat().over(metres);
      case OFF_ROAD -> parameters.offRoad().over(metres);
      case FOOT -> parameters.foot().over(metres);
    };
  }

  private Travel onRoad(Travel urgent, Urgency urgency) {
    return switch (urgency) {
      case LIGHTS_AND_SIRENS -> urgent;
      case NORMAL -> {
        double millis = urgent.median().toMillis() * parameters.normalDrivingFactor();
        yield new Travel(Duration.ofMillis(Math.round(millis)), urgent.distanceMetres());
      }
    };
  }
}
