package se.dirigent.server.transport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.transport.Circumstances;
import se.dirigent.core.transport.Request;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.core.transport.TransportCommand.Fate;
import se.dirigent.core.transport.TransportEvent;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.Transports;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.ModeAdvice;
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
import se.dirigent.server.transport.TransportRepository.CareUnits;

/** Carries out commands on orders. */
@Service
class TransportService {
  private final Commands commands;
  private final Regions regions;
  private final PatientRegister patients;
  private final TransportAdvice advice;
  private final TransportRepository transports;

  TransportService(
      Commands commands,
      Regions regions,
      PatientRegister patients,
      TransportAdvice advice,
      TransportRepository transports) {
    this.commands = commands;
    this.regions = regions;
    this.patients = patients;
    this.advice = advice;
    this.transports = transports;
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
              saveAll(r, known, events, stamp);
              return new Decision(id.value(), events);
            });
    requireSamePatient(origin, id, order.personalNumber());
    return answer;
  }

  private void requireSamePatient(
      CommandOrigin origin, TransportId id, @Nullable String personalNumber) {
    boolean same =
        transports
            .find(origin.region(), id, null)
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
    if (!own && !seesAll(origin.actor(), origin.region())) {
      throw RequestRefused.forbidden();
    }
    return run(origin, command);
  }

  /** Carries out the receiver's answer, of the ward that receives or one who acts for it. */
  Answer runReceiving(CommandOrigin origin, TransportCommand command) {
    var _ = get(origin.region(), command.transport(), origin.actor());
    boolean receives =
        transports.receives(origin.region(), command.transport(), origin.actor().careUnit());
    if (!receives && !seesAll(origin.actor(), origin.region())) {
      throw RequestRefused.forbidden();
    }
    return run(origin, command);
  }

  /**
   * Carries out a command on one order.
   *
   * @throws Refused when it may not be carried out
   */
  Answer run(CommandOrigin origin, TransportCommand command) {
    Region region = regions.getServed(origin.region());
    return commands.run(
        new CommandCall(origin.region(), origin.id(), origin.by(), command),
        stamp -> {
          Transport before = transports.lock(region.code(), command.transport());
          Request standing = standing(before, command);
          ModeAdvice advised = standing == null ? null : advised(region, standing, stamp);
          List<TransportEvent> events =
              Transports.decide(before, command, new Circumstances(advised, List.of()), stamp);
          saveAll(region, before == null ? Map.of() : byId(List.of(before)), events, stamp);
          return new Decision(command.transport().value(), events);
        });
  }

  /** The request that a mode must be advised for, or null when the command needs none. */
  private static @Nullable Request standing(@Nullable Transport before, TransportCommand command) {
    return switch (command) {
      case TransportCommand.Order c -> c.request();
      case TransportCommand.Change c -> c.request();
      case TransportCommand.ChooseMode _ -> before == null ? null : before.request();
      case TransportCommand.Cancel _,
          TransportCommand.Approve _,
          TransportCommand.Refuse _,
          TransportCommand.Answer _,
          TransportCommand.Advance _,
          TransportCommand.Plan _,
          TransportCommand.Unplan _,
          TransportCommand.Place _,
          TransportCommand.Release _,
          TransportCommand.End _ ->
          null;
    };
  }

  /**
   * Closes every open order of the order's patient, who needs none of them any longer; one whose
   * patient is on board goes on.
   */
  Answer endAll(CommandOrigin origin, TransportId id, Fate fate, String text) {
    record Ending(TransportId transport, Fate fate, String text) {}
    Transport seen = get(origin.region(), id, origin.actor());
    Region region = regions.getServed(origin.region());
    return commands.run(
        new CommandCall(origin.region(), origin.id(), origin.by(), new Ending(id, fate, text)),
        stamp -> {
          List<Transport> open = transports.lockOpen(region.code(), seen.patient());
          List<TransportEvent> events = new ArrayList<>();
          for (Transport t : open) {
            if (t.ride() != Transport.Ride.LOADED || t.id().equals(id)) {
              var command = new TransportCommand.End(t.id(), fate, text);
              events.addAll(Transports.decide(t, command, Circumstances.none(), stamp));
            }
          }
          saveAll(region, byId(open), events, stamp);
          return new Decision(id.value(), events);
        });
  }

  /**
   * The order, if the actor may see it.
   *
   * @throws Refused {@code transport.unknown}, also for one the actor may not see
   */
  Transport get(RegionCode region, TransportId id, Actor actor) {
    return transports
        .find(region, id, careUnitOf(actor, region))
        .orElseThrow(() ->
            Refused.unknown("transport.unknown", "transport", Map.of("transport", id.value())));
  }

  /** Orders the actor may see. */
  List<Transport> list(RegionCode region, Actor actor, boolean open, int limit) {
    return transports.list(
        regions.getServed(region).code(), careUnitOf(actor, region), open, limit);
  }

  private static boolean seesAll(Actor actor, RegionCode region) {
    return actor.is(Role.INNER_COMMAND, region)
        || actor.is(Role.DISPATCHER, region)
        || actor.is(Role.INTEGRATION, region);
  }

  /** The care unit whose orders alone the actor sees, or null for all. */
  private static @Nullable String careUnitOf(Actor actor, RegionCode region) {
    return seesAll(actor, region) ? null : actor.careUnit();
  }

  private ModeAdvice advised(Region region, Request request, Stamp stamp) {
    return advice.advise(region, Question.of(request), stamp.at());
  }

  private static Map<TransportId, Transport> byId(List<Transport> list) {
    Map<TransportId, Transport> map = new LinkedHashMap<>();
    list.forEach(t -> map.put(t.id(), t));
    return map;
  }

  private void saveAll(
      Region region, Map<TransportId, Transport> before, List<TransportEvent> events, Stamp stamp) {
    Map<TransportId, Transport> after = new LinkedHashMap<>();
    for (TransportEvent e : events) {
      Transport was =
          after.containsKey(e.transport()) ? after.get(e.transport()) : before.get(e.transport());
      after.put(e.transport(), Transports.fold(was, e, stamp));
    }
    after.values().forEach(t -> transports.save(t, careUnits(region, t.request()), stamp.at()));
  }

  private CareUnits careUnits(Region region, Request r) {
    return new CareUnits(
        advice.careUnit(region, "from", r.from()), advice.careUnit(region, "to", r.to()));
  }
}
