package se.dirigent.simulator.trial;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.chain.Breakdowns;
import se.dirigent.simulator.chance.Draws;
import se.dirigent.simulator.chance.Streams;

/** Units of one run that are out of service or cannot be reached, for whichever reasons. */
final class Outages {
  private static final int BREAKS = 0;
  private static final int REPAIRED = 1;

  private final int part;
  private final Situation situation;
  private final Plans plans;
  private final Listener listener;
  private final @Nullable Breakdowns breakdowns;
  private final RandomGenerator[] chance;
  private final Streams.Each cut;

  /** For how many reasons a unit is out of service. */
  private final int[] reasons;

  private final long[] outFrom;
  private double outMillis;
  private boolean everOut;

  /** What is done about it. */
  interface Listener {
    void out(int unit);

    void back(int unit);

    /** A unit can be reached again. */
    void reached(int unit);
  }

  Outages(int part, TrialWorld world, Calls calls, Situation situation, Plans plans, Listener on) {
    this.part = part;
    this.situation = situation;
    this.plans = plans;
    this.listener = on;
    this.breakdowns = world.chain().breakdowns();
    this.reasons = new int[situation.units()];
    this.outFrom = new long[situation.units()];
    this.cut = calls.chance("chain.cut");
    Streams.Each each = calls.chance("chain.breakdown");
    int breaking = breakdowns == null ? 0 : situation.units();
    this.chance =
        IntStream.range(0, breaking)
            .mapToObj(unit -> each.of(key(unit)))
            .toArray(RandomGenerator[]::new);
    for (int unit = 0; unit < breaking; unit++) {
      planBreak(unit);
    }
  }

  /** A unit is the same by its name, whichever others there are. */
  private int key(int unit) {
    return situation.unit(unit).id().hashCode();
  }

  private void planBreak(int unit) {
    if (breakdowns != null) {
      double ahead = Draws.exponential(chance[unit], breakdowns.between().toMillis());
      plans.planPart(plans.now() + Math.round(ahead), part, (long) unit << 1 | BREAKS);
    }
  }

  /** A unit breaks down or is repaired. */
  void happen(long what) {
    int unit = (int) (what >>> 1);
    if ((what & 1) == BREAKS && breakdowns != null) {
      out(unit);
      long repaired = plans.now() + breakdowns.repair().toMillis();
      plans.planPart(repaired, part, (long) unit << 1 | REPAIRED);
    } else {
      back(unit);
      planBreak(unit);
    }
  }

  void out(int unit) {
    everOut = true;
    if (reasons[unit]++ == 0) {
      situation.out.set(unit);
      outFrom[unit] = plans.now();
      listener.out(unit);
    }
  }

  void back(int unit) {
    if (--reasons[unit] == 0) {
      situation.out.clear(unit);
      outMillis += counted(unit);
      listener.back(unit);
    }
  }

  private double counted(int unit) {
    return Math.max(0, plans.now() - Math.max(outFrom[unit], Tally.COUNTED_FROM));
  }

  /** Units by identity. */
  List<Integer> units(List<String> ids) {
    return IntStream.range(0, situation.units())
        .filter(unit -> ids.contains(situation.unit(unit).id()))
        .boxed()
        .toList();
  }

  /** A share of the units cannot be reached. */
  void cutOff(int event, double share) {
    for (int unit = 0; unit < situation.units(); unit++) {
      if (isCut(event, unit, share)) {
        situation.reach(unit, 1);
      }
    }
  }

  /** They can again. */
  void reach(int event, double share) {
    for (int unit = 0; unit < situation.units(); unit++) {
      if (isCut(event, unit, share)) {
        situation.reach(unit, -1);
        if (situation.isReached(unit)) {
          listener.reached(unit);
        }
      }
    }
  }

  private boolean isCut(int event, int unit, double share) {
    return cut.of((long) event << Integer.SIZE ^ key(unit)).nextDouble() < share;
  }

  /**
   * Mean part of the units that were out of service, the first day not counted; not a number when
   * none ever was and none could be.
   */
  double share(double days) {
    if (breakdowns == null && !everOut) {
      return Double.NaN;
    }
    double all = outMillis;
    for (int unit = 0; unit < situation.units(); unit++) {
      all += reasons[unit] > 0 ? counted(unit) : 0;
    }
    return all / (days * Tally.COUNTED_FROM * situation.units());
  }
}
