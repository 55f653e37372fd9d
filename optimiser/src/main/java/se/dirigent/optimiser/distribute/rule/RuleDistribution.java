package se.dirigent.optimiser.distribute.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.Distribution.Placed;
import se.dirigent.optimiser.distribute.Distribution.Placement;
import se.dirigent.optimiser.distribute.Distribution.Trip;
import se.dirigent.optimiser.distribute.Distribution.Unplaced;
import se.dirigent.optimiser.distribute.Distribution.Why;
import se.dirigent.optimiser.distribute.DistributionChecker;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Intake;
import se.dirigent.optimiser.distribute.Place;
import se.dirigent.optimiser.distribute.Vehicle;
import se.dirigent.optimiser.distribute.Ways;

/**
 * What becomes of an event by a rule. Vehicles come to the place that they reach first and still
 * has somebody; whoever the rule puts first is loaded with whom there is room for beside, the rule
 * chooses the hospital by that casualty alone, and who finds the hour full waits at the door.
 */
public final class RuleDistribution {
  /** Hours that a casualty may wait at a door before it is counted as left out. */
  private static final int DOOR_HOURS_MAX = 240;

  private final DistributionProblem problem;
  private final Rule rule;
  private final Shares shares;
  private final int[] clean;
  private final List<List<Integer>> waiting = new ArrayList<>();
  private final List<Trip> trips = new ArrayList<>();
  private final int[] sent;
  private int sentInAll;

  private RuleDistribution(DistributionProblem problem, Rule rule, Shares shares) {
    this.problem = problem;
    this.rule = rule;
    this.shares = shares;
    this.sent = new int[problem.hospitals().size()];
    this.clean = new int[problem.casualties().size()];
    Arrays.fill(clean, Placed.NOT_CLEANED);
    for (int p = 0; p < problem.places().size(); p++) {
      waiting.add(line(p));
    }
  }

  /**
   * What becomes of the event.
   *
   * @param shares by hospital; read by {@link Rule#KEY} alone
   */
  public static Distribution run(DistributionProblem problem, Rule rule, Shares shares) {
    if (shares.ofHospitals().size() != problem.hospitals().size()) {
      throw new IllegalArgumentException(
          shares.ofHospitals().size()
              + " shares for "
              + problem.hospitals().size()
              + " hospitals; give one for each");
    }
    return new RuleDistribution(problem, rule, shares).all();
  }

  /** Who is at a place, in the rule's order; who must be decontaminated there is so in it. */
  private List<Integer> line(int p) {
    List<Casualty> all = problem.casualties();
    Comparator<Integer> byReady = Comparator.comparingInt(c -> all.get(c).readyMinute());
    Comparator<Integer> byHarm =
        Comparator.comparingDouble(
            c -> -problem.categories().get(all.get(c).category()).harmPerMinute());
    List<Integer> line =
        new ArrayList<>(
            IntStream.range(0, all.size())
                .filter(c -> all.get(c).place() == p)
                .boxed()
                .sorted(rule.urgentFirst() ? byHarm.thenComparing(byReady) : byReady)
                .toList());
    Place place = problem.places().get(p);
    int minute = place.cleanedFromMinute();
    for (int c : line) {
      if (problem.cleanedAtPlace(all.get(c))) {
        minute = Math.max(minute, all.get(c).readyMinute()) + place.cleaningMinutes();
        clean[c] = minute;
      }
    }
    return line;
  }

  private int ready(int c) {
    return Math.max(problem.casualties().get(c).readyMinute(), clean[c]);
  }

  private record Coming(int minute, int vehicle, int place) {}

  private Distribution all() {
    PriorityQueue<Coming> coming =
        new PriorityQueue<>(
            Comparator.comparingInt(Coming::minute).thenComparingInt(Coming::vehicle));
    for (int v = 0; v < problem.vehicles().size(); v++) {
      come(coming, v, problem.vehicles().get(v).firstMinutes(), 0);
    }
    while (!coming.isEmpty()) {
      Coming next = coming.remove();
      Vehicle vehicle = problem.vehicles().get(next.vehicle());
      Trip trip = load(next, vehicle);
      if (trip != null) {
        trips.add(trip);
        int[] back = problem.ways().get(vehicle.ways()).back()[trip.hospital()];
        come(coming, next.vehicle(), Arrays.stream(back).boxed().toList(), trip.freeMinute());
      }
    }
    return answer();
  }

  /** Sends a vehicle to the place that it reaches first and where somebody it may carry waits. */
  private void come(PriorityQueue<Coming> coming, int v, List<Integer> ways, int free) {
    Coming soonest = null;
    for (int p = 0; p < ways.size(); p++) {
      if (ways.get(p) < problem.horizonMinutes() - free && next(v, p) >= 0) {
        int minute = Math.max(free + ways.get(p), ready(next(v, p)));
        if (soonest == null || minute < soonest.minute()) {
          soonest = new Coming(minute, v, p);
        }
      }
    }
    if (soonest != null) {
      coming.add(soonest);
    }
  }

  /** Whoever of those it may carry will be ready first, or -1. */
  private int next(int v, int p) {
    int next = -1;
    for (int c : waiting.get(p)) {
      if (mayCarry(v, c) && (next < 0 || ready(c) < ready(next))) {
        next = c;
      }
    }
    return next;
  }

  private boolean mayCarry(int v, int c) {
    Vehicle vehicle = problem.vehicles().get(v);
    Casualty one = problem.casualties().get(c);
    boolean lies = problem.categories().get(one.category()).lies();
    return vehicle.carries(one.category())
        && (vehicle.stretchers() > 0 || !lies && vehicle.seats() > 0)
        && IntStream.range(0, sent.length).anyMatch(h -> takes(h, one) && way(v, c, h));
  }

  private boolean way(int v, int c, int h) {
    int place = problem.casualties().get(c).place();
    int ways = problem.vehicles().get(v).ways();
    return problem.ways().get(ways).out()[place][h] != Ways.NO_WAY;
  }

  private @Nullable Trip load(Coming at, Vehicle vehicle) {
    List<Integer> aboard = new ArrayList<>();
    int lying = vehicle.stretchers();
    int sitting = vehicle.seats();
    int hospital = -1;
    for (int c : List.copyOf(waiting.get(at.place()))) {
      Casualty one = problem.casualties().get(c);
      boolean lies = problem.categories().get(one.category()).lies();
      boolean room = lying > 0 || !lies && sitting > 0;
      if (room
          && ready(c) <= at.minute()
          && mayCarry(at.vehicle(), c)
          && (hospital < 0 || takes(hospital, one))) {
        hospital = hospital < 0 ? hospital(at.vehicle(), one, c) : hospital;
        if (lies || sitting == 0) {
          lying--;
        } else {
          sitting--;
        }
        aboard.add(c);
      }
    }
    if (hospital < 0) {
      return null;
    }
    waiting.get(at.place()).removeAll(aboard);
    sent[hospital] += aboard.size();
    sentInAll += aboard.size();
    int departure = at.minute() + vehicle.loadMinutes();
    int arrival = departure + problem.ways().get(vehicle.ways()).out()[at.place()][hospital];
    return new Trip(
        at.vehicle(),
        at.place(),
        hospital,
        at.minute(),
        departure,
        arrival,
        arrival + vehicle.unloadMinutes(),
        aboard);
  }

  private int hospital(int v, Casualty one, int c) {
    int[] out = problem.ways().get(problem.vehicles().get(v).ways()).out()[one.place()];
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int h = 0; h < sent.length; h++) {
      if (takes(h, one) && way(v, c, h)) {
        double below = sent[h] - shares.ofHospitals().get(h) * (sentInAll + 1);
        double order = rule == Rule.KEY ? below + 1e-6 * out[h] : out[h];
        if (order < least) {
          least = order;
          best = h;
        }
      }
    }
    return best;
  }

  /** Whether the hospital goes on taking such casualties: who waits at the door gets in. */
  private boolean takes(int h, Casualty one) {
    Intake last = problem.hospitals().get(h).hours().getLast();
    boolean takes = last.categories().get(one.category()) > 0;
    for (int i = 0; i < problem.specialties().size(); i++) {
      takes &= (problem.neededAtHospital(one) >> i & 1) == 0 || last.specialties().get(i) > 0;
    }
    return takes;
  }

  /** Lets hospitals take in who has come, in the order of arrival. */
  private Distribution answer() {
    trips.sort(Comparator.comparingInt(Trip::departureMinute).thenComparingInt(Trip::vehicle));
    Placement[] placed = new Placement[clean.length];
    Arrays.fill(placed, new Unplaced(Why.NO_VEHICLE));
    int[][][] taken = new int[sent.length][][];
    int hours = Math.ceilDiv(problem.horizonMinutes(), 60) + DOOR_HOURS_MAX;
    int width = problem.categories().size() + problem.specialties().size();
    Arrays.setAll(taken, _ -> new int[hours][width]);
    List<Integer> order =
        IntStream.range(0, trips.size())
            .boxed()
            .sorted(Comparator.comparingInt(t -> trips.get(t).arrivalMinute()))
            .toList();
    for (int t : order) {
      Trip trip = trips.get(t);
      for (int c : trip.casualties()) {
        Casualty one = problem.casualties().get(c);
        int minute = intake(trip, one, taken[trip.hospital()]);
        int treated = problem.treatment(one, trip.hospital(), minute);
        placed[c] = new Placed(t, clean[c], minute, treated);
      }
    }
    Distribution unsummed = new Distribution(trips, Arrays.asList(placed), 0, 0);
    double harm = DistributionChecker.harm(problem, unsummed);
    return new Distribution(trips, unsummed.placements(), harm, 0);
  }

  private int intake(Trip trip, Casualty one, int[][] taken) {
    int hour = trip.arrivalMinute() / 60;
    while (!room(trip.hospital(), hour, one, taken[hour])) {
      hour++;
      if (hour >= taken.length) {
        throw new IllegalStateException(
            problem.hospitals().get(trip.hospital()).name() + " has no room in ten days");
      }
    }
    taken[hour][one.category()]++;
    for (int s = 0; s < problem.specialties().size(); s++) {
      taken[hour][problem.categories().size() + s] +=
          (int) (problem.neededAtHospital(one) >> s & 1);
    }
    return Math.max(trip.arrivalMinute(), hour * 60);
  }

  private boolean room(int h, int hour, Casualty one, int[] taken) {
    Intake intake = problem.hospitals().get(h).intake(hour);
    boolean room = taken[one.category()] < intake.categories().get(one.category());
    for (int s = 0; s < problem.specialties().size(); s++) {
      room &=
          (problem.neededAtHospital(one) >> s & 1) == 0
              || taken[problem.categories().size() + s] < intake.specialties().get(s);
    }
    return room;
  }
}
