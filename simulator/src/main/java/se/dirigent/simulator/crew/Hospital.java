package se.dirigent.simulator.crew;

import se.dirigent.core.geo.Position;

/**
 * A facility that takes patients from ambulances.
 *
 * @param id its identity as a facility
 * @param position where it is
 */
public record Hospital(String id, Position position) {}
