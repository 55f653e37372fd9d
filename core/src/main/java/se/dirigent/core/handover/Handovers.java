package se.dirigent.core.handover;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.handover.HandoverCommand.Receive;
import se.dirigent.core.handover.HandoverCommand.Sign;
import se.dirigent.core.handover.HandoverEvent.HandoverReceived;
import se.dirigent.core.handover.HandoverEvent.HandoverSigned;

/** Decides what becomes of a hand-over. */
public final class Handovers {
  private Handovers() {}

  /**
   * Decides.
   *
   * @param before as it is, or null when there is none yet
   * @throws Refused {@code handover.signed}, {@code handover.unknown}, {@code handover.received} or
   *     {@code handover.samePerson}
   */
  public static List<HandoverEvent> decide(
      @Nullable Handover before, HandoverCommand command, Stamp stamp) {
    return switch (command) {
      case Sign c -> {
        if (before != null) {
          throw Refused.state("handover.signed", "", Map.of());
        }
        yield List.of(
            new HandoverSigned(
                c.handover(), c.region(), c.post(), c.situation(), c.remarks(), c.general()));
      }
      case Receive c -> {
        requireReceivable(before, c, stamp);
        yield List.of(new HandoverReceived(c.handover()));
      }
    };
  }

  private static void requireReceivable(@Nullable Handover before, Receive c, Stamp stamp) {
    if (before == null) {
      String id = c.handover().toString();
      throw Refused.unknown("handover.unknown", "handover", Map.of("handover", id));
    }
    String receiver = before.receivedBy();
    if (receiver != null) {
      throw Refused.state("handover.received", "", Map.of("by", receiver));
    }
    if (before.signedBy().equals(stamp.by())) {
      throw Refused.state("handover.samePerson", "", Map.of());
    }
  }

  /** What an event makes of it. */
  public static Handover fold(@Nullable Handover before, HandoverEvent event, Stamp stamp) {
    return switch (event) {
      case HandoverSigned e ->
          new Handover(
              e.handover(),
              e.region(),
              e.post(),
              e.situation(),
              e.remarks(),
              e.general(),
              stamp.by(),
              stamp.at(),
              null,
              null,
              1);
      case HandoverReceived _ -> {
        Handover h = Objects.requireNonNull(before, "received before it was signed");
        yield new Handover(
            h.id(),
            h.region(),
            h.post(),
            h.situation(),
            h.remarks(),
            h.general(),
            h.signedBy(),
            h.signedAt(),
            stamp.by(),
            stamp.at(),
            h.version() + 1);
      }
    };
  }
}
