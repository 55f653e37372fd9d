package se.dirigent.core.handover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.RegionCode;

/**
 * A signed hand-over. What was signed never changes; it can only be received.
 *
 * @param situation as the one who left saw it
 * @param remarks on its points, at most one each
 * @param general what else is to be said, or empty
 * @param receivedBy a second person, or null as long as nobody has
 * @param version number of events it has seen
 */
public record Handover(
    UUID id,
    RegionCode region,
    Post post,
    Situation situation,
    List<Remark> remarks,
    String general,
    String signedBy,
    Instant signedAt,
    @Nullable String receivedBy,
    @Nullable Instant receivedAt,
    int version) {
  public Handover {
    remarks = List.copyOf(remarks);
  }
}
