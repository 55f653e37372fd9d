/**
 * Rationing over HTTP and in rows: which rules a region has, which is in force, who put it there
 * and whom it ranked, each place with the criterion and the principle that decided it. A person
 * begins and ends it; the program never does, and keeps no score.
 */
@NullMarked
package se.dirigent.server.masscasualty.rationing;

import org.jspecify.annotations.NullMarked;
