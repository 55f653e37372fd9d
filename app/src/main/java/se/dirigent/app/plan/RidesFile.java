package se.dirigent.app.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.plan.Break;
import se.dirigent.optimiser.plan.Link;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.Ride;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Stop;
import se.dirigent.optimiser.plan.Timetable;
import se.dirigent.optimiser.plan.TravelTable;
import se.dirigent.optimiser.plan.Vehicle;

/**
 * Our own format for a day of rides: places, ways, vehicles and rides by name, times of the day and
 * kronor; docs/rides.md describes it. Times in the problem are minutes of the day, costs kronor.
 */
final class RidesFile {
  private static final double DAY_MAX = 48 * 60;
  private static final double KRONOR_MAX = 1e9;
  private static final int ROOM_MAX = 100;
  private static final int ABILITIES_MAX = 64;
  private static final double METRES_A_KILOMETRE = 1_000;
  private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  /** Dimensions of room, in the file's names. */
  private static final List<String> ROOM = List.of("seats", "wheelchairs", "stretchers");

  private final Field root;
  private final List<String> places;
  private final List<String> ways;
  private final List<String> vehicleNames;
  private final List<String> rideNames;
  private final List<String> abilities = new ArrayList<>();
  private final List<TravelTable> travels = new ArrayList<>();

  /** Number of the travel for a way at a price for each minute. */
  private final Map<String, Integer> travelOf = new LinkedHashMap<>();

  private final Map<Integer, double[]> minutesOf = new LinkedHashMap<>();

  private RidesFile(Field root) {
    this.root = root;
    places = Field.names(root.get("places").list());
    ways = Field.names(root.get("ways").list());
    vehicleNames = Field.names(root.get("vehicles").list());
    rideNames = Field.names(root.get("rides").list());
  }

  static Instance read(Field root) {
    RidesFile file = new RidesFile(root);
    List<Field> vehicleFields = root.get("vehicles").list();
    List<Field> rideFields = root.get("rides").list();
    List<Vehicle> vehicles =
        IntStream.range(0, vehicleFields.size())
            .mapToObj(k -> vehicleFields.get(k).made(_ -> file.vehicle(vehicleFields.get(k)), k))
            .toList();
    List<Ride> rides =
        IntStream.range(0, rideFields.size())
            .mapToObj(k -> rideFields.get(k).made(_ -> file.ride(rideFields.get(k)), k))
            .toList();
    List<Link> links = new ArrayList<>();
    for (int r = 0; r < rides.size(); r++) {
      if (rideFields.get(r).has("after")) {
        Field after = rideFields.get(r).get("after");
        int before = after.get("ride").among(file.rideNames, "ride");
        int ride = r;
        links.add(
            after.made(_ -> new Link(before, ride, after.number("minutes", 0, DAY_MAX, 0)), r));
      }
    }
    RideProblem problem =
        root.made(_ -> new RideProblem(rides, vehicles, List.copyOf(file.travels), links), 0);
    return new Instance(
        problem,
        false,
        plan -> file.report(problem, plan),
        file.rideNames::get,
        file.vehicleNames::get);
  }

  private Vehicle vehicle(Field field) {
    List<Break> breaks =
        field.list("breaks").stream()
            .map(rest ->
                new Break(
                    rest.get("from").time(),
                    rest.get("until").time(),
                    rest.get("minutes").number(0, DAY_MAX)))
            .toList();
    int start = field.get("start").among(places, "place");
    return new Vehicle(
        start,
        field.has("end") ? field.get("end").among(places, "place") : start,
        field.get("from").time(),
        field.get("until").time(),
        NO_LIMIT,
        field.number("drivingMaxMinutes", 0, DAY_MAX, NO_LIMIT),
        breaks,
        room(field),
        bits(field.list("offers")),
        travel(field),
        field.number("kronor", 0, KRONOR_MAX, 0));
  }

  private Ride ride(Field field) {
    Stop from = stop(field, "from", "pickup");
    Stop to = stop(field, "to", "delivery");
    return new Ride(
        from,
        to,
        field.number("rideMaxMinutes", 0, DAY_MAX, NO_LIMIT),
        room(field),
        bits(field.list("needs")),
        field.get("kronorLeftOut").number(1, KRONOR_MAX),
        field.has("only") ? field.get("only").among(vehicleNames, "vehicle") : Ride.ANY);
  }

  /** A stop's window may be missing at either end; then any time of two days will do. */
  private Stop stop(Field ride, String where, String name) {
    int place = ride.get(where).among(places, "place");
    if (!ride.has(name)) {
      return new Stop(place, 0, DAY_MAX, 0);
    }
    Field stop = ride.get(name);
    return stop.made(
        at ->
            new Stop(
                at,
                stop.time("from", 0),
                stop.time("until", DAY_MAX),
                stop.number("minutes", 0, DAY_MAX, 0)),
        place);
  }

  private static List<Integer> room(Field field) {
    return ROOM.stream().map(kind -> field.whole(kind, 0, ROOM_MAX, 0)).toList();
  }

  private long bits(List<Field> words) {
    long bits = 0;
    for (Field word : words) {
      if (!abilities.contains(word.text())) {
        abilities.add(word.text());
      }
      int bit = abilities.indexOf(word.text());
      if (bit >= ABILITIES_MAX) {
        throw word.wrong("name at most " + ABILITIES_MAX + " abilities in a file");
      }
      bits |= 1L << bit;
    }
    return bits;
  }

  private int travel(Field vehicle) {
    int way = vehicle.get("way").among(ways, "way");
    double price = vehicle.number("kronorPerMinute", 0, KRONOR_MAX, 1);
    return travelOf.computeIfAbsent(
        way + "@" + price,
        _ -> {
          double[] minutes = minutesOf.computeIfAbsent(way, this::minutes);
          double[] cost = new double[minutes.length];
          for (int k = 0; k < cost.length; k++) {
            cost[k] = minutes[k] * price;
          }
          travels.add(new TravelTable(places.size(), minutes, cost));
          return travels.size() - 1;
        });
  }

  /** From a table, or by straight line, detour and speed. */
  private double[] minutes(int way) {
    Field field = root.get("ways").list().get(way);
    if (field.has("minutes")) {
      return field.get("minutes").square(places.size(), DAY_MAX);
    }
    double speed = field.get("kmh").number(1, 2_000);
    double detour = field.number("detour", 1, 10, 1);
    List<Position> positions = root.get("places").list().stream().map(RidesFile::position).toList();
    double[] minutes = new double[places.size() * places.size()];
    for (int k = 0; k < minutes.length; k++) {
      double metres = positions.get(k / places.size()).metresTo(positions.get(k % places.size()));
      minutes[k] = metres * detour / METRES_A_KILOMETRE / speed * 60;
    }
    return minutes;
  }

  private static Position position(Field place) {
    return new Position(place.get("lat").number(-90, 90), place.get("lon").number(-180, 180));
  }

  private Map<String, Object> report(RideProblem problem, Plan plan) {
    List<Timetable> times = Timetable.of(problem, plan.tours()).orElse(List.of());
    return Map.of(
        "unserved",
        plan.unserved().stream().map(rideNames::get).toList(),
        "vehicles",
        plan.tours().stream().map(tour -> vehicleNames.get(tour.vehicle())).toList(),
        "routes",
        IntStream.range(0, times.size())
            .mapToObj(k -> stops(problem, plan.tours().get(k), times.get(k)))
            .toList());
  }

  private List<Map<String, Object>> stops(RideProblem problem, Plan.Tour tour, Timetable times) {
    List<Map<String, Object>> stops = new ArrayList<>();
    int n = rideNames.size();
    @Nullable String place = null;
    for (int k = 0; k < tour.stops().size(); k++) {
      int stop = tour.stops().get(k);
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("stop", stop < n ? "pickup" : stop < 2 * n ? "delivery" : "break");
      if (stop < 2 * n) {
        told.put("ride", rideNames.get(stop % n));
        place = places.get(problem.stop(stop).place());
      }
      Vehicle vehicle = problem.vehicles().get(tour.vehicle());
      told.put("place", place == null ? places.get(vehicle.start()) : place);
      told.put("begin", clock(times.begin().get(k)));
      stops.add(told);
    }
    return stops;
  }

  private static String clock(double time) {
    long minutes = (long) Math.floor(time + 1e-6);
    return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }
}
