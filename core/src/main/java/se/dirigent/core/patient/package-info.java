/**
 * The numbers Sweden knows a patient by. They are truths on paper: form, date and check digit. It
 * never holds a patient, and nothing in the journal uses it.
 */
@NullMarked
package se.dirigent.core.patient;

import org.jspecify.annotations.NullMarked;
