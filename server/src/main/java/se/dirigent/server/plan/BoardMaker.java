package se.dirigent.server.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Competence;
import se.dirigent.core.fleet.CrewMember;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.geo.Position;
import se.dirigent.core.transport.Booking;
import se.dirigent.core.transport.Leg;
import se.dirigent.core.transport.Leg.Part;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.mode.Hours;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.optimiser.plan.Link;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.PlanChecker;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Timetable;
import se.dirigent.optimiser.plan.Vehicle;
import se.dirigent.optimiser.plan.order.Ability;
import se.dirigent.optimiser.plan.order.Driven;
import se.dirigent.optimiser.plan.order.Grid;
import se.dirigent.optimiser.plan.order.PlanRules;
import se.dirigent.optimiser.plan.order.RideMaker;
import se.dirigent.optimiser.plan.order.TourOrder;
import se.dirigent.optimiser.plan.order.VehicleMaker;
import se.dirigent.server.plan.Board.Reason;
import se.dirigent.server.plan.RidePlan.HaltPlace;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.RegionPack.PackShift;
import se.dirigent.server.platform.region.RegionPack.PackUnit;

/** Puts a region's orders and duties as a problem. */
final class BoardMaker {
  private final Scene scene;
  private final Doors doors;
  private final List<Transport> rides = new ArrayList<>();
  private final List<Duty> duties = new ArrayList<>();
  private final Map<TransportId, Reason> left = new HashMap<>();
  private final Map<TransportId, Reason> lost = new HashMap<>();
  private final Map<String, Position> stations = new HashMap<>();

  /**
   * What a problem is made of.
   *
   * @param receiving when wards receive with more than on-call staff
   * @param where units were last
   * @param rests which pauses crews have begun
   * @param driven how long units have driven
   * @param suffered what the order's patient and ward have been delayed before, in minutes
   * @param orders those with a vehicle first, then the first to be picked up first
   */
  record Scene(
      Region region,
      PlanRules rules,
      Hours receiving,
      List<Unit> units,
      Map<String, Position> where,
      Rests rests,
      Driven driven,
      ToDoubleFunction<Transport> suffered,
      List<Transport> orders,
      Instant now) {}

  BoardMaker(Scene scene, Doors doors) {
    this.scene = scene;
    this.doors = doors;
    scene.region().stations().forEach(s -> stations.put(s.id(), s.position()));
  }

  Board make(WayTable ways) {
    listDuties();
    listRides();
    Grid grid = ways.grid(starts(), stops(), scene.now());
    rides.removeIf(t -> withoutWay(t, grid));
    Set<Integer> relaxed = new HashSet<>();
    Map<Integer, Double> promised = new HashMap<>();
    RideProblem strict = problem(grid, relaxed, promised);
    for (int v = 0; v < duties.size(); v++) {
      int vehicle = v;
      List<Integer> settled = rides().filter(r -> strict.rides().get(r).only() == vehicle).toList();
      if (settled.isEmpty()) {
        continue;
      }
      Plan.Tour tour = tour(strict, v, settled);
      if (Timetable.of(strict, tour).isEmpty()) {
        relaxed.add(v);
      }
      // Who is on board is brought there, and what is promised is kept; no more is driven.
      double driving = PlanChecker.driving(strict, tour);
      if (driving > strict.vehicles().get(v).drivingMax()) {
        promised.put(v, driving);
      }
    }
    boolean same = relaxed.isEmpty() && promised.isEmpty();
    RideProblem problem = same ? strict : problem(grid, relaxed, promised);
    return new Board(
        scene.now(),
        problem,
        List.copyOf(rides),
        List.copyOf(duties),
        running(problem),
        Map.copyOf(lost),
        Map.copyOf(left),
        scene.orders().stream()
            .filter(t -> left.containsKey(t.id()) && (t.planned() != null || ofOthers(t)))
            .collect(Collectors.toMap(Transport::id, t -> t)),
        scene.suffered());
  }

  private java.util.stream.Stream<Integer> rides() {
    return java.util.stream.IntStream.range(0, rides.size()).boxed();
  }

  private void listDuties() {
    ZoneId zone = ZoneId.of(scene.region().pack().timeZone());
    Map<String, List<PackShift>> roster =
        scene.region().pack().units().stream()
            .collect(Collectors.toMap(u -> u.id().value(), PackUnit::shifts));
    Instant until = scene.now().plus(scene.rules().horizon());
    for (Unit unit : scene.units()) {
      if (scene.rules().kind(unit.kind()) != null && stations.containsKey(unit.station())) {
        List<PackShift> usual = roster.getOrDefault(unit.id().value(), List.of());
        duties.addAll(Duty.list(unit, usual, zone, scene.now(), until));
      }
    }
  }

  private void listRides() {
    PlanRules rules = scene.rules();
    Instant until = scene.now().plus(rules.horizon());
    Instant stale = scene.now().minus(Duration.ofHours(rules.staleHours()));
    for (Transport t : scene.orders()) {
      Planned planned = t.planned();
      boolean onItsWay = t.ride() == Ride.UNDER_WAY || t.ride() == Ride.LOADED;
      if (doors.place(t.request().from()) == null || doors.place(t.request().to()) == null) {
        left.put(t.id(), Reason.of("noPosition"));
      } else if (t.booking() != null && t.booking().live()) {
        left.put(t.id(), Reason.of("booked", "carrier", t.booking().carrier()));
      } else if (ofOthers(t)) {
        String name = doors.regionOf(place(t.request().from()));
        left.put(t.id(), Reason.of(Bought.OF_OTHERS, "carrier", name));
      } else if (t.choice().mode() == Mode.AEROPLANE) {
        left.put(t.id(), Reason.of(t.awaitsFlight() ? "awaitsFlight" : "byLegs"));
      } else if (onItsWay && (planned == null || duty(t, planned) < 0)) {
        sort(t, planned, onItsWay);
      } else if (planned == null && t.pickupFrom().isAfter(until)) {
        left.put(t.id(), Reason.of("beyondHorizon", "hours", rules.horizonHours()));
      } else if (!onItsWay && t.pickupUntil().isBefore(stale)) {
        left.put(t.id(), Reason.of("past", "hours", rules.staleHours()));
      } else if (rules.kinds().stream().noneMatch(k -> k.modes().contains(t.choice().mode()))) {
        left.put(t.id(), Reason.of("noKind", "mode", t.choice().mode()));
      } else {
        sort(t, planned, onItsWay);
      }
    }
  }

  /** A ride from an aeroplane that lands elsewhere is that region's, until it says no. */
  private boolean ofOthers(Transport t) {
    Leg leg = t.leg();
    return leg != null
        && leg.part() == Part.FROM_AIRCRAFT
        && scene.rules().booking().legsOutside()
        && t.planned() == null
        && (t.booking() == null || t.booking().state() == Booking.State.WITHDRAWN)
        && !scene.region().boundary().contains(place(t.request().from()));
  }

  /** Whoever is on board somewhere the plan does not know stays there; the rest is planned. */
  private void sort(Transport t, @Nullable Planned planned, boolean onItsWay) {
    boolean gone = planned != null && duty(t, planned) < 0;
    if (onItsWay && (planned == null || gone && t.ride() == Ride.LOADED)) {
      left.put(t.id(), Reason.of("onItsWay"));
      return;
    }
    if (planned != null && gone) {
      lost.put(t.id(), new Reason(outCode(planned.unit()), Map.of("unit", planned.unit())));
    }
    rides.add(t);
  }

  private String outCode(String unit) {
    return scene.units().stream()
        .filter(u -> u.id().value().equals(unit))
        .findAny()
        .map(Duty::out)
        .orElse("outsideShifts");
  }

  private boolean withoutWay(Transport t, Grid grid) {
    boolean none =
        Double.isInfinite(grid.seconds(place(t.request().from()), place(t.request().to())));
    if (none) {
      left.put(t.id(), Reason.of("noWay"));
    }
    return none;
  }

  private Position place(se.dirigent.core.transport.Stop stop) {
    HaltPlace place = Objects.requireNonNull(doors.place(stop));
    return place.position();
  }

  private Position home(Duty duty) {
    return Objects.requireNonNull(stations.get(duty.unit().station()));
  }

  /** Where a unit is now; by its station as good as at it, so that the ways there are known. */
  private Position start(Duty duty) {
    Position home = home(duty);
    Position at = scene.where().get(duty.unit().id().value());
    int near = scene.region().relocation().placeMetres();
    return !duty.now() || at == null || at.metresTo(home) <= near ? home : at;
  }

  private List<Position> starts() {
    return duties.stream().map(this::start).toList();
  }

  private Set<Position> stops() {
    Set<Position> stops = new HashSet<>();
    duties.forEach(d -> stops.add(home(d)));
    rides.forEach(t -> {
      stops.add(place(t.request().from()));
      stops.add(place(t.request().to()));
    });
    stops.add(scene.region().pack().centre());
    return stops;
  }

  /** Number of the duty that an order's vehicle has then, or −1. */
  private int duty(Transport t, Planned planned) {
    boolean onItsWay = t.ride() == Ride.UNDER_WAY || t.ride() == Ride.LOADED;
    int last = -1;
    for (int v = 0; v < duties.size(); v++) {
      Duty duty = duties.get(v);
      if (duty.unit().id().value().equals(planned.unit())) {
        boolean then =
            !planned.pickupAt().isBefore(duty.shift().start())
                && planned.pickupAt().isBefore(duty.shift().end());
        if (onItsWay ? duty.now() : then) {
          return v;
        }
        last = duty.now() && planned.pickupAt().isBefore(scene.now()) ? v : last;
      }
    }
    return last;
  }

  private double driven(Duty duty) {
    return duty.now() ? scene.driven().seconds(duty.unit().id().value(), duty.shift().start()) : 0;
  }

  private RideProblem problem(Grid grid, Set<Integer> relaxed, Map<Integer, Double> promised) {
    List<PlanRules.Kind> kinds = scene.rules().kinds();
    VehicleMaker vehicles = new VehicleMaker(scene.rules(), scene.now(), grid);
    List<Vehicle> all = new ArrayList<>();
    for (int v = 0; v < duties.size(); v++) {
      Duty duty = duties.get(v);
      PlanRules.Kind kind = Objects.requireNonNull(scene.rules().kind(duty.unit().kind()));
      Vehicle vehicle =
          vehicles.vehicle(
              duty.shift(),
              kind,
              kinds.indexOf(kind),
              offers(duty.unit(), kind),
              start(duty),
              home(duty),
              relaxed.contains(v),
              scene.rests().of(duty),
              driven(duty));
      all.add(vehicle.driving(promised.getOrDefault(v, vehicle.drivingMax())));
    }
    if (all.isEmpty()) {
      all.add(vehicles.none(scene.region().pack().centre()));
    }
    ZoneId zone = ZoneId.of(scene.region().pack().timeZone());
    RideMaker maker =
        new RideMaker(
            scene.rules(),
            scene.receiving(),
            zone,
            scene.now(),
            grid,
            scene.orders(),
            scene.suffered());
    List<se.dirigent.optimiser.plan.Ride> made = new ArrayList<>();
    for (Transport t : rides) {
      made.add(ride(maker, all, t, relaxed));
    }
    return new RideProblem(made, all, grid.travels(scene.rules()), links(made));
  }

  /**
   * The ways to and from an aeroplane are made both or neither, and wait for each other. A return
   * has no such link: there and back are bought, put off and refused each by itself.
   */
  private List<Link> links(List<se.dirigent.optimiser.plan.Ride> made) {
    Map<TransportId, Integer> to = new HashMap<>();
    rides().filter(r -> part(r) == Part.TO_AIRCRAFT).forEach(r -> to.put(order(r), r));
    List<Link> links = new ArrayList<>();
    rides()
        .filter(r -> part(r) == Part.FROM_AIRCRAFT && to.containsKey(order(r)))
        .forEach(r -> {
          int before = Objects.requireNonNull(to.get(order(r)));
          var left = made.get(before).delivery();
          double gap = flightSeconds(order(r));
          // Who can no longer make the flight waits for another, and binds nobody.
          double soonest = made.get(before).pickup().earliest() + left.service() + gap;
          boolean can = soonest <= made.get(r).pickup().latest();
          if (can && !Double.isInfinite(left.latest())) {
            links.add(new Link(before, r, gap));
          }
        });
    return links;
  }

  private double flightSeconds(TransportId id) {
    return scene.orders().stream()
        .filter(t -> t.id().equals(id) && t.air() != null)
        .map(t -> Objects.requireNonNull(t.air()).slot())
        .filter(Objects::nonNull)
        .mapToDouble(slot -> Board.seconds(slot.departAt(), slot.arriveAt()))
        .findFirst()
        .orElse(0);
  }

  private @Nullable Part part(int ride) {
    Leg leg = rides.get(ride).leg();
    return leg == null ? null : leg.part();
  }

  private TransportId order(int ride) {
    return Objects.requireNonNull(rides.get(ride).leg()).of();
  }

  private static long offers(Unit unit, PlanRules.Kind kind) {
    Set<Competence> crew =
        unit.crew().stream().map(CrewMember::competence).collect(Collectors.toSet());
    return Ability.offers(unit.capabilities(), crew, kind);
  }

  private se.dirigent.optimiser.plan.Ride ride(
      RideMaker maker, List<Vehicle> all, Transport t, Set<Integer> relaxed) {
    Planned planned = t.planned();
    int v = planned == null ? -1 : duty(t, planned);
    boolean settled = planned != null && v >= 0 && (planned.held() || t.ride() != Ride.APPROVED);
    Position from = place(t.request().from());
    Position to = place(t.request().to());
    boolean outside =
        !scene.region().boundary().contains(from) || !scene.region().boundary().contains(to);
    if (!settled) {
      return maker.free(t, from, to, outside);
    }
    return t.ride() == Ride.LOADED
        ? maker.onBoard(t, to, all.get(v), v)
        : maker.settled(t, from, to, outside, v, relaxed.contains(v));
  }

  private Plan running(RideProblem problem) {
    Map<Integer, List<Integer>> byDuty = new HashMap<>();
    rides()
        .forEach(r -> {
          Planned planned = rides.get(r).planned();
          int v = planned == null ? -1 : duty(rides.get(r), planned);
          if (v >= 0) {
            byDuty.computeIfAbsent(v, _ -> new ArrayList<>()).add(r);
          }
        });
    List<Plan.Tour> tours = new ArrayList<>();
    byDuty.forEach((v, list) -> tours.add(tour(problem, v, list)));
    Set<Integer> served =
        byDuty.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    return new Plan(0, tours, rides().filter(r -> !served.contains(r)).toList());
  }

  private Plan.Tour tour(RideProblem problem, int v, List<Integer> which) {
    return TourOrder.of(problem, v, which, rides);
  }
}
