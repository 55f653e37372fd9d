package se.dirigent.simulator.ride.air;

import java.util.Arrays;
import se.dirigent.simulator.chance.Streams;

/**
 * A region's helicopters as care transports meet them: bound by calls a part of the time, grounded
 * by weather, and one patient at a time. One for each run; not for use by several threads.
 */
public final class Helicopters {
  /** Part of the time that a helicopter is on a call [assumption]. */
  private static final double ON_CALLS = 0.15;

  /**
   * A fifth of the time unfit, in spells of six hours: 391 of 1 940 missions in Northern Finland
   * could not be flown in 2017 (Impact of icing weather conditions, Scandinavian Journal of Trauma
   * 27, 2019); the spells are an [assumption].
   */
  private static final double OPEN_HOURS = 24;

  private static final double CLOSED_HOURS = 6;

  private final double[] freeAt;
  private final Weather weather;
  private final Streams.Each calls;

  /** So many helicopters for some days. */
  public Helicopters(int count, Streams streams, int days) {
    this.freeAt = new double[count];
    this.calls = streams.each("ride.helicopter.calls");
    this.weather =
        new Weather(OPEN_HOURS, CLOSED_HOURS, streams.of("ride.helicopter.weather"), days);
  }

  /**
   * Whether one takes a patient at a moment, and then it is bound.
   *
   * @param key of the request: the same request meets the same in every scenario
   * @param at when it is to take off for the patient, in milliseconds
   * @param boundMillis until it is back and ready
   */
  public boolean takes(long key, long at, long boundMillis) {
    double drawn = calls.of(key).nextDouble();
    int best = 0;
    for (int i = 1; i < freeAt.length; i++) {
      best = freeAt[i] < freeAt[best] ? i : best;
    }
    long free = Arrays.stream(freeAt).filter(until -> until <= at).count();
    boolean fit = weather.whenOpen(at) == at;
    if (free == 0 || !fit || drawn < StrictMath.pow(ON_CALLS, free)) {
      return false;
    }
    freeAt[best] = at + boundMillis;
    return true;
  }
}
