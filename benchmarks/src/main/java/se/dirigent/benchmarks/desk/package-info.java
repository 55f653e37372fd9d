/**
 * The page under more than any region has. It measures what a person at the desk waits for, and
 * never the server: the stream is made in the page itself.
 */
@NullMarked
package se.dirigent.benchmarks.desk;

import org.jspecify.annotations.NullMarked;
