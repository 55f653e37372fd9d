package se.dirigent.optimiser.standby;

import se.dirigent.core.geo.Position;

/** A place where a unit may stand, such as a station. */
public record Base(String id, Position position) {}
