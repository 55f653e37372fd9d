/**
 * Journeys by aeroplane: airfields and the flight between the two that serve a journey best. Never
 * knows weather, slots or crews.
 */
@NullMarked
package se.dirigent.routing.flight;

import org.jspecify.annotations.NullMarked;
