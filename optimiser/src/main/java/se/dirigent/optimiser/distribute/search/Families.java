package se.dirigent.optimiser.distribute.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.dirigent.optimiser.distribute.Casualty;

/**
 * Puts single casualties on trips that were planned for groups, so that families come to the same
 * hospital: at no cost where those who are alike can change places, and by taking a free place on
 * another trip where what that costs is less than what it is worth.
 */
final class Families {
  private final Grid grid;
  private final List<Run> runs;
  private final int[] room;
  private final int[] tripOf;
  private final int[] groupOf;

  // Of each trip: how many are on board, how many of them lie, and whether others come after it.
  private final int[] aboard;
  private final int[] lying;
  private final boolean[] followed;

  Families(Grid grid, List<Run> runs, int[] room) {
    this.grid = grid;
    this.runs = runs;
    this.room = room.clone();
    this.tripOf = new int[grid.problem.casualties().size()];
    this.groupOf = new int[tripOf.length];
    this.aboard = runs.stream().mapToInt(run -> run.groups().length).toArray();
    this.lying = runs.stream().mapToInt(this::lying).toArray();
    this.followed = new boolean[runs.size()];
    Set<Integer> later = new HashSet<>();
    for (int t = runs.size() - 1; t >= 0; t--) {
      followed[t] = !later.add(runs.get(t).vehicle());
    }
  }

  /** The trip of each casualty, or -1. */
  int[] assign() {
    Arrays.fill(tripOf, -1);
    int[] next = new int[grid.groupMembers.length];
    for (int t = 0; t < runs.size(); t++) {
      for (int g : runs.get(t).groups()) {
        tripOf[grid.groupMembers[g][next[g]++]] = t;
      }
    }
    for (int g = 0; g < grid.groupMembers.length; g++) {
      for (int c : grid.groupMembers[g]) {
        groupOf[c] = g;
      }
    }
    Map<Integer, List<Integer>> families = new TreeMap<>();
    List<Casualty> all = grid.problem.casualties();
    for (int c = 0; c < all.size(); c++) {
      if (all.get(c).family() != Casualty.NO_FAMILY) {
        families.computeIfAbsent(all.get(c).family(), _ -> new ArrayList<>()).add(c);
      }
    }
    List<List<Integer>> largest = new ArrayList<>(families.values());
    largest.sort(Comparator.comparingInt((List<Integer> family) -> -family.size()));
    boolean[] settled = new boolean[all.size()];
    for (List<Integer> family : largest) {
      gather(family, settled);
    }
    return tripOf;
  }

  /** Brings a family to the hospital where most of its members can be. */
  private void gather(List<Integer> family, boolean[] settled) {
    int hospital = most(family);
    if (hospital >= 0) {
      for (int member : family) {
        if (tripOf[member] >= 0 && hospitalOf(member) != hospital) {
          boolean ignored = change(member, hospital, settled) || move(member, hospital);
        }
      }
    }
    family.forEach(member -> settled[member] = true);
  }

  private int hospitalOf(int casualty) {
    return runs.get(tripOf[casualty]).hospital();
  }

  private int most(List<Integer> family) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (int member : family) {
      if (tripOf[member] >= 0) {
        counts.merge(hospitalOf(member), 1, Integer::sum);
      }
    }
    int best = -1;
    int most = 0;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    return best;
  }

  /** Changes places with somebody of the same class who goes there; both must be ready in time. */
  private boolean change(int member, int hospital, boolean[] settled) {
    int k = grid.groupClass[groupOf[member]];
    for (int g = grid.classBegin[k]; g < grid.classBegin[k + 1]; g++) {
      for (int other : grid.groupMembers[g]) {
        if (!settled[other]
            && grid.problem.casualties().get(other).family() == Casualty.NO_FAMILY
            && tripOf[other] >= 0
            && hospitalOf(other) == hospital
            && grid.groupReady[groupOf[member]] <= runs.get(tripOf[other]).begin()
            && grid.groupReady[g] <= runs.get(tripOf[member]).begin()) {
          int trip = tripOf[other];
          tripOf[other] = tripOf[member];
          tripOf[member] = trip;
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Takes a free place on a trip there, if the harm of going then is less than of parting. A trip
   * with others after it is never emptied: without it the next could be out of reach, for the way
   * back is without lights and siren.
   */
  private boolean move(int member, int hospital) {
    int k = grid.groupClass[groupOf[member]];
    if (aboard[tripOf[member]] == 1 && followed[tripOf[member]]) {
      return false;
    }
    double now = harm(k, runs.get(tripOf[member]));
    for (int t = 0; t < runs.size(); t++) {
      Run run = runs.get(t);
      if (run.hospital() == hospital
          && run.place() == grid.classPlace[k]
          && grid.groupReady[groupOf[member]] <= run.begin()
          && harm(k, run) - now < grid.problem.splitHarm()
          && seatFree(t, k)
          && roomFor(k, run)) {
        count(k, runs.get(tripOf[member]), 1);
        count(k, run, -1);
        aboard[tripOf[member]]--;
        aboard[t]++;
        if (grid.classLies[k]) {
          lying[tripOf[member]]--;
          lying[t]++;
        }
        tripOf[member] = t;
        return true;
      }
    }
    return false;
  }

  private int lying(Run run) {
    int lying = 0;
    for (int g : run.groups()) {
      lying += grid.classLies[grid.groupClass[g]] ? 1 : 0;
    }
    return lying;
  }

  private double harm(int k, Run run) {
    int type = grid.classType[k];
    return grid.harm[grid.typeCategory[type]][run.arrival() + grid.typeDelay[type][run.hospital()]];
  }

  private boolean seatFree(int trip, int k) {
    int kind = grid.fleet.vehicleKind[runs.get(trip).vehicle()];
    int stretchers = grid.fleet.kinds[kind].stretchers();
    return grid.carries(kind, k)
        && lying[trip] + (grid.classLies[k] ? 1 : 0) <= stretchers
        && aboard[trip] < stretchers + grid.fleet.kinds[kind].seats();
  }

  private boolean roomFor(int k, Run run) {
    int slot = run.hospital() * grid.hours + run.arrival() / grid.hour;
    for (int row : grid.typeRows[grid.classType[k]]) {
      if (room[slot * grid.width + row] <= 0) {
        return false;
      }
    }
    return true;
  }

  private void count(int k, Run run, int sign) {
    int slot = run.hospital() * grid.hours + run.arrival() / grid.hour;
    for (int row : grid.typeRows[grid.classType[k]]) {
      room[slot * grid.width + row] += sign;
    }
  }
}
