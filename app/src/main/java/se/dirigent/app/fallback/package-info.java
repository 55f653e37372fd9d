/**
 * Follows a service from outside and writes the sheets of its regions, by the same code as the
 * service itself: it goes on when the service, its database or both are gone. It changes nothing.
 */
@NullMarked
package se.dirigent.app.fallback;

import org.jspecify.annotations.NullMarked;
