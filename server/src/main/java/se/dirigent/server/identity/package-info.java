/**
 * Who may do what, where: users, sessions, roles, regions, and the log of every read of patient
 * data. Never decides anything about incidents or units.
 */
@ApplicationModule(
    displayName = "Identity",
    // Open: the annotation, the actor and the patient log are in packages of their own.
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {"platform", "journal"})
@NullMarked
package se.dirigent.server.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
