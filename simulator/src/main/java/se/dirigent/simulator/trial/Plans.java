package se.dirigent.simulator.trial;

import se.dirigent.simulator.engine.Engine;

/**
 * What a run plans, as words that the kernel keeps: a kind in the lowest three bits and above it
 * whom it is about. What is planned for a unit may be outdated when it comes, since the unit has
 * been sent elsewhere; a stamp tells. The last kind is that of what other parts of a run plan.
 */
final class Plans {
  static final int CALL = 0;
  static final int ARRIVED = 1;
  static final int FREE = 2;
  static final int AT_BASE = 3;
  static final int DUTY = 4;
  static final int MEAL = 5;
  static final int MEAL_ENDS = 6;

  /** Of a part of the run, whose number is in the next four bits. */
  static final int PART = 7;

  private static final int UNIT_BITS = 16;

  private static final int PART_BITS = 4;

  private final Engine engine;
  private final int[] stamp;

  Plans(Engine engine, int units) {
    this.engine = engine;
    this.stamp = new int[units];
  }

  long now() {
    return engine.now();
  }

  void plan(long at, int kind, long subject) {
    engine.plan(at, subject << 3 | kind);
  }

  /** Plans something that is outdated when the unit is sent elsewhere. */
  void planStamped(long at, int kind, int unit) {
    engine.plan(at, ((long) stamp[unit] << UNIT_BITS | unit) << 3 | kind);
  }

  /** Plans something of another part. */
  void planPart(long at, int part, long what) {
    engine.plan(at, (what << PART_BITS | part) << 3 | PART);
  }

  /** What was planned for a unit is outdated. */
  void outdate(int unit) {
    stamp[unit]++;
  }

  void note(long what) {
    engine.note(what);
  }

  static int kind(long word) {
    return (int) (word & 7);
  }

  static long subject(long word) {
    return word >>> 3;
  }

  static int unit(long word) {
    return (int) (word >>> 3 & 0xFFFF);
  }

  /** The part that planned something. */
  static int part(long word) {
    return (int) (subject(word) & (1 << PART_BITS) - 1);
  }

  /** What a part planned. */
  static long ofPart(long word) {
    return subject(word) >>> PART_BITS;
  }

  /** Whether what was planned for a unit no longer holds. */
  boolean outdated(long word) {
    int kind = kind(word);
    boolean stamped = kind == ARRIVED || kind == AT_BASE || kind == MEAL_ENDS;
    return stamped && (int) (word >>> 3 + UNIT_BITS) != stamp[unit(word)];
  }
}
