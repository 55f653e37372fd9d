package se.dirigent.routing.travel;

import java.time.Duration;
import java.time.Instant;
import se.dirigent.core.geo.Position;

/**
 * The first, simple model: great-circle distance times a detour factor, with a speed that rises
 * with distance. It knows no road, no water and no hour of the day; the road graph replaces it
 * behind the same interface.
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
  public Travel between(Position from, Position to, TravelMode mode, Urgency urgency, Instant at) {
    double metres = from.metresTo(to);
    return switch (mode) {
      case ROAD -> onRoad(parameters.road().over(metres), urgency);
      case AIR -> parameters.air().over(metres);
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
