package se.dirigent.simulator.trial;

import java.util.function.IntConsumer;
import se.dirigent.simulator.trial.Situation.Doing;

/** What errands do with the units of one run, checked. */
final class ErrandCrews implements Errands.Crews {
  private final int part;
  private final Situation situation;
  private final Movements movements;
  private final Plans plans;
  private final IntConsumer freed;

  /**
   * Crews for errands.
   *
   * @param part number that errands' plans are told by
   * @param freed what is done with a unit whose errand is over
   */
  ErrandCrews(int part, Situation situation, Movements movements, Plans plans, IntConsumer freed) {
    this.part = part;
    this.situation = situation;
    this.movements = movements;
    this.plans = plans;
    this.freed = freed;
  }

  @Override
  public Situation situation() {
    return situation;
  }

  @Override
  public void plan(long at, long what) {
    plans.planPart(at, part, what);
  }

  @Override
  public void note(long what) {
    plans.note(what);
  }

  @Override
  public long promise(int unit, int goal) {
    if (!situation.free(unit) && !situation.promised(unit)) {
      throw refused(unit, "promise a free or promised one");
    }
    situation.journey[unit].rest(plans.now());
    return movements.drive(unit, goal, false, Doing.PROMISED, 1);
  }

  @Override
  public long carry(int unit, int goal) {
    requireErrand(unit);
    situation.journey[unit].rest(plans.now());
    return movements.drive(unit, goal, false, Doing.CARRYING, 1);
  }

  @Override
  public void release(int unit) {
    requireErrand(unit);
    situation.journey[unit].rest(plans.now());
    freed.accept(unit);
  }

  private void requireErrand(int unit) {
    if (!situation.promised(unit) && situation.doing[unit] != Doing.CARRYING) {
      throw refused(unit, "promise it an errand first");
    }
  }

  private IllegalStateException refused(int unit, String remedy) {
    return new IllegalStateException(
        "unit %s is %s; %s".formatted(situation.unit(unit).id(), situation.doing[unit], remedy));
  }
}
