/**
 * A changed decision table tried on orders that have been: which would have gone another way, and
 * what it would have saved. It asks the very advisor that advises on new orders, and never changes
 * an order or a table.
 */
@NullMarked
package se.dirigent.core.transport.trial;

import org.jspecify.annotations.NullMarked;
