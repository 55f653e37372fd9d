package se.dirigent.server.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.transport.Airway;
import se.dirigent.core.transport.Circumstances;
import se.dirigent.core.transport.Journeys;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Request;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.core.transport.TransportEvent;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.Transports;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.ModeAdvice;
import se.dirigent.server.fleet.UnitRepository;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.identity.patient.PatientRegister;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.journal.CommandCall;
import se.dirigent.server.journal.Commands;
import se.dirigent.server.journal.Commands.Decision;
import se.dirigent.server.platform.problem.RequestRefused;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;
import se.dirigent.server.transport.TransportAdvice.Question;

/** Carries out commands on orders. */
@Service
class TransportService {
  /** Who may tell the steps of every unit's rides. */
  private static final Set<Role> FOR_CREWS =
      Set.of(Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION);

  /** Nobody drives further than this out of the region and home. */
  private static final Duration AWAY_MAX = Duration.ofHours(24);

  /** More vehicles than any region has. */
  private static final int AWAY_COUNT_MAX = 500;

  private final Commands commands;
  private final Regions regions;
  private final PatientRegister patients;
  private final TransportAdvice advice;
  private final TransportRepository transports;
  private final OrderBook book;
  private final JourneyLegs journeys;
  private final UnitRepository units;

  TransportService(
      Commands commands,
      Regions regions,
      PatientRegister patients,
      TransportAdvice advice,
      TransportRepository transports,
      OrderBook book,
      JourneyLegs journeys,
      UnitRepository units) {
    this.commands = commands;
    this.regions = regions;
    this.patients = patients;
    this.advice = advice;
    this.transports = transports;
    this.book = book;
    this.journeys = journeys;
    this.units = units;
  }

  /** An order as it is sent: who the patient is stands beside what is asked for. */
  record NewOrder(
      @Nullable String personalNumber,
      @Nullable String name,
      Request request,
      @Nullable Mode mode,
      @Nullable String modeReason) {}

  /**
   * Orders a transport for the actor's care unit. The register learns who the patient is, the
   * journal only that there is one; both in one transaction.
   *
   * @throws Refused when it may not be carried out
   */
  Answer order(CommandOrigin origin, NewOrder order) {
    // Without the number: its hash would be kept, and all numbers there are can be hashed in a day.
    record Ordering(Request request, @Nullable Mode mode, @Nullable String reason) {}
    RegionCode region = origin.region();
    Region r = regions.getServed(region);
    // Named after the command, so that one sent twice is one order.
    TransportId id = new TransportId(origin.id().toString());
    Answer answer =
        commands.run(
            new CommandCall(
                region,
                origin.id(),
                origin.by(),
                new Ordering(order.request(), order.mode(), order.modeReason())),
            stamp -> {
              PatientId patient =
                  patients.register(region, order.personalNumber(), order.name(), origin.actor());
              List<Transport> others = transports.lockOpen(region, patient);
              var command =
                  new TransportCommand.Order(
                      id,
                      region,
                      origin.actor().careUnit(),
                      patient,
                      order.request(),
                      order.mode(),
                      Objects.requireNonNullElse(order.modeReason(), ""));
              ModeAdvice advised = advised(r, order.request(), stamp);
              Map<TransportId, Transport> known = byId(others);
              List<TransportEvent> events =
                  Transports.decide(null, command, new Circumstances(advised, others), stamp);
              List<TransportEvent> all = journeys.follow(r, List.of(), id, events, stamp);
              book.save(r, known, all, stamp);
              return new Decision(id.value(), all);
            });
    requireSamePatient(origin, id, order.personalNumber());
    return answer;
  }

  private void requireSamePatient(
      CommandOrigin origin, TransportId id, @Nullable String personalNumber) {
    boolean same =
        transports
            .find(origin.region(), id, Sight.ALL)
            .map(t -> patients.answersTo(origin.region(), t.patient(), personalNumber))
            .orElse(false);
    if (!same) {
      throw Refused.state(
          "command.reused", CommandOrigin.ID_HEADER, Map.of("id", origin.id().toString()));
    }
  }

  /** Carries out a command of the ward that ordered, or of those who may act for every ward. */
  Answer runOwn(CommandOrigin origin, TransportCommand command) {
    Transport seen = get(origin.region(), command.transport(), origin.actor());
    boolean own = seen.careUnit().equals(origin.actor().careUnit());
    if (!own && !Sight.all(origin.actor(), origin.region())) {
      throw RequestRefused.forbidden();
    }
    return run(origin, command);
  }

  /** Carries out the receiver's answer, of the ward that receives or one who acts for it. */
  Answer runReceiving(CommandOrigin origin, TransportCommand command) {
    var _ = get(origin.region(), command.transport(), origin.actor());
    boolean receives =
        transports.receives(origin.region(), command.transport(), origin.actor().careUnit());
    if (!receives && !Sight.all(origin.actor(), origin.region())) {
      throw RequestRefused.forbidden();
    }
    return run(origin, command);
  }

  /**
   * Carries out a step that is told by the crew of the unit that takes the patient, or by one who
   * acts for it.
   *
   * @throws Refused {@code transport.otherUnit} when the ride is not that crew's
   */
  Answer runTaking(CommandOrigin origin, TransportCommand.Advance command) {
    boolean crew = !origin.actor().holds(FOR_CREWS, origin.region());
    if (crew && command.ride() == Transport.Ride.LOCKED) {
      throw RequestRefused.forbidden();
    }
    return run(
        origin,
        command,
        t -> {
          Planned planned = t == null ? null : t.planned();
          String unit = planned == null ? "" : planned.unit();
          if (crew && !unit.equals(origin.actor().unit())) {
            throw Refused.state("transport.otherUnit", "transport", Map.of());
          }
        });
  }

  /**
   * Carries out a command on one order.
   *
   * @throws Refused when it may not be carried out
   */
  Answer run(CommandOrigin origin, TransportCommand command) {
    return run(origin, command, _ -> {});
  }

  /**
   * Carries out a command on one order.
   *
   * @param check refuses the order as it is now, locked
   * @throws Refused when it may not be carried out
   */
  Answer run(CommandOrigin origin, TransportCommand command, Consumer<@Nullable Transport> check) {
    Region region = regions.getServed(origin.region());
    return commands.run(
        new CommandCall(origin.region(), origin.id(), origin.by(), command),
        stamp -> {
          lockUnit(region.code(), command);
          List<Transport> journey = transports.lockJourney(region.code(), command.transport());
          Transport before =
              journey.stream()
                  .filter(t -> t.id().equals(command.transport()))
                  .findAny()
                  .orElse(null);
          check.accept(before);
          Request standing = standing(before, command);
          ModeAdvice advised = standing == null ? null : advised(region, standing, stamp);
          Airway airway =
              before != null && command instanceof TransportCommand.AnswerAir
                  ? advice.airway(region, before.request(), stamp.at())
                  : null;
          Duration toAircraft = airway == null ? Duration.ZERO : airway.toAircraft();
          List<TransportEvent> events =
              Transports.decide(
                  before,
                  command,
                  new Circumstances(advised, List.of(), journey, toAircraft),
                  stamp);
          List<TransportEvent> all =
              journeys.follow(region, journey, command.transport(), events, stamp);
          book.save(region, byId(journey), all, stamp);
          return new Decision(command.transport().value(), all);
        });
  }

  /** Orders the way back, of the ward that ordered or the one the patient is at. */
  Answer orderReturn(CommandOrigin origin, TransportCommand.OrderReturn command) {
    var _ = get(origin.region(), command.transport(), origin.actor());
    return run(origin, command);
  }

  /** Units before orders, as dispatch does, so that neither waits for the other in a ring. */
  private void lockUnit(RegionCode region, TransportCommand command) {
    if (command instanceof TransportCommand.Advance) {
      transports
          .find(region, command.transport(), Sight.ALL)
          .map(Transport::planned)
          .ifPresent(planned -> units.lock(region, new UnitId(planned.unit())));
    }
  }

  /** The request that a mode must be advised for, or null when the command needs none. */
  private static @Nullable Request standing(@Nullable Transport before, TransportCommand command) {
    return switch (command) {
      case TransportCommand.Order c -> c.request();
      case TransportCommand.Change c -> c.request();
      case TransportCommand.ChooseMode _ -> before == null ? null : before.request();
      case TransportCommand.OrderReturn c ->
          before == null ? null : Journeys.back(before.request(), c.readyAt());
      case TransportCommand.Cancel _,
          TransportCommand.Approve _,
          TransportCommand.Refuse _,
          TransportCommand.Answer _,
          TransportCommand.Advance _,
          TransportCommand.Plan _,
          TransportCommand.Unplan _,
          TransportCommand.Place _,
          TransportCommand.Release _,
          TransportCommand.Book _,
          TransportCommand.Offer _,
          TransportCommand.Take _,
          TransportCommand.GiveBack _,
          TransportCommand.AnswerBooking _,
          TransportCommand.RequestAir _,
          TransportCommand.AnswerAir _,
          TransportCommand.End _ ->
          null;
    };
  }

  /**
   * The order, if the actor may see it.
   *
   * @throws Refused {@code transport.unknown}, also for one the actor may not see
   */
  Transport get(RegionCode region, TransportId id, Actor actor) {
    return transports
        .find(region, id, Sight.of(actor, region))
        .orElseThrow(() ->
            Refused.unknown("transport.unknown", "transport", Map.of("transport", id.value())));
  }

  /**
   * Orders the actor may see, from one on.
   *
   * @param total how many there are in the whole list
   */
  record Part(List<Transport> transports, int total) {}

  /**
   * The part of the actor's list that follows an order, or its beginning.
   *
   * @param words all of which an order must hold; empty for all orders
   */
  Part list(
      RegionCode region,
      Actor actor,
      boolean open,
      String words,
      @Nullable TransportId after,
      int limit) {
    RegionCode served = regions.getServed(region).code();
    Sight sight = Sight.of(actor, served).with(words);
    if (after != null) {
      var _ = get(served, after, actor);
    }
    return new Part(
        transports.list(served, sight, open, after, limit), transports.count(served, sight, open));
  }

  /** Orders whose vehicle is out of the region now, the first back first. */
  List<Transport> listAway(RegionCode region, Instant now) {
    return transports
        .listAway(regions.getServed(region).code(), now.minus(AWAY_MAX), AWAY_COUNT_MAX)
        .stream()
        .filter(t -> t.absence() != null && t.absence().backAt().isAfter(now))
        .sorted(Comparator.comparing(t -> Objects.requireNonNull(t.absence()).backAt()))
        .toList();
  }

  private ModeAdvice advised(Region region, Request request, Stamp stamp) {
    return advice.advise(region, Question.of(request), stamp.at());
  }

  static Map<TransportId, Transport> byId(List<Transport> list) {
    Map<TransportId, Transport> map = new LinkedHashMap<>();
    list.forEach(t -> map.put(t.id(), t));
    return map;
  }
}
