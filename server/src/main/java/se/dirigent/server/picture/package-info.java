/** The whole picture of a region and its live stream. Never decides and never writes. */
@ApplicationModule(
    displayName = "Picture",
    allowedDependencies = {
      "platform",
      "journal",
      "identity",
      "fleet",
      "facility",
      "incident",
      "road",
      "dispatch",
      "presence",
      "alarm"
    })
@NullMarked
package se.dirigent.server.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
