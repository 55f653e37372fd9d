package se.dirigent.server.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.handover.Situation;
import se.dirigent.server.identity.RealTime;

/**
 * Drafts that pages show, so that what is signed is what was read. In memory: after a restart the
 * page fetches a new one and keeps what was typed.
 */
@Component
class Drafts {
  /** A draft that is older than this is no longer how things stand. */
  private static final Duration LIFE = Duration.ofMinutes(15);

  /** Drafts kept: every desk of the largest region looking several times in that quarter. */
  private static final int KEPT_MAX = 500;

  private final RealTime time;
  private final Map<UUID, Kept> kept = new LinkedHashMap<>();

  Drafts(RealTime time) {
    this.time = time;
  }

  private record Kept(RegionCode region, String username, Draft draft, Instant at) {}

  /** Keeps a situation for who looks at it. */
  synchronized Draft keep(RegionCode region, String username, Situation situation) {
    Draft draft = new Draft(UUID.randomUUID(), situation);
    Instant now = time.source().instant();
    kept.values().removeIf(k -> k.at().isBefore(now.minus(LIFE)));
    kept.put(draft.id(), new Kept(region, username, draft, now));
    if (kept.size() > KEPT_MAX) {
      kept.remove(kept.keySet().iterator().next());
    }
    return draft;
  }

  /**
   * The draft a person has read.
   *
   * @throws Refused {@code handover.draftGone} when it is another's, too old or forgotten
   */
  synchronized Draft get(RegionCode region, String username, UUID id) {
    Kept found = kept.get(id);
    boolean valid =
        found != null
            && found.region().equals(region)
            && found.username().equals(username)
            && !found.at().isBefore(time.source().instant().minus(LIFE));
    if (!valid) {
      throw Refused.state("handover.draftGone", "draft", Map.of());
    }
    return Objects.requireNonNull(found).draft();
  }
}
