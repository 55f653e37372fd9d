package se.dirigent.simulator.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.dirigent.core.fleet.Shift;
import se.dirigent.simulator.Samples;
import se.dirigent.simulator.chance.Streams;

class RosterTest {
  @Test
  void s1DaysAreReadAsTheyAreWritten() {
    assertEquals(EnumSet.allOf(DayOfWeek.class), Set.copyOf(ShiftPlan.days("MON-SUN")));
    assertEquals(
        Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.MONDAY),
        ShiftPlan.days("FRI-SAT,MON"));
    assertThrows(IllegalArgumentException.class, () -> ShiftPlan.days("XYZ"));
  }

  @Test
  void s2TheNightShiftBelongsToTheDayItBegan() {
    Shift night = shift("2026-11-22T02:00:00Z");
    assertEquals(Instant.parse("2026-11-21T18:00:00Z"), night.start());
    assertEquals(Instant.parse("2026-11-22T06:00:00Z"), night.end());
    assertEquals(Instant.parse("2026-11-21T22:00:00Z"), night.mealStart());
    assertEquals(Instant.parse("2026-11-22T00:00:00Z"), night.mealEnd());
  }

  @Test
  void s3SummerTimeBeginsDuringTheNight() {
    Shift night = shift("2026-03-29T02:00:00Z");
    assertEquals(Instant.parse("2026-03-29T05:00:00Z"), night.end());
  }

  @Test
  void s4DayCarsRestAtNightAndOnSunday() {
    var plans =
        List.of(
            new ShiftPlan(
                ShiftPlan.days("MON-SAT"), LocalTime.of(8, 0), LocalTime.of(17, 0), null, null));
    assertTrue(
        ShiftPlan.shiftAt(plans, Instant.parse("2026-11-22T12:00:00Z"), Samples.ZONE).isEmpty());
    assertTrue(
        ShiftPlan.shiftAt(plans, Instant.parse("2026-11-23T12:00:00Z"), Samples.ZONE).isPresent());
    assertTrue(
        ShiftPlan.shiftAt(plans, Instant.parse("2026-11-23T17:00:00Z"), Samples.ZONE).isEmpty());
  }

  @Test
  void s5MealsFallInsideTheirWindow() {
    Shift day = shift("2026-11-22T12:00:00Z");
    var chance = new Streams(5).of("meal");
    for (int i = 0; i < 1000; i++) {
      MealBreak meal = MealBreak.within(day, chance).orElseThrow();
      assertTrue(!meal.start().isBefore(day.mealStart()) && !meal.end().isAfter(day.mealEnd()));
      assertTrue(meal.covers(meal.start()) && !meal.covers(meal.end()));
    }
  }

  private static Shift shift(String at) {
    return ShiftPlan.shiftAt(Samples.roundTheClock(), Instant.parse(at), Samples.ZONE)
        .orElseThrow();
  }
}
