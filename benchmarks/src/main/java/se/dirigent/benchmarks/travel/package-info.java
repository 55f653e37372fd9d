/**
 * Travel times on a city's real road graph, our own beside the open peers in one run. Never
 * measures a server.
 */
@NullMarked
package se.dirigent.benchmarks.travel;

import org.jspecify.annotations.NullMarked;
