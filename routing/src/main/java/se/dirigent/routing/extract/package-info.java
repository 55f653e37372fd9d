/**
 * Makes a road network of the ways and points of an OpenStreetMap extract: which ways are driven
 * and how fast, where they meet, what hangs together. It never reads a file.
 */
@NullMarked
package se.dirigent.routing.extract;

import org.jspecify.annotations.NullMarked;
