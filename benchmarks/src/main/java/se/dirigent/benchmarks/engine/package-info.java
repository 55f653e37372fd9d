/**
 * The kernel of fast time beside the open ones for Java and beside a heap, on one hold model in one
 * run. Never measures a server.
 */
@NullMarked
package se.dirigent.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
