package se.dirigent.optimiser.standby;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Decides where units stand, on the cover of the moment. Not for use by several threads. */
public final class Standby {
  private final StandingCover cover;
  private final int bases;
  private final StandbyRules rules;

  /** Decides by some rules. */
  public Standby(Reach reach, StandbyRules rules) {
    this.cover = new StandingCover(reach, rules.busy());
    this.bases = reach.bases();
    this.rules = rules;
  }

  /** A unit that might be moved, and where to. */
  public record Shift(int unit, int base) {}

  /** The free units of a moment. */
  public interface Free {
    /** How many units, numbered from 0. */
    int units();

    /** The base where a unit stands or is on its way to, or −1 when it is not free. */
    int base(int unit);

    /** Hours of driving from where the unit is now to a base. */
    double hours(int unit, int base);

    /** How often its crew has been moved in this shift; may be above what the rules allow. */
    int moves(int unit);
  }

  /** The cover, for what else one wants to know of it; changes with every question. */
  public StandingCover cover() {
    return cover;
  }

  /** Counts the free units. */
  public void count(Free free) {
    cover.clear();
    for (int unit = 0; unit < free.units(); unit++) {
      if (free.base(unit) >= 0) {
        cover.add(free.base(unit));
      }
    }
  }

  /**
   * The base for a unit that has just become free.
   *
   * @param unit which; whatever base it has now is not counted
   * @param hours driving from where it is to a base
   */
  public int base(Free free, int unit, IntToDoubleFunction hours) {
    count(free);
    if (free.base(unit) >= 0) {
      cover.remove(free.base(unit));
    }
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int base = 0; base < bases; base++) {
      double gain = cover.gained(base) - rules.gainPerHour() * hours.applyAsDouble(base);
      if (gain > most) {
        most = gain;
        best = base;
      }
    }
    return best;
  }

  /** The one move that gains most, if any is worth its trouble. */
  public Optional<Shift> shift(Free free) {
    if (rules.movesPerShiftMax() == 0) {
      return Optional.empty();
    }
    count(free);
    Shift best = null;
    double most = 0;
    for (int unit = 0; unit < free.units(); unit++) {
      int here = free.base(unit);
      if (here < 0 || free.moves(unit) >= rules.movesPerShiftMax()) {
        continue;
      }
      cover.remove(here);
      double least = cover.gained(here) + rules.gainMin() + rules.gainPerMove() * free.moves(unit);
      for (int base = 0; base < bases; base++) {
        if (base != here) {
          double gain = cover.gained(base) - least;
          // The drive is asked for only where it can matter.
          if (gain > most && (gain -= rules.gainPerHour() * free.hours(unit, base)) > most) {
            most = gain;
            best = new Shift(unit, base);
          }
        }
      }
      cover.add(here);
    }
    return Optional.ofNullable(best);
  }
}
