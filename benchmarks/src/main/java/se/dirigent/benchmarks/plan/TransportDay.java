package se.dirigent.benchmarks.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import se.dirigent.core.facility.FacilityKind;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.plan.Break;
import se.dirigent.optimiser.plan.Ride;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Stop;
import se.dirigent.optimiser.plan.TravelTable;
import se.dirigent.optimiser.plan.Vehicle;
import se.dirigent.routing.network.NetworkTravelTimes;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.server.platform.region.RegionPack;

/**
 * A day of care transports in some regions: homes in their towns by number of inhabitants, their
 * hospitals and stations, journeys on the built-in network. Orders and fleet are invented: every
 * share and price here is an assumption, chosen to be plain and not to flatter. Times are minutes
 * of the day, costs are kronor.
 */
final class TransportDay {
  /** Towns of a region that orders come from, the largest first. */
  private static final int TOWNS_MAX = 80;

  private static final Instant DAY = Instant.parse("2026-10-14T08:00:00Z");

  /** Far dearer than any journey: an order is left out only when nobody can take it. */
  private static final double UNSERVED = 20_000;

  private static final double DAY_ENDS = 24 * 60;
  private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  /** What a region holds, as indices of places. */
  private record Region(
      int population, double[] homeShares, int[] homes, int[] hospitals, int[] stations) {}

  private final List<Position> positions = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final SplittableRandom chance;
  private final double[] minutes;

  TransportDay(List<RegionPack> packs, NetworkTravelTimes roads, long seed) {
    this.chance = new SplittableRandom(seed);
    packs.forEach(this::add);
    this.minutes = minutes(roads);
  }

  /** Orders and vehicles of one day. */
  RideProblem problem(int orders, int vehicles) {
    List<Ride> rides = new ArrayList<>();
    while (rides.size() < orders) {
      rides.addAll(patient());
    }
    List<Vehicle> fleet = IntStream.range(0, vehicles).mapToObj(this::vehicle).toList();
    List<TravelTable> tables = new ArrayList<>();
    for (TransportKind kind : TransportKind.values()) {
      double[] cost = new double[minutes.length];
      for (int k = 0; k < cost.length; k++) {
        cost[k] = minutes[k] * kind.perMinute();
      }
      tables.add(new TravelTable(positions.size(), minutes, cost));
    }
    return new RideProblem(rides.subList(0, orders), fleet, List.copyOf(tables));
  }

  private void add(RegionPack pack) {
    List<RegionPack.Place> towns =
        pack.places().stream()
            .sorted((a, b) -> Integer.compare(b.population(), a.population()))
            .limit(TOWNS_MAX)
            .toList();
    List<Position> hospitals =
        pack.facilities().stream()
            .filter(f -> f.kind() == FacilityKind.ACUTE_HOSPITAL)
            .map(RegionPack.PackFacility::position)
            .toList();
    regions.add(
        new Region(
            pack.population(),
            towns.stream().mapToDouble(RegionPack.Place::population).toArray(),
            indices(towns.stream().map(RegionPack.Place::position).toList()),
            indices(hospitals),
            indices(pack.stations().stream().map(RegionPack.PackStation::position).toList())));
  }

  private int[] indices(List<Position> more) {
    int first = positions.size();
    positions.addAll(more);
    return IntStream.range(first, positions.size()).toArray();
  }

  private double[] minutes(NetworkTravelTimes roads) {
    int[][] millis = roads.millis(positions, positions, TravelMode.ROAD, Urgency.NORMAL, DAY);
    int n = positions.size();
    double[] table = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        boolean way = millis[i][j] != TravelTimes.NO_WAY;
        table[i * n + j] = i == j ? 0 : way ? millis[i][j] / 60_000.0 : NO_LIMIT;
      }
    }
    return table;
  }

  /** One patient: to the appointment and, mostly, home again; or from one hospital to another. */
  private List<Ride> patient() {
    Region region = anyRegion();
    int hospital = any(region.hospitals());
    double turn = chance.nextDouble();
    if (turn < 0.2) {
      Region other = chance.nextInt(4) == 0 ? any(regions) : region;
      double ready = chance.nextDouble(7 * 60, 18 * 60);
      return ride(hospital, any(other.hospitals()), ready, ready + 120, DAY_ENDS, need());
    }
    int home = region.homes()[draw(region.homeShares())];
    Need need = need();
    double appointment = chance.nextDouble(8 * 60, 15 * 60);
    double leave = appointment + chance.nextDouble(45, 180);
    List<Ride> there = ride(home, hospital, 5 * 60, appointment, appointment, need);
    List<Ride> back = ride(hospital, home, leave, leave + 75, DAY_ENDS, need);
    if (turn < 0.4 || there.isEmpty()) {
      return back;
    }
    return turn < 0.5 || back.isEmpty() ? there : List.of(there.getFirst(), back.getFirst());
  }

  /** What a patient takes up and needs, and how long it takes to get on and off. */
  private record Need(List<Integer> load, long abilities, double service) {}

  private Need need() {
    double turn = chance.nextDouble();
    int companion = chance.nextInt(4) == 0 ? 1 : 0;
    if (turn < 0.5) {
      return new Need(List.of(1 + companion, 0, 0), 0, 3);
    }
    if (turn < 0.7) {
      return new Need(List.of(companion, 1, 0), 0, 6);
    }
    if (turn < 0.88) {
      return new Need(List.of(companion, 0, 1), 0, 10);
    }
    return turn < 0.96
        ? new Need(List.of(companion, 0, 1), TransportKind.OXYGEN, 12)
        : new Need(
            List.of(0, 0, 1),
            turn < 0.99 ? TransportKind.NURSE : TransportKind.VENTILATOR | TransportKind.NURSE,
            15);
  }

  /**
   * A ride, or none where both ends are one place or no road joins them.
   *
   * @param fetchLatest latest beginning of the pick-up
   * @param leaveLatest latest beginning of the delivery
   */
  private List<Ride> ride(
      int from, int to, double ready, double fetchLatest, double leaveLatest, Need need) {
    double direct = minutes[from * positions.size() + to];
    if (from == to || direct == NO_LIMIT) {
      return List.of();
    }
    // A sitting patient may ride half as long again and half an hour; a lying one less.
    double rideMax = need.load().get(2) == 0 ? 1.5 * direct + 30 : 1.25 * direct + 15;
    boolean toAppointment = leaveLatest < DAY_ENDS;
    double first = toAppointment ? Math.max(ready, leaveLatest - rideMax - 90) : ready;
    if (first + need.service() + direct > leaveLatest) {
      return List.of();
    }
    Stop pickup = new Stop(from, first, fetchLatest, need.service());
    double arrive = toAppointment ? leaveLatest - 45 : ready;
    Stop delivery = new Stop(to, Math.min(arrive, leaveLatest), leaveLatest, need.service());
    return List.of(new Ride(pickup, delivery, rideMax, need.load(), need.abilities(), UNSERVED));
  }

  private Vehicle vehicle(int number) {
    TransportKind kind = TransportKind.values()[number % TransportKind.values().length];
    Region region = anyRegion();
    int station = any(region.stations());
    double from = (5 + chance.nextInt(5)) * 60.0;
    double to = from + 10 * 60;
    Break meal = new Break(from + 3 * 60, from + 6 * 60, 30);
    return new Vehicle(
        station,
        station,
        from,
        to,
        NO_LIMIT,
        9 * 60,
        List.of(meal),
        kind.capacity(),
        kind.offers(),
        kind.ordinal(),
        kind.use());
  }

  private int draw(double[] shares) {
    double left = chance.nextDouble() * Arrays.stream(shares).sum();
    for (int k = 0; k < shares.length; k++) {
      left -= shares[k];
      if (left < 0) {
        return k;
      }
    }
    return shares.length - 1;
  }

  /** One in which many live is drawn as often as its inhabitants are many. */
  private Region anyRegion() {
    return regions.get(draw(regions.stream().mapToDouble(Region::population).toArray()));
  }

  private int any(int[] of) {
    return of[chance.nextInt(of.length)];
  }

  private <T> T any(List<T> of) {
    return of.get(chance.nextInt(of.size()));
  }
}
