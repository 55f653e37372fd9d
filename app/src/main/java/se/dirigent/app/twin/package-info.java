/**
 * Scenarios as files, regions as the twin needs them, and reports of what an experiment came to. It
 * never simulates anything itself.
 */
@NullMarked
package se.dirigent.app.twin;

import org.jspecify.annotations.NullMarked;
