package se.dirigent.optimiser.queueing;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A small area whose calls all prefer units in the same order (Larson's "geographical atom").
 *
 * @param rate calls per unit of time, from zero up
 * @param preference index of every unit, the first choice first
 */
public record Atom(double rate, List<Integer> preference) {
  public Atom {
    if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("rate is " + rate + "; give a finite number from 0 up");
    }
    preference = List.copyOf(preference);
    List<Integer> sorted = preference.stream().sorted().toList();
    if (!sorted.equals(IntStream.range(0, preference.size()).boxed().toList())) {
      throw new IllegalArgumentException(
          "preference is " + preference + "; name every unit from 0 on exactly once");
    }
  }
}
