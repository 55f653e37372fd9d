package se.dirigent.simulator.masscasualty;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.Distribution.Trip;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Survival;
import se.dirigent.optimiser.distribute.Vehicle;
import se.dirigent.optimiser.distribute.Ways;

/**
 * One replication: vehicles follow a plan for as long as it can be followed, in a world where all
 * takes another time than planned, and the plan is made again from what is known then. A hospital
 * that is full lets nobody in until its next hour, whoever sent them.
 */
public final class MassTrial {
  /** No such minute. */
  static final int NEVER = Integer.MAX_VALUE;

  /** Minutes after which a vehicle with nothing to do asks again at the latest. */
  private static final int ASK_AGAIN = 15;

  private static final int IMMEDIATE = 0;
  private static final int DELAYED = 1;
  private static final int SURGERY_MINUTES = 120;

  private final DistributionProblem problem;
  private final Planner planner;
  private final Luck luck;
  private final Scene scene;
  private final Doors doors;

  // Of each vehicle: where it is or goes to (-1: not at a place), when it is expected there, the
  // hospital it goes to or stands at (-1: none), when it is expected to be free, whom it carries.
  private final int[] place;
  private final int[] there;
  private final int[] hospital;
  private final int[] free;
  private final int[] work;
  private final List<List<Integer>> aboard = new ArrayList<>();

  private final int[] sent;
  private final int[] treated;
  private final PriorityQueue<Happening> agenda =
      new PriorityQueue<>(
          Comparator.comparingInt(Happening::minute)
              .thenComparing(Happening::what)
              .thenComparingInt(Happening::vehicle));

  // The plan in force: trips that remain of each vehicle, by the numbers of all casualties.
  private final List<Deque<Trip>> plan = new ArrayList<>();
  private int planned;

  private enum What {
    AT_HOSPITAL,
    FREE,
    AT_PLACE
  }

  private record Happening(int minute, What what, int vehicle) {}

  private MassTrial(DistributionProblem problem, Planner planner, long seed) {
    this.problem = problem;
    this.planner = planner;
    this.luck = new Luck(seed);
    this.scene = new Scene(problem, luck);
    this.doors = new Doors(problem);
    int vehicles = problem.vehicles().size();
    this.place = new int[vehicles];
    this.there = new int[vehicles];
    this.hospital = new int[vehicles];
    this.free = new int[vehicles];
    this.work = new int[vehicles];
    this.sent = new int[problem.hospitals().size()];
    this.treated = new int[problem.casualties().size()];
    Arrays.fill(place, -1);
    Arrays.fill(hospital, -1);
    Arrays.fill(treated, NEVER);
    for (int v = 0; v < vehicles; v++) {
      aboard.add(List.of());
      plan.add(new ArrayDeque<>());
    }
  }

  /** What becomes of an event by a planner; the same seed is the same world for all of them. */
  public static Outcome run(DistributionProblem problem, Planner planner, long seed) {
    return new MassTrial(problem, planner, seed).all();
  }

  private Outcome all() {
    replan(0);
    for (int v = 0; v < place.length; v++) {
      go(v, 0, problem.vehicles().get(v).firstMinutes());
    }
    while (!agenda.isEmpty() && agenda.element().minute() < problem.horizonMinutes()) {
      Happening next = agenda.remove();
      switch (next.what()) {
        case AT_PLACE -> load(next.vehicle(), next.minute());
        case AT_HOSPITAL -> arrive(next.vehicle(), next.minute());
        case FREE -> {
          if (!scene.isEmpty()) {
            int[][] back = problem.ways().get(vehicle(next.vehicle()).ways()).back();
            int[] ways = back[hospital[next.vehicle()]];
            hospital[next.vehicle()] = -1;
            fresh(next.minute());
            go(next.vehicle(), next.minute(), Arrays.stream(ways).boxed().toList());
          }
        }
      }
    }
    return outcome();
  }

  private Vehicle vehicle(int v) {
    return problem.vehicles().get(v);
  }

  private int lucky(int v, int minutes) {
    return (int) Math.round(minutes * luck.work(v, work[v]++));
  }

  /** To the place the plan says, or the nearest where somebody is left. */
  private void go(int v, int minute, List<Integer> ways) {
    int to = plan.get(v).isEmpty() ? -1 : plan.get(v).getFirst().place();
    if (to < 0) {
      for (int p = 0; p < ways.size(); p++) {
        boolean nearer = to < 0 || ways.get(p) < ways.get(to);
        to = nearer && scene.anybodyAt(p) ? p : to;
      }
    }
    if (to >= 0 && ways.get(to) != Ways.NO_WAY) {
      place[v] = to;
      there[v] = minute + ways.get(to);
      agenda.add(new Happening(minute + lucky(v, ways.get(to)), What.AT_PLACE, v));
    }
  }

  private void load(int v, int minute) {
    there[v] = minute;
    if (!scene.anybodyAt(place[v])) {
      return;
    }
    fresh(minute);
    Trip trip = plan.get(v).peek();
    List<Integer> here = trip == null ? List.of() : here(v, trip, minute);
    if (trip != null && planned < minute && stale(v, trip, here, minute)) {
      replan(minute);
      trip = plan.get(v).peek();
      here = trip == null ? List.of() : here(v, trip, minute);
    }
    if (trip == null || here.isEmpty() || trip.loadMinute() > minute) {
      agenda.add(new Happening(until(v, trip, minute), What.AT_PLACE, v));
      return;
    }
    plan.get(v).remove();
    here.forEach(scene::take);
    aboard.set(v, here);
    int h = trip.hospital();
    int way = problem.ways().get(vehicle(v).ways()).out()[place[v]][h];
    int arrival = minute + lucky(v, vehicle(v).loadMinutes()) + lucky(v, way);
    sent[h] += here.size();
    place[v] = -1;
    hospital[v] = h;
    there[v] = minute + vehicle(v).loadMinutes() + way;
    free[v] = there[v] + vehicle(v).unloadMinutes();
    agenda.add(new Happening(arrival, What.AT_HOSPITAL, v));
  }

  /** When a vehicle that waits asks again: at its trip, when facts change, or with a new plan. */
  private int until(int v, @Nullable Trip trip, int minute) {
    int until = Math.min(minute + ASK_AGAIN, scene.nextReady(place[v], minute));
    if (trip != null) {
      until = Math.min(until, Math.max(minute + 1, trip.loadMinute()));
    }
    return planner.keptMinutes() == 0
        ? until
        : Math.min(until, Math.max(minute, planned + planner.keptMinutes()) + 1);
  }

  /** Whether a trip of a plan made earlier cannot be made as it was meant. */
  private boolean stale(int v, Trip trip, List<Integer> here, int minute) {
    int loads = Math.max(minute, trip.loadMinute());
    int arrival = loads + trip.arrivalMinute() - trip.loadMinute();
    return trip.place() != place[v]
        || loads == minute && here.size() < trip.casualties().size()
        || arrival / 60 != trip.arrivalMinute() / 60;
  }

  /** Those of a trip who can be loaded now. */
  private List<Integer> here(int v, Trip trip, int minute) {
    return trip.place() != place[v]
        ? List.of()
        : trip.casualties().stream().filter(c -> scene.isHere(c, minute)).toList();
  }

  private void arrive(int v, int minute) {
    for (int c : aboard.get(v)) {
      Casualty one = problem.casualties().get(c);
      int in = doors.letIn(one, hospital[v], minute);
      treated[c] = in == NEVER ? NEVER : problem.treatment(one, hospital[v], in);
    }
    aboard.set(v, List.of());
    free[v] = minute + vehicle(v).unloadMinutes();
    agenda.add(new Happening(minute + lucky(v, vehicle(v).unloadMinutes()), What.FREE, v));
  }

  private void fresh(int minute) {
    if (minute - planned > planner.keptMinutes() || planner.keptMinutes() == 0) {
      replan(minute);
    }
  }

  /** Asks the planner about all that is left, as it is known at this minute. */
  private void replan(int minute) {
    List<Integer> numbers = scene.numbers();
    int hours = Math.ceilDiv(problem.horizonMinutes(), 60);
    int width = problem.categories().size() + problem.specialties().size();
    int[][][] coming = new int[sent.length][hours][width];
    List<Vehicle> vehicles = new ArrayList<>();
    for (int v = 0; v < place.length; v++) {
      vehicles.add(Residual.with(vehicle(v), first(v, minute)));
      int hour = Math.max(minute, there[v]) / 60;
      if (hour < hours) {
        for (int c : aboard.get(v)) {
          doors.count(problem.casualties().get(c), coming[hospital[v]][hour]);
        }
      }
    }
    DistributionProblem now =
        Residual.with(
            problem,
            scene.places(minute),
            Residual.hospitals(problem, doors, coming),
            numbers.stream().map(c -> scene.known(c, minute)).toList(),
            vehicles);
    plan.forEach(Deque::clear);
    for (Trip trip : planner.plan(now, sent.clone()).trips()) {
      plan.get(trip.vehicle()).add(renumbered(trip, numbers));
    }
    planned = minute;
  }

  private static Trip renumbered(Trip trip, List<Integer> numbers) {
    return new Trip(
        trip.vehicle(),
        trip.place(),
        trip.hospital(),
        trip.loadMinute(),
        trip.departureMinute(),
        trip.arrivalMinute(),
        trip.freeMinute(),
        trip.casualties().stream().map(numbers::get).toList());
  }

  /** When a vehicle can be at each place, as far as is known at a minute. */
  private List<Integer> first(int v, int minute) {
    if (hospital[v] >= 0) {
      int from = Math.max(minute, free[v]);
      int[] back = problem.ways().get(vehicle(v).ways()).back()[hospital[v]];
      return Arrays.stream(back).map(way -> way == Ways.NO_WAY ? way : from + way).boxed().toList();
    }
    if (place[v] < 0) {
      return vehicle(v).firstMinutes();
    }
    List<Integer> first =
        new ArrayList<>(Collections.nCopies(problem.places().size(), Ways.NO_WAY));
    first.set(place[v], Math.max(minute, there[v]));
    return first;
  }

  private Outcome outcome() {
    List<Survival> curves = Survival.published();
    double[] deaths = new double[curves.size()];
    int late = 0;
    int last = 0;
    int left = 0;
    for (int c = 0; c < treated.length; c++) {
      int category = problem.casualties().get(c).category();
      boolean never = treated[c] == NEVER;
      left += never ? 1 : 0;
      if (category == IMMEDIATE || category == DELAYED) {
        late += treated[c] > SURGERY_MINUTES ? 1 : 0;
        for (int i = 0; i < deaths.length; i++) {
          Survival.Curve curve =
              category == IMMEDIATE ? curves.get(i).immediate() : curves.get(i).delayed();
          deaths[i] += never ? 1 : 1 - curve.at(treated[c]);
        }
      }
      if (category == IMMEDIATE) {
        last = Math.max(last, Math.min(treated[c], problem.horizonMinutes()));
      }
    }
    return new Outcome(
        Arrays.stream(deaths).boxed().toList(),
        late,
        doors.overloadHours(),
        doors.waited(),
        last,
        left);
  }
}
