package se.dirigent.benchmarks.plan;

import java.util.List;

/**
 * A kind of vehicle.
 *
 * <p>What each offers is a sum of {@link #OXYGEN}, {@link #NURSE} and {@link #VENTILATOR}.
 *
 * <p>Each has room for seats, wheelchairs and stretchers in this order, and a price in kronor for a
 * minute on the move and for being used at all.
 */
enum TransportKind {
  TAXI(List.of(3, 0, 0), 0, 9, 0),
  WHEELCHAIR_TAXI(List.of(3, 2, 0), 0, 12, 0),
  LYING_TRANSPORT(List.of(2, 1, 1), 0, 16, 300),
  LIGHT_CARE(List.of(1, 0, 1), TransportKind.OXYGEN, 20, 500),
  AMBULANCE(
      List.of(1, 0, 1),
      TransportKind.OXYGEN | TransportKind.NURSE | TransportKind.VENTILATOR,
      35,
      800);

  /** Bits of what a patient may need. */
  static final long OXYGEN = 1;

  static final long NURSE = 2;
  static final long VENTILATOR = 4;

  private final List<Integer> capacity;
  private final long offers;
  private final double perMinute;
  private final double use;

  TransportKind(List<Integer> capacity, long offers, double perMinute, double use) {
    this.capacity = capacity;
    this.offers = offers;
    this.perMinute = perMinute;
    this.use = use;
  }

  List<Integer> capacity() {
    return capacity;
  }

  long offers() {
    return offers;
  }

  double perMinute() {
    return perMinute;
  }

  double use() {
    return use;
  }
}
