/**
 * Looks at the machine and the installation, and says what to do about what it finds. It never
 * repairs anything.
 */
@NullMarked
package se.dirigent.app.doctor;

import org.jspecify.annotations.NullMarked;
