package se.dirigent.simulator.policy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.standby.Standby;
import se.dirigent.simulator.trial.Policy;
import se.dirigent.simulator.trial.Situation;

/**
 * Sends the free unit that is there first. Where units wait is decided by {@link Standby}, or they
 * go home: then it is what the other policies are compared with.
 */
public final class ClosestIdle implements Policy {
  private final @Nullable Standby standby;

  private ClosestIdle(@Nullable Standby standby) {
    this.standby = standby;
  }

  /** Units go home. */
  public static ClosestIdle home() {
    return new ClosestIdle(null);
  }

  /** Units wait where it is best for the next call. */
  public static ClosestIdle relocating(Standby standby) {
    return new ClosestIdle(standby);
  }

  @Override
  public int send(Situation situation, int call) {
    return nearest(situation, call);
  }

  static int nearest(Situation situation, int call) {
    int best = NONE;
    double least = Double.MAX_VALUE;
    for (int unit = 0; unit < situation.units(); unit++) {
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
    return base(standby, situation, unit);
  }

  @Override
  public void settle(Situation situation, Moves moves) {
    settle(standby, situation, moves);
  }

  static int base(@Nullable Standby standby, Situation situation, int unit) {
    return standby == null
        ? situation.unit(unit).home()
        : standby.base(
            free(standby, situation),
            unit,
            situation.unit(unit).home(),
            base -> situation.hoursTo(unit, base));
  }

  static void settle(@Nullable Standby standby, Situation situation, Moves moves) {
    if (standby != null) {
      Optional<Standby.Shift> shift = standby.shift(free(standby, situation));
      shift.ifPresent(s -> moves.move(s.unit(), s.base()));
    }
  }

  static Standby.Free free(Standby standby, Situation situation) {
    long rest = standby.rules().restAfterMove().toMillis();
    return new Standby.Free() {
      @Override
      public int units() {
        return situation.units();
      }

      @Override
      public int base(int unit) {
        // Who may not meet the most urgent covers nothing that is counted.
        boolean covers =
            situation.free(unit)
                && situation.unit(unit).levelMostUrgent() == 1
                && !situation.isAir(unit);
        return covers ? situation.baseOf(unit) : NONE;
      }

      @Override
      public double hours(int unit, int base) {
        return situation.hoursTo(unit, base);
      }

      @Override
      public int moves(int unit) {
        return situation.movesOf(unit);
      }

      @Override
      public boolean resting(int unit) {
        boolean moved =
            situation.movesOf(unit) > 0 && situation.now() < situation.movedAt(unit) + rest;
        return moved || situation.eats(unit);
      }
    };
  }
}
