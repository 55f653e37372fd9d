/**
 * The regions this program knows: one pack of data each, read from files of ours. It never holds
 * anything that changes while the service runs.
 */
@NamedInterface("region")
@NullMarked
package se.dirigent.server.platform.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
