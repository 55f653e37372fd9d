package se.dirigent.optimiser.distribute.rule;

import java.util.Collections;
import java.util.List;

/**
 * The simplest distribution key: each hospital's share of all casualties.
 *
 * @param ofHospitals share of each, by its number; together 1
 */
public record Shares(List<Double> ofHospitals) {
  private static final double TOLERANCE = 1e-6;

  public Shares {
    ofHospitals = List.copyOf(ofHospitals);
    double sum = 0;
    for (double share : ofHospitals) {
      if (!(share >= 0)) {
        throw new IllegalArgumentException("a share is " + share + "; give numbers from 0");
      }
      sum += share;
    }
    if (!ofHospitals.isEmpty() && Math.abs(sum - 1) > TOLERANCE) {
      throw new IllegalArgumentException("the shares add up to " + sum + "; let them be 1");
    }
  }

  /** The same share for each of so many hospitals. */
  public static Shares equal(int hospitals) {
    return new Shares(Collections.nCopies(hospitals, 1.0 / hospitals));
  }
}
