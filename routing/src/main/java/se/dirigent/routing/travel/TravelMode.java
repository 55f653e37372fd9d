package se.dirigent.routing.travel;

/** What carries the traveller, which decides path, speed and fixed times. */
public enum TravelMode {
  /** A vehicle bound to the road network; it takes the ferries on its way. */
  ROAD,
  /** A helicopter: straight line, with time for take-off and landing; it lands at the goal. */
  AIR,
  /** An aeroplane between airfields, and the road at both ends. */
  AEROPLANE,
  /** A rescue boat: straight line with a detour, for islands without a road. */
  BOAT,
  /** Snow scooter or all-terrain vehicle away from roads. */
  OFF_ROAD,
  /** On foot in terrain. */
  FOOT
}
