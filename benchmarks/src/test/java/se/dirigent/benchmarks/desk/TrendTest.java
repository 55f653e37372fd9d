package se.dirigent.benchmarks.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.dirigent.benchmarks.desk.Trend.Point;

class TrendTest {
  @Test
  void t01_pointsOnALineGiveTheLine() {
    Trend trend = Trend.of(List.of(new Point(0, 40), new Point(1, 42), new Point(2, 44)));
    assertEquals(2, trend.slope(), 1e-9);
    assertEquals(40, trend.start(), 1e-9);
    assertEquals(0, trend.halfWidth(), 1e-9);
  }

  @Test
  void t02_theQuantileIsStudents() {
    assertEquals(2.571, Trend.student(5), 0.02);
    assertEquals(2.086, Trend.student(20), 0.002);
  }

  @Test
  void t03_noiseWithoutATrendHasZeroInItsIntervalNineteenTimesOfTwenty() {
    int covered = 0;
    for (int seed = 0; seed < 400; seed++) {
      Random chance = new Random(seed);
      List<Point> points =
          IntStream.range(0, 30).mapToObj(i -> new Point(i / 60.0, chance.nextGaussian())).toList();
      Trend trend = Trend.of(points);
      covered += Math.abs(trend.slope()) <= trend.halfWidth() ? 1 : 0;
    }
    assertTrue(covered > 365 && covered < 395, covered + " of 400");
  }

  @Test
  void t04_twoPointsAreNoTrend() {
    assertThrows(
        IllegalArgumentException.class, () -> Trend.of(List.of(new Point(0, 1), new Point(1, 2))));
  }
}
