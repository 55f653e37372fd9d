/**
 * The search for a distribution: prices of hospitals' hours and of being fetched are found by
 * relaxing the rules that bind vehicles together, which also proves how good any plan can be; plans
 * are built by those prices and torn up and rebuilt in part. Deterministic: the same question and
 * seed give the same answer everywhere. It reads no clock and starts no thread.
 */
@NullMarked
package se.dirigent.optimiser.distribute.search;

import org.jspecify.annotations.NullMarked;
