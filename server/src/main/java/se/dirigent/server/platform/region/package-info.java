/**
 * The regions this program knows: one pack of data each, read from files of ours. It never holds
 * anything that changes while the service runs.
 */
@NullMarked
package se.dirigent.server.platform.region;

import org.jspecify.annotations.NullMarked;
