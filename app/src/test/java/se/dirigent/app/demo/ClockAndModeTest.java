package se.dirigent.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockAndModeTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void s1AFastClockNeverGoesBackWhateverItsSpeedBecomes() {
    ScaledClock clock = new ScaledClock(START, 1_000);
    Instant last = START;
    for (int i = 0; i < 2_000; i++) {
      if (i % 100 == 0) {
        clock.setSpeed(i % 200 == 0 ? 0.1 : 1_000);
      }
      Instant now = clock.instant();
      assertFalse(now.isBefore(last), now + " after " + last);
      last = now;
    }
    assertTrue(last.isAfter(START));
  }

  @Test
  void s2TheSpeedHasLimits() {
    assertThrows(IllegalArgumentException.class, () -> new ScaledClock(START, 0));
    assertThrows(IllegalArgumentException.class, () -> new ScaledClock(START, Double.NaN));
    ScaledClock clock = new ScaledClock(START, 2);
    assertThrows(IllegalArgumentException.class, () -> clock.setSpeed(5_000));
    assertEquals(2, clock.speed());
  }

  @Test
  void s3TheModeIsReadAsItIsWritten() {
    assertEquals(Automatic.Mode.OFF, Automatic.parse("off").mode());
    assertEquals(Automatic.Mode.ALL, Automatic.parse("All").mode());
    assertEquals(Duration.ofSeconds(60), Automatic.parse("unclaimed").after());
    assertEquals(Duration.ofSeconds(15), Automatic.parse("unclaimed:15").after());
    assertEquals(Duration.ZERO, Automatic.parse("all").patience());
  }

  @Test
  void s4WhatIsNoModeIsRefusedWithTheChoices() {
    for (String wrong : new String[] {"", "on", "all:5", "unclaimed:x", "unclaimed:-1"}) {
      var e = assertThrows(IllegalArgumentException.class, () -> Automatic.parse(wrong));
      assertTrue(e.toString().contains("unclaimed:SECONDS"), wrong);
    }
  }

  @Test
  void s5AHeadStartIsCaughtUpAndThenTheSpeedIsAsItWas() throws InterruptedException {
    Instant now = Instant.now();
    ScaledClock clock = new ScaledClock(now.minus(Duration.ofMinutes(3)), 1);
    DemoControls controls =
        new DemoControls("x", clock, Automatic.parse("off"), Duration.ofMinutes(3), false);
    controls.catchUp(Instant::now);
    assertEquals(1, clock.speed());
    Duration off = Duration.between(clock.instant(), Instant.now()).abs();
    assertTrue(off.toSeconds() < 60, off::toString);
  }

  @Test
  void s6APersonWhoSetsTheSpeedEndsTheCatchingUp() throws InterruptedException {
    ScaledClock clock = new ScaledClock(START, 1);
    DemoControls controls =
        new DemoControls("x", clock, Automatic.parse("off"), Duration.ofMinutes(60), false);
    Thread person =
        Thread.ofVirtual()
            .start(() -> {
              while (clock.speed() == 1) {
                Thread.onSpinWait();
              }
              clock.setSpeed(2);
            });
    controls.catchUp(() -> START.plus(Duration.ofDays(1)));
    person.join();
    assertEquals(2, clock.speed());
  }
}
