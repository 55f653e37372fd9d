package se.dirigent.simulator.demand;

import java.util.random.RandomGenerator;

/**
 * Telephone numbers that belong to nobody: Post- och telestyrelsen keeps 070-174 06 05 to 070-174
 * 06 99 free for books and films.
 */
public final class FictionalNumbers {
  private static final int FIRST = 605;
  private static final int LAST = 699;

  private FictionalNumbers() {}

  /** One of the 95 numbers, in international form. */
  public static String draw(RandomGenerator chance) {
    return "+46701740" + chance.nextInt(FIRST, LAST + 1);
  }
}
