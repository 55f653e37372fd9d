/**
 * Who looks at which incident right now and who has a form open on it, so that two people see each
 * other before they collide. In memory only: it is never journalled, outlives no restart and stops
 * nobody from anything.
 */
@ApplicationModule(
    displayName = "Presence",
    allowedDependencies = {"platform", "identity"})
@NullMarked
package se.dirigent.server.presence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
