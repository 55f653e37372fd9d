/**
 * What a study came to, as the page, programs and the film read it. It never decides anything and
 * never reads a row.
 */
@NullMarked
package se.dirigent.app.study.outcome;

import org.jspecify.annotations.NullMarked;
