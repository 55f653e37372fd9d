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
}
