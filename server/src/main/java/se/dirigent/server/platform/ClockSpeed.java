package se.dirigent.server.platform;

/** How fast the service's clock runs, for pages that let theirs run along. */
@FunctionalInterface
public interface ClockSpeed {
  /** Seconds the clock counts in one; 1 except in the demo. */
  double value();
}
