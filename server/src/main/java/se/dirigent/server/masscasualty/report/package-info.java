/**
 * The situation of a major incident at a moment: for other programs, as a page and as PDF. It only
 * reads, counts relatives who are asked for without their names, and never says who anybody is.
 */
@NullMarked
package se.dirigent.server.masscasualty.report;

import org.jspecify.annotations.NullMarked;
