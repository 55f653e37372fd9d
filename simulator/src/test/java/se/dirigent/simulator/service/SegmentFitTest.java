package se.dirigent.simulator.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import se.dirigent.simulator.chance.Spread;
import se.dirigent.simulator.chance.Streams;

class SegmentFitTest {
  private static final int RUNS = 40_000;

  private static SegmentFit of(double... lengths) {
    return Objects.requireNonNull(SegmentFit.of(lengths, 0.25));
  }

  @Test
  void s01TooFewRunsTellNothing() {
    assertNull(SegmentFit.of(new double[SegmentFit.RUNS_MIN - 1], 0.25));
    assertThrows(IllegalArgumentException.class, () -> SegmentFit.of(new double[100], 1));
  }

  @Test
  void s02QuantilesAreThoseOfTheEarlierRuns() {
    double[] lengths = DoubleStream.iterate(0, l -> l + 1).limit(101).toArray();
    Spread spread = SegmentFit.spread(lengths);
    assertEquals(10, spread.p10(), 1e-9);
    assertEquals(50, spread.p50(), 1e-9);
    assertEquals(90, spread.p90(), 1e-9);
    assertEquals(1 / 60.0, SegmentFit.spread(new double[50]).p10(), 1e-9, "pressed twice");
  }

  @Test
  void s03ASpreadThatIsRightCoversWhatCameLater() {
    Spread truth = new Spread(4.2, 11, 21.6);
    RandomGenerator chance = new Streams(1).of("segment");
    SegmentFit fit = of(DoubleStream.generate(() -> truth.draw(chance)).limit(RUNS).toArray());
    assertEquals(truth.p10(), fit.spread().p10(), 0.1);
    assertEquals(truth.p90(), fit.spread().p90(), 0.4);
    assertEquals(0.5, fit.within50(), 0.01);
    assertEquals(0.8, fit.within80(), 0.01);
    assertTrue(Math.abs(fit.exponential50() - 0.5) > 0.05, "the exponential is another");
  }

  @Test
  void s04AnExponentialStepIsKnownAsOne() {
    RandomGenerator chance = new Streams(2).of("segment");
    SegmentFit fit =
        of(
            DoubleStream.generate(() -> -12 * Math.log(1 - chance.nextDouble()))
                .limit(RUNS)
                .toArray());
    assertEquals(0.8, fit.within80(), 0.01);
    assertEquals(0.8, fit.exponential80(), 0.01);
    assertEquals(0.5, fit.exponential50(), 0.01);
  }
}
