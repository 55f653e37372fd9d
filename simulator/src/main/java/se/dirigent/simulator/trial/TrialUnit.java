package se.dirigent.simulator.trial;

import java.util.BitSet;
import se.dirigent.core.fleet.UnitKind;

/**
 * A unit of a trial.
 *
 * @param id its identity
 * @param kind what sort of unit
 * @param levelMostUrgent the most urgent level it may meet
 * @param home its base
 * @param duty minutes of the day when it is manned, 0 to 1439
 */
public record TrialUnit(String id, UnitKind kind, int levelMostUrgent, int home, BitSet duty) {
  static final int MINUTES = 1440;

  /** A unit that is always manned. */
  public static TrialUnit always(String id, int home) {
    BitSet all = new BitSet();
    all.set(0, MINUTES);
    return new TrialUnit(id, UnitKind.AMBULANCE, 1, home, all);
  }
}
