package se.dirigent.simulator.ride;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.transport.Transport;
import se.dirigent.optimiser.plan.order.Suffered;

/**
 * What patients and wards of a run have been delayed before, as the live planner remembers it: so
 * many days back, counted anew now and then.
 */
final class Delays {
  /** Rides that are remembered at most, as the live service's. */
  private static final int RIDES_MAX = 20_000;

  /** Counted anew this often: the live planner's ten minutes would tell an hour's plans nothing. */
  private static final Duration ANEW = Duration.ofHours(1);

  private final Duration back;
  private final Deque<Ended> ended = new ArrayDeque<>();
  private Suffered known = Suffered.of(List.of());
  private Instant knownAt = Instant.MIN;

  private record Ended(Instant at, Suffered.Late late) {}

  /** A memory of so many days. */
  Delays(int days) {
    this.back = Duration.ofDays(days);
  }

  /** A ride has ended. */
  void add(Transport t, Instant now) {
    Instant loaded = t.times().loadedAt();
    if (loaded == null) {
      return; // Others drove it, and told nobody when.
    }
    double late = Duration.between(t.choice().pickupUntil(), loaded).toSeconds() / 60.0;
    add(new Suffered.Late(t.patient(), t.careUnit(), Math.max(0, late)), now);
  }

  void add(Suffered.Late late, Instant now) {
    ended.add(new Ended(now, late));
    if (ended.size() > RIDES_MAX) {
      ended.removeFirst();
    }
  }

  /** What is remembered now. */
  Suffered suffered(Instant now) {
    if (knownAt.equals(Instant.MIN) || !now.isBefore(knownAt.plus(ANEW))) {
      Instant since = now.minus(back);
      @Nullable Ended first = ended.peekFirst();
      while (first != null && !first.at().isAfter(since)) {
        ended.removeFirst();
        first = ended.peekFirst();
      }
      known = Suffered.of(ended.stream().map(Ended::late).toList());
      knownAt = now;
    }
    return known;
  }
}
