package se.dirigent.simulator.trial;

import java.util.BitSet;
import se.dirigent.simulator.ground.Ground;

/** Which stations and hospitals can be used just now in one run, and what is used instead. */
final class Usable {
  private final TrialWorld world;
  private final Ground ground;
  private final BitSet lostBases = new BitSet();
  private final BitSet closedHospitals = new BitSet();

  Usable(TrialWorld world) {
    this.world = world;
    this.ground = world.ground();
  }

  void station(String id, boolean usable) {
    lostBases.set(world.named().station(id), !usable);
  }

  void hospital(String id, boolean usable) {
    closedHospitals.set(world.named().hospital(id), !usable);
  }

  /** The base itself, or the nearest one that can be used; itself when none can. */
  int base(int where) {
    return lostBases.get(where) ? nearestTo(where) : where;
  }

  private int nearestTo(int lost) {
    int best = lost;
    int least = Integer.MAX_VALUE;
    for (int base = 0; base < world.stations(); base++) {
      int millis = ground.millis(ground.node(ground.base(lost)), ground.base(base), false);
      if (!lostBases.get(base) && millis < least) {
        least = millis;
        best = base;
      }
    }
    return best;
  }

  boolean isOpen(int hospital) {
    return !closedHospitals.get(hospital);
  }

  /** The open hospital that is nearest to a zone; the nearest when none is open. */
  int hospitalNearest(int zone) {
    int best = ground.hospitalNearest(zone);
    if (closedHospitals.isEmpty()) {
      return best;
    }
    int least = Integer.MAX_VALUE;
    for (int hospital = 0; hospital < ground.hospitals(); hospital++) {
      int millis = ground.millis(ground.node(zone), ground.hospital(hospital), false);
      if (isOpen(hospital) && millis < least) {
        least = millis;
        best = hospital;
      }
    }
    return best;
  }
}
