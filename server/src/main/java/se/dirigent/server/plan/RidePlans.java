package se.dirigent.server.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.Booking;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.optimiser.plan.order.PlanRules;
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
import se.dirigent.server.transport.PlannedOrders.Waiting;

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

  /** A mark that changes whenever the plan does. */
  String mark(RegionCode code) {
    return planner.mark(code);
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
    Map<TransportId, Reason> reasons = seen == null ? Map.of() : seen.why().reasons();
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
      orders.listRest(code, rules.ridesMax(), ORDERS_MAX).forEach(without::add);
    }
    return new RidePlan(
        picture.now(),
        picture.seq(),
        state.search(),
        tours(region, rules, picture, byUnit, breaks(code, seen, picture.now())),
        open.stream().map(t -> RideFacts.of(t, doors)).toList(),
        without.unplanned(),
        without.bought());
  }

  /** The pauses to come, by unit, and those that units are in. */
  private Map<String, List<Halt>> breaks(
      RegionCode code, PlanState.@Nullable Seen seen, Instant now) {
    Map<String, List<Halt>> breaks = seen == null ? new HashMap<>() : seen.breaks();
    planner
        .rests(code)
        .now(now)
        .forEach((unit, halt) -> breaks.computeIfAbsent(unit, _ -> new ArrayList<>()).add(halt));
    return breaks;
  }

  /** Orders without a vehicle, sorted out. */
  private record Without(
      PlanRules plan,
      Map<TransportId, Reason> reasons,
      Instant now,
      List<Unplanned> unplanned,
      List<BoughtRide> bought) {
    void add(Transport t) {
      Mode mode = t.choice().mode();
      if (t.offered()) {
        Reason reason = Reason.of("offered", "carrier", t.careUnit());
        unplanned.add(new Unplanned(t.id(), reason.code(), reason.values(), null));
        return;
      }
      add(t.id(), mode, t.choice().kronor(), t.booking(), t.pickupFrom(), Reason.of("waiting"));
    }

    /** One beyond those that are planned at once. */
    void add(Waiting w) {
      Reason reason = Reason.of("tooMany", "max", plan.ridesMax());
      add(w.id(), w.mode(), w.kronor(), w.booking(), w.pickupFrom(), reason);
    }

    private void add(
        TransportId id,
        Mode mode,
        int kronor,
        @Nullable Booking booking,
        Instant pickupFrom,
        Reason without) {
      boolean declined = booking != null && booking.state() == Booking.State.DECLINED;
      if (booking != null && booking.live()) {
        bought.add(new BoughtRide(id, kronor, booking));
        return;
      }
      if (!declined && plan.bought().contains(mode)) {
        bought.add(new BoughtRide(id, kronor, null));
        return;
      }
      Reason reason = reasons.get(id);
      if (reason == null) {
        boolean later = pickupFrom.isAfter(now.plus(plan.horizon()));
        reason = later ? Reason.of("beyondHorizon", "hours", plan.horizonHours()) : without;
      }
      // Who said no is half of why: what keeps the own vehicles from it is the other half.
      String declinedBy = declined && booking != null ? booking.carrier() : null;
      unplanned.add(new Unplanned(id, reason.code(), reason.values(), declinedBy));
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
