package se.dirigent.server.transport;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.Request;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.Transport.Absence;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.mode.DecisionTable;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.ModeAdvice;
import se.dirigent.core.transport.mode.TransportRules;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.platform.problem.RequestRefused;
import se.dirigent.server.platform.region.Regions;
import se.dirigent.server.transport.TransportAdvice.Question;
import se.dirigent.server.transport.TransportService.NewOrder;
import se.dirigent.server.transport.TransportService.Part;

/** Orders of care transports over HTTP. A ward sees and changes those that concern it. */
@RestController
@RequestMapping("/api/regions/{region}")
class TransportController {
  /** A work list longer than this nobody reads; the first are those to be picked up first. */
  private static final int LIMIT_MAX = 500;

  /** Longer texts are pasted by mistake. */
  private static final int WORDS_MAX = 100;

  private final TransportService service;
  private final TransportAdvice advice;
  private final RulesTrials trials;
  private final TransportReads reads;
  private final Regions regions;
  private final InstantSource clock;

  TransportController(
      TransportService service,
      TransportAdvice advice,
      RulesTrials trials,
      TransportReads reads,
      Regions regions,
      InstantSource clock) {
    this.service = service;
    this.advice = advice;
    this.trials = trials;
    this.reads = reads;
    this.regions = regions;
    this.clock = clock;
  }

  /** What the region has settled about care transports. */
  @GetMapping("/transport-rules")
  @Allowed(
      roles = {
        Role.WARD_NURSE,
        Role.INNER_COMMAND,
        Role.DISPATCHER,
        Role.PLANNER,
        Role.INTEGRATION
      })
  TransportRules rules(@PathVariable RegionCode region) {
    return regions.transportRules(regions.getServed(region).code());
  }

  /** What a changed table would have made of the month that has been; asks only. */
  @PostMapping("/transport-rules/trial")
  @Allowed(roles = {Role.INNER_COMMAND, Role.PLANNER})
  RulesTrial tryRules(@PathVariable RegionCode region, @RequestBody DecisionTable body) {
    return trials.run(regions.getServed(region), body, clock.instant());
  }

  /** Which mode is advised; asks only, though the question is too long for a GET. */
  @PostMapping("/transports/advice")
  @Allowed(roles = {Role.WARD_NURSE, Role.INNER_COMMAND, Role.DISPATCHER, Role.INTEGRATION})
  ModeAdvice advise(@PathVariable RegionCode region, @RequestBody Question body) {
    return advice.advise(regions.getServed(region), body, clock.instant());
  }

  /**
   * A part of a list of orders.
   *
   * @param now the service's time
   * @param total how many there are in the whole list
   * @param next the order to go on after for the part that follows; null at the end
   */
  record TransportList(
      Instant now, int total, @Nullable TransportId next, List<Transport> transports) {}

  /**
   * Those open, the first to be picked up first; or those closed, the last first. The national
   * coordination centre sees those that a flight is asked for.
   *
   * @param words only those that hold each of them: a place, a ward, a reason, a unit, a carrier
   * @param purpose why they are read, for the log of reads
   */
  @GetMapping("/transports")
  @Allowed(
      roles = {
        Role.WARD_NURSE,
        Role.INNER_COMMAND,
        Role.DISPATCHER,
        Role.NATIONAL_COORDINATOR,
        Role.INTEGRATION
      })
  TransportList list(
      @PathVariable RegionCode region,
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "200") int limit,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = TransportReads.PURPOSE) String purpose,
      Actor actor) {
    int most = RequestRefused.requireRange("limit", limit, 1, LIMIT_MAX);
    TransportId from = after == null ? null : new TransportId(after);
    String which = open ? "open" : "closed";
    String sought = Texts.optional("words", words, WORDS_MAX);
    String looked = sought.isEmpty() ? "" : ", looked for by words";
    String asked = "%s transports, at most %d after %s%s".formatted(which, most, from, looked);
    reads.recordList(regions.getServed(region).code(), actor, purpose, asked);
    Part part = service.list(region, actor, open, sought, from, most + 1);
    boolean more = part.transports().size() > most;
    List<Transport> shown = more ? part.transports().subList(0, most) : part.transports();
    return new TransportList(
        clock.instant(), part.total(), more ? shown.getLast().id() : null, shown);
  }

  /**
   * A vehicle of the region outside it.
   *
   * @param backAt when it is back at the latest, as far as the roads say
   */
  record Away(Transport transport, Instant leftAt, Instant backAt) {}

  /** What has left the region, the first back first. */
  record AwayList(Instant now, List<Away> away) {}

  @GetMapping("/transports/away")
  @Allowed(roles = {Role.INNER_COMMAND, Role.DISPATCHER})
  AwayList away(
      @PathVariable RegionCode region,
      @RequestParam(defaultValue = TransportReads.PURPOSE) String purpose,
      Actor actor) {
    reads.recordList(
        regions.getServed(region).code(), actor, purpose, "transports out of the region");
    Instant now = clock.instant();
    List<Away> away = new ArrayList<>();
    for (Transport t : service.listAway(region, now)) {
      Absence absence = Objects.requireNonNull(t.absence());
      away.add(new Away(t, absence.leftAt(), absence.backAt()));
    }
    return new AwayList(now, away);
  }

  /**
   * An order.
   *
   * @param purpose why it is read, for the log of reads
   */
  @GetMapping("/transports/{transport}")
  @Allowed(
      roles = {
        Role.WARD_NURSE,
        Role.INNER_COMMAND,
        Role.DISPATCHER,
        Role.NATIONAL_COORDINATOR,
        Role.INTEGRATION
      })
  @Transactional
  Transport get(
      @PathVariable RegionCode region,
      @PathVariable String transport,
      @RequestParam(defaultValue = TransportReads.PURPOSE) String purpose,
      Actor actor) {
    Transport found = service.get(region, new TransportId(transport), actor);
    reads.record(region, actor, purpose, found);
    return found;
  }

  /** Orders a transport for the care unit of who orders. */
  @PostMapping("/transports")
  @Allowed(roles = {Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer order(CommandOrigin origin, @RequestBody NewOrder body) {
    return service.order(origin, body);
  }

  /** Body of a change: all of the request anew, and what it was when the change was begun. */
  record ChangeBody(
      Request request, @Nullable Mode mode, @Nullable String modeReason, @Nullable Request was) {}

  @PostMapping("/transports/{transport}/changes")
  @Allowed(roles = {Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer change(
      CommandOrigin origin, @PathVariable String transport, @RequestBody ChangeBody body) {
    return service.runOwn(
        origin,
        new TransportCommand.Change(
            new TransportId(transport),
            body.request(),
            body.mode(),
            Objects.requireNonNullElse(body.modeReason(), ""),
            body.was()));
  }

  /** Body of what needs a reason. */
  record ReasonedBody(String reason) {}

  /** Body of the way back: when the patient can be fetched where the order led. */
  record ReturnBody(Instant readyAt) {}

  /** Orders the way back when it is known at last when. */
  @PostMapping("/transports/{transport}/return")
  @Allowed(roles = {Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer orderReturn(
      CommandOrigin origin, @PathVariable String transport, @RequestBody ReturnBody body) {
    return service.orderReturn(
        origin, new TransportCommand.OrderReturn(new TransportId(transport), body.readyAt()));
  }

  @PostMapping("/transports/{transport}/cancellation")
  @Allowed(roles = {Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer cancel(
      CommandOrigin origin, @PathVariable String transport, @RequestBody ReasonedBody body) {
    return service.runOwn(
        origin, new TransportCommand.Cancel(new TransportId(transport), body.reason()));
  }

  /**
   * Body of what needs no words.
   *
   * @param seen how many happenings the order had when it was read; another number by now is
   *     refused. Null for who holds the only copy
   */
  record ApprovalBody(@Nullable Integer seen) {}

  @PostMapping("/transports/{transport}/approval")
  @Allowed(roles = Role.INNER_COMMAND)
  Answer approve(
      CommandOrigin origin, @PathVariable String transport, @RequestBody ApprovalBody body) {
    return service.run(
        origin, new TransportCommand.Approve(new TransportId(transport), body.seen()));
  }

  /** Body of another mode; {@code seen} as of {@link ApprovalBody}. */
  record ModeBody(Mode mode, String reason, @Nullable Integer seen) {}

  @PostMapping("/transports/{transport}/mode")
  @Allowed(roles = Role.INNER_COMMAND)
  Answer chooseMode(
      CommandOrigin origin, @PathVariable String transport, @RequestBody ModeBody body) {
    return service.run(
        origin,
        new TransportCommand.ChooseMode(
            new TransportId(transport), body.mode(), body.reason(), body.seen()));
  }

  /** Body of a no; {@code seen} as of {@link ApprovalBody}. */
  record RefusalBody(String reason, @Nullable Integer seen) {}

  @PostMapping("/transports/{transport}/refusal")
  @Allowed(roles = Role.INNER_COMMAND)
  Answer refuse(
      CommandOrigin origin, @PathVariable String transport, @RequestBody RefusalBody body) {
    return service.run(
        origin,
        new TransportCommand.Refuse(new TransportId(transport), body.reason(), body.seen()));
  }

  /** Body of the receiver's answer; the text is required when it is no. */
  record AnswerBody(boolean accepted, @Nullable String text) {}

  @PostMapping("/transports/{transport}/answer")
  @Allowed(roles = {Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer answer(
      CommandOrigin origin, @PathVariable String transport, @RequestBody AnswerBody body) {
    String text = Objects.requireNonNullElse(body.text(), "");
    return service.runReceiving(
        origin, new TransportCommand.Answer(new TransportId(transport), body.accepted(), text));
  }

  /** Body of how far the ride has come; without a time it is now. */
  record StepBody(Ride ride, @Nullable Instant at) {}

  @PostMapping("/transports/{transport}/steps")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer advance(CommandOrigin origin, @PathVariable String transport, @RequestBody StepBody body) {
    return service.runTaking(
        origin, new TransportCommand.Advance(new TransportId(transport), body.ride(), body.at()));
  }

  /** Takes the vehicle from a ride whose patient is not on board; it is planned anew. */
  @PostMapping("/transports/{transport}/call-off")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND})
  Answer callOff(
      CommandOrigin origin, @PathVariable String transport, @RequestBody ReasonedBody body) {
    String reason = Texts.require("reason", body.reason(), 2, 300);
    return service.run(
        origin,
        new TransportCommand.Unplan(
            new TransportId(transport), "byHand", Map.of("reason", reason)));
  }

  /** Body of what is asked of the air ambulances once more. */
  record AirBody(@Nullable String text) {}

  /** Asks for a flight again after a no; the first time it is asked with the approval. */
  @PostMapping("/transports/{transport}/air-request")
  @Allowed(roles = Role.INNER_COMMAND)
  Answer requestAir(
      CommandOrigin origin, @PathVariable String transport, @RequestBody AirBody body) {
    String text = Objects.requireNonNullElse(body.text(), "");
    return service.run(origin, new TransportCommand.RequestAir(new TransportId(transport), text));
  }

  /** Body of the coordination centre's answer; a text is required when there is no flight. */
  record AirAnswerBody(
      @Nullable Instant departAt, @Nullable Instant arriveAt, @Nullable String text) {}

  /** The national coordination centre gives a flight, another flight, or says no. */
  @PostMapping("/transports/{transport}/air-answer")
  @Allowed(roles = {Role.NATIONAL_COORDINATOR, Role.INTEGRATION})
  Answer answerAir(
      CommandOrigin origin, @PathVariable String transport, @RequestBody AirAnswerBody body) {
    String text = Objects.requireNonNullElse(body.text(), "");
    return service.run(
        origin,
        new TransportCommand.AnswerAir(
            new TransportId(transport), body.departAt(), body.arriveAt(), text));
  }

  /** Body of a carrier's answer; a text is required when it does not take the ride. */
  record BookingAnswerBody(
      boolean accepted,
      @Nullable String reference,
      @Nullable Instant pickupAt,
      @Nullable String text) {}

  /** The carrier takes the ride that it was asked for, under a reference of its own, or says no. */
  @PostMapping("/transports/{transport}/booking-answer")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer answerBooking(
      CommandOrigin origin, @PathVariable String transport, @RequestBody BookingAnswerBody body) {
    return service.run(
        origin,
        new TransportCommand.AnswerBooking(
            new TransportId(transport),
            body.accepted(),
            Objects.requireNonNullElse(body.reference(), ""),
            body.pickupAt(),
            Objects.requireNonNullElse(body.text(), "")));
  }
}
