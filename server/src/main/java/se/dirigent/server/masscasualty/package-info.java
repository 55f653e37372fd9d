/**
 * Major incidents and their casualties over HTTP and in rows, with what a region has prepared for
 * them. It never moves a unit and never changes an incident: everyday cases go on as they are. Who
 * a casualty is stands in the register of patients.
 */
@ApplicationModule(
    displayName = "Mass casualty",
    allowedDependencies = {"platform", "journal", "identity", "incident", "picture"})
@NullMarked
package se.dirigent.server.masscasualty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
