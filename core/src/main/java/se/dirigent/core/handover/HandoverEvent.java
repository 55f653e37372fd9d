package se.dirigent.core.handover;

import java.util.List;
import java.util.UUID;
import se.dirigent.core.Event;
import se.dirigent.core.geo.RegionCode;

/** What happens to a hand-over. */
public sealed interface HandoverEvent extends Event {
  UUID handover();

  record HandoverSigned(
      UUID handover,
      RegionCode region,
      Post post,
      Situation situation,
      List<Remark> remarks,
      String general)
      implements HandoverEvent {
    public HandoverSigned {
      remarks = List.copyOf(remarks);
    }
  }

  record HandoverReceived(UUID handover) implements HandoverEvent {}
}
