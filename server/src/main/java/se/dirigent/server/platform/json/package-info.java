/**
 * How records become JSON and back: strict on the way in (nothing unknown, nothing missing, no
 * guessing between types), plain on the way out. It holds the JSON form of the core's types, which
 * know nothing of JSON.
 */
@NullMarked
package se.dirigent.server.platform.json;

import org.jspecify.annotations.NullMarked;
