/**
 * The hand-over of a shift: what the next one must know, made from how things stand, signed by the
 * one who leaves and received by another. It changes no incident and no unit.
 */
@NullMarked
package se.dirigent.core.handover;

import org.jspecify.annotations.NullMarked;
