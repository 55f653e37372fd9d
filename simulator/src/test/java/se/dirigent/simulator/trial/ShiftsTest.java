package se.dirigent.simulator.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.simulator.trial.TrialUnit.Meal;

/** When crews are on duty and when they eat, week after week. */
class ShiftsTest {
  private static final long MINUTE = 60_000;
  private static final long WEEK = TrialUnit.MINUTES * MINUTE;

  private static TrialUnit unit(int from, int to, List<Meal> meals) {
    BitSet duty = new BitSet();
    duty.set(from, to);
    BitSet ends = new BitSet();
    ends.set(to);
    return new TrialUnit("u", UnitKind.AMBULANCE, 1, 0, duty, ends, meals);
  }

  @Test
  void s1_theNextChangeIsTheBeginningOrTheEnd() {
    TrialUnit unit = unit(420, 1140, List.of());
    assertEquals(420, unit.minutesToChange(0));
    assertEquals(720, unit.minutesToChange(420));
    assertEquals(1, unit.minutesToChange(1139));
    assertEquals(TrialUnit.MINUTES - 1140 + 420, unit.minutesToChange(1140));
  }

  @Test
  void s2_crewsThatFollowEachOtherChangeAllTheSame() {
    TrialUnit always = TrialUnit.always("u", 0);
    assertEquals(7 * 60, always.minutesToChange(0));
    assertEquals(12 * 60, always.minutesToChange(7 * 60));
    assertEquals(12 * 60, always.minutesToChange(19 * 60));
  }

  @Test
  void s3_windowsForMealsComeBackWeekAfterWeek() {
    Meals meals = new Meals(List.of(unit(0, 1440, List.of(new Meal(660, 120)))));
    assertEquals(660 * MINUTE, meals.nextOpening(0, 0));
    assertEquals(660 * MINUTE, meals.nextOpening(0, 660 * MINUTE));
    assertEquals(WEEK + 660 * MINUTE, meals.nextOpening(0, 660 * MINUTE + 1));
    assertEquals(780 * MINUTE, meals.open(0, 660 * MINUTE));
  }

  @Test
  void s4_aMealBrokenOffCanBeginAnewUntilTheWindowCloses() {
    Meals meals = new Meals(List.of(unit(0, 1440, List.of(new Meal(660, 120)))));
    long _ = meals.open(0, 660 * MINUTE);
    assertTrue(meals.wants(0));
    assertEquals(690 * MINUTE, meals.begin(0, 660 * MINUTE));
    assertTrue(meals.eats(0));
    assertFalse(meals.breakOff(0), "the window is open: nothing is missed yet");
    assertTrue(meals.wants(0));
    assertTrue(meals.close(0), "not begun in the window");
    assertFalse(meals.wants(0));
  }

  @Test
  void s5_aMealThatGoesOnWhenTheWindowClosesIsMissedOnlyWhenBrokenOff() {
    Meals meals = new Meals(List.of(unit(0, 1440, List.of(new Meal(660, 120)))));
    long _ = meals.open(0, 660 * MINUTE);
    long _ = meals.begin(0, 775 * MINUTE);
    assertFalse(meals.close(0));
    assertTrue(meals.breakOff(0));
    assertFalse(meals.eats(0));
  }

  @Test
  void s6_aWindowOutsideTheWeekIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Meal(TrialUnit.MINUTES, 60));
    assertThrows(IllegalArgumentException.class, () -> new Meal(60, 0));
  }
}
