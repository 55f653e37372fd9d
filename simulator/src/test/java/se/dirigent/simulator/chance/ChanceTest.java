package se.dirigent.simulator.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ChanceTest {
  @Test
  void s1TheSameSeedAndPurposeGiveTheSameNumbers() {
    assertEquals(new Streams(7).of("a").nextLong(), new Streams(7).of("a").nextLong());
    assertNotEquals(new Streams(7).of("a").nextLong(), new Streams(7).of("b").nextLong());
    assertNotEquals(new Streams(7).of("a").nextLong(), new Streams(8).of("a").nextLong());
  }

  @Test
  void s2ASpreadHasTheQuantilesItWasGiven() {
    RandomGenerator chance = new Streams(2).of("spread");
    Spread spread = new Spread(4.23, 10.95, 21.55);
    double[] drawn = new double[100_000];
    Arrays.setAll(drawn, i -> spread.draw(chance));
    Arrays.sort(drawn);
    assertEquals(4.23, drawn[10_000], 0.1);
    assertEquals(10.95, drawn[50_000], 0.15);
    assertEquals(21.55, drawn[90_000], 0.3);
  }

  @Test
  void s3QuantilesOutOfOrderAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Spread(2, 1, 3));
    assertThrows(IllegalArgumentException.class, () -> new Spread(0, 1, 3));
    assertThrows(IllegalArgumentException.class, () -> new Spread(1, 1, Double.NaN));
  }

  /** Values of the usual table of Student's t, two-sided 95 %. */
  @Test
  void s4StudentsQuantilesAreTheTabledOnes() {
    double[] tabled = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228};
    for (int freedom = 1; freedom <= tabled.length; freedom++) {
      assertEquals(tabled[freedom - 1], Interval.student(freedom), 1.5e-3, "" + freedom);
    }
  }
}
