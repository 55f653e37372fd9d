package se.dirigent.optimiser.recommend;

/**
 * What a choice costs, by name. Every cost is given in seconds: it weighs as much as so many
 * seconds of later arrival. The amount is what was measured, in the unit said here.
 */
public enum CostPart {
  /** Median time until the unit is there, in seconds; waiting until it is free included. */
  ARRIVAL,
  /** How much later the 90th percentile is, in seconds: how far the median may deceive. */
  UNCERTAINTY,
  /**
   * 1 when the median arrival is later than the level's limit, waiting until it is free included.
   */
  LATE,
  /** Steps by which the unit is made for more urgent incidents than this one. */
  OVERQUALIFIED,
  /** Calls of the next hour that will be reached too late because the unit is away. */
  COVER,
  /** Time worked past the end of the shift, in seconds. */
  OVERTIME,
  /** Part of the meal window that is lost, in seconds. */
  MEAL,
  /** Drive from the incident back to the station, in seconds. */
  HOME,
  /**
   * Levels of urgency between this incident and the one the unit would leave; 0 when it is free.
   */
  REDIRECT,
  /** 1 when a care transport is called off, whose patient was promised the unit. */
  PROMISE,
  /** 1 when the unit is lent from a neighbour. */
  NEIGHBOUR,
  /** By how much the position is older than it should be, in seconds. */
  OLD_POSITION
}
