/**
 * Speaks to a running service over HTTP as any client would: commands that are safe to repeat, and
 * the live stream. It never reaches into the server's classes or database.
 */
@NullMarked
package se.dirigent.app.client;

import org.jspecify.annotations.NullMarked;
