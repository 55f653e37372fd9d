package se.dirigent.optimiser.distribute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import se.dirigent.optimiser.distribute.Distribution.Placed;

/** Decontamination at the places: of those ready the most urgent go first. */
public final class Cleaning {
  private Cleaning() {}

  /** When each casualty is clean; {@link Placed#NOT_CLEANED} for who is not cleaned at a place. */
  public static int[] minutes(DistributionProblem problem) {
    int[] clean = new int[problem.casualties().size()];
    List<List<Integer>> lines = new ArrayList<>();
    problem.places().forEach(_ -> lines.add(new ArrayList<>()));
    for (int c = 0; c < clean.length; c++) {
      clean[c] = Placed.NOT_CLEANED;
      if (problem.cleanedAtPlace(problem.casualties().get(c))) {
        lines.get(problem.casualties().get(c).place()).add(c);
      }
    }
    for (int place = 0; place < lines.size(); place++) {
      line(problem, problem.places().get(place), lines.get(place), clean);
    }
    return clean;
  }

  private static void line(
      DistributionProblem problem, Place place, List<Integer> line, int[] clean) {
    List<Casualty> all = problem.casualties();
    line.sort(Comparator.comparingInt(c -> all.get(c).readyMinute()));
    PriorityQueue<Integer> ready =
        new PriorityQueue<>(
            Comparator.comparingInt((Integer c) -> all.get(c).category())
                .thenComparing(Comparator.naturalOrder()));
    int minute = place.cleanedFromMinute();
    for (int next = 0; next < line.size() || !ready.isEmpty(); ) {
      if (ready.isEmpty()) {
        minute = Math.max(minute, all.get(line.get(next)).readyMinute());
      }
      while (next < line.size() && all.get(line.get(next)).readyMinute() <= minute) {
        ready.add(line.get(next++));
      }
      minute += place.cleaningMinutes();
      clean[ready.remove()] = minute;
    }
  }
}
