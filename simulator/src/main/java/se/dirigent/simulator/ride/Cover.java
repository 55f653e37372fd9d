package se.dirigent.simulator.ride;

import java.util.List;
import se.dirigent.simulator.ground.Ground;
import se.dirigent.simulator.trial.CallModel;
import se.dirigent.simulator.trial.Situation;
import se.dirigent.simulator.trial.TrialUnit;
import se.dirigent.simulator.trial.TrialWorld;

/**
 * Which part of the calls' places ambulances reach in the first level's time from alarm. Immutable.
 */
final class Cover {
  private final Ground ground;
  private final List<TrialUnit> units;
  private final boolean lights;
  private final double millisMax;
  private final double[][] fromHome;

  Cover(TrialWorld world) {
    this.ground = world.ground();
    this.units = world.units();
    CallModel.Level first = world.model().levels().getFirst();
    this.lights = first.lights();
    this.millisMax =
        first.within().minus(world.model().decide()).minus(world.model().turnout()).toMillis();
    this.fromHome = ground.secondsFromBases(lights);
  }

  boolean onDuty(Situation situation, int unit) {
    int minute = (int) (situation.now() / 60_000 % TrialUnit.MINUTES);
    return units.get(unit).duty().get(minute);
  }

  private boolean meets(int unit) {
    return units.get(unit).levelMostUrgent() == 1;
  }

  /** The part that free ambulances reach from where they are, but for one; −1 for none. */
  double reached(Situation situation, int but) {
    int[] nodes = new int[units.size()];
    int count = 0;
    for (int unit = 0; unit < nodes.length; unit++) {
      if (unit != but && meets(unit) && situation.free(unit)) {
        nodes[count++] = situation.nodeOf(unit);
      }
    }
    double sum = 0;
    for (int zone = 0; zone < ground.zones(); zone++) {
      for (int k = 0; k < count; k++) {
        if (ground.millis(nodes[k], zone, lights) <= millisMax) {
          sum += ground.demand()[zone];
          break;
        }
      }
    }
    return sum;
  }

  /** The part of what all on duty reach from home that is reached without one. */
  double kept(Situation situation, int but) {
    double whole = 0;
    for (int zone = 0; zone < ground.zones(); zone++) {
      for (int unit = 0; unit < units.size(); unit++) {
        boolean there = meets(unit) && onDuty(situation, unit);
        if (there && fromHome[units.get(unit).home()][zone] * 1000 <= millisMax) {
          whole += ground.demand()[zone];
          break;
        }
      }
    }
    return whole == 0 ? 1 : reached(situation, but) / whole;
  }
}
