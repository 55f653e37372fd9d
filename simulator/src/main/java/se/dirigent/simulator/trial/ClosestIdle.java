package se.dirigent.simulator.trial;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.standby.Standby;

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
  public int send(Trial trial, int call) {
    return nearest(trial, call);
  }

  static int nearest(Trial trial, int call) {
    int best = NONE;
    double least = Double.MAX_VALUE;
    for (int unit = 0; unit < trial.units(); unit++) {
      if (trial.free(unit) && trial.fit(unit, call)) {
        double seconds = trial.secondsTo(unit, call);
        if (seconds < least) {
          least = seconds;
          best = unit;
        }
      }
    }
    return best;
  }

  @Override
  public int base(Trial trial, int unit) {
    return base(standby, trial, unit);
  }

  @Override
  public void settle(Trial trial) {
    settle(standby, trial);
  }

  static int base(@Nullable Standby standby, Trial trial, int unit) {
    return standby == null
        ? trial.unit(unit).home()
        : standby.base(
            free(standby, trial), unit, trial.unit(unit).home(), base -> trial.hoursTo(unit, base));
  }

  static void settle(@Nullable Standby standby, Trial trial) {
    if (standby != null) {
      Optional<Standby.Shift> shift = standby.shift(free(standby, trial));
      shift.ifPresent(s -> trial.move(s.unit(), s.base()));
    }
  }

  static Standby.Free free(Standby standby, Trial trial) {
    long rest = standby.rules().restAfterMove().toMillis();
    return new Standby.Free() {
      @Override
      public int units() {
        return trial.units();
      }

      @Override
      public int base(int unit) {
        // Who may not meet the most urgent covers nothing that is counted.
        boolean covers = trial.free(unit) && trial.unit(unit).levelMostUrgent() == 1;
        return covers ? trial.baseOf(unit) : NONE;
      }

      @Override
      public double hours(int unit, int base) {
        return trial.hoursTo(unit, base);
      }

      @Override
      public int moves(int unit) {
        return trial.movesOf(unit);
      }

      @Override
      public boolean resting(int unit) {
        return trial.movesOf(unit) > 0 && trial.now() < trial.movedAt(unit) + rest;
      }
    };
  }
}
