package se.dirigent.optimiser.plan.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import se.dirigent.optimiser.plan.Break;

/** Drivers' pauses, as windows that keep the rule whenever in them each is had. */
class PausesTest {
  private static final double HOUR = 3600;
  private static final double LONGEST = 4.5 * HOUR;
  private static final double LENGTH = 0.75 * HOUR;

  @Test
  void s1AShortShiftHasNone() {
    assertEquals(List.of(), Pauses.of(0, 4.5 * HOUR, LONGEST, LENGTH));
    assertEquals(1, Pauses.of(0, 8 * HOUR, LONGEST, LENGTH).size());
    assertEquals(2, Pauses.of(0, 11 * HOUR, LONGEST, LENGTH).size());
  }

  @Test
  void s2WheneverEachIsHadNoStretchIsTooLong() {
    SplittableRandom random = new SplittableRandom(561);
    for (int trial = 0; trial < 2_000; trial++) {
      double from = random.nextDouble(-8, 8) * HOUR;
      double to = from + random.nextDouble(1, 16) * HOUR;
      double freeSince = from;
      for (Break pause : Pauses.of(from, to, LONGEST, LENGTH)) {
        double begin = pause.earliest() + random.nextDouble() * (pause.latest() - pause.earliest());
        assertTrue(begin - freeSince <= LONGEST + 1e-6, "trial " + trial);
        freeSince = begin + pause.duration();
      }
      assertTrue(to - freeSince <= LONGEST + 1e-6, "trial " + trial);
    }
  }

  @Test
  void s3TheMealIsHadInAPauseWhereItCanBe() {
    List<Break> pauses = Pauses.of(0, 8 * HOUR, LONGEST, LENGTH);
    List<Break> both = Pauses.with(pauses, new Break(4 * HOUR, 5 * HOUR, 0.5 * HOUR));
    assertEquals(1, both.size());
    assertEquals(LENGTH, both.getFirst().duration());
    assertTrue(both.getFirst().earliest() >= 4 * HOUR);
    List<Break> apart = Pauses.with(pauses, new Break(7 * HOUR, 7.2 * HOUR, 0.5 * HOUR));
    assertEquals(2, apart.size());
    assertEquals(1, Pauses.left(apart, 6 * HOUR).size(), "what has passed was had");
  }
}
