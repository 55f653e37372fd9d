package se.dirigent.app.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import se.dirigent.optimiser.plan.Link;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.Ride;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Stop;
import se.dirigent.optimiser.plan.Timetable;
import se.dirigent.optimiser.plan.TravelTable;
import se.dirigent.optimiser.plan.Vehicle;

/**
 * The Patient Transportation Problem (CSPLib problem 82; Cappart, Thomas, Schaus and Rousseau, CP
 * 2018): as many patients as possible are brought to their appointments and home again, both ways
 * or neither. The way there begins at most {@code maxWaitTime} before the appointment and its last
 * service ends by it; the way back begins after it, and its last service begins at most as long
 * after. A vehicle with several times of availability is as many vehicles here. Times are minutes.
 */
final class PatientInstance {
  /** What a patient counts: more than any way, so that ways decide among equal numbers alone. */
  private static final double PATIENT = 20_000;

  private static final double MINUTES_MAX = 24 * 60;
  private static final int CATEGORIES_MAX = 63;
  private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  private record Leg(int patient, boolean back) {}

  private final Field root;
  private final int places;
  private final double wait;
  private final List<Ride> rides = new ArrayList<>();
  private final List<Leg> legs = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Vehicle> vehicles = new ArrayList<>();
  private final List<Integer> vehicleIds = new ArrayList<>();

  private PatientInstance(Field root) {
    this.root = root;
    this.places = root.get("places").list().size();
    this.wait = root.get("maxWaitTime").time();
    for (Field patient : root.get("patients").list()) {
      patient.made(
          _ -> {
            add(patient);
            return patient;
          },
          0);
    }
    if (root.get("sameVehicleBackward").flag()) {
      throw root.get("sameVehicleBackward").wrong("only false can be planned");
    }
    root.get("vehicles").list().forEach(this::addVehicle);
  }

  static Instance read(Field root) {
    PatientInstance instance = new PatientInstance(root);
    TravelTable travel = instance.travel();
    RideProblem problem =
        new RideProblem(instance.rides, instance.vehicles, List.of(travel), instance.links);
    return new Instance(
        problem,
        true,
        plan -> instance.report(problem, plan),
        ride -> "patient " + instance.legs.get(ride).patient(),
        vehicle -> "vehicle " + instance.vehicleIds.get(vehicle));
  }

  private void add(Field patient) {
    int id = patient.get("id").whole(0, Integer.MAX_VALUE);
    int start = patient.get("start").whole(-1, places - 1);
    int hospital = patient.get("destination").whole(0, places - 1);
    int end = patient.get("end").whole(-1, places - 1);
    double due = patient.get("rdvTime").time();
    double over = due + patient.get("rdvDuration").time();
    double service = patient.get("srvDuration").time();
    double worth = start >= 0 && end >= 0 ? PATIENT / 2 : PATIENT;
    List<Integer> load = List.of(patient.get("load").whole(0, Integer.MAX_VALUE));
    long needs = 1L << patient.get("category").whole(0, CATEGORIES_MAX);
    if (start >= 0) {
      double soonest = Math.max(0, due - wait);
      double latest = Math.max(soonest, due - service);
      Stop from = new Stop(start, soonest, latest, service);
      rides.add(
          new Ride(
              from, new Stop(hospital, soonest, latest, service), NO_LIMIT, load, needs, worth));
      legs.add(new Leg(id, false));
    }
    if (end >= 0) {
      double latest = over + wait;
      Stop from = new Stop(hospital, over, latest, service);
      rides.add(new Ride(from, new Stop(end, over, latest, service), NO_LIMIT, load, needs, worth));
      legs.add(new Leg(id, true));
    }
    if (start >= 0 && end >= 0) {
      links.add(new Link(rides.size() - 2, rides.size() - 1, 0));
    }
  }

  private void addVehicle(Field vehicle) {
    long offers = 0;
    for (Field category : vehicle.get("canTake").list()) {
      offers |= 1L << category.whole(0, CATEGORIES_MAX);
    }
    for (Field available : vehicle.get("availability").list()) {
      String[] ends = available.text().split(":", -1);
      if (ends.length != 2) {
        throw available.wrong("give two times as \"07h00:20h00\"");
      }
      vehicles.add(
          new Vehicle(
              depot(vehicle.get("start")),
              depot(vehicle.get("end")),
              minutes(available, ends[0]),
              minutes(available, ends[1]),
              NO_LIMIT,
              NO_LIMIT,
              List.of(),
              List.of(vehicle.get("capacity").whole(0, Integer.MAX_VALUE)),
              offers,
              0,
              0));
      vehicleIds.add(vehicle.get("id").whole(0, Integer.MAX_VALUE));
    }
  }

  private static double minutes(Field available, String time) {
    String[] parts = time.split("h", -1);
    if (parts.length != 2 || !(parts[0] + parts[1]).matches("\\d{3,4}")) {
      throw available.wrong("give two times as \"07h00:20h00\"");
    }
    return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
  }

  /** Without a depot a vehicle is wherever it is wanted: at a place that is near to all. */
  private int depot(Field field) {
    int place = field.whole(-1, places - 1);
    return place < 0 ? places : place;
  }

  private TravelTable travel() {
    double[] given = root.get("distMatrix").square(places, MINUTES_MAX);
    int side = places + 1;
    double[] minutes = new double[side * side];
    for (int from = 0; from < places; from++) {
      System.arraycopy(given, from * places, minutes, from * side, places);
    }
    return new TravelTable(side, minutes, minutes);
  }

  private Map<String, Object> report(RideProblem problem, Plan plan) {
    Map<Integer, Boolean> served = new HashMap<>();
    for (int r = 0; r < legs.size(); r++) {
      served.merge(legs.get(r).patient(), !plan.unserved().contains(r), Boolean::logicalAnd);
    }
    List<Timetable> times = Timetable.of(problem, plan.tours()).orElse(List.of());
    return Map.of(
        "patients",
        served.values().stream().filter(all -> all).count(),
        "unserved",
        served.keySet().stream()
            .filter(id -> Boolean.FALSE.equals(served.get(id)))
            .sorted()
            .toList(),
        "vehicles",
        plan.tours().stream().map(tour -> vehicleIds.get(tour.vehicle())).toList(),
        "routes",
        IntStream.range(0, times.size())
            .mapToObj(k -> steps(problem, plan.tours().get(k), times.get(k)))
            .toList());
  }

  /** Steps as the problem's own checker reads them. */
  private List<Map<String, Object>> steps(RideProblem problem, Plan.Tour tour, Timetable times) {
    List<Map<String, Object>> steps = new ArrayList<>();
    int n = legs.size();
    for (int k = 0; k < tour.stops().size(); k++) {
      int stop = tour.stops().get(k);
      Leg leg = legs.get(stop % n);
      int minutes = (int) Math.round(times.begin().get(k));
      steps.add(
          Map.of(
              "place",
              problem.stop(stop).place(),
              "time",
              String.format(Locale.ROOT, "%02dh%02d", minutes / 60, minutes % 60),
              "patient",
              leg.patient(),
              "operation",
              (leg.back() ? 2 : 0) + stop / n));
    }
    return steps;
  }
}
