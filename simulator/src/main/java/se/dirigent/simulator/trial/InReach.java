package se.dirigent.simulator.trial;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.ground.Ground;

/**
 * How much of the demand a free ambulance could reach in the first level's time from alarm, from
 * where it is: the cover of a moment, looked at every other hour. Of one run.
 */
final class InReach {
  private static final long EVERY_MILLIS = 2 * 3_600_000;

  /** No ambulance drives faster: what lies further north or south is not looked up. */
  private static final double METRES_PER_MILLISECOND_MAX = 0.07;

  /** Somewhat less than there are, so that the bound is one. */
  private static final double METRES_PER_DEGREE = 110_000;

  private final Ground ground;
  private final boolean lights;
  private final double millisMax;
  private final double[] latitude;
  private final double degreesMax;

  /** What each base reaches, once somebody has asked: most free units stand at one. */
  private final @Nullable BitSet[] ofBase;

  private long next = Tally.COUNTED_FROM;
  private int looks;
  private double sum;

  InReach(TrialWorld world) {
    this.ground = world.ground();
    CallModel model = world.model();
    CallModel.Level first = model.levels().getFirst();
    this.lights = first.lights();
    this.millisMax = first.within().minus(model.decide()).minus(model.turnout()).toMillis();
    this.latitude =
        IntStream.range(0, ground.zones())
            .mapToDouble(zone -> ground.position(ground.node(zone)).latitude())
            .toArray();
    this.degreesMax = millisMax * METRES_PER_MILLISECOND_MAX / METRES_PER_DEGREE;
    this.ofBase = new BitSet[ground.bases()];
  }

  /** Looks at the moment of a call, when it is time again. */
  void look(Situation situation) {
    if (situation.now() >= next) {
      next = (situation.now() / EVERY_MILLIS + 1) * EVERY_MILLIS;
      looks++;
      sum += part(situation);
    }
  }

  /** Mean of all moments, 0 to 1; not a number when there was none. */
  double mean() {
    return sum / looks;
  }

  private double part(Situation situation) {
    BitSet reached = new BitSet(ground.zones());
    for (int unit = 0; unit < situation.units(); unit++) {
      if (situation.free(unit)
          && situation.unit(unit).levelMostUrgent() == 1
          && !situation.isAir(unit)) {
        int base = situation.baseOf(unit);
        int node = situation.nodeOf(unit);
        if (node == ground.node(ground.base(base))) {
          reached.or(ofBase(base, node));
        } else {
          add(node, reached);
        }
      }
    }
    return reached.stream().mapToDouble(zone -> ground.demand()[zone]).sum()
        / IntStream.range(0, ground.zones()).mapToDouble(zone -> ground.demand()[zone]).sum();
  }

  private BitSet ofBase(int base, int node) {
    BitSet known = ofBase[base];
    if (known == null) {
      known = new BitSet(ground.zones());
      add(node, known);
      ofBase[base] = known;
    }
    return known;
  }

  private void add(int node, BitSet reached) {
    double from = ground.position(node).latitude();
    int zone = reached.nextClearBit(0);
    while (zone < ground.zones()) {
      if (Math.abs(latitude[zone] - from) <= degreesMax
          && ground.millis(node, zone, lights) <= millisMax) {
        reached.set(zone);
      }
      zone = reached.nextClearBit(zone + 1);
    }
  }
}
