package se.dirigent.optimiser.plan.search;

/**
 * What was found of rides and routes before. From round to round few routes change, and when a
 * round is taken back they are again what they were; so most questions have been asked already. A
 * new answer takes the room of an old one. Two different questions have the same mark about once in
 * 2^64 / {@value #ROOM} times.
 */
final class Answers {
  /** Room for answers, a power of two: some megabytes, which stay in the processor's caches. */
  private static final int ROOM = 1 << 17;

  /** No place below the cost that is noted. */
  static final int NONE = -1;

  private static final int HALF = 16;

  private final long[] questions = new long[ROOM];
  private final double[] costs = new double[ROOM];
  private final int[] places = new int[ROOM];

  /** Goes on with a mark: the same numbers in another order give another one. */
  static long mixed(long mark, long next) {
    // The finishing step of SplitMix64 (Steele, Lea and Flood 2014).
    long z = mark * 0x9E3779B97F4A7C15L + next + 1;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Where an answer to this question is or will be. */
  int slot(long question) {
    return (int) question & (ROOM - 1);
  }

  boolean has(int slot, long question) {
    return questions[slot] == question;
  }

  /** The least cost found, or the limit under which nothing was found. */
  double cost(int slot) {
    return costs[slot];
  }

  /** Whether a place was found, and not only that there is none below a limit. */
  boolean isPlace(int slot) {
    return places[slot] != NONE;
  }

  int pickupAfter(int slot) {
    return places[slot] >>> HALF;
  }

  int deliveryAfter(int slot) {
    return places[slot] & ((1 << HALF) - 1);
  }

  void note(int slot, long question, double cost, int pickupAfter, int deliveryAfter) {
    questions[slot] = question;
    costs[slot] = cost;
    places[slot] = pickupAfter << HALF | deliveryAfter;
  }

  void noteNone(int slot, long question, double limit) {
    questions[slot] = question;
    costs[slot] = limit;
    places[slot] = NONE;
  }
}
