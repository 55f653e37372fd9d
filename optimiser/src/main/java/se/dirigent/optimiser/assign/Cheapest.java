package se.dirigent.optimiser.assign;

/** Puts the cheapest few of many indices first, in order, without sorting them all. */
final class Cheapest {
  private Cheapest() {}

  /**
   * Moves the {@code keep} cheapest of the first {@code count} indices to the front, in rising
   * order of cost and then of index.
   *
   * @param index indices into costs; reordered
   * @param keep at most count
   */
  static void first(int[] index, int count, int keep, double[] costs) {
    if (keep == 0) {
      return;
    }
    // A heap of the cheapest so far with the dearest of them on top: most candidates of a large
    // fleet are dearer than that and cost one comparison.
    for (int i = keep / 2 - 1; i >= 0; i--) {
      sink(index, i, keep, costs);
    }
    for (int i = keep; i < count; i++) {
      if (dearer(index[0], index[i], costs)) {
        swap(index, 0, i);
        sink(index, 0, keep, costs);
      }
    }
    for (int end = keep - 1; end > 0; end--) {
      swap(index, 0, end);
      sink(index, 0, end, costs);
    }
  }

  private static void sink(int[] heap, int from, int size, double[] costs) {
    int at = from;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && dearer(heap[child + 1], heap[child], costs)) {
        child++;
      }
      if (!dearer(heap[child], heap[at], costs)) {
        return;
      }
      swap(heap, at, child);
      at = child;
    }
  }

  private static boolean dearer(int a, int b, double[] costs) {
    return costs[a] > costs[b] || costs[a] == costs[b] && a > b;
  }

  private static void swap(int[] a, int i, int j) {
    int kept = a[i];
    a[i] = a[j];
    a[j] = kept;
  }
}
