/**
 * A distribution key tried on random events, to show where it breaks before anybody needs it. It
 * never chooses anything: the key does, by the code that serves the live service.
 */
@NullMarked
package se.dirigent.optimiser.keytest;

import org.jspecify.annotations.NullMarked;
