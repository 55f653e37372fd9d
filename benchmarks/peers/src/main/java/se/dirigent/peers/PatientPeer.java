package se.dirigent.peers;

import com.google.ortools.Loader;
import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.RoutingSearchParameters;
import com.google.ortools.constraintsolver.Solver;
import com.google.ortools.constraintsolver.main;
import com.google.protobuf.Duration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * OR-Tools' routing library on the Patient Transportation Problem: a pair of nodes for each way,
 * left out at a price, both ways of a patient or neither. Vehicles begin and end at depots, as
 * those of the easy set do; one for each time of availability.
 */
public final class PatientPeer {
  private static final long PRICE = 20_000;
  private static final long MINUTES_MAX = 48 * 60;

  /** A node: where, when at the soonest and the latest, how long, how many come on board. */
  private record Node(int place, long soonest, long latest, long service, int load) {}

  private record Shift(int depot, long from, long to, int room) {}

  private final JsonNode root;
  private final List<Node> pickups = new ArrayList<>();
  private final List<Node> deliveries = new ArrayList<>();
  private final List<int[]> pairs = new ArrayList<>();
  private final List<Shift> shifts = new ArrayList<>();
  private final RoutingIndexManager manager;
  private final RoutingModel model;

  private PatientPeer(JsonNode root) {
    this.root = root;
    root.get("patients").forEach(this::add);
    for (JsonNode vehicle : root.get("vehicles")) {
      for (JsonNode window : vehicle.get("availability")) {
        String[] ends = window.asString().split(":", -1);
        shifts.add(
            new Shift(
                vehicle.get("start").intValue(),
                minutes(ends[0]),
                minutes(ends[1]),
                vehicle.get("capacity").intValue()));
      }
    }
    int stops = 2 * pickups.size();
    int[] depots = new int[shifts.size()];
    for (int v = 0; v < depots.length; v++) {
      depots[v] = stops + v;
    }
    manager = new RoutingIndexManager(stops + depots.length, depots.length, depots, depots);
    model = new RoutingModel(manager);
  }

  /** Arguments: file, seconds, seed, file to write routes to. */
  public static void main(String[] arguments) throws IOException {
    Loader.loadNativeLibraries();
    JsonMapper json = JsonMapper.builder().build();
    PatientPeer peer =
        new PatientPeer(json.readTree(Files.readString(Path.of(arguments[0]))));
    peer.room();
    peer.time();
    peer.model.solver().reSeed(Integer.parseInt(arguments[2]));
    peer.search(Double.parseDouble(arguments[1]), Path.of(arguments[3]));
  }

  private static long minutes(String time) {
    String[] parts = time.split("h", -1);
    return Long.parseLong(parts[0]) * 60 + Long.parseLong(parts[1]);
  }

  private void add(JsonNode patient) {
    int start = patient.get("start").intValue();
    int hospital = patient.get("destination").intValue();
    int end = patient.get("end").intValue();
    long wait = minutes(root.get("maxWaitTime").asString());
    long due = minutes(patient.get("rdvTime").asString());
    long over = due + minutes(patient.get("rdvDuration").asString());
    long service = minutes(patient.get("srvDuration").asString());
    int load = patient.get("load").intValue();
    if (start >= 0) {
      long soonest = Math.max(0, due - wait);
      pickups.add(new Node(start, soonest, due - service, service, load));
      deliveries.add(new Node(hospital, soonest, due - service, service, -load));
    }
    if (end >= 0) {
      pickups.add(new Node(hospital, over, over + wait, service, load));
      deliveries.add(new Node(end, over, over + wait, service, -load));
    }
    if (start >= 0 && end >= 0) {
      pairs.add(new int[] {pickups.size() - 2, pickups.size() - 1});
    }
  }

  private Node node(int number) {
    int n = pickups.size();
    if (number >= 2 * n) {
      Shift shift = shifts.get(number - 2 * n);
      return new Node(shift.depot(), shift.from(), shift.to(), 0, 0);
    }
    return number < n ? pickups.get(number) : deliveries.get(number - n);
  }

  /** Distances between nodes, with the service at the first of them if wanted. */
  private long[][] distances(boolean served) {
    int nodes = 2 * pickups.size() + shifts.size();
    long[][] distances = new long[nodes][nodes];
    for (int from = 0; from < nodes; from++) {
      JsonNode row = root.get("distMatrix").get(node(from).place());
      for (int to = 0; to < nodes; to++) {
        long service = served ? node(from).service() : 0;
        distances[from][to] = service + row.get(node(to).place()).longValue();
      }
    }
    return distances;
  }

  private void room() {
    long[] loads = new long[2 * pickups.size() + shifts.size()];
    for (int number = 0; number < loads.length; number++) {
      loads[number] = node(number).load();
    }
    int load = model.registerUnaryTransitVector(loads);
    long[] rooms = shifts.stream().mapToLong(Shift::room).toArray();
    model.addDimensionWithVehicleCapacity(load, 0, rooms, true, "load");
    model.setArcCostEvaluatorOfAllVehicles(model.registerTransitMatrix(distances(false)));
  }

  private void time() {
    int taken = model.registerTransitMatrix(distances(true));
    model.addDimension(taken, MINUTES_MAX, MINUTES_MAX, false, "time");
    RoutingDimension time = model.getMutableDimension("time");
    for (int v = 0; v < shifts.size(); v++) {
      Shift shift = shifts.get(v);
      time.cumulVar(model.start(v)).setRange(shift.from(), shift.to());
      time.cumulVar(model.end(v)).setRange(shift.from(), shift.to());
    }
    Solver solver = model.solver();
    int n = pickups.size();
    for (int leg = 0; leg < n; leg++) {
      long pickup = manager.nodeToIndex(leg);
      long delivery = manager.nodeToIndex(n + leg);
      for (long end : new long[] {pickup, delivery}) {
        model.addDisjunction(new long[] {end}, PRICE);
        Node node = node(manager.indexToNode(end));
        time.cumulVar(end).setRange(node.soonest(), Math.max(node.soonest(), node.latest()));
      }
      model.addPickupAndDelivery(pickup, delivery);
      solver.addConstraint(
          solver.makeEquality(model.vehicleVar(pickup), model.vehicleVar(delivery)));
      solver.addConstraint(
          solver.makeLessOrEqual(time.cumulVar(pickup), time.cumulVar(delivery)));
    }
    for (int[] pair : pairs) {
      solver.addConstraint(
          solver.makeEquality(
              model.activeVar(manager.nodeToIndex(pair[0])),
              model.activeVar(manager.nodeToIndex(pair[1]))));
    }
  }

  private void search(double seconds, Path file) throws IOException {
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
    List<Integer> vehicles = new ArrayList<>();
    for (int v = 0; found != null && v < shifts.size(); v++) {
      List<Integer> route = new ArrayList<>();
      long at = found.value(model.nextVar(model.start(v)));
      while (!model.isEnd(at)) {
        route.add(manager.indexToNode(at) + 1);
        at = found.value(model.nextVar(at));
      }
      if (!route.isEmpty()) {
        routes.add(route);
        vehicles.add(v + 1);
      }
    }
    Files.writeString(
        file, "{\"routes\": %s, \"vehicles\": %s}%n".formatted(routes, vehicles));
  }
}
