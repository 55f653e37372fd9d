/**
 * What the server stands on: its database and its clock, and in the packages below JSON, problem
 * documents and the web server. Starts, adopts, watches and stops the embedded PostgreSQL, or
 * points at an external one. It knows nothing about ambulances, never turns off what makes a commit
 * durable, and its PostgreSQL never listens on anything but loopback.
 */
@ApplicationModule(
    displayName = "Platform",
    // Open: every room uses the packages below.
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package se.dirigent.server.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
