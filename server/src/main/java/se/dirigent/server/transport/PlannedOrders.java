package se.dirigent.server.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.transport.Booking;
import se.dirigent.core.transport.Circumstances;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.core.transport.TransportEvent;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.Transports;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.optimiser.plan.order.Driven;
import se.dirigent.optimiser.plan.order.Suffered;
import se.dirigent.server.fleet.UnitRepository;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.patient.PatientRegister;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.journal.CommandCall;
import se.dirigent.server.journal.Commands;
import se.dirigent.server.journal.Commands.Decision;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/** Orders for the room that plans them: read without the wards' limits, changed by commands. */
@Service
public class PlannedOrders {
  /** The name the journal shows for what the planner did. */
  private static final String ACTOR = "dirigent";

  /** Rides looked at for what was suffered: a month of a large region; the last ones. */
  private static final int LATE_MAX = 20_000;

  /** No shift is longer. */
  private static final Duration DRIVING_DAY = Duration.ofDays(1);

  private final TransportRepository transports;
  private final PlannedRepository planned;
  private final OrderBook book;
  private final UnitRepository units;
  private final Commands commands;
  private final Regions regions;
  private final PatientRegister patients;

  PlannedOrders(
      TransportRepository transports,
      PlannedRepository planned,
      OrderBook book,
      UnitRepository units,
      Commands commands,
      Regions regions,
      PatientRegister patients) {
    this.transports = transports;
    this.planned = planned;
    this.book = book;
    this.units = units;
    this.commands = commands;
    this.regions = regions;
    this.patients = patients;
  }

  /**
   * What the planner changes of an order.
   *
   * @param version the order it knew; another by now is left alone
   * @param commands in order, all of this order
   */
  public record OrderChange(TransportId order, int version, List<TransportCommand> commands) {
    public OrderChange {
      commands = List.copyOf(commands);
    }
  }

  /**
   * An order beyond those that are planned at once.
   *
   * @param kronor what its mode costs
   * @param booking what is asked of others; null when nobody was
   */
  public record Waiting(
      TransportId id, Mode mode, int kronor, Instant pickupFrom, @Nullable Booking booking) {}

  /**
   * Open orders that are approved or further on: those with a vehicle first, then the first to be
   * picked up first; last those that others drive, or are asked to.
   */
  public List<Transport> list(RegionCode region, int limit) {
    return planned.listPlannable(region, limit);
  }

  /**
   * Orders that are shared with another region, offered, or driven by it or for it: those open, and
   * those arrived since a moment.
   */
  public List<Transport> listShared(RegionCode region, Instant since) {
    return planned.listShared(region, since);
  }

  /** The order, open or closed, if there is one. */
  public Optional<Transport> find(RegionCode region, TransportId id) {
    return transports.find(region, id, Sight.ALL);
  }

  /** Those after the first ones, in the same order. */
  public List<Waiting> listRest(RegionCode region, int after, int limit) {
    return planned.listWaiting(region, after, limit);
  }

  /** What was suffered in rides that have ended since a moment. */
  public Suffered suffered(RegionCode region, Instant since) {
    return Suffered.of(planned.listLate(region, since, LATE_MAX));
  }

  /** How long units have driven with rides that they set out for in the last day. */
  public Driven driven(RegionCode region, Instant now) {
    return planned.listDriven(region, now.minus(DRIVING_DAY), now);
  }

  /** A figure that changes whenever an open order does. */
  public String signature(RegionCode region) {
    return planned.signature(region);
  }

  /**
   * Carries out the changes of a plan in one transaction. A group in which an order has changed
   * meanwhile, or refuses, is left out whole; the next look sees how it is.
   *
   * @return how many groups were carried out
   */
  public int commit(RegionCode region, List<List<OrderChange>> groups) {
    record Planning(UUID id, int groups) {}
    Region r = regions.getServed(region);
    UUID id = UUID.randomUUID();
    int[] carried = {0};
    Answer _ =
        commands.run(
            new CommandCall(region, id, ACTOR, new Planning(id, groups.size())),
            stamp -> {
              Map<TransportId, Transport> known = lock(region, groups);
              List<TransportEvent> all = new ArrayList<>();
              carried[0] = 0;
              for (List<OrderChange> group : groups) {
                List<TransportEvent> events = decide(group, known, stamp);
                carried[0] += events.isEmpty() ? 0 : 1;
                all.addAll(events);
              }
              book.save(r, known, all, stamp);
              return new Decision("plan", all);
            });
    return carried[0];
  }

  private Map<TransportId, Transport> lock(RegionCode region, List<List<OrderChange>> groups) {
    List<String> ids =
        groups.stream().flatMap(List::stream).map(c -> c.order().value()).sorted().toList();
    lockUnits(region, groups, ids);
    Map<TransportId, Transport> known = new HashMap<>();
    transports.lockAll(region, ids).forEach(t -> known.put(t.id(), t));
    return known;
  }

  /** Units before orders, as dispatch does, so that neither waits for the other in a ring. */
  private void lockUnits(RegionCode region, List<List<OrderChange>> groups, List<String> ids) {
    TreeSet<String> names = new TreeSet<>(planned.listUnits(region, ids));
    groups.stream()
        .flatMap(List::stream)
        .flatMap(change -> change.commands().stream())
        .forEach(command -> {
          if (command instanceof TransportCommand.Plan plan) {
            names.add(plan.unit());
          }
        });
    names.forEach(name -> units.lock(region, new UnitId(name)));
  }

  /** The events of a group, or none when it does not hold any longer. */
  private static List<TransportEvent> decide(
      List<OrderChange> group, Map<TransportId, Transport> known, Stamp stamp) {
    List<TransportEvent> events = new ArrayList<>();
    for (OrderChange change : group) {
      Transport t = known.get(change.order());
      if (t == null || t.version() != change.version()) {
        return List.of();
      }
      try {
        for (TransportCommand command : change.commands()) {
          for (TransportEvent e : Transports.decide(t, command, Circumstances.none(), stamp)) {
            events.add(e);
            t = Transports.fold(t, e, stamp);
          }
        }
      } catch (Refused refused) {
        return List.of();
      }
    }
    return events;
  }

  /**
   * Carries out a person's command on one order.
   *
   * @param asked what was asked for, the same when it is sent again
   * @param seen the order that the command was made for
   * @throws Refused when it may not be carried out, or the order has changed meanwhile
   */
  public Answer run(CommandOrigin origin, Record asked, Transport seen, TransportCommand command) {
    Region region = regions.getServed(origin.region());
    return commands.run(
        new CommandCall(origin.region(), origin.id(), origin.by(), asked),
        stamp -> {
          Transport before = transports.lock(region.code(), command.transport());
          requireSame(before, seen);
          List<TransportEvent> events =
              Transports.decide(before, command, Circumstances.none(), stamp);
          Map<TransportId, Transport> known = new LinkedHashMap<>();
          known.put(seen.id(), before == null ? seen : before);
          book.save(region, known, events, stamp);
          return new Decision(command.transport().value(), events);
        });
  }

  /**
   * Takes in what another region offers, as an order of this one; a second time nothing happens.
   *
   * @param as its name here
   * @param careUnit whom the crew asks
   * @param kronor what it would cost the region that offers it
   */
  public void take(
      RegionCode region, Transport order, TransportId as, String careUnit, int kronor) {
    record Taking(TransportId order, RegionCode of) {}
    Region r = regions.getServed(region);
    Answer _ =
        commands.run(
            new CommandCall(
                region, UUID.randomUUID(), ACTOR, new Taking(order.id(), order.region())),
            stamp -> {
              Transport before = transports.lock(region, as);
              PatientId patient =
                  before == null ? patients.stranger(region, ACTOR) : before.patient();
              var command = new TransportCommand.Take(as, region, careUnit, patient, order, kronor);
              List<TransportEvent> events =
                  Transports.decide(before, command, Circumstances.none(), stamp);
              book.save(r, Map.of(), events, stamp);
              return new Decision(as.value(), events);
            });
  }

  /**
   * The region that drives an order for another learns who the patient is, who is no longer a
   * stranger to its crew; each read is logged in both.
   */
  public void introduce(Transport taken, Transport order) {
    patients.introduce(taken.region(), taken.patient(), order.region(), order.patient());
  }

  /** The region that does not drive an order for another any longer has nobody to know there. */
  public void part(Transport taken) {
    patients.part(taken.region(), taken.patient());
  }

  /**
   * Carries out a command on one order that follows from what is so in another region.
   *
   * @throws Refused when it may not be carried out
   */
  public void follow(RegionCode region, TransportCommand command) {
    Region r = regions.getServed(region);
    Answer _ =
        commands.run(
            new CommandCall(region, UUID.randomUUID(), ACTOR, command),
            stamp -> {
              TransportId id = command.transport();
              lockUnits(region, List.of(), List.of(id.value()));
              Transport before = transports.lock(region, id);
              List<TransportEvent> events =
                  Transports.decide(before, command, Circumstances.none(), stamp);
              Map<TransportId, Transport> known = new HashMap<>();
              if (before != null) {
                known.put(id, before);
              }
              book.save(r, known, events, stamp);
              return new Decision(id.value(), events);
            });
  }

  /** What was asked for may have changed; that it was planned anew meanwhile does not matter. */
  private static void requireSame(@Nullable Transport now, Transport seen) {
    if (now != null && !now.request().equals(seen.request())) {
      throw Refused.state("plan.changed", "transport", Map.of("transport", seen.id().value()));
    }
  }

  /**
   * The order.
   *
   * @throws Refused {@code transport.unknown}
   */
  public Transport get(RegionCode region, TransportId id) {
    return transports
        .find(region, id, Sight.ALL)
        .orElseThrow(() ->
            Refused.unknown("transport.unknown", "transport", Map.of("transport", id.value())));
  }
}
