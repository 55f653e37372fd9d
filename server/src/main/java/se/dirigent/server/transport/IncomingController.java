package se.dirigent.server.transport;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.core.transport.TransportId;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.transport.IncomingOrders.Part;
import se.dirigent.server.transport.TransportController.AnswerBody;

/** What other regions have ordered that leads to a ward of this one, over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}/incoming-transports")
class IncomingController {
  /** No ward, and no region's command, has more on their way from others at once. */
  private static final int LIMIT = 500;

  private final IncomingOrders incoming;
  private final TransportReads reads;
  private final InstantSource clock;

  IncomingController(IncomingOrders incoming, TransportReads reads, InstantSource clock) {
    this.incoming = incoming;
    this.reads = reads;
    this.clock = clock;
  }

  /**
   * The list.
   *
   * @param now the service's time
   * @param total how many there are, if more than are shown
   */
  record IncomingList(Instant now, int total, List<IncomingOrder> orders) {}

  /**
   * Those open, the first to be picked up first; then those that ended in the last day. The read is
   * logged in both regions.
   *
   * @param purpose why they are read, for the log of reads
   */
  @GetMapping
  @Allowed(roles = {Role.WARD_NURSE, Role.INNER_COMMAND})
  IncomingList list(
      @PathVariable RegionCode region,
      @RequestParam(defaultValue = TransportReads.PURPOSE) String purpose,
      Actor actor) {
    Instant now = clock.instant();
    Part part = incoming.list(region, actor, now, LIMIT);
    reads.recordList(region, actor, purpose, "transports from other regions");
    part.transports().stream()
        .map(Transport::region)
        .distinct()
        .forEach(of -> reads.recordList(of, actor, purpose, "transports to " + region));
    return new IncomingList(
        now, part.total(), part.transports().stream().map(IncomingOrder::of).toList());
  }

  /** The receiver answers; it stands in the order at once, and with whoever drives. */
  @PostMapping("/{transport}/answer")
  @Allowed(roles = {Role.WARD_NURSE, Role.INNER_COMMAND})
  Answer answer(
      CommandOrigin origin, @PathVariable String transport, @RequestBody AnswerBody body) {
    String text = Objects.requireNonNullElse(body.text(), "");
    return incoming.answer(
        origin, new TransportCommand.Answer(new TransportId(transport), body.accepted(), text));
  }
}
