/**
 * The door: finds out who sends a request, and lets through what the endpoint's annotation allows.
 * It never looks at what the request wants to do beyond its address.
 */
@NullMarked
package se.dirigent.server.identity.access;

import org.jspecify.annotations.NullMarked;
