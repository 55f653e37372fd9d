package se.dirigent.simulator.masscasualty;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Intake;

/** What hospitals have let in, hour by hour, and who waited at their doors. */
final class Doors {
  /** Nobody waits longer at a door: then they count as never let in. */
  private static final int HOURS_MAX = 240;

  private final DistributionProblem problem;
  private final int[][][] taken;
  private final Set<Long> overloaded = new HashSet<>();
  private int waited;

  Doors(DistributionProblem problem) {
    this.problem = problem;
    int width = problem.categories().size() + problem.specialties().size();
    int hours = Math.ceilDiv(problem.horizonMinutes(), 60) + HOURS_MAX;
    this.taken = new int[problem.hospitals().size()][hours][width];
  }

  /** The minute when somebody who comes to a door now is let in; {@link MassTrial#NEVER} if not. */
  int letIn(Casualty one, int hospital, int minute) {
    int hour = minute / 60;
    while (hour < taken[hospital].length && !room(one, hospital, hour)) {
      overloaded.add((long) hospital << 32 | hour);
      hour++;
    }
    waited += hour > minute / 60 ? 1 : 0;
    if (hour >= taken[hospital].length) {
      return MassTrial.NEVER;
    }
    count(one, taken[hospital][hour]);
    return Math.max(minute, 60 * hour);
  }

  private boolean room(Casualty one, int hospital, int hour) {
    int[] row = new int[taken[hospital][hour].length];
    count(one, row);
    int[] most = rows(problem.hospitals().get(hospital).intake(hour));
    for (int i = 0; i < row.length; i++) {
      if (row[i] > 0 && taken[hospital][hour][i] >= most[i]) {
        return false;
      }
    }
    return true;
  }

  /** Counts somebody in a row of categories and specialties. */
  void count(Casualty one, int[] row) {
    row[one.category()]++;
    long needs = problem.neededAtHospital(one);
    for (int s = 0; s < problem.specialties().size(); s++) {
      row[problem.categories().size() + s] += (int) (needs >> s & 1);
    }
  }

  private static int[] rows(Intake intake) {
    int[] rows = new int[intake.categories().size() + intake.specialties().size()];
    Arrays.setAll(
        rows,
        i ->
            i < intake.categories().size()
                ? intake.categories().get(i)
                : intake.specialties().get(i - intake.categories().size()));
    return rows;
  }

  /** What a hospital still has room for in an hour, when some more are on their way to it. */
  Intake left(int hospital, int hour, int[] coming) {
    int[] most = rows(problem.hospitals().get(hospital).intake(hour));
    for (int i = 0; i < most.length; i++) {
      most[i] = Math.max(0, most[i] - taken[hospital][hour][i] - coming[i]);
    }
    List<Integer> all = Arrays.stream(most).boxed().toList();
    int categories = problem.categories().size();
    return new Intake(all.subList(0, categories), all.subList(categories, all.size()));
  }

  int overloadHours() {
    return overloaded.size();
  }

  int waited() {
    return waited;
  }
}
