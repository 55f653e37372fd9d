package se.dirigent.simulator.engine;

import java.util.Arrays;

/** Buckets of equal width over a stretch of time. Buckets before the current one are spent. */
final class Rung {
  /** Buckets at most: a wider spread is left to the next rung. */
  private static final int BUCKETS_MAX = 1 << 16;

  private int[] head = new int[0];
  private int[] tail = new int[0];
  private int[] count = new int[0];
  private long begin;
  private long until;
  private int shift;
  private int last;
  private int current;
  private long from;
  private int events;

  /**
   * Begins anew, empty.
   *
   * @param least first moment
   * @param most last moment of those expected; later ones up to {@code end} share the last bucket
   * @param end first moment after the rung, where the one above it begins
   * @param expected how many events
   */
  void open(long least, long most, long end, int expected) {
    int wanted = Math.min(expected, BUCKETS_MAX / 2);
    long range = most - least;
    shift = Math.max(0, 63 - Long.numberOfLeadingZeros(Math.max(1, range / wanted)));
    int buckets = (int) (range >>> shift) + 1;
    if (head.length < buckets) {
      int room = Math.max(64, Integer.highestOneBit(buckets) * 2);
      head = new int[room];
      tail = new int[room];
      count = new int[room];
    }
    Arrays.fill(count, 0, buckets, 0);
    begin = least;
    until = end;
    last = buckets - 1;
    current = 0;
    from = least;
    events = 0;
  }

  /** The first moment that still belongs here. */
  long from() {
    return from;
  }

  boolean isEmpty() {
    return events == 0;
  }

  void add(int cell, long at, Cells cells) {
    int bucket = (int) Math.min(last, (at - begin) >>> shift);
    cells.link(cell, Cells.NONE);
    if (count[bucket]++ == 0) {
      head[bucket] = cell;
    } else {
      cells.link(tail[bucket], cell);
    }
    tail[bucket] = cell;
    events++;
  }

  /** The next bucket that is not empty; there must be one. */
  int next() {
    int bucket = current;
    while (count[bucket] == 0) {
      bucket++;
    }
    return bucket;
  }

  int count(int bucket) {
    return count[bucket];
  }

  long start(int bucket) {
    return begin + ((long) bucket << shift);
  }

  /** The list of a bucket, which is spent with it, and all before it. */
  int takeBucket(int bucket) {
    events -= count[bucket];
    count[bucket] = 0;
    current = bucket + 1;
    from = bucket == last ? until : start(current);
    return head[bucket];
  }
}
