package se.dirigent.server.transport;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.core.transport.TransportCommand.Fate;
import se.dirigent.core.transport.TransportId;
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
import se.dirigent.server.transport.TransportService.NewOrder;

/** Orders of care transports over HTTP. A ward sees and changes those that concern it. */
@RestController
@RequestMapping("/api/regions/{region}")
class TransportController {
  /** A work list longer than this nobody reads; the first are those to be picked up first. */
  private static final int LIMIT_MAX = 500;

  private final TransportService service;
  private final TransportAdvice advice;
  private final Regions regions;
  private final InstantSource clock;

  TransportController(
      TransportService service, TransportAdvice advice, Regions regions, InstantSource clock) {
    this.service = service;
    this.advice = advice;
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

  /** Which mode is advised; asks only, though the question is too long for a GET. */
  @PostMapping("/transports/advice")
  @Allowed(roles = {Role.WARD_NURSE, Role.INNER_COMMAND, Role.DISPATCHER, Role.INTEGRATION})
  ModeAdvice advise(@PathVariable RegionCode region, @RequestBody Question body) {
    return advice.advise(regions.getServed(region), body, clock.instant());
  }

  /**
   * A list of orders.
   *
   * @param now the service's time
   */
  record TransportList(Instant now, List<Transport> transports) {}

  /** Those open, the first to be picked up first; or those closed, the last first. */
  @GetMapping("/transports")
  @Allowed(roles = {Role.WARD_NURSE, Role.INNER_COMMAND, Role.DISPATCHER, Role.INTEGRATION})
  TransportList list(
      @PathVariable RegionCode region,
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "200") int limit,
      Actor actor) {
    int most = RequestRefused.requireRange("limit", limit, 1, LIMIT_MAX);
    return new TransportList(clock.instant(), service.list(region, actor, open, most));
  }

  @GetMapping("/transports/{transport}")
  @Allowed(roles = {Role.WARD_NURSE, Role.INNER_COMMAND, Role.DISPATCHER, Role.INTEGRATION})
  Transport get(@PathVariable RegionCode region, @PathVariable String transport, Actor actor) {
    return service.get(region, new TransportId(transport), actor);
  }

  /** Orders a transport for the care unit of who orders. */
  @PostMapping("/transports")
  @Allowed(roles = {Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer order(CommandOrigin origin, @RequestBody NewOrder body) {
    return service.order(origin, body);
  }

  /** Body of a change: all of the request anew. */
  record ChangeBody(Request request, @Nullable Mode mode, @Nullable String modeReason) {}

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
            Objects.requireNonNullElse(body.modeReason(), "")));
  }

  /** Body of what needs a reason. */
  record ReasonedBody(String reason) {}

  @PostMapping("/transports/{transport}/cancellation")
  @Allowed(roles = {Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer cancel(
      CommandOrigin origin, @PathVariable String transport, @RequestBody ReasonedBody body) {
    return service.runOwn(
        origin, new TransportCommand.Cancel(new TransportId(transport), body.reason()));
  }

  @PostMapping("/transports/{transport}/approval")
  @Allowed(roles = Role.INNER_COMMAND)
  Answer approve(CommandOrigin origin, @PathVariable String transport) {
    return service.run(origin, new TransportCommand.Approve(new TransportId(transport)));
  }

  /** Body of another mode. */
  record ModeBody(Mode mode, String reason) {}

  @PostMapping("/transports/{transport}/mode")
  @Allowed(roles = Role.INNER_COMMAND)
  Answer chooseMode(
      CommandOrigin origin, @PathVariable String transport, @RequestBody ModeBody body) {
    return service.run(
        origin,
        new TransportCommand.ChooseMode(new TransportId(transport), body.mode(), body.reason()));
  }

  @PostMapping("/transports/{transport}/refusal")
  @Allowed(roles = Role.INNER_COMMAND)
  Answer refuse(
      CommandOrigin origin, @PathVariable String transport, @RequestBody ReasonedBody body) {
    return service.run(
        origin, new TransportCommand.Refuse(new TransportId(transport), body.reason()));
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

  /** Body of what became of the patient. */
  record FateBody(Fate fate, @Nullable String text) {}

  /** Closes all the patient's orders: who died, went home or was moved needs none of them. */
  @PostMapping("/transports/{transport}/fate")
  @Allowed(roles = {Role.WARD_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer end(CommandOrigin origin, @PathVariable String transport, @RequestBody FateBody body) {
    String text = Objects.requireNonNullElse(body.text(), "");
    return service.endAll(origin, new TransportId(transport), body.fate(), text);
  }
}
