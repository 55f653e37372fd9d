package se.dirigent.simulator.trial;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import se.dirigent.simulator.arrival.Arrivals;
import se.dirigent.simulator.chain.Event;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.ground.Ground;

/**
 * All calls of one run, drawn before anybody decides anything, so that every policy meets the same
 * calls (common random numbers). Times in milliseconds from the beginning.
 */
public final class Calls {
  private static final long HOUR_MILLIS = 3_600_000;

  /** The type of calls that are told apart by level alone. */
  static final int NO_TYPE = -1;

  private int size;
  private long[] at = new long[1024];
  private int[] zone = new int[1024];
  private byte[] level = new byte[1024];
  private byte[] type = new byte[1024];
  private int[] scene = new int[1024];

  /** Time at the hospital, or −1 for a patient who is not taken there. */
  private int[] hospital = new int[1024];

  /** By what the call is told apart in all that is drawn for it, whatever calls are added. */
  private int[] key = new int[1024];

  private final Streams streams;

  private Calls(Streams streams) {
    this.streams = streams;
  }

  /** Draws the calls of some days in a world, with those that its events bring. */
  public static Calls draw(TrialWorld world, long seed, int days) {
    List<Event> events = world.chain().events();
    IntToDoubleFunction factor = hour -> moreCalls(events, hour * HOUR_MILLIS);
    Calls usual = draw(world.model(), world.ground(), seed, days, factor);
    Calls hurt = new Calls(usual.streams);
    for (int number = 0; number < events.size(); number++) {
      if (events.get(number) instanceof Event.Casualties casualties) {
        hurt.add(casualties, number, world);
      }
    }
    return hurt.size == 0 ? usual : usual.merge(hurt, (long) days * 24 * HOUR_MILLIS);
  }

  private static double moreCalls(List<Event> events, long moment) {
    double factor = 1;
    for (Event event : events) {
      if (event instanceof Event.MoreCalls more && more.span().holds(moment)) {
        factor *= more.factor();
      }
    }
    return factor;
  }

  private static Calls draw(
      CallModel model, Ground ground, long seed, int days, IntToDoubleFunction factor) {
    Streams streams = new Streams(seed);
    RandomGenerator where = streams.of("trial.where");
    RandomGenerator what = streams.of("trial.what");
    RandomGenerator service = streams.of("trial.service");
    RandomGenerator why = streams.of("trial.why");
    double[] upTo = ground.demand().clone();
    Arrays.parallelPrefix(upTo, Double::sum);
    Calls calls = new Calls(streams);
    for (long moment : Arrivals.draw(model.perDay(), model.rhythm(), streams, days, factor)) {
      int type = model.types().isEmpty() ? NO_TYPE : type(model.types(), why.nextDouble());
      int chosen = level(model, type, what.nextDouble());
      double conveyed =
          type == NO_TYPE
              ? model.levels().get(chosen).conveyed()
              : model.types().get(type).conveyed();
      boolean taken = what.nextDouble() < conveyed;
      int zone = found(upTo, where.nextDouble());
      calls.add(moment, zone, chosen + 1, type, taken, model, service);
    }
    return calls;
  }

  private static int type(List<CallModel.Type> types, double chance) {
    double left = chance;
    int chosen = 0;
    while (chosen < types.size() - 1 && left >= types.get(chosen).share()) {
      left -= types.get(chosen++).share();
    }
    return chosen;
  }

  /** A level from 0, as calls of the type spread over them. */
  private static int level(CallModel model, int type, double chance) {
    double left = chance;
    for (int level = 0; level < model.levels().size() - 1; level++) {
      double share =
          type == NO_TYPE
              ? model.levels().get(level).share()
              : model.types().get(type).levels().get(level);
      if (left < share) {
        return level;
      }
      left -= share;
    }
    return model.levels().size() - 1;
  }

  private static int found(double[] upTo, double at) {
    int found = Arrays.binarySearch(upTo, at);
    return Math.min(found < 0 ? ~found : found, upTo.length - 1);
  }

  /** The moments of so many people in a span lie as if thrown there, and are sorted. */
  private void add(Event.Casualties event, int number, TrialWorld world) {
    RandomGenerator chance = streams.of("event.casualties." + number);
    double[] upTo = world.ground().demand().clone();
    List<Integer> areas =
        event.areas().stream().map(area -> world.areas().names().indexOf(area)).toList();
    for (int zone = 0; zone < upTo.length; zone++) {
      if (!areas.isEmpty() && !areas.contains(world.areas().ofZone().get(zone))) {
        upTo[zone] = 0;
      }
    }
    Arrays.parallelPrefix(upTo, Double::sum);
    long from = event.span().from().toMillis();
    long length = event.span().until().toMillis() - from;
    long[] moments = new long[event.count()];
    Arrays.setAll(moments, _ -> from + (long) (chance.nextDouble() * length));
    Arrays.sort(moments);
    for (long moment : moments) {
      double left = chance.nextDouble();
      int level = 1;
      while (level < event.shares().size() && left >= event.shares().get(level - 1)) {
        left -= event.shares().get(level++ - 1);
      }
      int zone = found(upTo, chance.nextDouble() * upTo[upTo.length - 1]);
      add(
          moment,
          zone,
          Math.min(level, world.model().levels().size()),
          NO_TYPE,
          true,
          world.model(),
          chance);
    }
  }

  /** Both in order of time; of those at the same moment ours first. Later ones are left out. */
  private Calls merge(Calls other, long until) {
    Integer[] order = IntStream.range(0, other.size).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingLong(o -> other.at[o]));
    Calls all = new Calls(streams);
    int ours = 0;
    for (int place : order) {
      while (ours < size && at[ours] <= other.at[place]) {
        all.add(this, ours, ours);
        ours++;
      }
      if (other.at[place] < until) {
        all.add(other, place, ~place);
      }
    }
    while (ours < size) {
      all.add(this, ours, ours);
      ours++;
    }
    return all;
  }

  private void add(Calls from, int number, int as) {
    room();
    at[size] = from.at[number];
    zone[size] = from.zone[number];
    level[size] = from.level[number];
    type[size] = from.type[number];
    scene[size] = from.scene[number];
    hospital[size] = from.hospital[number];
    key[size] = as;
    size++;
  }

  private void add(
      long moment,
      int in,
      int of,
      int why,
      boolean conveyed,
      CallModel model,
      RandomGenerator service) {
    room();
    at[size] = moment;
    zone[size] = in;
    level[size] = (byte) of;
    type[size] = (byte) why;
    double usual = model.service().scene(service, conveyed);
    scene[size] = (int) (why == NO_TYPE ? usual : usual * model.types().get(why).scene());
    double atHospital = model.service().hospital(service);
    hospital[size] = conveyed ? (int) atHospital : -1;
    key[size] = size;
    size++;
  }

  private void room() {
    if (size == at.length) {
      at = Arrays.copyOf(at, 2 * size);
      zone = Arrays.copyOf(zone, 2 * size);
      level = Arrays.copyOf(level, 2 * size);
      type = Arrays.copyOf(type, 2 * size);
      scene = Arrays.copyOf(scene, 2 * size);
      hospital = Arrays.copyOf(hospital, 2 * size);
      key = Arrays.copyOf(key, 2 * size);
    }
  }

  /** The same but for some. */
  public Calls without(BitSet gone) {
    Calls left = new Calls(streams);
    for (int call = gone.nextClearBit(0); call < size; call = gone.nextClearBit(call + 1)) {
      left.add(this, call, key[call]);
    }
    return left;
  }

  /** How many. */
  public int size() {
    return size;
  }

  /** The chance of what else happens to a call, so that it is the same under every policy. */
  Streams.Each chance(String purpose) {
    return streams.each(purpose);
  }

  /** The levels of all calls, to be written to. */
  byte[] levels() {
    return Arrays.copyOf(level, size);
  }

  /** The number that a call's own chance is drawn by. */
  public int key(int call) {
    return key[call];
  }

  /** When a call came. */
  public long at(int call) {
    return at[call];
  }

  /** Where it came from. */
  public int zone(int call) {
    return zone[call];
  }

  /** Its urgency, from 1. */
  public int level(int call) {
    return level[call];
  }

  /** Why they called, an index of the model's types, or {@link #NO_TYPE}. */
  public int type(int call) {
    return type[call];
  }

  int sceneMillis(int call) {
    return scene[call];
  }

  /** Time at the hospital, or −1 for a patient who is not taken there. */
  public int hospitalMillis(int call) {
    return hospital[call];
  }
}
