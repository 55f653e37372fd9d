package se.dirigent.optimiser.distribute.search;

import java.util.ArrayList;
import java.util.List;

/** A plan being made: what each vehicle does, who is left and what room there still is. */
final class Tours {
  private final Grid grid;

  /** Casualties left, by group, by class and by place. */
  final int[] left;

  final int[] leftOfClass;
  private final int[] leftAt;

  /** Room left, by row. */
  final int[] room;

  private final List<List<Run>> runs = new ArrayList<>();
  private double harm;

  Tours(Grid grid) {
    this.grid = grid;
    this.left = new int[grid.groupClass.length];
    this.leftOfClass = new int[grid.classPlace.length];
    this.leftAt = new int[grid.places];
    this.room = grid.room.clone();
    for (int g = 0; g < left.length; g++) {
      left[g] = grid.groupMembers[g].length;
      leftOfClass[grid.groupClass[g]] += left[g];
      leftAt[grid.classPlace[grid.groupClass[g]]] += left[g];
      harm += left[g] * grid.unplacedHarm[grid.category(grid.groupClass[g])];
    }
    for (int v = 0; v < grid.fleet.vehicleKind.length; v++) {
      runs.add(new ArrayList<>());
    }
  }

  /** Harm of the plan as it is, those left included; families are not counted here. */
  double harm() {
    return harm;
  }

  boolean anybodyLeft() {
    for (int count : leftAt) {
      if (count > 0) {
        return true;
      }
    }
    return false;
  }

  int leftAt(int place) {
    return leftAt[place];
  }

  List<Run> runs(int vehicle) {
    return runs.get(vehicle);
  }

  void add(Run run) {
    runs.get(run.vehicle()).add(run);
    count(run, -1);
  }

  /** Takes back all that a vehicle does. */
  List<Run> clear(int vehicle) {
    List<Run> cleared = List.copyOf(runs.get(vehicle));
    runs.get(vehicle).clear();
    for (Run run : cleared) {
      count(run, 1);
    }
    return cleared;
  }

  /** Takes back the last trip of a vehicle. */
  void removeLast(int vehicle) {
    count(runs.get(vehicle).removeLast(), 1);
  }

  /** Whether a trip could be made instead of another. */
  boolean replaceable(Run old, Run instead) {
    count(old, 1);
    boolean fits = fits(instead);
    count(old, -1);
    return fits;
  }

  /** Makes a trip instead of one of a vehicle's, which must be replaceable by it. */
  void replace(int vehicle, int number, Run instead) {
    count(runs.get(vehicle).get(number), 1);
    runs.get(vehicle).set(number, instead);
    count(instead, -1);
  }

  /** Makes two trips instead of two others; false, and nothing changed, when there is no room. */
  boolean replace(int vehicle, int number, Run instead, int second, int other, Run insteadOfOther) {
    Run one = runs.get(vehicle).get(number);
    Run two = runs.get(second).get(other);
    count(one, 1);
    count(two, 1);
    if (fits(instead)) {
      count(instead, -1);
      if (fits(insteadOfOther)) {
        count(insteadOfOther, -1);
        runs.get(vehicle).set(number, instead);
        runs.get(second).set(other, insteadOfOther);
        return true;
      }
      count(instead, 1);
    }
    count(one, -1);
    count(two, -1);
    return false;
  }

  private void count(Run run, int sign) {
    int slot = run.hospital() * grid.hours + run.arrival() / grid.hour;
    double unplaced = 0;
    for (int g : run.groups()) {
      int k = grid.groupClass[g];
      left[g] += sign;
      leftOfClass[k] += sign;
      unplaced += grid.unplacedHarm[grid.category(k)];
      for (int row : grid.typeRows[grid.classType[k]]) {
        room[slot * grid.width + row] += sign;
      }
    }
    leftAt[run.place()] += sign * run.groups().length;
    harm += sign * (unplaced - run.harm());
  }

  /** A group of a class with somebody left, beside those taken, who is ready; or -1. */
  int leftReady(int k, int begin, int[] taken) {
    for (int g = grid.classBegin[k + 1] - 1; g >= grid.classBegin[k]; g--) {
      int free = left[g];
      for (int other : taken) {
        free -= other == g ? 1 : 0;
      }
      if (free > 0 && grid.groupReady[g] <= begin) {
        return g;
      }
    }
    return -1;
  }

  /** Whether a run fits beside the others: who is on board is left, and there is room. */
  boolean fits(Run run) {
    int slot = run.hospital() * grid.hours + run.arrival() / grid.hour;
    boolean fits = true;
    int taken = 0;
    for (; taken < run.groups().length && fits; taken++) {
      int g = run.groups()[taken];
      fits = --left[g] >= 0;
      for (int row : grid.typeRows[grid.classType[grid.groupClass[g]]]) {
        fits &= --room[slot * grid.width + row] >= 0;
      }
    }
    for (int i = 0; i < taken; i++) {
      int g = run.groups()[i];
      left[g]++;
      for (int row : grid.typeRows[grid.classType[grid.groupClass[g]]]) {
        room[slot * grid.width + row]++;
      }
    }
    return fits;
  }
}
