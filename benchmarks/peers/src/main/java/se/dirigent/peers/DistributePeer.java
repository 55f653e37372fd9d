package se.dirigent.peers;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Distribution of casualties as a mixed-integer programme over time, solved to the proven optimum
 * by SCIP. A variable for each kind of vehicle, place, hospital and minute of loading counts trips;
 * others count who of those who are alike is on them. Vehicles of a kind flow from minute to minute
 * at each place. Nothing of the search in the product is used here but the question itself.
 */
public final class DistributePeer {
  /** As the product counts it: no way there. */
  private static final int NO_WAY = Integer.MAX_VALUE;

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** More vehicles than any small event has. */
  private static final int WAITING_MAX = 1000;

  private final JsonNode file;
  private final int minutes;
  private final MPSolver solver;
  private final MPObjective harm;

  private final Map<String, MPConstraint> room = new HashMap<>();
  private final Map<Integer, MPConstraint> fetched = new HashMap<>();
  private final Map<String, MPConstraint> standing = new HashMap<>();
  private final Map<String, MPVariable> families = new TreeMap<>();
  private final Map<String, Map<Integer, MPConstraint>> members = new TreeMap<>();

  private DistributePeer(JsonNode file) {
    this.file = file;
    this.minutes = file.get("minutes").intValue();
    this.solver = MPSolver.createSolver("SCIP");
    this.harm = solver.objective();
    harm.setMinimization();
  }

  /** Arguments: file, seconds, seed (not used), file to write what was found to. */
  public static void main(String[] arguments) throws IOException {
    Loader.loadNativeLibraries();
    JsonMapper json = JsonMapper.builder().build();
    String question = Files.readString(Path.of(arguments[0]));
    DistributePeer peer = new DistributePeer(json.readTree(question));
    peer.casualties();
    peer.vehicles();
    Map<String, Object> found = peer.solve(Double.parseDouble(arguments[1]));
    Files.writeString(Path.of(arguments[3]), json.writeValueAsString(found));
  }

  /** Whoever is not fetched is left; a family at two hospitals is parted. */
  private void casualties() {
    JsonNode groups = file.get("groups");
    for (int g = 0; g < groups.size(); g++) {
      JsonNode group = groups.get(g);
      int count = group.get("count").intValue();
      MPVariable left = solver.makeIntVar(0, count, "left " + g);
      harm.setCoefficient(left, group.get("unplaced").doubleValue());
      MPConstraint all = solver.makeConstraint(count, count);
      all.setCoefficient(left, 1);
      fetched.put(g, all);
    }
  }

  private void vehicles() {
    JsonNode kinds = file.get("kinds");
    for (int k = 0; k < kinds.size(); k++) {
      JsonNode kind = kinds.get(k);
      for (int p = 0; p < file.get("places").intValue(); p++) {
        for (int m = 0; m < minutes; m++) {
          // No more leaves a place and minute than came or stood there.
          standing.put(k + " " + p + " " + m, solver.makeConstraint(-INFINITY, 0));
        }
      }
      for (int p = 0; p < file.get("places").intValue(); p++) {
        for (int m = 0; m + 1 < minutes; m++) {
          MPVariable waits = solver.makeIntVar(0, WAITING_MAX, "");
          standing.get(k + " " + p + " " + m).setCoefficient(waits, 1);
          standing.get(k + " " + p + " " + (m + 1)).setCoefficient(waits, -1);
        }
      }
      for (JsonNode first : kind.get("first")) {
        MPConstraint once = solver.makeConstraint(0, 1);
        for (int p = 0; p < first.size(); p++) {
          if (first.get(p).intValue() < minutes) {
            MPVariable begins = solver.makeIntVar(0, 1, "");
            once.setCoefficient(begins, 1);
            standing.get(k + " " + p + " " + first.get(p).intValue()).setCoefficient(begins, -1);
          }
        }
      }
      trips(k, kind);
    }
    part();
  }

  private void trips(int k, JsonNode kind) {
    for (int p = 0; p < file.get("places").intValue(); p++) {
      for (int h = 0; h < file.get("hospitals").intValue(); h++) {
        int way = kind.get("out").get(p).get(h).intValue();
        for (int m = 0; way != NO_WAY && m + kind.get("load").intValue() + way < minutes; m++) {
          trip(k, kind, p, h, m, m + kind.get("load").intValue() + way);
        }
      }
    }
  }

  private void trip(int k, JsonNode kind, int p, int h, int m, int arrival) {
    int number = kind.get("first").size();
    int stretchers = kind.get("stretchers").intValue();
    int seats = kind.get("seats").intValue();
    MPVariable trips = null;
    MPConstraint lying = null;
    MPConstraint all = null;
    MPConstraint some = null;
    JsonNode groups = file.get("groups");
    for (int g = 0; g < groups.size(); g++) {
      JsonNode group = groups.get(g);
      if (group.get("place").intValue() != p
          || group.get("ready").intValue() > m
          || (kind.get("categories").longValue() >> group.get("category").intValue() & 1) == 0
          || !takes(h, arrival / 60, group)) {
        continue;
      }
      if (trips == null) {
        trips = solver.makeIntVar(0, number, "");
        lying = solver.makeConstraint(-INFINITY, 0);
        all = solver.makeConstraint(-INFINITY, 0);
        some = solver.makeConstraint(0, INFINITY);
        lying.setCoefficient(trips, -stretchers);
        all.setCoefficient(trips, -stretchers - seats);
        some.setCoefficient(trips, -1);
      }
      MPVariable aboard = solver.makeIntVar(0, group.get("count").intValue(), "");
      harm.setCoefficient(aboard, group.get("harm").get(arrival).doubleValue());
      fetched.get(g).setCoefficient(aboard, 1);
      all.setCoefficient(aboard, 1);
      some.setCoefficient(aboard, 1);
      if (group.get("lies").booleanValue()) {
        lying.setCoefficient(aboard, 1);
      }
      for (JsonNode row : group.get("rows")) {
        room(h, arrival / 60, row.intValue()).setCoefficient(aboard, 1);
      }
      family(group, h, aboard);
    }
    if (trips != null) {
      standing.get(k + " " + p + " " + m).setCoefficient(trips, 1);
      next(k, kind, h, arrival + kind.get("unload").intValue(), trips);
    }
  }

  /** From a hospital to any place, or nowhere more. */
  private void next(int k, JsonNode kind, int h, int free, MPVariable trips) {
    String hospital = "h " + k + " " + h + " " + free;
    MPConstraint goes = standing.get(hospital);
    if (goes == null) {
      goes = solver.makeConstraint(-INFINITY, 0);
      standing.put(hospital, goes);
      for (int p = 0; p < file.get("places").intValue(); p++) {
        int back = kind.get("back").get(h).get(p).intValue();
        if (back < minutes - free) {
          MPVariable drives = solver.makeIntVar(0, WAITING_MAX, "");
          goes.setCoefficient(drives, 1);
          standing.get(k + " " + p + " " + (free + back)).setCoefficient(drives, -1);
        }
      }
    }
    goes.setCoefficient(trips, -1);
  }

  private int most(int h, int hour, int row) {
    return file.get("room").get(h).get(hour).get(row).intValue();
  }

  private boolean takes(int h, int hour, JsonNode group) {
    for (JsonNode row : group.get("rows")) {
      if (most(h, hour, row.intValue()) == 0) {
        return false;
      }
    }
    return true;
  }

  private MPConstraint room(int h, int hour, int row) {
    return room.computeIfAbsent(
        h + " " + hour + " " + row, _ -> solver.makeConstraint(0, most(h, hour, row)));
  }

  /** Whether a member of the family is at the hospital: a group of a family is one person. */
  private void family(JsonNode group, int h, MPVariable aboard) {
    int family = group.get("family").intValue();
    if (family < 0) {
      return;
    }
    families.computeIfAbsent(family + " " + h, _ -> solver.makeIntVar(0, 1, ""));
    members
        .computeIfAbsent(family + " " + h, _ -> new LinkedHashMap<>())
        .computeIfAbsent(
            group.get("number").intValue(), _ -> solver.makeConstraint(-INFINITY, 0))
        .setCoefficient(aboard, 1);
  }

  /** Each hospital of a family beyond its first costs; a family left whole costs nothing. */
  private void part() {
    double split = file.get("split").doubleValue();
    Map<String, MPConstraint> parted = new TreeMap<>();
    families.forEach((key, there) -> {
      members.get(key).values().forEach(member -> member.setCoefficient(there, -1));
      String family = key.split(" ", -1)[0];
      MPConstraint sum =
          parted.computeIfAbsent(
              family,
              _ -> {
                MPConstraint one = solver.makeConstraint(-INFINITY, 1);
                MPVariable beyond = solver.makeIntVar(0, WAITING_MAX, "");
                harm.setCoefficient(beyond, split);
                one.setCoefficient(beyond, -1);
                return one;
              });
      sum.setCoefficient(there, 1);
    });
  }

  private Map<String, Object> solve(double seconds) {
    MPSolverParameters parameters = new MPSolverParameters();
    parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
    solver.setTimeLimit((long) (1000 * seconds));
    ResultStatus status = solver.solve(parameters);
    boolean found = status == ResultStatus.OPTIMAL || status == ResultStatus.FEASIBLE;
    return Map.of(
        "optimal",
        status == ResultStatus.OPTIMAL,
        "harm",
        found ? harm.value() : Double.MAX_VALUE,
        "bound",
        found ? harm.bestBound() : 0.0,
        "columns",
        solver.numVariables());
  }
}
