package se.dirigent.simulator.policy;

import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.trial.Policy;
import se.dirigent.simulator.trial.Situation;

/**
 * Sends the free unit that is there first. Where units wait is decided by {@link Posts}, or they go
 * home: then it is what the other policies are compared with.
 */
public final class ClosestIdle implements Policy {
  private final @Nullable Posts posts;

  private ClosestIdle(@Nullable Posts posts) {
    this.posts = posts;
  }

  /** Units go home. */
  public static ClosestIdle home() {
    return new ClosestIdle(null);
  }

  /** Units wait where it is best for the next call. */
  public static ClosestIdle relocating(Posts posts) {
    return new ClosestIdle(posts);
  }

  @Override
  public int send(Situation situation, int call) {
    return nearest(situation, call);
  }

  static int nearest(Situation situation, int call) {
    int best = NONE;
    double least = Double.MAX_VALUE;
    for (int unit : situation.sent(call)) {
      if (situation.sendable(unit, call)) {
        double seconds = situation.secondsTo(unit, call);
        if (seconds < least) {
          least = seconds;
          best = unit;
        }
      }
    }
    return best;
  }

  @Override
  public int base(Situation situation, int unit) {
    return posts == null ? situation.unit(unit).home() : posts.base(situation, unit);
  }

  @Override
  public void settle(Situation situation, int region, Moves moves) {
    if (posts != null) {
      posts.settle(situation, region, moves);
    }
  }
}
