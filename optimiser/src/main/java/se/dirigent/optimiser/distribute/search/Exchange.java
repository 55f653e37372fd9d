package se.dirigent.optimiser.distribute.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.distribute.Ways;

/**
 * Small changes that lessen harm by themselves: a trip to another hospital or at another minute,
 * two trips that change hospitals, two casualties that change trips, one who takes a free place.
 * All else stays as it is, so that a change is counted exactly, without any prices.
 */
final class Exchange {
  /** Changes smaller than this are none: sums of harm are not exact. */
  private static final double LEAST = 1e-6;

  /** Pairs of trips tried in a round, shared out evenly to those that begin near in time. */
  private static final int PAIRS_MAX = 150_000;

  private static final int HOURS_AHEAD = 3;
  private static final int ROUNDS_MAX = 8;

  private final Grid grid;
  private final Tours tours;

  /** A trip by its vehicle and its number among the vehicle's. */
  private record At(int vehicle, int number) {}

  Exchange(Grid grid, Tours tours) {
    this.grid = grid;
    this.tours = tours;
  }

  /** Until nothing helps any more, or for some rounds. */
  void all() {
    boolean better = true;
    for (int i = 0; i < ROUNDS_MAX && better; i++) {
      better = once();
    }
  }

  private boolean once() {
    List<At> all = new ArrayList<>();
    for (int v = 0; v < grid.fleet.vehicleKind.length; v++) {
      for (int i = 0; i < tours.runs(v).size(); i++) {
        all.add(new At(v, i));
      }
    }
    all.sort(Comparator.comparingInt(at -> run(at).begin()));
    boolean better = false;
    for (int a = 0; a < all.size(); a++) {
      better |= alone(all.get(a));
      int end = Math.min(all.size(), a + 1 + Math.ceilDiv(PAIRS_MAX, all.size()));
      for (int b = a + 1; b < end; b++) {
        better |= together(all.get(a), all.get(b));
      }
    }
    return better;
  }

  private Run run(At at) {
    return tours.runs(at.vehicle()).get(at.number());
  }

  private boolean together(At a, At b) {
    boolean better = a.vehicle() != b.vehicle() && hospitals(a, b);
    if (run(a).place() == run(b).place()) {
      better |= casualties(a, b) || casualties(b, a);
    }
    return better;
  }

  /** The trip alone: to any hospital, as soon as it can be or when an hour begins. */
  private boolean alone(At at) {
    Run run = run(at);
    int kind = grid.fleet.vehicleKind[at.vehicle()];
    int begin = soonest(at, run.groups());
    Run best = null;
    double least = run.harm() - LEAST;
    for (int h = 0; h < grid.hospitals; h++) {
      int way = grid.fleet.out(kind)[run.place()][h];
      if (way == Ways.NO_WAY) {
        continue;
      }
      int duration = way + grid.fleet.load[kind];
      int arrival = begin + duration;
      for (int ahead = 0; ahead < HOURS_AHEAD && fits(at, h, arrival); ahead++) {
        double harm = harm(run.groups(), h, arrival);
        if (harm >= least) {
          break;
        }
        Run other =
            new Run(at.vehicle(), run.place(), h, arrival - duration, arrival, run.groups(), harm);
        if (tours.replaceable(run, other)) {
          least = harm;
          best = other;
          break;
        }
        arrival = (arrival / grid.hour + 1) * grid.hour;
      }
    }
    if (best != null) {
      tours.replace(at.vehicle(), at.number(), best);
    }
    return best != null;
  }

  /** The first minute at which all on board can be loaded by the vehicle. */
  private int soonest(At at, int[] groups) {
    Run run = run(at);
    int begin;
    if (at.number() == 0) {
      begin = grid.fleet.first[at.vehicle()][run.place()];
    } else {
      Run before = tours.runs(at.vehicle()).get(at.number() - 1);
      int kind = grid.fleet.vehicleKind[at.vehicle()];
      begin = before.free(grid) + grid.fleet.back(kind)[before.hospital()][run.place()];
    }
    for (int g : groups) {
      begin = Math.max(begin, grid.groupReady[g]);
    }
    return begin;
  }

  /** Whether a trip that ends then lets the vehicle's next be as it is. */
  private boolean fits(At at, int hospital, int arrival) {
    if (arrival >= grid.minutes) {
      return false;
    }
    if (at.number() + 1 == tours.runs(at.vehicle()).size()) {
      return true;
    }
    Run next = tours.runs(at.vehicle()).get(at.number() + 1);
    int kind = grid.fleet.vehicleKind[at.vehicle()];
    int back = grid.fleet.back(kind)[hospital][next.place()];
    return back != Ways.NO_WAY && arrival + grid.fleet.unload[kind] + back <= next.begin();
  }

  private double harm(int[] groups, int hospital, int arrival) {
    double sum = 0;
    for (int g : groups) {
      sum += harm(g, hospital, arrival);
    }
    return sum;
  }

  private double harm(int group, int hospital, int arrival) {
    int type = grid.classType[grid.groupClass[group]];
    return grid.harm[grid.typeCategory[type]][arrival + grid.typeDelay[type][hospital]];
  }

  private boolean hospitals(At a, At b) {
    Run first = run(a);
    Run second = run(b);
    if (first.hospital() == second.hospital()) {
      return false;
    }
    Run one = to(a, first, second.hospital());
    Run other = one == null ? null : to(b, second, first.hospital());
    return one != null
        && other != null
        && one.harm() + other.harm() < first.harm() + second.harm() - LEAST
        && tours.replace(a.vehicle(), a.number(), one, b.vehicle(), b.number(), other);
  }

  /** The same trip to another hospital, as soon as it can be. */
  private @Nullable Run to(At at, Run run, int hospital) {
    int kind = grid.fleet.vehicleKind[at.vehicle()];
    int way = grid.fleet.out(kind)[run.place()][hospital];
    if (way == Ways.NO_WAY) {
      return null;
    }
    int begin = soonest(at, run.groups());
    int arrival = begin + grid.fleet.load[kind] + way;
    return fits(at, hospital, arrival)
        ? new Run(
            at.vehicle(),
            run.place(),
            hospital,
            begin,
            arrival,
            run.groups(),
            harm(run.groups(), hospital, arrival))
        : null;
  }

  /** Somebody of the first trip goes on the second, alone or for somebody who goes on the first. */
  private boolean casualties(At a, At b) {
    int[] from = run(a).groups();
    for (int i = 0; i < from.length; i++) {
      if (i > 0 && from[i] == from[i - 1]) {
        continue;
      }
      int[] to = run(b).groups();
      for (int j = 0; j <= to.length; j++) {
        if ((j == 0 || j == to.length || to[j] != to[j - 1]) && change(a, i, b, j)) {
          return true;
        }
      }
    }
    return false;
  }

  /** One on the first trip by number, one on the second or nobody: the number behind the last. */
  private boolean change(At a, int i, At b, int j) {
    Run first = run(a);
    Run second = run(b);
    int goes = first.groups()[i];
    boolean alone = j == second.groups().length;
    double now = harm(goes, first.hospital(), first.arrival());
    double then = harm(goes, second.hospital(), second.arrival());
    if (!alone) {
      int comes = second.groups()[j];
      now += harm(comes, second.hospital(), second.arrival());
      then += harm(comes, first.hospital(), first.arrival());
      if (comes == goes || grid.groupReady[comes] > first.begin()) {
        return false;
      }
    }
    if (then >= now - LEAST
        || grid.groupReady[goes] > second.begin()
        || alone && first.groups().length == 1
        || !carries(a.vehicle(), first.groups(), i, alone ? -1 : second.groups()[j])
        || !carries(b.vehicle(), second.groups(), j, goes)) {
      return false;
    }
    int[] left = first.groups().clone();
    int[] right = Arrays.copyOf(second.groups(), second.groups().length + (alone ? 1 : 0));
    if (alone) {
      left[i] = left[left.length - 1];
      left = Arrays.copyOf(left, left.length - 1);
      right[j] = goes;
    } else {
      left[i] = right[j];
      right[j] = goes;
    }
    Arrays.sort(left);
    Arrays.sort(right);
    return tours.replace(
        a.vehicle(), a.number(), with(first, left), b.vehicle(), b.number(), with(second, right));
  }

  private Run with(Run run, int[] groups) {
    return new Run(
        run.vehicle(),
        run.place(),
        run.hospital(),
        run.begin(),
        run.arrival(),
        groups,
        harm(groups, run.hospital(), run.arrival()));
  }

  /** Whether a vehicle that carries some may carry somebody else than the one by a number. */
  private boolean carries(int vehicle, int[] groups, int without, int with) {
    int kind = grid.fleet.vehicleKind[vehicle];
    if (with >= 0 && !grid.carries(kind, grid.groupClass[with])) {
      return false;
    }
    int all = with >= 0 ? 1 : 0;
    int lying = with >= 0 && grid.classLies[grid.groupClass[with]] ? 1 : 0;
    for (int i = 0; i < groups.length; i++) {
      all += i == without ? 0 : 1;
      lying += i != without && grid.classLies[grid.groupClass[groups[i]]] ? 1 : 0;
    }
    int stretchers = grid.fleet.kinds[kind].stretchers();
    return lying <= stretchers && all <= stretchers + grid.fleet.kinds[kind].seats();
  }
}
