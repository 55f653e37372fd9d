/**
 * Policies tried side by side in fast time: the same calls under each, on the published model of
 * Auckland and on Swedish regions. Never measures a server.
 */
@NullMarked
package se.dirigent.benchmarks.policy;

import org.jspecify.annotations.NullMarked;
