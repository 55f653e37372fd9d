/**
 * Journeys on the map: the way of a unit to a case, and what can be reached in how many minutes. It
 * answers from the picture in memory and the travel times in force; it never ranks or sends a unit.
 */
@ApplicationModule(
    displayName = "Journey",
    allowedDependencies = {
      "platform",
      "journal",
      "identity",
      "fleet",
      "facility",
      "incident",
      "road",
      "dispatch",
      "picture"
    })
@NullMarked
package se.dirigent.server.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
