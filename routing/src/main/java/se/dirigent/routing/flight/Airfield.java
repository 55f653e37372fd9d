package se.dirigent.routing.flight;

import se.dirigent.core.geo.Position;

/**
 * Where an aeroplane can land.
 *
 * @param code ICAO code, such as ESNZ
 * @param name what people call it
 * @param position where it is
 * @param runwayMetres length of its longest runway
 */
public record Airfield(String code, String name, Position position, int runwayMetres) {}
