package se.dirigent.simulator.arrival;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.simulator.chance.Streams;

/** Calls drawn by a rhythm, and the rhythm found again in them. */
class ArrivalTest {
  private static final double HOUR = 3_600_000;

  /** Nights a third of days, Saturdays twice as busy. */
  private static Rhythm rhythm(Unrest unrest) {
    List<Double> week = new ArrayList<>();
    for (int hour = 0; hour < Rhythm.HOURS; hour++) {
      week.add((hour % 24 < 8 ? 1.0 : 3.0) * (hour / 24 == 5 ? 2 : 1));
    }
    double sum = week.stream().mapToDouble(d -> d).sum();
    return new Rhythm(week.stream().map(d -> d / sum).toList(), unrest);
  }

  private static int[] counts(double perDay, Rhythm rhythm, long seed, int weeks) {
    int[] counts = new int[weeks * Rhythm.HOURS];
    for (long at : Arrivals.draw(perDay, rhythm, new Streams(seed), 7 * weeks)) {
      counts[(int) (at / HOUR)]++;
    }
    return counts;
  }

  @Test
  void s1_asManyComeAsTheRhythmSays() {
    int[] counts = counts(100, rhythm(Unrest.none()), 1, 50);
    assertEquals(100, Arrays.stream(counts).sum() / 350.0, 1);
    ArrivalFit fit = ArrivalFit.of(counts);
    for (int hour = 0; hour < Rhythm.HOURS; hour++) {
      double really = rhythm(Unrest.none()).perHour(hour, 100);
      assertEquals(really, fit.rhythm().perHour(hour, fit.perDay()), 0.45 * really, "hour " + hour);
    }
  }

  @Test
  void s2_sameSeedSameMomentsAndTheyRise() {
    Rhythm rhythm = rhythm(new Unrest(0.4, 0.8, 0.1));
    long[] moments = Arrivals.draw(200, rhythm, new Streams(7), 30);
    assertArrayEquals(moments, Arrivals.draw(200, rhythm, new Streams(7), 30));
    for (int i = 1; i < moments.length; i++) {
      assertTrue(moments[i - 1] <= moments[i]);
    }
    assertTrue(moments[moments.length - 1] < 30 * 24 * HOUR);
  }

  @Test
  void s3_aPlainProcessIsFoundToBeOne() {
    ArrivalFit fit = ArrivalFit.of(counts(240, rhythm(Unrest.none()), 3, 30));
    Unrest unrest = fit.rhythm().unrest();
    assertTrue(unrest.deviation() < 0.1 && unrest.dayDeviation() < 0.05, unrest.toString());
  }

  @Test
  void s4_unrestIsFoundAgain() {
    Rhythm restless = rhythm(new Unrest(0.3, 0.7, 0.2));
    Unrest unrest = ArrivalFit.of(counts(480, restless, 4, 60)).rhythm().unrest();
    assertEquals(0.3, unrest.deviation(), 0.04);
    assertEquals(0.7, unrest.memory(), 0.12);
    assertEquals(0.2, unrest.dayDeviation(), 0.05);
  }

  /** What it is for: weeks with unrest are foretold too surely without it. */
  @Test
  void s5_heldOutWeeksAreCoveredOnlyWithUnrest() {
    int[] counts = counts(480, rhythm(new Unrest(0.3, 0.7, 0.2)), 5, 20);
    ArrivalFit fit = ArrivalFit.of(ArrivalFit.weeks(counts, 0, 15));
    int[] rest = ArrivalFit.weeks(counts, 15, 20);
    HeldOut with = HeldOut.of(fit, rest, 1);
    assertEquals(0.9, with.hour90(), 0.04);
    assertEquals(0.5, with.hour50(), 0.06);
    ArrivalFit plain = new ArrivalFit(fit.perDay(), fit.rhythm().with(Unrest.none()), 15);
    assertTrue(HeldOut.of(plain, rest, 1).hour90() < 0.8);
    assertTrue(HeldOut.of(plain, rest, 1).day90() < with.day90() - 0.2);
  }

  @Test
  void s6_whatCannotBeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Unrest(-0.1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Unrest(0.1, 1, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Rhythm(Collections.nCopies(24, 1 / 24.0), Unrest.none()));
    assertThrows(IllegalArgumentException.class, () -> ArrivalFit.of(new int[168]));
    assertThrows(IllegalArgumentException.class, () -> ArrivalFit.of(new int[336]));
  }

  /** Twice the mean in January and so much less in the other months; a year holds as many. */
  @Test
  void s7_monthsHaveTheirPartOfTheYear() {
    List<Double> months = new ArrayList<>(Collections.nCopies(12, 10 / 11.0));
    months.set(0, 2.0);
    Rhythm rhythm = Rhythm.even().with(new Year(months, LocalDate.parse("2027-01-04")));
    long[] moments = Arrivals.draw(100, rhythm, new Streams(1), 364);
    long january = Arrays.stream(moments).filter(at -> at < 28 * 86_400_000L).count();
    assertEquals(200 * 28, january, 250);
    // Two days of next year's January at the end.
    assertEquals(200 * 30 + 100 * 10 / 11.0 * 334, moments.length, 600);
    assertThrows(
        IllegalArgumentException.class, () -> new Year(months, LocalDate.parse("2027-01-05")));
    assertThrows(IllegalArgumentException.class, () -> new Year(months.subList(1, 12), null));
  }
}
