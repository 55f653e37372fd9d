package se.dirigent.server.transport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.dirigent.core.Event;
import se.dirigent.core.Stamp;
import se.dirigent.core.fleet.Fleet;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.Unit.CareRide;
import se.dirigent.core.fleet.UnitCommand;
import se.dirigent.core.fleet.UnitCommand.LeaveCareRide;
import se.dirigent.core.fleet.UnitCommand.ReachCareRide;
import se.dirigent.core.fleet.UnitEvent;
import se.dirigent.core.fleet.UnitEvent.CareRideLeft;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.Circumstances;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand.Unplan;
import se.dirigent.core.transport.TransportEvent;
import se.dirigent.core.transport.TransportEvent.RideAdvanced;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.Transports;
import se.dirigent.server.fleet.UnitRepository;
import se.dirigent.server.journal.Consequences;
import se.dirigent.server.platform.region.Regions;

/**
 * Keeps orders and the units that take them saying the same: a step of a ride shows with its unit,
 * and a unit sent elsewhere gives its rides back to be planned anew; each in the transaction of its
 * cause.
 */
@Component
class UnitRides implements Consequences {
  private final Regions regions;
  private final TransportRepository transports;
  private final UnitRepository units;
  private final OrderBook book;

  UnitRides(Regions regions, TransportRepository transports, UnitRepository units, OrderBook book) {
    this.regions = regions;
    this.transports = transports;
    this.units = units;
    this.book = book;
  }

  @Override
  public List<? extends Event> follow(
      RegionCode region, List<? extends Event> events, Stamp stamp) {
    List<Event> follow = new ArrayList<>();
    Set<TransportId> moved = new TreeSet<>();
    Set<TransportId> advanced = new TreeSet<>();
    for (Event event : events) {
      switch (event) {
        case CareRideLeft left -> follow.addAll(calledOff(region, left, stamp));
        case RideAdvanced step -> advanced.add(step.transport());
        case TransportEvent other -> moved.add(other.transport());
        default -> {
          // Nothing about rides.
        }
      }
    }
    if (!moved.isEmpty() || !advanced.isEmpty()) {
      follow.addAll(engaged(region, moved, advanced, stamp));
    }
    return follow;
  }

  /** A ride whose unit is gone is planned anew; who is on board stays there. */
  private List<TransportEvent> calledOff(RegionCode region, CareRideLeft left, Stamp stamp) {
    if (left.end() == CareRide.End.OVER) {
      return List.of();
    }
    Transport t = transports.lock(region, new TransportId(left.transport()));
    Planned planned = t == null ? null : t.planned();
    boolean its = planned != null && planned.unit().equals(left.unit().value());
    if (t == null || !its || t.ride() == Ride.LOADED || !t.ride().plannable()) {
      return List.of();
    }
    var command = new Unplan(t.id(), codeOf(left.end()), Map.of("unit", left.unit().value()));
    List<TransportEvent> events = Transports.decide(t, command, Circumstances.none(), stamp);
    book.save(regions.getServed(region), Map.of(t.id(), t), events, stamp);
    return events;
  }

  /** As the codes of why a unit takes no rides. */
  private static String codeOf(CareRide.End end) {
    return switch (end) {
      case DISPATCHED -> "acute";
      case UNAVAILABLE -> "unavailable";
      case OFF_DUTY -> "offDuty";
      case OVER -> throw new IllegalArgumentException("a ride that is over is not called off");
    };
  }

  private List<UnitEvent> engaged(
      RegionCode region, Set<TransportId> moved, Set<TransportId> advanced, Stamp stamp) {
    Map<String, UnitId> holders = new HashMap<>();
    units
        .listWithRides(region)
        .forEach(u -> u.rides().forEach(ride -> holders.put(ride.transport(), u.id())));
    Set<TransportId> concerned = new TreeSet<>(advanced);
    // Of the thousands that a plan may move at once only those that a unit already knows of.
    moved.stream().filter(id -> holders.containsKey(id.value())).forEach(concerned::add);
    Map<UnitId, List<UnitCommand>> commands = new TreeMap<>();
    for (TransportId id : concerned) {
      Transport t = transports.lock(region, id);
      UnitId holder = holders.get(id.value());
      UnitId taker = t == null ? null : taker(t);
      if (holder != null && !holder.equals(taker)) {
        of(commands, holder).add(new LeaveCareRide(holder, id.value()));
      }
      if (t != null && taker != null) {
        CareRide.Stage stage = Objects.requireNonNull(t.ride().stage());
        of(commands, taker).add(new ReachCareRide(taker, id.value(), stage));
      }
    }
    List<UnitEvent> events = new ArrayList<>();
    commands.forEach((id, asked) -> events.addAll(carryOut(region, id, asked, stamp)));
    return events;
  }

  private static List<UnitCommand> of(Map<UnitId, List<UnitCommand>> commands, UnitId unit) {
    return commands.computeIfAbsent(unit, _ -> new ArrayList<>());
  }

  /** The unit that is bound to the ride now, or null while and when none is. */
  private static @Nullable UnitId taker(Transport t) {
    Planned planned = t.planned();
    return planned == null || t.ride().stage() == null ? null : new UnitId(planned.unit());
  }

  private List<UnitEvent> carryOut(
      RegionCode region, UnitId id, List<UnitCommand> commands, Stamp stamp) {
    Unit unit = units.lock(region, id);
    List<UnitEvent> all = new ArrayList<>();
    if (unit == null) {
      return all; // Bought from somebody who is not in the region's fleet.
    }
    for (UnitCommand command : commands) {
      for (UnitEvent event : Fleet.decide(unit, command, stamp)) {
        unit = Fleet.fold(unit, event, stamp);
        all.add(event);
      }
    }
    if (!all.isEmpty()) {
      units.save(unit);
    }
    return all;
  }
}
