package se.dirigent.simulator.arrival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A rhythm found in counts of calls by hour.
 *
 * @param perDay mean of calls a day
 * @param rhythm their spread over the week, and their unrest
 * @param weeks how many whole weeks it was found in
 */
public record ArrivalFit(double perDay, Rhythm rhythm, int weeks) {
  /** Fewer weeks say nothing of how one week differs from another. */
  public static final int WEEKS_MIN = 2;

  /**
   * How many calls the mean of hour and weekday weighs beside an hour of the week's own count: few
   * weeks would else make each empty hour of the night an hour when nobody ever calls.
   */
  private static final double PRIOR_CALLS = 10;

  /** Memories that are tried. */
  private static final int MEMORIES = 100;

  private static final int DAY = 24;

  /** Hours apart that are looked at: with more, few pairs lie within one day. */
  private static final int LAGS = 13;

  /**
   * Finds it.
   *
   * @param counts calls in each hour from a Monday's midnight, whole weeks, at least {@link
   *     #WEEKS_MIN}
   */
  public static ArrivalFit of(int[] counts) {
    int weeks = counts.length / Rhythm.HOURS;
    if (weeks < WEEKS_MIN || counts.length % Rhythm.HOURS != 0) {
      throw new IllegalArgumentException(
          "there are %d hours; give whole weeks of 168, at least %d"
              .formatted(counts.length, WEEKS_MIN));
    }
    double all = Arrays.stream(counts).sum();
    if (all == 0) {
      throw new IllegalArgumentException("there are no calls; give a file with some");
    }
    double perDay = all / (7.0 * weeks);
    Rhythm week = new Rhythm(week(counts, all), Unrest.none());
    return new ArrivalFit(perDay, week.with(unrest(counts, perDay, week)), weeks);
  }

  private static List<Double> week(int[] counts, double all) {
    double[] own = new double[Rhythm.HOURS];
    double[] byHour = new double[24];
    double[] byDay = new double[7];
    for (int hour = 0; hour < counts.length; hour++) {
      int at = hour % Rhythm.HOURS;
      own[at] += counts[hour];
      byHour[at % 24] += counts[hour];
      byDay[at / 24] += counts[hour];
    }
    List<Double> shares = new ArrayList<>();
    for (int at = 0; at < Rhythm.HOURS; at++) {
      double expected = byHour[at % 24] * byDay[at / 24] / all;
      double weight = own[at] / (own[at] + PRIOR_CALLS);
      shares.add(weight * own[at] + (1 - weight) * expected);
    }
    double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
    return shares.stream().map(share -> share / sum).toList();
  }

  /**
   * By moments, on the logarithm's scale: hours so far apart of the same day vary together by the
   * day's variance plus the hour's times its memory to that power. For each memory both variances
   * are least squares; the memory is taken that leaves least over.
   */
  private static Unrest unrest(int[] counts, double perDay, Rhythm week) {
    double[] together = new double[LAGS];
    for (int apart = 0; apart < LAGS; apart++) {
      together[apart] = beyondPoisson(counts, perDay, week, apart);
    }
    Unrest best = Unrest.none();
    double least = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MEMORIES; step++) {
      Unrest tried = unrest(together, (double) step / MEMORIES);
      double off = 0;
      for (int apart = 0; apart < LAGS; apart++) {
        double hourly = tried.deviation() * tried.deviation() * Math.pow(tried.memory(), apart);
        double daily = tried.dayDeviation() * tried.dayDeviation();
        off += Math.pow(together[apart] - hourly - daily, 2);
      }
      if (off < least) {
        least = off;
        best = tried;
      }
    }
    return best;
  }

  private static Unrest unrest(double[] together, double memory) {
    double x = 0;
    double xx = 0;
    double xy = 0;
    double y = 0;
    for (int apart = 0; apart < LAGS; apart++) {
      double power = Math.pow(memory, apart);
      x += power / LAGS;
      xx += power * power / LAGS;
      xy += power * together[apart] / LAGS;
      y += together[apart] / LAGS;
    }
    double hourly = Math.max(0, (xy - x * y) / (xx - x * x));
    double daily = y - hourly * x;
    if (daily < 0) {
      daily = 0;
      hourly = Math.max(0, xy / xx);
    }
    return new Unrest(
        Math.min(Unrest.DEVIATION_MAX, Math.sqrt(hourly)),
        hourly == 0 ? 0 : memory,
        Math.min(Unrest.DEVIATION_MAX, Math.sqrt(daily)));
  }

  /** Logarithm of 1 plus the covariance of factors so many hours apart. */
  private static double beyondPoisson(int[] counts, double perDay, Rhythm week, int apart) {
    double together = 0;
    double means = 0;
    for (int hour = 0; hour + apart < counts.length; hour++) {
      if (hour % DAY + apart < DAY) {
        double mean = week.perHour(hour % Rhythm.HOURS, perDay);
        double other = week.perHour((hour + apart) % Rhythm.HOURS, perDay);
        double product = (counts[hour] - mean) * (counts[hour + apart] - other);
        together += product * lost(counts) - (apart == 0 ? mean : 0);
        means += mean * other;
      }
    }
    return Math.log1p(Math.max(-0.5, together / means));
  }

  /** The week was found in the same counts, which takes away a part of what they vary. */
  private static double lost(int[] counts) {
    double weeks = (double) counts.length / Rhythm.HOURS;
    return weeks / (weeks - 1);
  }

  /** Counts by hour of the weeks from one to another. */
  public static int[] weeks(int[] counts, int from, int to) {
    return Arrays.copyOfRange(counts, from * Rhythm.HOURS, to * Rhythm.HOURS);
  }
}
