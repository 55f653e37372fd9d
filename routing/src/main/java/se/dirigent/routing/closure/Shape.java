package se.dirigent.routing.closure;

/** How the positions of a report say which roads are meant. */
public enum Shape {
  /** Every road that the line crosses, or with a single position the road nearest to it. */
  ACROSS,
  /** The roads of the quickest way through the positions, as it is with nothing closed. */
  ALONG,
  /** Every road that is in, or partly in, the area with these corners. */
  AREA
}
