/**
 * Obstacles on the roads over HTTP and in rows, and in force in the travel times that all advice is
 * reckoned with. Never guesses one: each is what somebody has said, with who said it.
 */
@ApplicationModule(
    displayName = "Road",
    allowedDependencies = {"platform", "journal", "identity"})
@NullMarked
package se.dirigent.server.road;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
