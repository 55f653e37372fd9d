package se.dirigent.simulator.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.arrival.Arrivals;
import se.dirigent.simulator.arrival.Unrest;
import se.dirigent.simulator.chain.Centre;
import se.dirigent.simulator.chain.Receiving;
import se.dirigent.simulator.chain.Staffing;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.ground.Ground;

/** Where the patients of one run are taken, and how long crews wait there for a place. */
final class Reception {
  private static final int ARRIVES = 0;
  private static final int WALKS_IN = 1;
  private static final int LEAVES = 2;

  private final int part;
  private final TrialWorld world;
  private final Ground ground;
  private final Calls calls;
  private final Situation situation;
  private final Usable usable;
  private final Plans plans;
  private final ChainTally tally;
  private final @Nullable Receiving rules;

  /** One for each patient: who comes before, and where, changes nothing of how long one stays. */
  private final Streams.Each stays;

  /** The department of each hospital; null for one that always has a place. */
  private final @Nullable Room[] rooms;

  /** A department at work; a job is a patient's number. */
  private static final class Room {
    final Receiving.Room of;
    final Line line;
    final Map<Integer, Integer> crews = new HashMap<>();

    /** By what the stay of each patient who waits is drawn. */
    final Map<Integer, Long> keys = new HashMap<>();

    long[] walkIns = new long[0];
    int walkedIn;
    int patients;
    int taken;
    long since;

    Room(Receiving.Room of) {
      this.of = of;
      this.line = new Line(new Centre.Desk(Staffing.always(of.places()), of.stay()));
    }

    /** A patient waits for a place. */
    void comes(long key, int level) {
      keys.put(patients, key);
      line.add(patients++, level);
    }
  }

  Reception(
      int part,
      TrialWorld world,
      Calls calls,
      Situation situation,
      Usable usable,
      Plans plans,
      ChainTally tally) {
    this.part = part;
    this.world = world;
    this.ground = world.ground();
    this.calls = calls;
    this.situation = situation;
    this.usable = usable;
    this.plans = plans;
    this.tally = tally;
    this.rules = world.chain().receiving();
    this.stays = calls.chance("chain.stays");
    this.rooms = new Room[ground.hospitals()];
    if (rules != null) {
      for (Receiving.Room of : rules.rooms()) {
        int hospital = world.named().hospital(of.hospital());
        rooms[hospital] = new Room(of);
      }
    }
  }

  /** Draws those who walk in over some days. */
  void begin(int days) {
    for (int hospital = 0; hospital < rooms.length; hospital++) {
      Room room = rooms[hospital];
      if (room != null && room.of.walkInsPerDay() > 0) {
        long seed = calls.chance("chain.walk-ins").of(room.of.hospital().hashCode()).nextLong();
        room.walkIns =
            Arrivals.draw(
                room.of.walkInsPerDay(),
                world.model().rhythm().with(Unrest.none()),
                new Streams(seed),
                days);
        planWalkIn(hospital, room);
      }
    }
  }

  private void planWalkIn(int hospital, Room room) {
    if (room.walkedIn < room.walkIns.length) {
      plans.planPart(room.walkIns[room.walkedIn++], part, word(WALKS_IN, hospital, 0));
    }
  }

  private static long word(int kind, int hospital, int whom) {
    return (long) whom << 14 | (long) hospital << 2 | kind;
  }

  /** Whether the hospital is chosen when the patient leaves, and may be full. */
  boolean isActive() {
    return rules != null;
  }

  /** The hospital for a patient, as it looks now. */
  int choose(int number) {
    int zone = calls.zone(number);
    int nearest = usable.hospitalNearest(zone);
    int best = nearest;
    double least = Double.POSITIVE_INFINITY;
    for (int hospital = 0; hospital < rooms.length; hospital++) {
      if (receives(hospital, situation.level(number))) {
        double wait = ground.millis(ground.node(zone), ground.hospital(hospital), false);
        if (rules != null && rules.choice() == Receiving.Choice.SOONEST) {
          wait += expectedMillis(rooms[hospital], situation.level(number));
        }
        if (wait < least) {
          least = wait;
          best = hospital;
        }
      }
    }
    tally.taken(calls.at(number), best != ground.hospitalNearest(zone));
    return best;
  }

  private boolean receives(int hospital, int level) {
    Room room = rooms[hospital];
    boolean full = room != null && level > 1 && room.crews.size() > room.of.divertAbove();
    return usable.isOpen(hospital) && !full && (room == null || level >= room.of.receivesFrom());
  }

  /** Those before it, and itself, each leave one place after a share of a stay. */
  private static double expectedMillis(@Nullable Room room, int level) {
    if (room == null || room.taken < room.of.places()) {
      return 0;
    }
    double stay = 60_000 * room.of.stay().minutes();
    return (room.line.before(level) + 1) * stay / room.of.places();
  }

  /** A crew sets off for a hospital and is there at a moment. */
  void expect(int unit, int hospital, long at) {
    plans.planPart(at, part, word(ARRIVES, hospital, unit));
  }

  /** Something planned comes. */
  void happen(long what) {
    int kind = (int) (what & 3);
    int hospital = (int) (what >>> 2 & 0xFFF);
    int whom = (int) (what >>> 14);
    Room room = rooms[hospital];
    if (kind == ARRIVES) {
      arrives(whom, hospital, room);
    } else if (room != null) {
      if (kind == WALKS_IN) {
        // Beyond every call's key, which has 32 bits.
        long key = (long) room.of.hospital().hashCode() << 33 ^ (1L << 32) ^ room.walkedIn;
        planWalkIn(hospital, room);
        room.comes(key, world.model().levels().size() + 1);
      } else {
        count(room);
        room.taken--;
        room.line.done(whom);
      }
      place(hospital, room);
    }
  }

  private void arrives(int unit, int hospital, @Nullable Room room) {
    if (room == null) {
      handOver(unit, 0);
    } else {
      situation.arrives[unit] = plans.now();
      int number = situation.call[unit];
      room.crews.put(room.patients, unit);
      room.comes(calls.key(number) & 0xFFFFFFFFL, situation.level(number));
      place(hospital, room);
    }
  }

  private void place(int hospital, Room room) {
    for (Integer p = room.line.next(plans.now()); p != null; p = room.line.next(plans.now())) {
      count(room);
      room.taken++;
      RandomGenerator stay = stays.of(Objects.requireNonNull(room.keys.remove(p)));
      long leaves = plans.now() + room.of.stay().millis(stay);
      plans.planPart(leaves, part, word(LEAVES, hospital, p));
      Integer crew = room.crews.remove(p);
      if (crew != null) {
        handOver(crew, plans.now() - situation.arrives[crew]);
      }
    }
  }

  private void handOver(int unit, long waited) {
    int number = situation.call[unit];
    tally.offloaded(calls.at(number), waited);
    plans.plan(plans.now() + calls.hospitalMillis(number), Plans.FREE, unit);
  }

  private void count(Room room) {
    long from = Math.max(room.since, Tally.COUNTED_FROM);
    tally.places((double) room.taken * Math.max(0, plans.now() - from));
    room.since = plans.now();
  }

  /** Counts to the end, those who still wait too; gives the places there are. */
  int end() {
    List<Room> all = new ArrayList<>();
    Arrays.stream(rooms).filter(room -> room != null).forEach(all::add);
    all.forEach(this::count);
    for (Room room : all) {
      for (int crew : room.crews.values()) {
        long came = calls.at(situation.call[crew]);
        tally.notOffloaded(came, plans.now() - situation.arrives[crew]);
      }
    }
    return all.stream().mapToInt(room -> room.of.places()).sum();
  }
}
