package se.dirigent.simulator.trial;

import java.util.BitSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.simulator.chain.DoctorCars;
import se.dirigent.simulator.trial.Situation.Doing;

/** Doctor cars of one run, which come beside the first unit to the most urgent calls. */
final class Doctors {
  private static final int ARRIVES = 0;
  private static final int LEAVES = 1;

  private final int part;
  private final @Nullable DoctorCars rules;
  private final Calls calls;
  private final Situation situation;
  private final Movements movements;
  private final Plans plans;
  private final ChainTally tally;
  private final IntConsumer freed;
  private final BitSet asked = new BitSet();
  private final int[] call;

  /**
   * Those of a run.
   *
   * @param freed what is done with one that has nothing to do any longer
   */
  Doctors(
      int part,
      @Nullable DoctorCars rules,
      Calls calls,
      Situation situation,
      Movements movements,
      Plans plans,
      ChainTally tally,
      IntConsumer freed) {
    this.part = part;
    this.rules = rules;
    this.calls = calls;
    this.situation = situation;
    this.movements = movements;
    this.plans = plans;
    this.tally = tally;
    this.freed = freed;
    this.call = new int[rules == null ? 0 : situation.units()];
  }

  static boolean isDoctor(TrialUnit unit) {
    return unit.kind() == UnitKind.DOCTOR_CAR;
  }

  /** A call has got a unit; the nearest free doctor comes too if that is soon enough. */
  void sent(int number) {
    if (rules == null || situation.level(number) > 1 || asked.get(number)) {
      return;
    }
    asked.set(number);
    int best = -1;
    double least = rules.within().toMillis() / 1000.0;
    for (int unit = 0; unit < situation.units(); unit++) {
      boolean may =
          isDoctor(situation.unit(unit))
              && situation.free(unit)
              && situation.isReached(unit)
              && situation.may(unit, number);
      double seconds = may ? situation.secondsTo(unit, number) : Double.POSITIVE_INFINITY;
      if (seconds <= least) {
        least = seconds;
        best = unit;
      }
    }
    tally.doctorAsked(calls.at(number), best >= 0);
    if (best >= 0) {
      double luck = situation.roads.luck(number, Roads.DOCTOR);
      long there = movements.drive(best, calls.zone(number), true, Doing.CARRYING, luck);
      call[best] = number;
      plans.planPart(there, part, (long) best << 1 | ARRIVES);
      plans.note((long) number << 16 | best);
    }
  }

  /** A doctor arrives, or leaves when the scene does. */
  void happen(long what) {
    int unit = (int) (what >>> 1);
    if ((what & 1) == ARRIVES) {
      int number = call[unit];
      tally.doctorArrived(calls.at(number), plans.now() - calls.at(number));
      long leaves = plans.now() + calls.sceneMillis(number);
      plans.planPart(leaves, part, (long) unit << 1 | LEAVES);
    } else {
      situation.journey[unit].rest(plans.now());
      freed.accept(unit);
    }
  }
}
