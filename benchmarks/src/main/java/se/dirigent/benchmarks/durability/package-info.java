/**
 * Whether anything acknowledged can be lost: kills of everything at random moments, power cuts, and
 * tampering with the journal. Never trusts what the server says of itself alone: the client keeps
 * its own list of what it was promised.
 */
@NullMarked
package se.dirigent.benchmarks.durability;

import org.jspecify.annotations.NullMarked;
