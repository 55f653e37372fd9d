package se.dirigent.simulator.demand;

import java.util.random.RandomGenerator;
import se.dirigent.core.geo.Position;

/** Draws where a call comes from: a settlement by population, then a spot in or around it. */
public final class Places {
  /** Kilometres in a degree of latitude. */
  private static final double KM_PER_DEGREE = 111.195;

  /** Tries to land inside the region before the middle of the settlement is taken. */
  private static final int TRIES_MAX = 20;

  private final DemandProfile profile;
  private final RandomGenerator chance;

  /**
   * Draws from a profile's settlements.
   *
   * @param chance where chance comes from
   */
  public Places(DemandProfile profile, RandomGenerator chance) {
    this.profile = profile;
    this.chance = chance;
  }

  /** A spot and the settlement it belongs to. */
  public record Spot(Settlement settlement, Position position) {}

  /** The next spot. */
  public Spot draw() {
    Settlement home = Demand.pick(chance, profile.settlements(), Settlement::population);
    double kilometres = spreadKilometres(home);
    for (int i = 0; i < TRIES_MAX; i++) {
      Position spot = around(home.position(), kilometres);
      if (profile.boundary().contains(spot)) {
        return new Spot(home, spot);
      }
    }
    return new Spot(home, home.position());
  }

  /**
   * Standard deviation of the distance from the middle, in kilometres [assumption]: a built-up area
   * of 2 000 inhabitants a square kilometre; scattered people live within about 12 km.
   */
  private static double spreadKilometres(Settlement home) {
    return home.scattered() ? 8 : Math.sqrt(home.population() / 2000.0 / Math.PI) / 1.5;
  }

  private Position around(Position middle, double kilometres) {
    double north = Math.clamp(chance.nextGaussian(), -2, 2) * kilometres;
    double east = Math.clamp(chance.nextGaussian(), -2, 2) * kilometres;
    double latitude = middle.latitude() + north / KM_PER_DEGREE;
    double longitude =
        middle.longitude() + east / (KM_PER_DEGREE * Math.cos(Math.toRadians(middle.latitude())));
    return new Position(round(latitude), round(longitude));
  }

  /** Five decimals, about a metre: more would pretend to know. */
  private static double round(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }
}
