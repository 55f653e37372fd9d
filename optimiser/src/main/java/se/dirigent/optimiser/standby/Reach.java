package se.dirigent.optimiser.standby;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which demand each base reaches in time.
 *
 * @param zones for each base the zones within reach, ascending
 * @param demand each zone's part of all calls; sums to 1
 */
public record Reach(int[][] zones, double[] demand) {

  /**
   * The reach of bases.
   *
   * @param seconds from each base to each zone
   * @param secondsMax how far is in time
   * @param weight calls of each zone relative to the others
   */
  public static Reach within(double[][] seconds, double secondsMax, double[] weight) {
    double sum = Arrays.stream(weight).sum();
    if (!(sum > 0)) {
      throw new IllegalArgumentException("weight sums to " + sum + "; give a zone that has some");
    }
    return new Reach(
        Arrays.stream(seconds)
            .map(row -> IntStream.range(0, row.length).filter(z -> row[z] <= secondsMax).toArray())
            .toArray(int[][]::new),
        Arrays.stream(weight).map(w -> w / sum).toArray());
  }

  /** Number of bases. */
  public int bases() {
    return zones.length;
  }

  /** Part of all calls that no base reaches in time, 0 to 1: no relocation can help these. */
  public double outOfReach() {
    boolean[] reached = new boolean[demand.length];
    for (int[] row : zones) {
      for (int zone : row) {
        reached[zone] = true;
      }
    }
    return IntStream.range(0, demand.length)
        .filter(z -> !reached[z])
        .mapToDouble(z -> demand[z])
        .sum();
  }
}
