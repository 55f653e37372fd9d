/**
 * The journal: commands run through here, once each, and what they did is kept in one unbroken
 * chain per region. It never knows what a command means, and nothing in it is ever changed.
 */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package se.dirigent.server.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
