package se.dirigent.optimiser.distribute.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.Distribution.Placed;
import se.dirigent.optimiser.distribute.Distribution.Placement;
import se.dirigent.optimiser.distribute.Distribution.Trip;
import se.dirigent.optimiser.distribute.Distribution.Unplaced;
import se.dirigent.optimiser.distribute.Distribution.Why;
import se.dirigent.optimiser.distribute.DistributionChecker;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Ways;

/** Makes an answer of tours: which of those who are alike goes on which trip. */
final class Answer {
  private final Grid grid;
  private final DistributionProblem problem;

  /** Why nobody takes those who are alike: asked once, for it is asked of every vehicle. */
  private final Map<Alike, Why> whys = new HashMap<>();

  private record Alike(int place, int category, long needs, int ready) {}

  Answer(Grid grid) {
    this.grid = grid;
    this.problem = grid.problem;
  }

  /** The answer of some tours. */
  Distribution of(Tours tours, double bound) {
    List<Run> runs = new ArrayList<>();
    for (int v = 0; v < grid.fleet.vehicleKind.length; v++) {
      runs.addAll(tours.runs(v));
    }
    runs.sort(Comparator.comparingInt(this::departure).thenComparingInt(Run::vehicle));
    int[] tripOf = new Families(grid, runs, tours.room).assign();
    return of(runs, tripOf, bound);
  }

  private int departure(Run run) {
    return run.begin() + grid.fleet.load[grid.fleet.vehicleKind[run.vehicle()]];
  }

  private Distribution of(List<Run> runs, int[] tripOf, double bound) {
    List<List<Integer>> aboard = new ArrayList<>();
    runs.forEach(_ -> aboard.add(new ArrayList<>()));
    for (int c = 0; c < tripOf.length; c++) {
      if (tripOf[c] >= 0) {
        aboard.get(tripOf[c]).add(c);
      }
    }
    // Families may have emptied a vehicle's last trip.
    int[] number = new int[runs.size()];
    List<Trip> trips = new ArrayList<>();
    for (int t = 0; t < runs.size(); t++) {
      number[t] = trips.size();
      if (!aboard.get(t).isEmpty()) {
        Run run = runs.get(t);
        trips.add(
            new Trip(
                run.vehicle(),
                run.place(),
                run.hospital(),
                run.begin(),
                departure(run),
                run.arrival(),
                run.free(grid),
                aboard.get(t)));
      }
    }
    Placement[] placements = new Placement[tripOf.length];
    for (int c = 0; c < tripOf.length; c++) {
      Casualty one = problem.casualties().get(c);
      if (tripOf[c] < 0) {
        int ready = ready(c);
        Alike alike = new Alike(one.place(), one.category(), one.needs(), ready);
        placements[c] = new Unplaced(whys.computeIfAbsent(alike, _ -> why(one, ready)));
      } else {
        Run run = runs.get(tripOf[c]);
        placements[c] =
            new Placed(
                number[tripOf[c]],
                grid.clean[c],
                run.arrival(),
                problem.treatment(one, run.hospital(), run.arrival()));
      }
    }
    Distribution unsummed = new Distribution(trips, Arrays.asList(placements), 0, 0);
    double harm = DistributionChecker.harm(problem, unsummed);
    return new Distribution(trips, unsummed.placements(), harm, Math.max(0, bound));
  }

  private int ready(int casualty) {
    return Math.max(problem.casualties().get(casualty).readyMinute(), grid.clean[casualty]);
  }

  private Why why(Casualty one, int ready) {
    long needs = problem.neededAtHospital(one);
    boolean anyHospital = false;
    for (int h = 0; h < grid.hospitals; h++) {
      for (int hour = 0; hour < grid.hours; hour++) {
        if (takes(h, hour, one.category(), needs)) {
          anyHospital = true;
          if (reached(one, h, hour, ready)) {
            return Why.NO_ROOM;
          }
        }
      }
    }
    return anyHospital ? Why.NO_VEHICLE : Why.NO_HOSPITAL;
  }

  private boolean takes(int h, int hour, int category, long needs) {
    int row = (h * grid.hours + hour) * grid.width;
    boolean takes = grid.room[row + category] > 0;
    for (int s = 0; s < problem.specialties().size(); s++) {
      takes &= (needs >> s & 1) == 0 || grid.room[row + problem.categories().size() + s] > 0;
    }
    return takes;
  }

  /** Whether some vehicle, if it did nothing else, could bring the casualty there by that hour. */
  private boolean reached(Casualty one, int h, int hour, int ready) {
    boolean lies = problem.categories().get(one.category()).lies();
    for (int v = 0; v < grid.fleet.vehicleKind.length; v++) {
      int kind = grid.fleet.vehicleKind[v];
      int way = grid.fleet.out(kind)[one.place()][h];
      int there = grid.fleet.first[v][one.place()];
      int room = grid.fleet.kinds[kind].stretchers() + (lies ? 0 : grid.fleet.kinds[kind].seats());
      if (way != Ways.NO_WAY
          && there != Ways.NO_WAY
          && room > 0
          && grid.fleet.kinds[kind].carries(one.category())) {
        long arrival = (long) Math.max(there, ready) + grid.fleet.load[kind] + way;
        if (arrival < Math.min(grid.minutes, hour * 60L + 60)) {
          return true;
        }
      }
    }
    return false;
  }
}
