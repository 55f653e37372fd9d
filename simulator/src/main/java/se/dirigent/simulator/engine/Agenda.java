package se.dirigent.simulator.engine;

import java.util.Arrays;

/**
 * What is still to happen, in order of time; what is planned for the same time comes in the order
 * in which it was planned. A moment is any whole number; what happens is a word the model gives
 * meaning to. Not for use by several threads.
 *
 * <p>A ladder queue: events far ahead lie unsorted, come down through rungs of ever narrower
 * buckets, and only the few that are next are sorted, so that the work for one event does not grow
 * with their number. Source: Tang, Goh and Thng, Ladder queue: an O(1) priority queue structure for
 * large-scale discrete event simulation, ACM TOMACS 15(3), 2005, pp. 175–204. Here all lies in
 * plain arrays, widths are powers of two, and equal times stay in order without being numbered.
 */
public final class Agenda {
  /** A bucket this small is sorted; a larger one becomes a rung of its own. */
  private static final int SORTED_MAX = 24;

  /** So many sorted events are spread over a rung again. */
  private static final int NEAR_MAX = 96;

  /** Each rung is narrower by four bits at least, so 63 bits need no more. */
  private static final int RUNGS_MAX = 16;

  private final Cells cells = new Cells();
  private final Rung[] rungs = new Rung[RUNGS_MAX];
  private int depth;

  /** The events that are next, ascending, from {@code first} to {@code end}. */
  private long[] nearAt = new long[2 * NEAR_MAX];

  private long[] nearWhat = new long[2 * NEAR_MAX];
  private int first;
  private int end;

  private int farHead = Cells.NONE;
  private int farTail = Cells.NONE;
  private int farCount;
  private long farFrom = Long.MIN_VALUE;
  private long farLeast;
  private long farMost;

  private int size;
  private long at;
  private long what;

  /** Number of events still to happen. */
  public int size() {
    return size;
  }

  /** The moment of the event that {@link #advance} took. */
  public long at() {
    return at;
  }

  /** What the event that {@link #advance} took is. */
  public long what() {
    return what;
  }

  /**
   * Plans an event.
   *
   * @param when any moment, also one that has passed: then it is next
   * @param event what it is
   */
  public void add(long when, long event) {
    size++;
    if (when >= farFrom) {
      addFar(when, event);
      return;
    }
    for (int r = 0; r < depth; r++) {
      if (when >= rungs[r].from()) {
        rungs[r].add(cells.take(when, event), when, cells);
        return;
      }
    }
    addNear(when, event);
  }

  /** Takes the next event; false when there is none. */
  public boolean advance() {
    if (first == end && !refill()) {
      return false;
    }
    at = nearAt[first];
    what = nearWhat[first];
    if (++first == end) {
      first = 0;
      end = 0;
    }
    size--;
    return true;
  }

  /** The moment of the next event, or {@link Long#MAX_VALUE} when there is none. */
  public long peek() {
    return first == end && !refill() ? Long.MAX_VALUE : nearAt[first];
  }

  private void addFar(long when, long event) {
    int cell = cells.take(when, event);
    if (farCount++ == 0) {
      farHead = cell;
      farLeast = when;
      farMost = when;
    } else {
      cells.link(farTail, cell);
      farLeast = Math.min(farLeast, when);
      farMost = Math.max(farMost, when);
    }
    farTail = cell;
  }

  private void addNear(long when, long event) {
    if (end == nearAt.length) {
      makeRoom();
    }
    int place = end++;
    while (place > first && nearAt[place - 1] > when) {
      nearAt[place] = nearAt[place - 1];
      nearWhat[place] = nearWhat[place - 1];
      place--;
    }
    nearAt[place] = when;
    nearWhat[place] = event;
    if (end - first > NEAR_MAX) {
      spreadNear();
    }
  }

  private void makeRoom() {
    int count = end - first;
    if (2 * count > nearAt.length) {
      nearAt = Arrays.copyOf(nearAt, 2 * nearAt.length);
      nearWhat = Arrays.copyOf(nearWhat, nearAt.length);
    }
    System.arraycopy(nearAt, first, nearAt, 0, count);
    System.arraycopy(nearWhat, first, nearWhat, 0, count);
    first = 0;
    end = count;
  }

  /** Puts the sorted events on a rung of their own, unless their times are all the same. */
  private void spreadNear() {
    long least = nearAt[first];
    long most = nearAt[end - 1];
    if (least == most || depth == RUNGS_MAX) {
      return;
    }
    long until = depth == 0 ? farFrom : rungs[depth - 1].from();
    Rung rung = rung(least, most, until, end - first);
    for (int i = first; i < end; i++) {
      rung.add(cells.take(nearAt[i], nearWhat[i]), nearAt[i], cells);
    }
    first = 0;
    end = 0;
    refill();
  }

  private Rung rung(long least, long most, long until, int count) {
    if (rungs[depth] == null) {
      rungs[depth] = new Rung();
    }
    Rung rung = rungs[depth++];
    rung.open(least, most, until, count);
    return rung;
  }

  /** Sorts the next few events; false when there are none. */
  private boolean refill() {
    while (first == end) {
      if (depth == 0) {
        if (farCount == 0) {
          return false;
        }
        lower();
      } else if (rungs[depth - 1].isEmpty()) {
        depth--;
      } else {
        descend(rungs[depth - 1]);
      }
    }
    return true;
  }

  /** Brings down all that lay far ahead. */
  private void lower() {
    int cell = farHead;
    int count = farCount;
    farCount = 0;
    farFrom = farMost + 1;
    if (count <= SORTED_MAX || farLeast == farMost) {
      sort(cell);
    } else {
      distribute(cell, rung(farLeast, farMost, farFrom, count));
    }
  }

  private void descend(Rung from) {
    int bucket = from.next();
    int count = from.count(bucket);
    long start = from.start(bucket);
    int cell = from.takeBucket(bucket);
    long until = from.from();
    if (count <= SORTED_MAX || until - start == 1 || depth == RUNGS_MAX) {
      sort(cell);
    } else {
      distribute(cell, rung(start, until - 1, until, count));
    }
  }

  private void distribute(int head, Rung rung) {
    int cell = head;
    while (cell != Cells.NONE) {
      int next = cells.next(cell);
      rung.add(cell, cells.at(cell), cells);
      cell = next;
    }
  }

  private void sort(int head) {
    int cell = head;
    while (cell != Cells.NONE) {
      int next = cells.next(cell);
      long when = cells.at(cell);
      long event = cells.what(cell);
      cells.free(cell);
      if (end == nearAt.length) {
        makeRoom();
      }
      int place = end++;
      while (place > first && nearAt[place - 1] > when) {
        nearAt[place] = nearAt[place - 1];
        nearWhat[place] = nearWhat[place - 1];
        place--;
      }
      nearAt[place] = when;
      nearWhat[place] = event;
      cell = next;
    }
  }
}
