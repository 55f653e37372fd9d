package se.dirigent.simulator.trial;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import se.dirigent.simulator.arrival.Arrivals;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.ground.Ground;

/**
 * All calls of one run, drawn before anybody decides anything, so that every policy meets the same
 * calls (common random numbers). Times in milliseconds from the beginning.
 */
public final class Calls {
  private int size;
  private long[] at = new long[1024];
  private int[] zone = new int[1024];
  private byte[] level = new byte[1024];
  private int[] scene = new int[1024];

  /** Time at the hospital, or −1 for a patient who is not taken there. */
  private int[] hospital = new int[1024];

  private final Streams streams;

  private Calls(Streams streams) {
    this.streams = streams;
  }

  /** Draws the calls of some days. */
  public static Calls draw(CallModel model, Ground ground, long seed, int days) {
    Streams streams = new Streams(seed);
    RandomGenerator where = streams.of("trial.where");
    RandomGenerator what = streams.of("trial.what");
    RandomGenerator service = streams.of("trial.service");
    double[] upTo = ground.demand().clone();
    Arrays.parallelPrefix(upTo, Double::sum);
    Calls calls = new Calls(streams);
    for (long moment : Arrivals.draw(model.perDay(), model.rhythm(), streams, days)) {
      int found = Arrays.binarySearch(upTo, where.nextDouble());
      int zone = Math.min(found < 0 ? ~found : found, upTo.length - 1);
      calls.add(moment, zone, model, what, service);
    }
    return calls;
  }

  private void add(
      long now, int in, CallModel model, RandomGenerator what, RandomGenerator service) {
    if (size == at.length) {
      at = Arrays.copyOf(at, 2 * size);
      zone = Arrays.copyOf(zone, 2 * size);
      level = Arrays.copyOf(level, 2 * size);
      scene = Arrays.copyOf(scene, 2 * size);
      hospital = Arrays.copyOf(hospital, 2 * size);
    }
    double left = what.nextDouble();
    int chosen = 0;
    while (chosen < model.levels().size() - 1 && left >= model.levels().get(chosen).share()) {
      left -= model.levels().get(chosen++).share();
    }
    boolean conveyed = what.nextDouble() < model.levels().get(chosen).conveyed();
    at[size] = now;
    zone[size] = in;
    level[size] = (byte) (chosen + 1);
    scene[size] = (int) model.service().scene(service, conveyed);
    double atHospital = model.service().hospital(service);
    hospital[size] = conveyed ? (int) atHospital : -1;
    size++;
  }

  /** How many. */
  public int size() {
    return size;
  }

  /** The chance of what else happens to a call, so that it is the same under every policy. */
  Streams.Each chance(String purpose) {
    return streams.each(purpose);
  }

  long at(int call) {
    return at[call];
  }

  int zone(int call) {
    return zone[call];
  }

  int level(int call) {
    return level[call];
  }

  int sceneMillis(int call) {
    return scene[call];
  }

  int hospitalMillis(int call) {
    return hospital[call];
  }
}
