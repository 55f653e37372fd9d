package se.dirigent.server.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Transport;
import se.dirigent.server.picture.Picture;
import se.dirigent.server.picture.Pictures;
import se.dirigent.server.plan.RidePlan.Bought;
import se.dirigent.server.plan.RidePlan.Search;
import se.dirigent.server.plan.RidePlan.Tour;
import se.dirigent.server.plan.RidePlan.Unplanned;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;
import se.dirigent.server.transport.PlannedOrders;

/** Reads the plan from what the orders say. */
@Service
class RidePlans {
  /** Orders read at most: a storm's worth; the rest are read when these are done. */
  static final int ORDERS_MAX = 20_000;

  private final Regions regions;
  private final Pictures pictures;
  private final PlannedOrders orders;
  private final Doors doors;
  private final Ways ways;
  private final Map<RegionCode, PlanRules> rules = new ConcurrentHashMap<>();

  RidePlans(Regions regions, Pictures pictures, PlannedOrders orders, Doors doors, Ways ways) {
    this.regions = regions;
    this.pictures = pictures;
    this.orders = orders;
    this.doors = doors;
    this.ways = ways;
  }

  /** What the region has settled about planning. */
  PlanRules rules(RegionCode region) {
    return rules.computeIfAbsent(region, r -> regions.settled("plan", r, PlanRules.class));
  }

  /**
   * The plan with everything that was committed before the question.
   *
   * @throws se.dirigent.core.Refused {@code region.unknown} or {@code region.notServed}
   */
  RidePlan current(RegionCode code) {
    Region region = regions.getServed(code);
    PlanRules rules = rules(code);
    Picture picture = pictures.current(code);
    List<Transport> open = orders.list(code, ORDERS_MAX);
    Map<String, List<Transport>> byUnit = new HashMap<>();
    List<Unplanned> unplanned = new ArrayList<>();
    List<Bought> bought = new ArrayList<>();
    for (Transport t : open) {
      Planned planned = t.planned();
      if (planned != null) {
        byUnit.computeIfAbsent(planned.unit(), _ -> new ArrayList<>()).add(t);
      } else if (rules.bought().contains(t.choice().mode())) {
        bought.add(new Bought(t.id(), t.choice().kronor()));
      } else {
        unplanned.add(new Unplanned(t.id(), "waiting", Map.of()));
      }
    }
    return new RidePlan(
        picture.now(),
        picture.seq(),
        Search.NONE,
        tours(region, rules, picture, byUnit),
        unplanned,
        bought);
  }

  private List<Tour> tours(
      Region region, PlanRules rules, Picture picture, Map<String, List<Transport>> byUnit) {
    Map<String, Position> where = new HashMap<>();
    picture.positions().forEach(p -> where.put(p.unit().value(), p.position()));
    Map<String, Position> stations = new HashMap<>();
    region.stations().forEach(s -> stations.put(s.id(), s.position()));
    TourSketch sketch = new TourSketch(rules, doors, ways);
    return picture.units().stream()
        .filter(u ->
            byUnit.containsKey(u.id().value())
                || u.shift() != null && rules.kind(u.kind()) != null && !u.special())
        .sorted(Comparator.comparing(Unit::callSign))
        .map(u ->
            sketch.draw(
                u,
                where.get(u.id().value()),
                stations.get(u.station()),
                out(u),
                byUnit.getOrDefault(u.id().value(), List.of()),
                List.of()))
        .toList();
  }

  /** Code of why a unit takes no rides now, or null. */
  static @Nullable String out(Unit unit) {
    if (unit.special()) {
      return "special";
    }
    if (unit.assignment() != null) {
      return "acute";
    }
    if (unit.status() == UnitStatus.UNAVAILABLE) {
      return "unavailable";
    }
    return unit.shift() == null || unit.status() == UnitStatus.OFF_DUTY ? "offDuty" : null;
  }
}
