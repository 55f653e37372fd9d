/**
 * Orders of care transports over HTTP and in rows, with advice on which kind of vehicle. It never
 * plans a vehicle and never shows a ward an order that neither is its own nor concerns it; who the
 * patient is stands in the register of patients.
 */
@ApplicationModule(
    displayName = "Transport",
    allowedDependencies = {"platform", "journal", "identity", "fleet"})
@NullMarked
package se.dirigent.server.transport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
