package se.dirigent.benchmarks.distribute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Hospital;
import se.dirigent.optimiser.distribute.Intake;

/** The changed fact that hurts most: a hospital that everybody goes to closes. */
final class Closing {
  private Closing() {}

  /** The hospital that was to take most closes. */
  static DistributionProblem most(DistributionProblem of, Distribution answer) {
    int[] totals = answer.totals(of);
    int most = 0;
    for (int h = 0; h < totals.length; h++) {
      most = totals[h] > totals[most] ? h : most;
    }
    List<Hospital> hospitals = new ArrayList<>(of.hospitals());
    Intake nobody =
        new Intake(
            Collections.nCopies(of.categories().size(), 0),
            Collections.nCopies(of.specialties().size(), 0));
    hospitals.set(most, new Hospital(of.hospitals().get(most).name(), List.of(nobody), 0));
    return new DistributionProblem(
        of.places(),
        hospitals,
        of.casualties(),
        of.vehicles(),
        of.ways(),
        of.categories(),
        of.specialties(),
        of.cleaning(),
        of.horizonMinutes(),
        of.splitHarm());
  }
}
