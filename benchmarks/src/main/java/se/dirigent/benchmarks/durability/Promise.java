package se.dirigent.benchmarks.durability;

import java.util.UUID;

/**
 * A command that was acknowledged: what the server must never forget and never do twice.
 *
 * @param command its id
 * @param method PUT or POST
 * @param path below the region
 * @param body JSON
 * @param answer body of the first answer
 * @param round the round in which it was given
 */
record Promise(UUID command, String method, String path, String body, String answer, int round) {}
