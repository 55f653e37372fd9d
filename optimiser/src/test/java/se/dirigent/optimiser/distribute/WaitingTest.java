package se.dirigent.optimiser.distribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {
  @Test
  void t01_harmIsNothingAtOnceAndGrowsAllTheTime() {
    for (List<CategoryRule> rules : List.of(CategoryRule.byDeadline(), CategoryRule.bySurvival())) {
      for (CategoryRule rule : rules) {
        assertEquals(0, rule.harm(0), 1e-9, rule.name());
        for (int minute = 1; minute < 3 * 24 * 60; minute++) {
          assertTrue(rule.harm(minute) > rule.harm(minute - 1), rule.name() + " at " + minute);
        }
      }
    }
  }

  @Test
  void t02_lateMinutesCostMore() {
    Waiting immediate = CategoryRule.byDeadline().getFirst().waiting();
    assertEquals(600, immediate.harm(60));
    assertEquals(620, immediate.harm(61));
  }

  @Test
  void t03_waitingTakesTheChanceThatTheCurvesSay() {
    Survival.Curve curve = new Survival.Curve(0.24, 47, 1.30);
    Waiting one = new Waiting.Dying(List.of(curve), 1000, 0.1, 60, 0);
    // At its second figure half the chance is gone.
    assertEquals(120 + 4.7, one.harm(47), 1e-9);
    Survival.Curve none = new Survival.Curve(1e-12, 60, 1);
    assertEquals(
        60 + 4.7, new Waiting.Dying(List.of(curve, none), 1000, 0.1, 60, 0).harm(47), 1e-6);
  }

  @Test
  void t04_byTheCurvesTheDelayedGainMoreFromHurryAfterTheFirstHour() {
    Waiting immediate = CategoryRule.bySurvival().get(0).waiting();
    Waiting delayed = CategoryRule.bySurvival().get(1).waiting();
    assertTrue(immediate.harm(20) - immediate.harm(10) > delayed.harm(20) - delayed.harm(10));
    assertTrue(immediate.harm(90) - immediate.harm(80) < delayed.harm(90) - delayed.harm(80));
  }

  @Test
  void t05_whatIsNotHarmIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Waiting.Deadline(1, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Waiting.Deadline(1, 60, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Waiting.Dying(List.of(), 1, 1, 60, 0));
  }

  @Test
  void t06_whoHasWaitedLongIsNotForgotten() {
    Waiting immediate = CategoryRule.bySurvival().getFirst().waiting();
    // The curves flatten; what is late weighs more and more all the same.
    assertTrue(
        immediate.harm(401) - immediate.harm(400) > immediate.harm(121) - immediate.harm(120));
  }

  @Test
  void t07_minutesAreCountedFromALaterMomentToo() {
    for (CategoryRule rule : CategoryRule.bySurvival()) {
      Waiting since = rule.waiting().since(90);
      assertEquals(0, since.harm(0));
      assertEquals(rule.harm(130) - rule.harm(90), since.harm(40), 1e-9);
      assertEquals(Math.max(0, rule.waiting().deadlineMinutes() - 90), since.deadlineMinutes());
    }
    Waiting late = CategoryRule.byDeadline().getFirst().waiting().since(100);
    assertEquals(0, late.deadlineMinutes());
    assertEquals(new Waiting.Deadline(10, 0, 10).harm(25), late.harm(25));
    assertThrows(IllegalArgumentException.class, () -> late.since(-1));
  }
}
