package se.dirigent.optimiser.standby;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Decides where units stand, on the cover of the moment. Not for use by several threads. */
public final class Standby {
  /** Sums in another order differ by less than this. */
  private static final double ROUNDING = 1e-12;

  private final StandingCover cover;
  private final int bases;
  private final StandbyRules rules;
  private final double hoursMax;

  /** By base: what one more unit there would gain, and what one fewer would lose. */
  private final double[] gained;

  private final double[] lost;

  /** By unit the base where it was counted last, −1 for nowhere. */
  private int[] counted = new int[0];

  /** By base left and base chosen: what is gained once it is left; not a number until asked for. */
  private final double[][] gainedWithout;

  /** Decides by some rules. */
  public Standby(Reach reach, StandbyRules rules) {
    this.cover = new StandingCover(reach, rules.busy());
    this.bases = reach.bases();
    this.rules = rules;
    this.hoursMax = rules.travelMax().toMillis() / 3_600_000.0;
    this.gained = new double[bases];
    this.lost = new double[bases];
    this.gainedWithout = new double[bases][bases];
  }

  /** A unit that might be moved, and where to. */
  public record Shift(int unit, int base) {}

  /** Where the units of a moment stand. */
  public interface Standing {
    /** How many units, numbered from 0. */
    int units();

    /** The base where a unit stands or is on its way to, or −1 when it counts nowhere. */
    int base(int unit);
  }

  /** The free units of a moment. */
  public interface Free extends Standing {
    /** Hours of driving from where the unit is now to a base. */
    double hours(int unit, int base);

    /** How often its crew has been moved in this shift; may be above what the rules allow. */
    int moves(int unit);

    /** Whether its crew is to be left in peace: it rests, eats or goes home soon. */
    boolean resting(int unit);
  }

  /** By what it decides. */
  public StandbyRules rules() {
    return rules;
  }

  /**
   * What it costs the cover to send one of the units that stand so.
   *
   * @param urgentCalls expected in the next hour at the most urgent level
   */
  public CoverPrice price(Standing standing, double urgentCalls) {
    count(standing);
    return new CoverPrice(this, urgentCalls);
  }

  /** Counts the units, by what has changed since they were last counted: most stand as before. */
  private void count(Standing free) {
    if (free.units() != counted.length) {
      cover.clear();
      counted = new int[free.units()];
      Arrays.fill(counted, -1);
    }
    for (int unit = 0; unit < counted.length; unit++) {
      count(unit, free.base(unit));
    }
    Arrays.fill(lost, Double.NaN);
  }

  private void count(int unit, int base) {
    int was = counted[unit];
    if (was != base) {
      if (was >= 0) {
        cover.remove(was);
      }
      if (base >= 0) {
        cover.add(base);
      }
      counted[unit] = base;
    }
  }

  /**
   * The base for a unit that has just become free, however far: it has to drive anyway, and in
   * thinly peopled lands its own may be as far.
   *
   * @param unit which; whatever base it has now is not counted
   * @param home its own base, where it goes unless another gains enough more
   * @param hours driving from where it is to a base; infinite to one it cannot reach
   */
  public int base(Free free, int unit, int home, IntToDoubleFunction hours) {
    count(free);
    count(unit, -1);
    int best = home;
    double most =
        cover.gained(home) - rules.gainPerHour() * hours.applyAsDouble(home) + rules.gainMin();
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
    for (int base = 0; base < bases; base++) {
      gained[base] = cover.gained(base);
      Arrays.fill(gainedWithout[base], Double.NaN);
    }
    Shift best = null;
    double most = 0;
    for (int unit = 0; unit < free.units(); unit++) {
      int here = free.base(unit);
      if (here < 0 || free.moves(unit) >= rules.movesPerShiftMax() || free.resting(unit)) {
        continue;
      }
      double trouble = rules.gainMin() + rules.gainPerMove() * free.moves(unit);
      for (int base = 0; base < bases; base++) {
        // What both reach gains by the leaving no more than the place that is left loses by it, so
        // that most moves are seen to be too little from two numbers.
        double bound = gained[base] - gained[here] - trouble + ROUNDING;
        if (base != here && bound > most) {
          double gain = without(here, base) - (lost(here) + trouble);
          // The drive is asked for only where it can matter.
          double drive = gain > most ? free.hours(unit, base) : 0;
          gain -= rules.gainPerHour() * drive;
          if (gain > most && drive <= hoursMax) {
            most = gain;
            best = new Shift(unit, base);
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** What one fewer at a base would lose, as the units were counted last. */
  double lost(int base) {
    if (Double.isNaN(lost[base])) {
      lost[base] = cover.lost(base);
    }
    return lost[base];
  }

  private double without(int here, int base) {
    if (Double.isNaN(gainedWithout[here][base])) {
      cover.remove(here);
      gainedWithout[here][base] = cover.gained(base);
      cover.add(here);
    }
    return gainedWithout[here][base];
  }
}
