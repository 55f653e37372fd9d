/**
 * The command line: subcommands, their options, exit codes, progress and JSON reports. It never
 * does the work itself.
 */
@NullMarked
package se.dirigent.app.command;

import org.jspecify.annotations.NullMarked;
