package se.dirigent.simulator.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import se.dirigent.simulator.engine.Model;
import se.dirigent.simulator.ground.Ground;
import se.dirigent.simulator.ground.Journey;
import se.dirigent.simulator.trial.Situation.Doing;

/**
 * Looks at one day of a run between what happens, and tells what has changed. It changes nothing:
 * the trace of a run that is filmed is that of one that is not.
 */
final class Camera {
  private static final long DAY_MILLIS = 86_400_000;

  /** Nodes lie up to a minute apart: this often is often enough to see each. */
  private static final long LOOK_MILLIS = 15_000;

  private static final long NEVER = -1;

  private final Situation situation;
  private final Ground ground;
  private final Calls calls;
  private final Conveyance conveyance;
  private final long from;
  private final List<Film.Step> steps = new ArrayList<>();
  private final List<Film.Spot> spots = new ArrayList<>();
  private final Doing[] doing;
  private final int[] call;
  private final int[] node;

  /** When a unit leaves with its patient, until it has been told. */
  private final long[] leaves;

  private long looked;
  private boolean begun;

  Camera(Situation situation, Calls calls, Conveyance conveyance, int day) {
    this.conveyance = conveyance;
    this.leaves = new long[situation.units()];
    this.situation = situation;
    this.ground = situation.ground();
    this.calls = calls;
    this.from = day * DAY_MILLIS;
    this.doing = new Doing[situation.units()];
    this.call = new int[situation.units()];
    this.node = new int[situation.units()];
    Arrays.fill(node, -1);
    Arrays.fill(leaves, NEVER);
  }

  /** The run with somebody looking on. */
  Model around(Model run) {
    return what -> {
      before(situation.now());
      run.happen(what);
      if (begun) {
        tell(situation.now());
      }
    };
  }

  /** Something is about to happen: until now everybody has done what they did. */
  private void before(long now) {
    if (now < from) {
      return;
    }
    if (!begun) {
      begun = true;
      looked = from;
      // First where the run has them, then what is told of those who are under way with a patient.
      look(from);
      tell(from);
    }
    while (looked + LOOK_MILLIS <= now) {
      looked += LOOK_MILLIS;
      look(looked);
    }
  }

  private void tell(long now) {
    for (int unit = 0; unit < doing.length; unit++) {
      Doing does = situation.doing[unit];
      boolean meets = does == Doing.ROLLING || does == Doing.BUSY;
      int on = meets ? situation.call[unit] : Policy.NONE;
      if (does != doing[unit] || on != call[unit]) {
        doing[unit] = does;
        call[unit] = on;
        leaves[unit] = does == Doing.BUSY ? meet(unit, on, now) : NEVER;
        if (does != Doing.BUSY) {
          step(now, unit, filmed(does), on);
        }
      }
      // Where a patient is taken is known when the crew leaves, at the latest.
      if (leaves[unit] != NEVER && convey(unit, on)) {
        leaves[unit] = NEVER;
      }
    }
  }

  /** A unit has arrived; gives when it leaves with the patient. */
  private long meet(int unit, int on, long now) {
    long arrived = Math.min(now, situation.arrives[unit]);
    step(arrived, unit, Film.Doing.AT_ADDRESS, on);
    return calls.hospitalMillis(on) < 0 ? NEVER : arrived + calls.sceneMillis(on);
  }

  /** Tells of a drive with a patient; false while nobody knows where to. */
  private boolean convey(int unit, int on) {
    int hospital = hospitalAt(situation.nodeOf(unit));
    if (hospital < 0) {
      return false;
    }
    long departs = leaves[unit];
    long takes = conveyance.takes(unit, on, hospital);
    step(departs, unit, Film.Doing.LOADED, on);
    step(departs + takes, unit, Film.Doing.AT_HOSPITAL, on);
    if (situation.isAir(unit)) {
      spot(departs + takes, unit, ground.node(ground.hospital(hospital)));
      return true;
    }
    int was = ground.node(calls.zone(on));
    Journey way = new Journey(ground, was);
    long usual = way.setOff(ground.hospital(hospital), false, 0, 0);
    double pace = usual == 0 ? 1 : (double) takes / usual;
    for (long at = 0; at < usual + LOOK_MILLIS; at += LOOK_MILLIS) {
      int next = way.node(at);
      if (next != was) {
        spot(departs + Math.round(pace * at), unit, next);
        was = next;
      }
    }
    return true;
  }

  private int hospitalAt(int place) {
    for (int h = 0; h < ground.hospitals(); h++) {
      if (ground.node(ground.hospital(h)) == place) {
        return h;
      }
    }
    return -1;
  }

  private static Film.Doing filmed(Doing doing) {
    return switch (doing) {
      case OFF -> Film.Doing.OFF;
      case STANDING -> Film.Doing.STANDING;
      case TO_BASE -> Film.Doing.TO_BASE;
      case ROLLING -> Film.Doing.ROLLING;
      case BUSY -> Film.Doing.AT_ADDRESS;
      case PROMISED -> Film.Doing.PROMISED;
      case CARRYING -> Film.Doing.CARRYING;
    };
  }

  private void look(long at) {
    for (int unit = 0; unit < node.length; unit++) {
      // Who is busy has been told of until it is free; the run itself has it at the end already.
      if (situation.doing[unit] == Doing.BUSY && node[unit] >= 0) {
        continue;
      }
      int now = situation.journey[unit].node(at);
      if (now != node[unit]) {
        node[unit] = now;
        spot(at, unit, now);
      }
    }
  }

  private void step(long at, int unit, Film.Doing does, int on) {
    steps.add(new Film.Step(Math.max(0, at - from), unit, does, on));
  }

  private void spot(long at, int unit, int where) {
    spots.add(new Film.Spot(Math.max(0, at - from), unit, ground.position(where)));
  }

  /**
   * What was seen until now.
   *
   * @param all whether every call waits for a unit until it gets one; else those who never got one
   *     may have been helped without
   */
  Film film(boolean all, long traceHash) {
    before(situation.now());
    steps.removeIf(step -> step.at() >= DAY_MILLIS);
    spots.removeIf(spot -> spot.at() >= DAY_MILLIS);
    // Both keep the order of what has the same moment.
    steps.sort(Comparator.comparingLong(Film.Step::at));
    spots.sort(Comparator.comparingLong(Film.Spot::at));
    TreeSet<Integer> shown = new TreeSet<>();
    steps.stream().map(Film.Step::call).filter(on -> on >= 0).forEach(shown::add);
    for (int number = 0; number < calls.size() && all; number++) {
      if (calls.at(number) >= from && calls.at(number) < from + DAY_MILLIS) {
        shown.add(number);
      }
    }
    return new Film(shown.stream().map(this::call).toList(), steps, spots, traceHash);
  }

  private Film.Call call(int number) {
    int zone = calls.zone(number);
    return new Film.Call(
        number,
        calls.at(number) - from,
        calls.level(number),
        ground.position(ground.node(zone)),
        zone,
        calls.type(number));
  }
}
