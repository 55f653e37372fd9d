package se.dirigent.simulator.arrival;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import se.dirigent.simulator.chance.Streams;

/**
 * How well a rhythm foretells weeks that it was not found in. A model that is right has half of
 * what came within its 50 % interval and nine of ten within its 90 %; one that is too sure has
 * fewer.
 *
 * @param weeks held out
 * @param calls that came in them
 * @param expected that the rhythm foretold
 * @param hour50 part of the hours whose count lies within the 50 % interval
 * @param hour90 within the 90 % interval
 * @param day50 the same of whole days
 * @param day90 the same
 */
public record HeldOut(
    int weeks,
    int calls,
    double expected,
    double hour50,
    double hour90,
    double day50,
    double day90) {
  /** Drawn weeks that foretell each count: quantiles to a few thousandths. */
  private static final int DRAWS = 500;

  private static final int DAY = 24;
  private static final double HOUR_MILLIS = 3_600_000;

  /**
   * Tries a rhythm.
   *
   * @param counts calls in each hour of the weeks held out, from a Monday's midnight
   * @param seed of the draws
   */
  public static HeldOut of(ArrivalFit fit, int[] counts, long seed) {
    int[][] drawn = new int[DRAWS][];
    for (int draw = 0; draw < DRAWS; draw++) {
      long[] moments =
          Arrivals.draw(fit.perDay(), fit.rhythm(), new Streams(seed + draw), counts.length / DAY);
      drawn[draw] = new int[counts.length];
      for (long moment : moments) {
        drawn[draw][(int) (moment / HOUR_MILLIS)]++;
      }
    }
    RandomGenerator ties = new Streams(seed).of("arrival.ties");
    double[] byHour = ranks(counts, drawn, ties);
    int[][] days = Arrays.stream(drawn).map(HeldOut::days).toArray(int[][]::new);
    double[] byDay = ranks(days(counts), days, ties);
    int weeks = counts.length / Rhythm.HOURS;
    return new HeldOut(
        weeks,
        Arrays.stream(counts).sum(),
        7 * weeks * fit.perDay(),
        within(byHour, 0.5),
        within(byHour, 0.9),
        within(byDay, 0.5),
        within(byDay, 0.9));
  }

  private static int[] days(int[] hours) {
    int[] days = new int[hours.length / DAY];
    for (int hour = 0; hour < hours.length; hour++) {
      days[hour / DAY] += hours[hour];
    }
    return days;
  }

  /**
   * Where each count lies among those drawn, 0 to 1. Equal counts are told apart by chance, so that
   * the ranks of a right model are even (randomized probability integral transform; Czado, Gneiting
   * and Held, Predictive model assessment for count data, Biometrics 65, 2009).
   */
  private static double[] ranks(int[] counts, int[][] drawn, RandomGenerator ties) {
    double[] ranks = new double[counts.length];
    for (int at = 0; at < counts.length; at++) {
      int below = 0;
      int equal = 0;
      for (int[] draw : drawn) {
        below += draw[at] < counts[at] ? 1 : 0;
        equal += draw[at] == counts[at] ? 1 : 0;
      }
      ranks[at] = (below + ties.nextDouble() * equal) / drawn.length;
    }
    return ranks;
  }

  private static double within(double[] ranks, double part) {
    double tail = (1 - part) / 2;
    return (double) Arrays.stream(ranks).filter(r -> r >= tail && r <= 1 - tail).count()
        / ranks.length;
  }
}
