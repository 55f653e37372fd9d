package se.dirigent.core.road;

import se.dirigent.core.geo.Boundary;

/**
 * What is known of the ground that an obstacle would stand on.
 *
 * @param region outline of the region that reports it
 * @param roads how many roads it meets
 * @param open how many obstacles stand in the region already
 */
public record Ground(Boundary region, int roads, int open) {}
