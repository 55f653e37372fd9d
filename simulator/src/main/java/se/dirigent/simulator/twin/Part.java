package se.dirigent.simulator.twin;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A share of an experiment's runs, for one of several machines. The same runs come out of it
 * however many parts there are.
 *
 * @param index from 0
 * @param count of all parts, 1 to 10 000
 */
public record Part(int index, int count) {
  /** All runs. */
  public static final Part WHOLE = new Part(0, 1);

  private static final int COUNT_MAX = 10_000;

  public Part {
    if (count < 1 || count > COUNT_MAX || index < 0 || index >= count) {
      throw new IllegalArgumentException(
          "part is %d/%d; give 0/N to N-1/N with N at most %d".formatted(index, count, COUNT_MAX));
    }
  }

  /** The part of a text such as {@code 3/20}. */
  public static Part parse(String text) {
    String[] words = text.split("/", -1);
    try {
      return new Part(Integer.parseInt(words[0]), Integer.parseInt(words[words.length - 1]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "part is '%s'; give the part's number from 0 and how many there are, as 3/20"
              .formatted(text),
          e);
    }
  }

  /** Every {@code count}th of so many runs, so that parts take about as long. */
  List<Integer> of(int runs) {
    return IntStream.range(0, runs).filter(run -> run % count == index).boxed().toList();
  }
}
