package se.dirigent.optimiser.standby;

import se.dirigent.core.geo.Position;

/**
 * A free unit that counts for the cover and might be moved.
 *
 * @param unit its identity
 * @param home id of its own base
 * @param base id of where it stands or is on its way to
 * @param position where it is now
 * @param underWay whether it has become free and is on its way home, so that nobody is roused
 * @param moves how often its crew has been moved in this shift
 * @param resting whether its crew is to be left in peace: it rests, eats or goes home soon
 */
public record Movable(
    String unit,
    String home,
    String base,
    Position position,
    boolean underWay,
    int moves,
    boolean resting) {}
