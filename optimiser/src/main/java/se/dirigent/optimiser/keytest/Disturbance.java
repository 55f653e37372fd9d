package se.dirigent.optimiser.keytest;

/** What is out of the ordinary when a key is tried. */
public enum Disturbance {
  NONE,
  /** One of the hospitals with a share takes nobody. */
  HOSPITAL_GONE,
  /** To one of the hospitals with a share the way round takes twice as long [assumption]. */
  ROAD_CLOSED,
  /** Hospitals take half of what they have documented [assumption]. */
  NIGHT,
  /** Two other places at the same time send to the same hospitals. */
  THREE_PLACES
}
