/**
 * The twin's server side: scenarios kept and shared, and studies (scenarios run under the same
 * seeds and compared) that wait, run in a program of their own beside the service, and are kept
 * with what they came to. It never simulates anything in the service's own process, and never
 * touches the live region.
 */
@NullMarked
package se.dirigent.app.study;

import org.jspecify.annotations.NullMarked;
