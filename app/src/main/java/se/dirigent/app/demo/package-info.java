/**
 * The living demonstration: simulated callers, crews and, when asked, dispatchers and nurses, who
 * use the service over HTTP like anybody else; and the clock that can run faster. It never writes
 * to the database and never confirms a downgrade.
 */
@NullMarked
package se.dirigent.app.demo;

import org.jspecify.annotations.NullMarked;
