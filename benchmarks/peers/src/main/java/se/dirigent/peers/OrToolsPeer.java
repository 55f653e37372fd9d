package se.dirigent.peers;

import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.IntVar;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.RoutingSearchParameters;
import com.google.ortools.constraintsolver.Solver;
import com.google.ortools.constraintsolver.main;
import com.google.protobuf.Duration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * OR-Tools' routing library, modelled as its own guide to pick-ups and deliveries does, with ride
 * time and duration as constraints on its time dimension; parallel cheapest insertion, then guided
 * local search. It searches on one thread: the library has no other. Its numbers are whole, so
 * times are in ten-thousandths, rounded to the safe side.
 */
public final class OrToolsPeer {
  private static final double SCALE = 10_000;

  /** A missing end of a ride costs more than any tour. */
  private static final long MISSING = 10_000 * (long) SCALE;

  private final RideFile file;
  private final RoutingIndexManager manager;
  private final RoutingModel model;

  private OrToolsPeer(RideFile file) {
    this.file = file;
    this.manager = new RoutingIndexManager(file.nodes().size(), file.vehicles(), 0);
    this.model = new RoutingModel(manager);
  }

  /** Arguments: file, seconds, seed, file to write routes to. */
  public static void main(String[] arguments) throws IOException {
    Loader.loadNativeLibraries();
    OrToolsPeer peer = new OrToolsPeer(RideFile.read(Path.of(arguments[0])));
    peer.cost();
    peer.room();
    peer.time();
    peer.model.solver().reSeed(Integer.parseInt(arguments[2]));
    RideFile.write(Path.of(arguments[3]), peer.search(Double.parseDouble(arguments[1])));
  }

  private void cost() {
    int nodes = file.nodes().size();
    long[][] cost = new long[nodes][nodes];
    for (int from = 0; from < nodes; from++) {
      for (int to = 0; to < nodes; to++) {
        cost[from][to] = Math.round(SCALE * file.distance(from, to));
      }
    }
    model.setArcCostEvaluatorOfAllVehicles(model.registerTransitMatrix(cost));
  }

  private void room() {
    long[] load = new long[file.nodes().size()];
    for (int node = 0; node < load.length; node++) {
      load[node] = file.load(node);
    }
    model.addDimension(
        model.registerUnaryTransitVector(load), 0, file.room(), true, "load");
  }

  private void time() {
    int nodes = file.nodes().size();
    long[][] taken = new long[nodes][nodes];
    for (int from = 0; from < nodes; from++) {
      for (int to = 0; to < nodes; to++) {
        taken[from][to] = up(file.service(from) + file.distance(from, to));
      }
    }
    long horizon = up(file.latest(0));
    model.addDimension(model.registerTransitMatrix(taken), horizon, horizon, false, "time");
    RoutingDimension time = model.getMutableDimension("time");
    for (int v = 0; v < file.vehicles(); v++) {
      time.setSpanUpperBoundForVehicle(down(file.durationMax()), v);
      time.cumulVar(model.start(v)).setRange(up(file.earliest(0)), down(file.latest(0)));
      time.cumulVar(model.end(v)).setRange(up(file.earliest(0)), down(file.latest(0)));
    }
    Solver solver = model.solver();
    for (int ride = 1; ride <= file.rides(); ride++) {
      long pickup = manager.nodeToIndex(ride);
      long delivery = manager.nodeToIndex(file.rides() + ride);
      IntVar fetched = time.cumulVar(pickup);
      IntVar left = time.cumulVar(delivery);
      fetched.setRange(up(file.earliest(ride)), down(file.latest(ride)));
      int end = file.rides() + ride;
      left.setRange(up(file.earliest(end)), down(file.latest(end)));
      model.addPickupAndDelivery(pickup, delivery);
      // Insertion alone finds no whole plan; a ride may be missing until the search puts it in.
      model.addDisjunction(new long[] {pickup}, MISSING);
      model.addDisjunction(new long[] {delivery}, MISSING);
      solver.addConstraint(
          solver.makeEquality(model.vehicleVar(pickup), model.vehicleVar(delivery)));
      solver.addConstraint(solver.makeLessOrEqual(fetched, left));
      long most = down(file.rideMax() + file.service(ride));
      solver.addConstraint(
          solver.makeLessOrEqual(solver.makeDifference(left, fetched), most));
    }
  }

  private List<List<Integer>> search(double seconds) {
    RoutingSearchParameters parameters =
        main.defaultRoutingSearchParameters().toBuilder()
            .setFirstSolutionStrategy(FirstSolutionStrategy.Value.PARALLEL_CHEAPEST_INSERTION)
            .setLocalSearchMetaheuristic(LocalSearchMetaheuristic.Value.GUIDED_LOCAL_SEARCH)
            .setTimeLimit(
                Duration.newBuilder()
                    .setSeconds((long) seconds)
                    .setNanos((int) ((seconds - (long) seconds) * 1e9)))
            .build();
    Assignment found = model.solveWithParameters(parameters);
    List<List<Integer>> routes = new ArrayList<>();
    for (int v = 0; found != null && v < file.vehicles(); v++) {
      List<Integer> route = new ArrayList<>();
      long at = found.value(model.nextVar(model.start(v)));
      while (!model.isEnd(at)) {
        route.add(manager.indexToNode(at));
        at = found.value(model.nextVar(at));
      }
      routes.add(route);
    }
    return routes;
  }

  private static long up(double time) {
    return (long) Math.ceil(SCALE * time - 1e-6);
  }

  private static long down(double time) {
    return (long) Math.floor(SCALE * time + 1e-6);
  }
}
