/**
 * Incidents and the waiting room over HTTP and in rows, and the intake from SOS Alarm. Never
 * assigns a unit; that is dispatch.
 */
@ApplicationModule(
    displayName = "Incidents",
    allowedDependencies = {"platform", "journal", "identity"})
@NullMarked
package se.dirigent.server.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
