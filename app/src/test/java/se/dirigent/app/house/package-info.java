/**
 * Tests of the house itself: its arrows, its sizes and its names. They read the sources and the
 * compiled classes and never start the program.
 */
@NullMarked
package se.dirigent.app.house;

import org.jspecify.annotations.NullMarked;
