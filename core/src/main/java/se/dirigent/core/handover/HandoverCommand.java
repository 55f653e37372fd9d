package se.dirigent.core.handover;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.RegionCode;

/** What can be done with a hand-over. */
public sealed interface HandoverCommand {
  UUID handover();

  /**
   * The one who leaves signs.
   *
   * @param situation what stood on the page that is signed
   * @param general at most 4 000 characters
   * @throws Refused {@code handover.point} for a remark on a point that is not there, or a second
   *     one on the same
   */
  record Sign(
      UUID handover,
      RegionCode region,
      Post post,
      Situation situation,
      List<Remark> remarks,
      String general)
      implements HandoverCommand {
    public Sign {
      remarks = List.copyOf(remarks);
      general = Texts.optional("general", general, 4_000);
      Set<String> points = new HashSet<>();
      for (Remark remark : remarks) {
        if (!situation.has(remark.point()) || !points.add(remark.point())) {
          throw new Refused("handover.point", "remarks", Map.of("value", remark.point()));
        }
      }
    }
  }

  /** The one who comes has read it and takes over. */
  record Receive(UUID handover) implements HandoverCommand {}
}
