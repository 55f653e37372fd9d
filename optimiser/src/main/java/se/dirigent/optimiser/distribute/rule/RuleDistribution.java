package se.dirigent.optimiser.distribute.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
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
  /** Hours that a casualty may wait at a door before it is counted as left. */
  private static final int DOOR_HOURS_MAX = 240;

  private static final int NOBODY = -1;
  private static final int UNKNOWN = -2;

  private final DistributionProblem problem;
  private final Rule rule;
  private final Shares shares;
  private final int[] clean;
  private final List<List<Integer>> waiting = new ArrayList<>();
  private final List<Trip> trips = new ArrayList<>();
  private final int[] sent;
  private int sentInAll;

  // Who is alike, and which vehicles: whether one may carry the other is asked very often.
  private final int[] typeOf;
  private final int[] kindOf;
  private final boolean[][] carries;

  /** By place and kind of vehicle, who {@link #next} is, as long as nobody has left the place. */
  private final int[][] soonest;

  private record Type(int place, int category, long needs) {}

  private record Kind(int ways, boolean lying, boolean sitting, long categories) {}

  private RuleDistribution(DistributionProblem problem, Rule rule, Shares shares) {
    this.problem = problem;
    this.rule = rule;
    this.shares = shares;
    this.sent = new int[problem.hospitals().size()];
    this.clean = new int[problem.casualties().size()];
    Arrays.fill(clean, Placed.NOT_CLEANED);
    this.typeOf = new int[clean.length];
    this.kindOf = new int[problem.vehicles().size()];
    this.carries = carries();
    this.soonest = new int[problem.places().size()][carries.length];
    Arrays.stream(soonest).forEach(kinds -> Arrays.fill(kinds, UNKNOWN));
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
    return run(problem, rule, shares, new int[problem.hospitals().size()]);
  }

  /**
   * What becomes of those who are left when an event has gone on for some time.
   *
   * @param shares by hospital; read by {@link Rule#KEY} alone
   * @param before casualties that each hospital has been sent already
   */
  public static Distribution run(
      DistributionProblem problem, Rule rule, Shares shares, int[] before) {
    if (shares.ofHospitals().size() != problem.hospitals().size()) {
      throw new IllegalArgumentException(
          shares.ofHospitals().size()
              + " shares for "
              + problem.hospitals().size()
              + " hospitals; give one for each");
    }
    RuleDistribution all = new RuleDistribution(problem, rule, shares);
    System.arraycopy(before, 0, all.sent, 0, before.length);
    all.sentInAll = Arrays.stream(before).sum();
    return all.all();
  }

  /** Numbers vehicles by kind and casualties by type; which kind may carry which type anywhere. */
  private boolean[][] carries() {
    Map<Type, Integer> types = new LinkedHashMap<>();
    for (int c = 0; c < typeOf.length; c++) {
      Casualty one = problem.casualties().get(c);
      Type type = new Type(one.place(), one.category(), problem.neededAtHospital(one));
      typeOf[c] = types.computeIfAbsent(type, _ -> types.size());
    }
    Map<Kind, Integer> kinds = new LinkedHashMap<>();
    for (int v = 0; v < kindOf.length; v++) {
      Vehicle one = problem.vehicles().get(v);
      Kind kind = new Kind(one.ways(), one.stretchers() > 0, one.seats() > 0, one.categories());
      kindOf[v] = kinds.computeIfAbsent(kind, _ -> kinds.size());
    }
    boolean[][] carries = new boolean[kinds.size()][types.size()];
    kinds.forEach((kind, k) -> types.forEach((type, t) -> carries[k][t] = carries(kind, type)));
    return carries;
  }

  private boolean carries(Kind kind, Type type) {
    boolean lies = problem.categories().get(type.category()).lies();
    int[] out = problem.ways().get(kind.ways()).out()[type.place()];
    return (kind.categories() >> type.category() & 1) != 0
        && (kind.lying() || !lies && kind.sitting())
        && IntStream.range(0, sent.length)
            .anyMatch(h -> out[h] != Ways.NO_WAY && takes(h, type.category(), type.needs()));
  }

  /** Who is at a place, in the rule's order; who must be decontaminated there is so in it. */
  private List<Integer> line(int p) {
    List<Casualty> all = problem.casualties();
    Comparator<Integer> byReady = Comparator.comparingInt(c -> all.get(c).readyMinute());
    Comparator<Integer> byUrgency = Comparator.comparingInt(c -> all.get(c).category());
    List<Integer> line =
        new ArrayList<>(
            IntStream.range(0, all.size())
                .filter(c -> all.get(c).place() == p)
                .boxed()
                .sorted(rule.urgentFirst() ? byUrgency.thenComparing(byReady) : byReady)
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
      } else {
        stay(coming, next);
      }
    }
    return answer();
  }

  /** Sends a vehicle to the place that it reaches first and where somebody it may carry waits. */
  private void come(PriorityQueue<Coming> coming, int v, List<Integer> ways, int free) {
    Coming soonest = null;
    for (int p = 0; p < ways.size(); p++) {
      if (ways.get(p) < problem.horizonMinutes() - free && next(v, p) != NOBODY) {
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

  /** Others were faster: it waits for whoever is ready next, and has come in vain without any. */
  private void stay(PriorityQueue<Coming> coming, Coming at) {
    int next = next(at.vehicle(), at.place());
    if (next != NOBODY && ready(next) < problem.horizonMinutes()) {
      coming.add(new Coming(ready(next), at.vehicle(), at.place()));
    }
  }

  /** Whoever of those it may carry will be ready first, or {@link #NOBODY}. */
  private int next(int v, int p) {
    int known = soonest[p][kindOf[v]];
    if (known != UNKNOWN) {
      return known;
    }
    int next = NOBODY;
    for (int c : waiting.get(p)) {
      if (mayCarry(v, c) && (next < 0 || ready(c) < ready(next))) {
        next = c;
      }
    }
    soonest[p][kindOf[v]] = next;
    return next;
  }

  private boolean mayCarry(int v, int c) {
    return carries[kindOf[v]][typeOf[c]];
  }

  private @Nullable Trip load(Coming at, Vehicle vehicle) {
    int soon = next(at.vehicle(), at.place());
    if (soon == NOBODY || ready(soon) > at.minute()) {
      return null;
    }
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
        hospital = hospital < 0 ? hospital(vehicle, one) : hospital;
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
    waiting.get(at.place()).removeAll(Set.copyOf(aboard));
    Arrays.fill(soonest[at.place()], UNKNOWN);
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

  private int hospital(Vehicle vehicle, Casualty one) {
    int[] out = problem.ways().get(vehicle.ways()).out()[one.place()];
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int h = 0; h < sent.length; h++) {
      if (out[h] != Ways.NO_WAY && takes(h, one)) {
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
    return takes(h, one.category(), problem.neededAtHospital(one));
  }

  private boolean takes(int h, int category, long needs) {
    Intake last = problem.hospitals().get(h).hours().getLast();
    boolean takes = last.categories().get(category) > 0;
    for (int i = 0; i < problem.specialties().size(); i++) {
      takes &= (needs >> i & 1) == 0 || last.specialties().get(i) > 0;
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
        placed[c] =
            minute == Ways.NO_WAY
                ? new Unplaced(Why.NOT_LET_IN)
                : new Placed(t, clean[c], minute, problem.treatment(one, trip.hospital(), minute));
      }
    }
    Distribution unsummed = new Distribution(trips, Arrays.asList(placed), 0, 0);
    double harm = DistributionChecker.harm(problem, unsummed);
    return new Distribution(trips, unsummed.placements(), harm, 0);
  }

  /** The minute at which it is let in; {@link Ways#NO_WAY} when it never is. */
  private int intake(Trip trip, Casualty one, int[][] taken) {
    int hour = trip.arrivalMinute() / 60;
    while (hour < taken.length && !room(trip.hospital(), hour, one, taken[hour])) {
      hour++;
    }
    if (hour >= taken.length) {
      return Ways.NO_WAY;
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
