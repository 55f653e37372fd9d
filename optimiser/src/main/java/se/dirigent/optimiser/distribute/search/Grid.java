package se.dirigent.optimiser.distribute.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.Cleaning;
import se.dirigent.optimiser.distribute.Distribution.Placed;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Hospital;
import se.dirigent.optimiser.distribute.Intake;

/**
 * The problem in arrays. Casualties who are alike are one <i>group</i>: same place, category, needs
 * and minute of being ready. Groups that differ only in that minute are a <i>class</i>; classes
 * that differ only in place have the same <i>type</i>. What a hospital takes in an hour is
 * <i>rows</i> of room: row {@code (hospital · hours + hour) · width + k}, with k the category or
 * the number of categories plus the specialty.
 */
final class Grid {
  final DistributionProblem problem;
  final int places;
  final int hospitals;
  final int minutes;
  final int hours;
  final int width;

  /** Harm by category and minute, long enough for treatment after the last arrival. */
  final double[][] harm;

  final double[] unplacedHarm;
  final int[] clean;

  // Types: category, the rows they need as offsets within an hour, delay at each hospital.
  final int[] typeCategory;
  final int[][] typeRows;
  final int[][] typeDelay;

  // Classes and their groups, which lie together and in order of being ready.
  final int[] classPlace;
  final int[] classType;
  final boolean[] classLies;
  final int[] classBegin;
  final int[][] classesAt;

  /** The classes of each place that are harmed alike: category and delays are the same. */
  final int[][][] alikeAt;

  final int[] groupClass;
  final int[] groupReady;
  final int[][] groupMembers;

  /** What there is room for, by row. */
  final int[] room;

  /** Room for those who may sit, all their categories together, by hospital and hour. */
  final int[] sitRoom;

  final Fleet fleet;

  /** Minutes of one step of time, and steps of an hour. */
  final int step;

  final int hour;

  private record Key(int place, int category, long needs) {}

  Grid(DistributionProblem problem, int step) {
    this.problem = problem;
    this.step = step;
    this.hour = 60 / step;
    this.places = problem.places().size();
    this.hospitals = problem.hospitals().size();
    this.minutes = Math.ceilDiv(problem.horizonMinutes(), step);
    this.hours = Math.ceilDiv(minutes, hour);
    this.fleet = new Fleet(problem, step);
    int categories = problem.categories().size();
    this.width = categories + problem.specialties().size();
    this.clean = Cleaning.minutes(problem);
    int cleaningMax =
        problem.hospitals().stream().mapToInt(Hospital::cleaningMinutes).max().orElse(0);
    this.harm = new double[categories][minutes + cleaningMax];
    this.unplacedHarm = new double[categories];
    for (int c = 0; c < categories; c++) {
      int category = c;
      Arrays.setAll(harm[c], m -> problem.categories().get(category).harm(m * step));
      unplacedHarm[c] = problem.unplacedHarm(c);
    }
    Map<Key, TreeMap<Integer, List<Integer>>> classes = classes();
    List<Key> keys = List.copyOf(classes.keySet());
    List<Key> types =
        keys.stream().map(key -> new Key(0, key.category(), key.needs())).distinct().toList();
    this.typeCategory = types.stream().mapToInt(Key::category).toArray();
    this.typeRows = types.stream().map(this::rows).toArray(int[][]::new);
    this.typeDelay = types.stream().map(this::delays).toArray(int[][]::new);
    this.classPlace = keys.stream().mapToInt(Key::place).toArray();
    this.classType =
        keys.stream()
            .mapToInt(key -> types.indexOf(new Key(0, key.category(), key.needs())))
            .toArray();
    this.classLies = new boolean[keys.size()];
    for (int k = 0; k < classLies.length; k++) {
      classLies[k] = problem.categories().get(keys.get(k).category()).lies();
    }
    this.classesAt =
        IntStream.range(0, places)
            .mapToObj(
                p -> IntStream.range(0, keys.size()).filter(k -> classPlace[k] == p).toArray())
            .toArray(int[][]::new);
    this.alikeAt = Arrays.stream(classesAt).map(this::alike).toArray(int[][][]::new);
    this.classBegin = new int[keys.size() + 1];
    int groups = classes.values().stream().mapToInt(TreeMap::size).sum();
    this.groupClass = new int[groups];
    this.groupReady = new int[groups];
    this.groupMembers = new int[groups][];
    setGroups(List.copyOf(classes.values()));
    this.room = room();
    this.sitRoom = sitRoom();
  }

  private int[][] alike(int[] classes) {
    Map<List<Integer>, List<Integer>> alike = new LinkedHashMap<>();
    for (int k : classes) {
      List<Integer> harmed = new ArrayList<>(List.of(category(k)));
      Arrays.stream(typeDelay[classType[k]]).forEach(harmed::add);
      alike.computeIfAbsent(harmed, _ -> new ArrayList<>()).add(k);
    }
    return alike.values().stream()
        .map(some -> some.stream().mapToInt(k -> k).toArray())
        .toArray(int[][]::new);
  }

  private void setGroups(List<TreeMap<Integer, List<Integer>>> classes) {
    int g = 0;
    for (int k = 0; k < classes.size(); k++) {
      classBegin[k] = g;
      for (Map.Entry<Integer, List<Integer>> group : classes.get(k).entrySet()) {
        groupClass[g] = k;
        groupReady[g] = group.getKey();
        groupMembers[g++] = group.getValue().stream().mapToInt(c -> c).toArray();
      }
    }
    classBegin[classes.size()] = g;
  }

  /** Casualties by class and the minute from which they may be loaded. */
  private Map<Key, TreeMap<Integer, List<Integer>>> classes() {
    Map<Key, TreeMap<Integer, List<Integer>>> classes = new LinkedHashMap<>();
    for (int c = 0; c < problem.casualties().size(); c++) {
      Casualty one = problem.casualties().get(c);
      int ready = Math.ceilDiv(clean[c] == Placed.NOT_CLEANED ? one.readyMinute() : clean[c], step);
      classes
          .computeIfAbsent(
              new Key(one.place(), one.category(), problem.neededAtHospital(one)),
              _ -> new TreeMap<>())
          .computeIfAbsent(ready, _ -> new ArrayList<>())
          .add(c);
    }
    return classes;
  }

  private int[] rows(Key type) {
    int categories = problem.categories().size();
    return IntStream.concat(
            IntStream.of(type.category()),
            IntStream.range(0, problem.specialties().size())
                .filter(s -> (type.needs() >> s & 1) != 0)
                .map(s -> categories + s))
        .toArray();
  }

  private int[] delays(Key type) {
    boolean cleaned =
        problem.cleaning() != DistributionProblem.NO_CLEANING
            && (type.needs() >> problem.cleaning() & 1) != 0;
    return problem.hospitals().stream()
        .mapToInt(hospital -> cleaned ? Math.ceilDiv(hospital.cleaningMinutes(), step) : 0)
        .toArray();
  }

  private int[] room() {
    int[] rows = new int[hospitals * hours * width];
    int row = 0;
    for (Hospital hospital : problem.hospitals()) {
      for (int hour = 0; hour < hours; hour++) {
        Intake intake = hospital.intake(hour);
        for (int most : intake.categories()) {
          rows[row++] = most;
        }
        for (int most : intake.specialties()) {
          rows[row++] = most;
        }
      }
    }
    return rows;
  }

  private int[] sitRoom() {
    int[] sums = new int[hospitals * hours];
    for (int slot = 0; slot < sums.length; slot++) {
      for (int c = 0; c < problem.categories().size(); c++) {
        sums[slot] += problem.categories().get(c).lies() ? 0 : room[slot * width + c];
      }
    }
    return sums;
  }

  /** The class here that is as a class of another grid, or -1. */
  int classLike(Grid other, int clazz) {
    int[] rows = other.typeRows[other.classType[clazz]];
    for (int k = 0; k < classPlace.length; k++) {
      if (classPlace[k] == other.classPlace[clazz]
          && category(k) == other.category(clazz)
          && Arrays.equals(typeRows[classType[k]], rows)) {
        return k;
      }
    }
    return -1;
  }

  int category(int clazz) {
    return typeCategory[classType[clazz]];
  }

  boolean carries(int kind, int clazz) {
    return fleet.kinds[kind].carries(category(clazz));
  }
}
