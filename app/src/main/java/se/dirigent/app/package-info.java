/**
 * The one place where all meet: main, command line and wiring. Never holds a rule of the domain.
 */
@NullMarked
package se.dirigent.app;

import org.jspecify.annotations.NullMarked;
