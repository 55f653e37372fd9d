/**
 * What the server stands on: its database, and nothing about ambulances. Starts, adopts, watches
 * and stops the embedded PostgreSQL, or points at an external one, and hands the rest of the server
 * a pooled data source. It never writes a table, never turns off what makes a commit durable, and
 * never listens on anything but loopback.
 */
@NullMarked
package se.dirigent.server.platform;

import org.jspecify.annotations.NullMarked;
