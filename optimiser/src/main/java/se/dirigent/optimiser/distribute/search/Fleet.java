package se.dirigent.optimiser.distribute.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Vehicle;
import se.dirigent.optimiser.distribute.Ways;

/**
 * The vehicles in arrays, in steps of time. Those that differ only in where they are first have the
 * same <i>kind</i>; kinds that differ only in room have the same <i>carriage</i>.
 */
final class Fleet {
  /** A vehicle of each kind. */
  final Vehicle[] kinds;

  final int[] kindCarriage;

  /** A kind of each carriage. */
  final int[] carriageKind;

  final int[] load;
  final int[] unload;
  final int[] vehicleKind;

  /** For each vehicle and place the first step it can be there. */
  final int[][] first;

  private final int step;
  private final int[][][] out;
  private final int[][][] back;

  private record Kind(int ways, int stretchers, int seats, int load, int unload, long mask) {}

  private record Carriage(int ways, int load, long mask) {}

  Fleet(DistributionProblem problem, int step) {
    this.step = step;
    this.out = problem.ways().stream().map(w -> steps(w.out())).toArray(int[][][]::new);
    this.back = problem.ways().stream().map(w -> steps(w.back())).toArray(int[][][]::new);
    Map<Kind, Integer> numbers = new LinkedHashMap<>();
    List<Vehicle> examples = new ArrayList<>();
    this.vehicleKind = new int[problem.vehicles().size()];
    this.first = new int[vehicleKind.length][];
    for (int v = 0; v < vehicleKind.length; v++) {
      Vehicle vehicle = problem.vehicles().get(v);
      Kind kind =
          new Kind(
              vehicle.ways(),
              vehicle.stretchers(),
              vehicle.seats(),
              vehicle.loadMinutes(),
              vehicle.unloadMinutes(),
              vehicle.categories());
      if (!numbers.containsKey(kind)) {
        examples.add(vehicle);
      }
      vehicleKind[v] = numbers.computeIfAbsent(kind, _ -> numbers.size());
      first[v] = vehicle.firstMinutes().stream().mapToInt(this::steps).toArray();
    }
    this.kinds = examples.toArray(Vehicle[]::new);
    // At least a step each, so that time goes on with every trip.
    this.load = Arrays.stream(kinds).mapToInt(k -> steps(k.loadMinutes())).toArray();
    this.unload =
        Arrays.stream(kinds).mapToInt(k -> Math.max(1, steps(k.unloadMinutes()))).toArray();
    Map<Carriage, Integer> carriages = new LinkedHashMap<>();
    this.kindCarriage = new int[kinds.length];
    for (int k = 0; k < kinds.length; k++) {
      Carriage carriage =
          new Carriage(kinds[k].ways(), kinds[k].loadMinutes(), kinds[k].categories());
      kindCarriage[k] = carriages.computeIfAbsent(carriage, _ -> carriages.size());
    }
    this.carriageKind = new int[carriages.size()];
    for (int k = kinds.length - 1; k >= 0; k--) {
      carriageKind[kindCarriage[k]] = k;
    }
  }

  /** Steps of the ways of a kind from places to hospitals. */
  int[][] out(int kind) {
    return out[kinds[kind].ways()];
  }

  /** Steps of the ways of a kind from hospitals to places. */
  int[][] back(int kind) {
    return back[kinds[kind].ways()];
  }

  private int[][] steps(int[][] rows) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(row).map(this::steps).toArray())
        .toArray(int[][]::new);
  }

  private int steps(int minutes) {
    return minutes == Ways.NO_WAY ? minutes : (minutes + step / 2) / step;
  }
}
