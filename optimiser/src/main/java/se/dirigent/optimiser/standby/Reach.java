package se.dirigent.optimiser.standby;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which demand each base reaches in time, and in parts of that time. Each place stands here once
 * for every step: that it is reached within the step is a demand of its own.
 *
 * @param zones for each base the places within reach, step after step, ascending
 * @param demand each one's part of all; sums to 1
 * @param places how many there are, of which the first so many entries are the first step
 */
public record Reach(int[][] zones, double[] demand, int places) {

  /**
   * A time that matters. With the goal alone, a second unit beside a first gains next to nothing
   * and large towns are stripped for empty lands; with shorter times beside it, the response
   * matters.
   *
   * @param part of the goal's time, above 0
   * @param weight what being there within it counts beside the others, above 0
   */
  public record Step(double part, double weight) {
    public Step {
      if (!(part > 0 && part <= 10 && weight > 0 && weight <= 1e6)) {
        throw new IllegalArgumentException(
            "part is "
                + part
                + " and weight "
                + weight
                + "; give numbers above 0, part 10 at most");
      }
    }
  }

  /**
   * The reach of bases.
   *
   * @param seconds from each base to each place
   * @param secondsMax how far is in time
   * @param steps the times that matter, the goal's own first
   * @param weight calls of each place relative to the others
   */
  public static Reach within(
      double[][] seconds, double secondsMax, List<Step> steps, double[] weight) {
    double calls = Arrays.stream(weight).sum();
    if (!(calls > 0)) {
      throw new IllegalArgumentException("weight sums to " + calls + "; give a zone that has some");
    }
    double all = calls * steps.stream().mapToDouble(Step::weight).sum();
    double[] demand = new double[steps.size() * weight.length];
    List<List<Integer>> within = new ArrayList<>();
    Arrays.stream(seconds).forEach(_ -> within.add(new ArrayList<>()));
    for (int step = 0; step < steps.size(); step++) {
      double limit = secondsMax * steps.get(step).part();
      for (int place = 0; place < weight.length; place++) {
        int zone = step * weight.length + place;
        demand[zone] = weight[place] * steps.get(step).weight() / all;
        for (int base = 0; base < seconds.length; base++) {
          if (seconds[base][place] <= limit) {
            within.get(base).add(zone);
          }
        }
      }
    }
    int[][] zones =
        within.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    return new Reach(zones, demand, weight.length);
  }

  /** Number of bases. */
  public int bases() {
    return zones.length;
  }

  /** The places that a base reaches in time. */
  public int[] inTime(int base) {
    return Arrays.stream(zones[base]).takeWhile(zone -> zone < places).toArray();
  }

  /** Part of all calls that no base reaches in time, 0 to 1: no relocation can help these. */
  public double outOfReach() {
    boolean[] reached = new boolean[places];
    IntStream.range(0, bases())
        .flatMap(b -> Arrays.stream(inTime(b)))
        .forEach(z -> reached[z] = true);
    double all = IntStream.range(0, places).mapToDouble(z -> demand[z]).sum();
    double out =
        IntStream.range(0, places).filter(z -> !reached[z]).mapToDouble(z -> demand[z]).sum();
    return out / all;
  }

  /** The same with only the first so many bases. */
  public Reach first(int bases) {
    return new Reach(Arrays.copyOf(zones, bases), demand, places);
  }
}
