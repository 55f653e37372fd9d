package se.dirigent.server.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.core.transport.TransportId;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.Timetable;
import se.dirigent.optimiser.plan.order.PlanRules;
import se.dirigent.server.plan.Board.Reason;
import se.dirigent.server.transport.PlannedOrders.OrderChange;

/** What a plan changes of what the orders say: the differences alone. */
final class Moves {
  private final Board board;
  private final PlanRules rules;
  private final Map<String, List<OrderChange>> groups = new HashMap<>();
  private final Map<String, String> joined = new HashMap<>();
  private final List<Told> told = new ArrayList<>();

  /** An order and the vehicle and times that the plan has for it. */
  private record Told(Transport order, String unit, Instant pickupAt, Instant arriveAt) {
    boolean differs() {
      Planned now = order.planned();
      return now == null
          || !now.unit().equals(unit)
          || !now.pickupAt().equals(pickupAt)
          || !now.arriveAt().equals(arriveAt);
    }

    /** Whether somebody would notice. */
    boolean matters(Duration least) {
      Planned now = order.planned();
      return now == null
          || !now.unit().equals(unit)
          || far(now.pickupAt(), pickupAt, least)
          || far(now.arriveAt(), arriveAt, least);
    }

    private static boolean far(Instant a, Instant b, Duration least) {
      return Duration.between(a, b).abs().compareTo(least) >= 0;
    }
  }

  private Moves(Board board, PlanRules rules) {
    this.board = board;
    this.rules = rules;
  }

  /**
   * The changes, in groups that are carried out whole or not at all: vehicles that give each other
   * rides belong together.
   *
   * @param why the reason of a ride that the plan leaves out
   */
  static List<List<OrderChange>> of(
      Board board, Plan plan, PlanRules rules, IntFunction<Reason> why) {
    Moves moves = new Moves(board, rules);
    plan.tours().forEach(moves::read);
    moves.join();
    moves.tell();
    plan.unserved().forEach(r -> moves.drop(board.rides().get(r), why.apply(r)));
    board.left().forEach(moves::drop);
    return List.copyOf(moves.groups.values());
  }

  private void read(Plan.Tour tour) {
    if (tour.vehicle() >= board.duties().size()) {
      return;
    }
    int n = board.rides().size();
    String unit = board.duties().get(tour.vehicle()).unit().id().value();
    Timetable times = Timetable.of(board.problem(), tour).orElseThrow();
    for (int k = 0; k < tour.stops().size(); k++) {
      int stop = tour.stops().get(k);
      if (stop < n) {
        Transport t = board.rides().get(stop);
        Instant arriveAt = board.at(times.begin().get(tour.stops().indexOf(n + stop)));
        told.add(new Told(t, unit, pickup(t, board.at(times.begin().get(k))), arriveAt));
      }
    }
  }

  /** Who is on board was fetched when the plan last said so; it does not happen again now. */
  private static Instant pickup(Transport t, Instant planned) {
    Planned now = t.planned();
    return t.ride() == Ride.LOADED && now != null ? now.pickupAt() : planned;
  }

  private void join() {
    for (Told one : told) {
      Planned now = one.order().planned();
      if (now != null) {
        joined.put(root(now.unit()), root(one.unit()));
      }
    }
  }

  private String root(String unit) {
    String at = unit;
    String next = joined.get(at);
    while (next != null && !next.equals(at)) {
      at = next;
      next = joined.get(at);
    }
    return at;
  }

  /** When one ride of a tour is told anew all of it is, or their order could be mistaken. */
  private void tell() {
    Duration least = Duration.ofMinutes(rules.tellMinutes());
    Set<String> units =
        told.stream().filter(t -> t.matters(least)).map(Told::unit).collect(Collectors.toSet());
    for (Told one : told) {
      List<TransportCommand> commands = new ArrayList<>();
      if (one.differs() && units.contains(one.unit()) && one.arriveAt().isAfter(one.pickupAt())) {
        Reason lost = board.lost().get(one.order().id());
        if (lost != null) {
          commands.add(new TransportCommand.Unplan(one.order().id(), lost.code(), lost.values()));
        }
        commands.add(
            new TransportCommand.Plan(
                one.order().id(), one.unit(), one.pickupAt(), one.arriveAt()));
      }
      Instant freeze = board.zero().plus(Duration.ofMinutes(rules.freezeMinutes()));
      boolean frozen = !one.pickupAt().isAfter(freeze);
      boolean open =
          one.order().ride() == Ride.APPROVED || board.lost().containsKey(one.order().id());
      if (frozen && open) {
        commands.add(new TransportCommand.Advance(one.order().id(), Ride.LOCKED, null));
      }
      add(one.order(), one.unit(), commands);
    }
  }

  private void drop(Transport t, Reason why) {
    Planned now = t.planned();
    if (now != null && t.ride() != Ride.LOADED) {
      add(t, now.unit(), List.of(new TransportCommand.Unplan(t.id(), why.code(), why.values())));
    }
  }

  private void drop(TransportId id, Reason why) {
    Transport t = board.leftOrders().get(id);
    if (t != null && !why.code().equals("onItsWay")) {
      drop(t, why);
    }
  }

  private void add(Transport t, @Nullable String unit, List<TransportCommand> commands) {
    if (!commands.isEmpty() && unit != null) {
      groups
          .computeIfAbsent(root(unit), _ -> new ArrayList<>())
          .add(new OrderChange(t.id(), t.version(), commands));
    }
  }
}
