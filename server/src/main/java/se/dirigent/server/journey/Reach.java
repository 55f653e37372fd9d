package se.dirigent.server.journey;

import java.time.Instant;
import java.util.List;

/**
 * What can be reached, as a grid of cells in rows from south to north, each from west to east.
 *
 * @param origins how many places it is reached from
 * @param west longitude of the middle of the first cell
 * @param south latitude of the middle of the first cell
 * @param lonStep degrees between cells of a row
 * @param latStep degrees between rows
 * @param seconds median time with lights and siren to the middle of each cell from the nearest
 *     origin; −1 when it takes longer than the map shows
 */
record Reach(
    int origins,
    double west,
    double south,
    double lonStep,
    double latStep,
    int columns,
    int rows,
    List<Integer> seconds,
    Instant computedAt) {}
