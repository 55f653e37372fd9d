package se.dirigent.server.plan;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.optimiser.plan.Break;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.Timetable;
import se.dirigent.optimiser.plan.order.PlanRules;
import se.dirigent.optimiser.plan.order.VehicleMaker;
import se.dirigent.optimiser.plan.order.VehicleMaker.Rested;
import se.dirigent.server.plan.RidePlan.Halt;

/**
 * Which pauses and meals crews have begun. Nobody tells of them, so it is what the last plan said
 * would have begun by now of units that were free to. In memory alone: after a restart a pause may
 * be planned once more.
 */
final class Rests {
  private final Map<Of, Rested> begun = new ConcurrentHashMap<>();

  private record Of(String unit, Instant shift) {
    static Of of(Duty duty) {
      return new Of(duty.unit().id().value(), duty.shift().start());
    }
  }

  /** What a duty's crew has had. */
  Rested of(Duty duty) {
    return begun.getOrDefault(Of.of(duty), Rested.NONE);
  }

  /** The pauses that units are in now. */
  Map<String, Halt> now(Instant now) {
    Map<String, Halt> halts = new HashMap<>();
    begun.forEach((of, rested) -> {
      if (rested.until().isAfter(now)) {
        Instant from = rested.from();
        halts.put(of.unit(), new Halt(Halt.Kind.BREAK, null, null, from, from, rested.until(), 0));
      }
    });
    return halts;
  }

  /**
   * Takes in the time that has passed since the last plan.
   *
   * @param open orders that say a vehicle
   */
  void note(
      PlanState.@Nullable Seen seen,
      PlanRules rules,
      List<Unit> units,
      List<Transport> open,
      Instant now) {
    Set<String> driving =
        open.stream()
            .filter(t -> t.ride() == Ride.UNDER_WAY || t.ride() == Ride.LOADED)
            .map(Transport::planned)
            .filter(Objects::nonNull)
            .map(Planned::unit)
            .collect(Collectors.toSet());
    Map<String, Shift> free = new HashMap<>();
    Set<Of> current = new HashSet<>();
    for (Unit unit : units) {
      Shift shift = unit.shift();
      String id = unit.id().value();
      if (shift != null) {
        current.add(new Of(id, shift.start()));
        if (Duty.out(unit) == null && !driving.contains(id)) {
          free.put(id, shift);
        }
      }
    }
    begun.keySet().retainAll(current);
    // An alarm in the middle of a pause ends it: it is planned again.
    begun.replaceAll((of, rested) ->
        rested.until().isAfter(now) && !free.containsKey(of.unit())
            ? new Rested(rested.pauses() - 1, Instant.MIN, Instant.MIN)
            : rested);
    if (seen != null) {
      for (Plan.Tour tour : seen.plan().tours()) {
        note(seen.board(), tour, rules, free, now);
      }
    }
  }

  private void note(
      Board board, Plan.Tour tour, PlanRules rules, Map<String, Shift> free, Instant now) {
    Duty duty = tour.vehicle() < board.duties().size() ? board.duties().get(tour.vehicle()) : null;
    if (duty == null || !duty.shift().equals(free.get(duty.unit().id().value()))) {
      return;
    }
    PlanRules.Kind kind = Objects.requireNonNull(rules.kind(duty.unit().kind()));
    List<Break> left = board.problem().vehicles().get(tour.vehicle()).breaks();
    int first = 2 * board.rides().size();
    int had = VehicleMaker.breaks(rules, board.zero(), duty.shift(), kind).size() - left.size();
    Timetable times = Timetable.of(board.problem(), tour).orElse(null);
    for (int k = 0; times != null && k < tour.stops().size(); k++) {
      int pause = tour.stops().get(k) - first;
      Instant from = board.at(times.begin().get(k));
      if (pause >= 0 && !from.isAfter(now) && had + pause + 1 > of(duty).pauses()) {
        long length = (long) left.get(pause).duration();
        begun.put(Of.of(duty), new Rested(had + pause + 1, from, from.plusSeconds(length)));
      }
    }
  }
}
