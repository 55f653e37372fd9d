package se.dirigent.optimiser.distribute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.dirigent.optimiser.distribute.Distribution.Placed;
import se.dirigent.optimiser.distribute.Distribution.Trip;
import se.dirigent.optimiser.distribute.Distribution.Unplaced;
import se.dirigent.optimiser.distribute.Distribution.Why;

/** Judges a distribution from the problem's own words, apart from any search and its shortcuts. */
public final class DistributionChecker {
  /** Harms closer than this share of them are the same. */
  private static final double TOLERANCE = 1e-6;

  private final DistributionProblem problem;
  private final Distribution answer;
  private final boolean doors;
  private final List<String> faults = new ArrayList<>();

  private DistributionChecker(DistributionProblem problem, Distribution answer, boolean doors) {
    this.problem = problem;
    this.answer = answer;
    this.doors = doors;
  }

  /** Everything that is wrong, in words; empty when nothing is. */
  public static List<String> faults(DistributionProblem problem, Distribution answer) {
    return new DistributionChecker(problem, answer, false).all();
  }

  /** As {@link #faults}, of a rule that lets casualties wait at a hospital's door. */
  public static List<String> faultsWithDoors(DistributionProblem problem, Distribution answer) {
    return new DistributionChecker(problem, answer, true).all();
  }

  private List<String> all() {
    if (answer.placements().size() != problem.casualties().size()) {
      return List.of(answer.placements().size() + " placements for " + problem.casualties().size());
    }
    for (int t = 0; t < answer.trips().size(); t++) {
      trip(t, answer.trips().get(t));
    }
    tours();
    casualties();
    cleaning();
    intake();
    double harm = harm(problem, answer);
    if (Math.abs(harm - answer.harm()) > TOLERANCE * (1 + harm)) {
      faults.add("the answer says harm " + answer.harm() + ", it is " + harm);
    }
    if (answer.bound() > harm + TOLERANCE * (1 + harm)) {
      faults.add("the bound " + answer.bound() + " is above the harm " + harm);
    }
    return faults;
  }

  private void trip(int number, Trip trip) {
    String name = "trip " + number + ": ";
    Vehicle vehicle = problem.vehicles().get(trip.vehicle());
    int way = problem.ways().get(vehicle.ways()).out()[trip.place()][trip.hospital()];
    if (way == Ways.NO_WAY || trip.arrivalMinute() - trip.departureMinute() != way) {
      faults.add(name + "the way takes " + way + " minutes, not what the trip says");
    }
    if (trip.departureMinute() - trip.loadMinute() != vehicle.loadMinutes()) {
      faults.add(name + "does not load for " + vehicle.loadMinutes() + " minutes");
    }
    if (trip.freeMinute() - trip.arrivalMinute() != vehicle.unloadMinutes()) {
      faults.add(name + "does not unload for " + vehicle.unloadMinutes() + " minutes");
    }
    if (!doors && trip.arrivalMinute() >= problem.horizonMinutes()) {
      faults.add(name + "arrives after the horizon");
    }
    int lying = 0;
    for (int c : trip.casualties()) {
      Casualty one = problem.casualties().get(c);
      lying += problem.categories().get(one.category()).lies() ? 1 : 0;
      if (!vehicle.carries(one.category())) {
        faults.add(name + "the vehicle may not carry casualty " + c);
      }
      if (one.place() != trip.place()) {
        faults.add(name + "casualty " + c + " is at another place");
      }
    }
    if (trip.casualties().isEmpty()) {
      faults.add(name + "nobody is on board");
    }
    if (lying > vehicle.stretchers()
        || trip.casualties().size() > vehicle.stretchers() + vehicle.seats()) {
      faults.add(name + "more on board than there is room for");
    }
  }

  /** No vehicle is at two places at once. */
  private void tours() {
    Map<Integer, List<Trip>> tours = new TreeMap<>();
    for (Trip trip : answer.trips()) {
      tours.computeIfAbsent(trip.vehicle(), _ -> new ArrayList<>()).add(trip);
    }
    tours.forEach((number, trips) -> {
      Vehicle vehicle = problem.vehicles().get(number);
      trips.sort(Comparator.comparingInt(Trip::loadMinute));
      long there = vehicle.firstMinutes().get(trips.getFirst().place());
      for (int i = 0; i < trips.size(); i++) {
        Trip trip = trips.get(i);
        if (trip.loadMinute() < there) {
          faults.add(vehicle.name() + " loads at " + trip.loadMinute() + ", is there at " + there);
        }
        if (i + 1 < trips.size()) {
          int place = trips.get(i + 1).place();
          there =
              (long) trip.freeMinute()
                  + problem.ways().get(vehicle.ways()).back()[trip.hospital()][place];
        }
      }
    });
  }

  /** Each casualty is on the trip it is said to be on, and on no other, not before it is ready. */
  private void casualties() {
    int[] carried = new int[problem.casualties().size()];
    for (Trip trip : answer.trips()) {
      trip.casualties().forEach(c -> carried[c]++);
    }
    for (int c = 0; c < carried.length; c++) {
      Casualty one = problem.casualties().get(c);
      switch (answer.placements().get(c)) {
        case Unplaced left -> {
          boolean door = doors && left.why() == Why.NOT_LET_IN;
          expect(carried[c] == (door ? 1 : 0), c, "is left, and on a trip");
        }
        case Placed placed -> {
          Trip trip = answer.trips().get(placed.trip());
          int arrival = trip.arrivalMinute();
          expect(carried[c] == 1 && trip.casualties().contains(c), c, "is not on its one trip");
          expect(trip.loadMinute() >= one.readyMinute(), c, "is loaded before it is ready");
          expect(placed.intakeMinute() >= arrival, c, "is taken in before it arrives");
          expect(doors || placed.intakeMinute() == arrival, c, "waits at the door");
          int treated = problem.treatment(one, trip.hospital(), placed.intakeMinute());
          expect(placed.treatmentMinute() == treated, c, "is treated at another minute");
          expect(
              !problem.cleanedAtPlace(one) || placed.cleanMinute() <= trip.loadMinute(),
              c,
              "is loaded before it is clean");
        }
      }
    }
  }

  private void expect(boolean holds, int casualty, String fault) {
    if (!holds) {
      faults.add("casualty " + casualty + " " + fault);
    }
  }

  /** One after another at each place, each for its time. */
  private void cleaning() {
    Map<Integer, List<Integer>> done = new TreeMap<>();
    for (int c = 0; c < problem.casualties().size(); c++) {
      Casualty one = problem.casualties().get(c);
      if (problem.cleanedAtPlace(one) && answer.placements().get(c) instanceof Placed placed) {
        Place place = problem.places().get(one.place());
        int begins = Math.max(one.readyMinute(), place.cleanedFromMinute());
        expect(placed.cleanMinute() >= begins + place.cleaningMinutes(), c, "is clean too soon");
        done.computeIfAbsent(one.place(), _ -> new ArrayList<>()).add(placed.cleanMinute());
      }
    }
    done.forEach((place, minutes) -> {
      Collections.sort(minutes);
      int each = problem.places().get(place).cleaningMinutes();
      for (int i = 1; i < minutes.size(); i++) {
        if (minutes.get(i) - minutes.get(i - 1) < each) {
          faults.add("two are cleaned at once at place " + place + " at " + minutes.get(i));
        }
      }
    });
  }

  /** No hospital takes in more in any hour than it says. */
  private void intake() {
    Map<List<Integer>, Integer> taken = new TreeMap<>(DistributionChecker::compare);
    for (int c = 0; c < problem.casualties().size(); c++) {
      if (answer.placements().get(c) instanceof Placed placed) {
        Casualty one = problem.casualties().get(c);
        int hospital = answer.trips().get(placed.trip()).hospital();
        int hour = placed.intakeMinute() / 60;
        taken.merge(List.of(hospital, hour, 0, one.category()), 1, Integer::sum);
        for (int s = 0; s < problem.specialties().size(); s++) {
          if ((problem.neededAtHospital(one) >> s & 1) != 0) {
            taken.merge(List.of(hospital, hour, 1, s), 1, Integer::sum);
          }
        }
      }
    }
    taken.forEach((key, count) -> {
      Intake intake = problem.hospitals().get(key.get(0)).intake(key.get(1));
      List<Integer> most = key.get(2) == 0 ? intake.categories() : intake.specialties();
      if (count > most.get(key.get(3))) {
        faults.add(
            "hospital %d takes %d in hour %d, at most %d (%s %d)"
                .formatted(
                    key.get(0),
                    count,
                    key.get(1),
                    most.get(key.get(3)),
                    key.get(2) == 0 ? "category" : "specialty",
                    key.get(3)));
      }
    });
  }

  private static int compare(List<Integer> a, List<Integer> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = Integer.compare(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** The harm of an answer as the problem counts it. */
  public static double harm(DistributionProblem problem, Distribution answer) {
    double harm = 0;
    Map<Integer, Set<Integer>> families = new TreeMap<>();
    for (int c = 0; c < problem.casualties().size(); c++) {
      Casualty one = problem.casualties().get(c);
      switch (answer.placements().get(c)) {
        case Unplaced ignored -> harm += problem.unplacedHarm(one.category());
        case Placed placed -> {
          harm += problem.categories().get(one.category()).harm(placed.treatmentMinute());
          if (one.family() != Casualty.NO_FAMILY) {
            families
                .computeIfAbsent(one.family(), _ -> new TreeSet<>())
                .add(answer.trips().get(placed.trip()).hospital());
          }
        }
      }
    }
    for (Set<Integer> hospitals : families.values()) {
      harm += problem.splitHarm() * (hospitals.size() - 1);
    }
    return harm;
  }
}
