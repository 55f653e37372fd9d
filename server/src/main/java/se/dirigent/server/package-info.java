/** The service: transactions, SQL, HTTP. Never sees the simulator. */
@NullMarked
package se.dirigent.server;

import org.jspecify.annotations.NullMarked;
