package se.dirigent.routing.travel;

/** What carries the traveller, which decides path, speed and fixed times. */
public enum TravelMode {
  /** A vehicle bound to the road network. */
  ROAD,
  /** A helicopter: straight line, with time for take-off and landing. */
  AIR,
  /** Snow scooter, all-terrain vehicle or boat-less rescue away from roads. */
  OFF_ROAD,
  /** On foot in terrain. */
  FOOT
}
