package se.dirigent.server.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.Booking;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.server.picture.Picture;
import se.dirigent.server.picture.Pictures;
import se.dirigent.server.plan.Board.Reason;
import se.dirigent.server.plan.RidePlan.BoughtRide;
import se.dirigent.server.plan.RidePlan.Halt;
import se.dirigent.server.plan.RidePlan.RideFacts;
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
  private final Planner planner;

  RidePlans(
      Regions regions, Pictures pictures, PlannedOrders orders, Doors doors, Planner planner) {
    this.regions = regions;
    this.pictures = pictures;
    this.orders = orders;
    this.doors = doors;
    this.planner = planner;
  }

  /**
   * The plan with everything that was committed before the question.
   *
   * @throws se.dirigent.core.Refused {@code region.unknown} or {@code region.notServed}
   */
  RidePlan current(RegionCode code) {
    Region region = regions.getServed(code);
    PlanRules rules = planner.rules(code);
    Picture picture = pictures.current(code);
    PlanState state = planner.state(code);
    PlanState.Seen seen = state.seen();
    Map<TransportId, Reason> reasons = seen == null ? Map.of() : seen.reasons();
    List<Transport> open = orders.list(code, rules.ridesMax());
    Map<String, List<Transport>> byUnit = new HashMap<>();
    Without without =
        new Without(rules, reasons, picture.now(), new ArrayList<>(), new ArrayList<>());
    for (Transport t : open) {
      Planned planned = t.planned();
      if (planned != null) {
        byUnit.computeIfAbsent(planned.unit(), _ -> new ArrayList<>()).add(t);
      } else if (t.choice().mode() != Mode.AEROPLANE || t.awaitsFlight()) {
        // One that flies is driven to and from the aeroplane by its legs.
        without.add(t);
      }
    }
    if (open.size() == rules.ridesMax()) {
      orders
          .listRest(code, rules.ridesMax(), ORDERS_MAX)
          .forEach(w -> without.add(w.id(), w.mode(), w.kronor(), w.pickupFrom()));
    }
    return new RidePlan(
        picture.now(),
        picture.seq(),
        state.search(),
        tours(region, rules, picture, byUnit, seen == null ? Map.of() : seen.breaks()),
        open.stream().map(t -> RideFacts.of(t, doors)).toList(),
        without.unplanned(),
        without.bought());
  }

  /** Orders without a vehicle, sorted out. */
  private record Without(
      PlanRules rules,
      Map<TransportId, Reason> reasons,
      Instant now,
      List<Unplanned> unplanned,
      List<BoughtRide> bought) {
    void add(Transport t) {
      Booking booking = t.booking();
      if (booking != null && booking.live()) {
        bought.add(new BoughtRide(t.id(), t.choice().kronor(), booking));
      } else if (booking != null && booking.state() == Booking.State.DECLINED) {
        Reason no = Reason.of("declined", "carrier", booking.carrier());
        unplanned.add(new Unplanned(t.id(), no.code(), no.values()));
      } else {
        add(t.id(), t.choice().mode(), t.choice().kronor(), t.pickupFrom());
      }
    }

    void add(TransportId id, Mode mode, int kronor, Instant pickupFrom) {
      if (rules.bought().contains(mode)) {
        bought.add(new BoughtRide(id, kronor, null));
        return;
      }
      Reason reason = reasons.get(id);
      if (reason == null) {
        boolean later = pickupFrom.isAfter(now.plus(rules.horizon()));
        reason =
            later
                ? Reason.of("beyondHorizon", "hours", rules.horizonHours())
                : Reason.of("waiting");
      }
      unplanned.add(new Unplanned(id, reason.code(), reason.values()));
    }
  }

  private List<Tour> tours(
      Region region,
      PlanRules rules,
      Picture picture,
      Map<String, List<Transport>> byUnit,
      Map<String, List<Halt>> breaks) {
    Map<String, Position> where = new HashMap<>();
    picture.positions().forEach(p -> where.put(p.unit().value(), p.position()));
    Map<String, Position> stations = new HashMap<>();
    region.stations().forEach(s -> stations.put(s.id(), s.position()));
    TourSketch sketch = new TourSketch(rules, doors, planner.ways(region.code()), picture.now());
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
                Duty.out(u),
                byUnit.getOrDefault(u.id().value(), List.of()),
                byUnit.containsKey(u.id().value())
                    ? breaks.getOrDefault(u.id().value(), List.of())
                    : List.of()))
        .toList();
  }
}
