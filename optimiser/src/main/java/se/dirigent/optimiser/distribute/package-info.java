/**
 * Mass casualty: who goes to which hospital, by what, in which order. Here are the question, its
 * answer and the slow, obviously right {@link se.dirigent.optimiser.distribute.DistributionChecker}
 * that judges every answer; the fast search lives in {@code search}, simpler rules to compare with
 * in {@code rule}. Plain numbers throughout, so that a region's own categories and specialties fit.
 * Pure. It never decides, it proposes; it never sends a hospital more than it takes, and never
 * leaves a casualty out in silence.
 */
@NullMarked
package se.dirigent.optimiser.distribute;

import org.jspecify.annotations.NullMarked;
