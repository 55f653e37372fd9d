/**
 * What a crew does with an assignment, step by step, and where its vehicle is meanwhile. It never
 * decides which assignment it gets.
 */
@NullMarked
package se.dirigent.simulator.crew;

import org.jspecify.annotations.NullMarked;
