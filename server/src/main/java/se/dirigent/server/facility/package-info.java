/** Hospitals and stations over HTTP and in rows. Never knows which patient is on the way. */
@ApplicationModule(
    displayName = "Facilities",
    allowedDependencies = {"platform", "journal", "identity"})
@NullMarked
package se.dirigent.server.facility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
