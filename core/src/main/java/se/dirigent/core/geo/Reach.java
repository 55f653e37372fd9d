package se.dirigent.core.geo;

/**
 * Where on Earth a Swedish unit, or a patient it fetches or leaves, can be. Patients are taken to
 * every county and to the neighbours' hospitals, and helicopters and boats work at sea: so it is no
 * county's outline but all of Sweden with 400 km around it, which holds Bergen, Tromsø, Helsinki,
 * Riga, Gdańsk, Hamburg and the sea between. A receiver that reports from outside is broken (0° 0°,
 * degrees that have changed places or sign), or on an aeroplane far abroad that nobody here will
 * send.
 *
 * <p>A position out of reach is never believed: the last one stands and shows its age, which
 * misleads nobody, while a unit in the Gulf of Guinea would be ranked last for the case next door.
 */
public final class Reach {
  /** Sweden lies within 55.3–69.1° N, 10.6–24.2° E; 400 km are 3.6° of latitude. */
  private static final double SOUTH = 51.7;

  private static final double NORTH = 72.7;

  /** At Sweden's middle, 62° N, 400 km are 7.7° of longitude. */
  private static final double WEST = 2.9;

  private static final double EAST = 31.9;

  private Reach() {}

  /** Whether a unit or a patient can be there. */
  public static boolean holds(Position p) {
    return p.latitude() >= SOUTH
        && p.latitude() <= NORTH
        && p.longitude() >= WEST
        && p.longitude() <= EAST;
  }
}
