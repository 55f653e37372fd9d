/**
 * Alarms over HTTP and in rows: raised and ended in the transaction of their cause, acknowledged,
 * taken and handed on by persons, and the report on how many there are. Never decides what an alarm
 * is: that stands in the core, once.
 */
@ApplicationModule(
    displayName = "Alarms",
    allowedDependencies = {"platform", "journal", "identity", "fleet", "incident", "dispatch"})
@NullMarked
package se.dirigent.server.alarm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
