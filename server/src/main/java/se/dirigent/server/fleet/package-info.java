/**
 * Units over HTTP and in rows: shifts, availability, positions. Never assigns a unit; that is
 * dispatch.
 */
@ApplicationModule(
    displayName = "Fleet",
    allowedDependencies = {"platform", "journal", "identity"})
@NullMarked
package se.dirigent.server.fleet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
