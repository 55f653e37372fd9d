package se.dirigent.routing.network;

import se.dirigent.core.geo.Position;

/**
 * The place on a road nearest to a position.
 *
 * @param road the road
 * @param share how far along it, 0 at its beginning and 1 at its end
 * @param position where that is
 * @param offMetres distance from the position asked for, in metres as the crow flies
 */
record RoadSpot(int road, double share, Position position, double offMetres) {}
