package se.dirigent.optimiser.plan.search;

import java.util.Arrays;

/** What one vehicle does, with what is needed to judge an insertion fast. Changes all the time. */
final class Route {
  /** Room for stops to begin with; it grows. */
  private static final int ROOM = 12;

  final int vehicle;

  /** Leaving, the stops in order, coming home. */
  int[] stops = new int[ROOM];

  /** How many stops there are, leaving and coming home counted. */
  int count;

  /** The least times that meet every rule, by position. */
  double[] soonest = new double[ROOM];

  /** The latest times that meet the windows, by position. */
  double[] latest = new double[ROOM];

  /** Where the vehicle is, by position. */
  int[] here = new int[ROOM];

  /** What is on board after each position, dimension by dimension. */
  int[] onBoard;

  /** The most on board anywhere, by dimension. */
  final int[] onBoardMost;

  private final int dimensions;

  /** Leaving, breaks and coming home. */
  private final int idleCount;

  /** A mark of which rides are here, whatever their order: the sum of the rides' own marks. */
  long mark;

  /** A mark of the stops in their order and of the class of vehicles. */
  long key;

  /** What the route costs; nothing when the vehicle stays at home. */
  double cost;

  /** A vehicle at home. Throws {@link IllegalArgumentException} when its shift is impossible. */
  Route(Tables tables, int vehicle, Timing timing) {
    this.vehicle = vehicle;
    this.dimensions = tables.dimensions;
    this.onBoard = new int[ROOM * dimensions];
    this.onBoardMost = new int[dimensions];
    int[] idle = tables.idle(vehicle);
    this.idleCount = idle.length;
    if (!become(idle, idle.length, tables, timing)) {
      throw new IllegalArgumentException(
          "vehicle " + vehicle + " cannot come home in its shift: mend its places or its times");
    }
  }

  private Route(Route other) {
    this.vehicle = other.vehicle;
    this.dimensions = other.dimensions;
    this.idleCount = other.idleCount;
    this.onBoard = new int[ROOM * dimensions];
    this.onBoardMost = new int[dimensions];
    copyFrom(other);
  }

  Route copy() {
    return new Route(this);
  }

  /** How many rides there are. */
  int rides() {
    return (count - idleCount) / 2;
  }

  boolean isEmpty() {
    return count == idleCount;
  }

  void copyFrom(Route other) {
    grow(other.count);
    count = other.count;
    mark = other.mark;
    key = other.key;
    cost = other.cost;
    System.arraycopy(other.stops, 0, stops, 0, count);
    System.arraycopy(other.soonest, 0, soonest, 0, count);
    System.arraycopy(other.latest, 0, latest, 0, count);
    System.arraycopy(other.here, 0, here, 0, count);
    System.arraycopy(other.onBoard, 0, onBoard, 0, count * dimensions);
    System.arraycopy(other.onBoardMost, 0, onBoardMost, 0, dimensions);
  }

  /** Takes over a row of stops and works out everything else; false when it cannot be timed. */
  boolean become(int[] row, int length, Tables t, Timing timing) {
    if (!timing.fits(row, length, vehicle)) {
      return false;
    }
    grow(length);
    count = length;
    System.arraycopy(row, 0, stops, 0, length);
    System.arraycopy(timing.times(), 0, soonest, 0, length);
    System.arraycopy(timing.here(), 0, here, 0, length);
    double[] way = t.time[t.travel[vehicle]];
    double[] price = t.cost[t.travel[vehicle]];
    latest[length - 1] = t.latest[stops[length - 1]];
    double sum = isEmpty() ? 0 : t.useCost[vehicle];
    for (int k = length - 2; k >= 0; k--) {
      int leg = here[k] * t.places + here[k + 1];
      sum += isEmpty() ? 0 : price[leg];
      latest[k] = Math.min(t.latest[stops[k]], latest[k + 1] - way[leg] - t.service[stops[k]]);
    }
    cost = sum;
    load(t);
    mark = 0;
    key = t.alike[vehicle];
    for (int k = 1; k < length - 1; k++) {
      mark += stops[k] < t.rides ? t.mark[stops[k]] : 0;
      key = Answers.mixed(key, stops[k]);
    }
    return true;
  }

  private void load(Tables t) {
    for (int d = 0; d < dimensions; d++) {
      int sum = 0;
      int most = 0;
      for (int k = 0; k < count; k++) {
        sum += stops[k] < 2 * t.rides ? t.load[stops[k] * dimensions + d] : 0;
        onBoard[k * dimensions + d] = sum;
        most = Math.max(most, sum);
      }
      onBoardMost[d] = most;
    }
  }

  private void grow(int length) {
    if (length > stops.length) {
      int room = 2 * length;
      stops = Arrays.copyOf(stops, room);
      soonest = Arrays.copyOf(soonest, room);
      latest = Arrays.copyOf(latest, room);
      here = Arrays.copyOf(here, room);
      onBoard = Arrays.copyOf(onBoard, room * dimensions);
    }
  }
}
