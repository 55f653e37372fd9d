/**
 * PostgreSQL under our own launcher: unpacked, made, started, adopted, watched and stopped. It
 * never turns off what makes a commit durable, never runs as root, never listens on anything but
 * loopback, and knows no table.
 */
@NullMarked
package se.dirigent.server.platform.postgres;

import org.jspecify.annotations.NullMarked;
