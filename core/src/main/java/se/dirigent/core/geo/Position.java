package se.dirigent.core.geo;

import java.util.Map;
import se.dirigent.core.Refused;

/**
 * A place on the earth, WGS 84.
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180
 */
public record Position(double latitude, double longitude) {
  /** Mean earth radius in metres (IUGG R1). */
  private static final double EARTH_RADIUS_METRES = 6_371_008.8;

  public Position {
    // Written so that NaN is refused too.
    if (!(latitude >= -90 && latitude <= 90)) {
      throw new Refused("position.latitude", "lat", Map.of("value", String.valueOf(latitude)));
    }
    if (!(longitude >= -180 && longitude <= 180)) {
      throw new Refused("position.longitude", "lon", Map.of("value", String.valueOf(longitude)));
    }
  }

  /**
   * Great-circle distance in metres, by the haversine formula; strict arithmetic, so that what is
   * decided by it is the same on every machine.
   */
  public double metresTo(Position other) {
    double phi1 = Math.toRadians(latitude);
    double phi2 = Math.toRadians(other.latitude);
    double sinPhi = StrictMath.sin((phi2 - phi1) / 2);
    double sinLambda = StrictMath.sin(Math.toRadians(other.longitude - longitude) / 2);
    double a =
        sinPhi * sinPhi + StrictMath.cos(phi1) * StrictMath.cos(phi2) * sinLambda * sinLambda;
    return 2 * EARTH_RADIUS_METRES * StrictMath.asin(Math.min(1, Math.sqrt(a)));
  }
}
