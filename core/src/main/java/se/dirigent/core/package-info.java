/**
 * What every room of the core shares: {@link se.dirigent.core.Refused}, {@link
 * se.dirigent.core.Stamp} and {@link se.dirigent.core.Event}. The core holds truths that hold on
 * paper too; it never reads a clock, a file, a network or a database.
 */
@NullMarked
package se.dirigent.core;

import org.jspecify.annotations.NullMarked;
