/**
 * How long the steps of an assignment take: found in recorded runs and tried on later ones; and
 * what differs by why somebody calls. It reads no file and knows no place.
 */
@NullMarked
package se.dirigent.simulator.service;

import org.jspecify.annotations.NullMarked;
