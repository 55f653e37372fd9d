package se.dirigent.routing.hierarchy;

/** Which way the times of a search run. */
public enum Direction {
  /** From the places given to everywhere. */
  FROM,
  /** From everywhere to the places given. */
  TO
}
