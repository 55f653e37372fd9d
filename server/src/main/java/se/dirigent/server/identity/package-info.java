/**
 * Who may do what, where: users, sessions, roles, regions, and the log of every read of patient
 * data. Never decides anything about incidents or units.
 */
@ApplicationModule(
    displayName = "Identity",
    allowedDependencies = {"platform", "journal"})
@NullMarked
package se.dirigent.server.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
