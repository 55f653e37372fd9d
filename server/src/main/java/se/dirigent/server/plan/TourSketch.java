package se.dirigent.server.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.geo.Position;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Transport;
import se.dirigent.optimiser.plan.order.Doorsteps;
import se.dirigent.optimiser.plan.order.Grid;
import se.dirigent.optimiser.plan.order.PlanRules;
import se.dirigent.server.plan.RidePlan.Halt;
import se.dirigent.server.plan.RidePlan.HaltPlace;
import se.dirigent.server.plan.RidePlan.Tour;

/** Draws a unit's tour from what its orders say. */
final class TourSketch {
  private final PlanRules rules;
  private final Doors doors;
  private final WayTable ways;
  private final Instant now;

  TourSketch(PlanRules rules, Doors doors, WayTable ways, Instant now) {
    this.rules = rules;
    this.doors = doors;
    this.ways = ways;
    this.now = now;
  }

  /** A stop before anybody has counted who is on board. */
  private record Door(Transport of, boolean pickup, HaltPlace place, Instant at, double seconds) {
    Instant leaves() {
      return at.plusMillis(Math.round(seconds * 1000));
    }
  }

  /**
   * The tour.
   *
   * @param home position of its station, or null when the pack has none
   * @param out code of why it takes no more rides, or null
   * @param breaks its rests
   */
  Tour draw(
      Unit unit,
      @Nullable Position at,
      @Nullable Position home,
      @Nullable String out,
      List<Transport> orders,
      List<Halt> breaks) {
    List<Door> stops =
        orders.stream().flatMap(this::doors).sorted(Comparator.comparing(Door::at)).toList();
    Position place = home == null ? at : home;
    double seconds = 0;
    double kronor = 0;
    int onBoard = 0;
    PlanRules.Kind kind = rules.kind(unit.kind());
    Instant left = null;
    List<Halt> halts = new ArrayList<>(breaks);
    for (Door stop : stops) {
      Way way = way(place, stop.place().position());
      seconds += way.seconds();
      kronor += kind == null ? 0 : kind.kronor(way.metres(), way.seconds());
      onBoard += stop.pickup() ? 1 : -1;
      halts.add(halt(stop, arrives(left, way, stop), Math.max(0, onBoard)));
      left = stop.leaves();
      place = stop.place().position();
    }
    Way back = stops.isEmpty() ? way(place, place) : way(place, home == null ? place : home);
    halts.sort(Comparator.comparing(Halt::beginAt));
    Shift shift = unit.shift();
    return new Tour(
        unit.id().value(),
        unit.callSign(),
        unit.kind(),
        unit.station(),
        shift == null ? null : shift.start(),
        shift == null ? null : shift.end(),
        out,
        at,
        halts,
        Math.round(seconds + back.seconds()),
        Math.round(kronor + (kind == null ? 0 : kind.kronor(back.metres(), back.seconds()))));
  }

  private static Instant arrives(@Nullable Instant left, Way way, Door stop) {
    Instant there = left == null ? stop.at() : left.plusMillis(Math.round(way.seconds() * 1000));
    return there.isBefore(stop.at()) ? there : stop.at();
  }

  private static Halt halt(Door stop, Instant arrives, int onBoard) {
    return new Halt(
        stop.pickup() ? Halt.Kind.PICKUP : Halt.Kind.DELIVERY,
        stop.of().id(),
        stop.place(),
        arrives,
        stop.at(),
        stop.leaves(),
        onBoard);
  }

  private Stream<Door> doors(Transport t) {
    Planned planned = Objects.requireNonNull(t.planned());
    HaltPlace from = doors.place(t.request().from());
    HaltPlace to = doors.place(t.request().to());
    if (from == null || to == null) {
      return Stream.of();
    }
    double fetching = Doorsteps.pickupSeconds(rules.service(), t.request());
    double leaving = Doorsteps.deliverySeconds(rules.service(), t.request());
    return Stream.of(
        new Door(t, true, from, planned.pickupAt(), fetching),
        new Door(t, false, to, planned.arriveAt(), leaving));
  }

  private record Way(double seconds, double metres) {}

  private Way way(@Nullable Position from, @Nullable Position to) {
    if (from == null || to == null || from.equals(to)) {
      return new Way(0, 0);
    }
    Grid grid = ways.grid(List.of(), List.of(from, to), now);
    double seconds = grid.seconds(from, to);
    return Double.isInfinite(seconds)
        ? new Way(0, 0)
        : new Way(seconds, grid.metres(grid.of(from), grid.of(to), rules.detour()));
  }
}
