/**
 * Assignments over HTTP and in rows, with their milestones, deadlines and receivers. Never takes a
 * unit from an incident in silence: that is a redirect, with both incidents journalled.
 */
@ApplicationModule(
    displayName = "Dispatch",
    allowedDependencies = {"platform", "journal", "identity", "fleet", "facility", "incident"})
@NullMarked
package se.dirigent.server.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
