/** Reads planning problems from files. Never plans: that is the optimiser's. */
@NullMarked
package se.dirigent.app.plan;

import org.jspecify.annotations.NullMarked;
