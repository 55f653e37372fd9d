package se.dirigent.benchmarks.engine;

import java.util.Arrays;

/**
 * The pending set that our kernel did not get: a heap with four children to a node in plain arrays,
 * ties by number. Kept so that the choice can be measured again.
 */
final class FourHeap {
  private long[] at = new long[64];
  private long[] number = new long[64];
  private long[] what = new long[64];
  private int size;
  private long next;
  private long takenAt;
  private long takenWhat;

  long at() {
    return takenAt;
  }

  long what() {
    return takenWhat;
  }

  void add(long when, long event) {
    if (size == at.length) {
      at = Arrays.copyOf(at, 2 * size);
      number = Arrays.copyOf(number, 2 * size);
      what = Arrays.copyOf(what, 2 * size);
    }
    int place = size++;
    while (place > 0 && at[(place - 1) >> 2] > when) {
      move((place - 1) >> 2, place);
      place = (place - 1) >> 2;
    }
    put(place, when, next++, event);
  }

  boolean advance() {
    if (size == 0) {
      return false;
    }
    takenAt = at[0];
    takenWhat = what[0];
    int last = --size;
    int place = 0;
    int child = least(place);
    while (child < size && before(child, last)) {
      move(child, place);
      place = child;
      child = least(place);
    }
    put(place, at[last], number[last], what[last]);
    return true;
  }

  private int least(int parent) {
    int least = 4 * parent + 1;
    int end = Math.min(least + 4, size);
    for (int child = least + 1; child < end; child++) {
      if (before(child, least)) {
        least = child;
      }
    }
    return least;
  }

  private boolean before(int a, int b) {
    return at[a] < at[b] || at[a] == at[b] && number[a] < number[b];
  }

  private void move(int from, int to) {
    put(to, at[from], number[from], what[from]);
  }

  private void put(int place, long when, long seq, long event) {
    at[place] = when;
    number[place] = seq;
    what[place] = event;
  }
}
