package se.dirigent.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private Instant machine = START;
  private long nanos = 42;
  private final SteadyClock clock = new SteadyClock(() -> machine, () -> nanos);

  private void pass(Duration time) {
    machine = machine.plus(time);
    nanos += time.toNanos();
  }

  private void set(Duration by) {
    machine = machine.plus(by);
  }

  @Test
  void s1ShowsTheMachinesTime() {
    pass(Duration.ofSeconds(5));
    assertEquals(machine, clock.instant());
    assertEquals(Duration.ZERO, clock.ahead());
  }

  @Test
  void s2ForwardIsFollowedAtOnce() {
    set(Duration.ofHours(1));
    assertEquals(machine, clock.instant());
  }

  @Test
  void s3BackIsNotFollowedAndTimeGoesOnATenthSlower() {
    set(Duration.ofHours(-1));
    assertEquals(START, clock.instant());
    pass(Duration.ofSeconds(100));
    assertEquals(START.plusSeconds(90), clock.instant());
    assertEquals(Duration.ofSeconds(3590), clock.ahead());
  }

  @Test
  void s4InTenHoursAnHourIsMadeUp() {
    set(Duration.ofHours(-1));
    for (int n = 0; n < 36_000; n++) {
      pass(Duration.ofSeconds(1));
      clock.instant();
    }
    pass(Duration.ofSeconds(1));
    assertEquals(machine, clock.instant());
    assertEquals(Duration.ZERO, clock.ahead());
  }

  @Test
  void s5GoesOnFromAnEarlierRunAndNotBack() {
    clock.goOnFrom(START.plusSeconds(600));
    assertEquals(START.plusSeconds(600), clock.instant());
    clock.goOnFrom(START);
    assertEquals(START.plusSeconds(600), clock.instant());
  }

  @Test
  void s6WhateverHappensItNeverGoesBackNorStands() {
    SplittableRandom random = new SplittableRandom(112);
    Instant last = clock.instant();
    for (int n = 0; n < 20_000; n++) {
      if (random.nextInt(50) == 0) {
        set(Duration.ofMillis(random.nextLong(-7_200_000, 7_200_000)));
      }
      Duration step = Duration.ofMillis(random.nextLong(1, 2_000));
      pass(step);
      Instant now = clock.instant();
      Instant least = last.plusMillis(step.toMillis() * 9 / 10);
      assertFalse(now.isBefore(least), now + " after " + last + " and " + step);
      assertTrue(!now.isBefore(machine), "behind the machine");
      last = now;
    }
  }
}
