package se.dirigent.app.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import se.dirigent.app.demo.Part;
import se.dirigent.app.demo.ScaledClock;

class PaceTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong nanos = new AtomicLong();
  private final ScaledClock clock = new ScaledClock(Instant.parse("2027-01-16T13:20:00Z"), 240);
  private final Pace pace = new Pace(clock, 240, 500, nanos::get);

  /** A turn that takes so many seconds of the machine's time. */
  private void turn(long seconds) {
    pace.of("somebody", () -> nanos.addAndGet(seconds * SECOND)).act();
  }

  @Test
  void t01_theClockWaitsForThoseWhoArePlayed() {
    turn(0);
    assertEquals(240, clock.speed());
    turn(3);
    // Three and a half seconds between two turns: at 30 that is less than two minutes.
    assertEquals(30, clock.speed());
    assertEquals(240, pace.wanted());
  }

  @Test
  void t01b_aClockThatStandsStillBeginsWhenASpeedIsSet() {
    clock.freeze();
    Pace prepared = new Pace(clock, 240, 500, nanos::get);
    prepared.of("somebody", () -> nanos.addAndGet(SECOND)).act();
    assertEquals(0, clock.speed());
    assertEquals(240, prepared.wanted());
    assertTrue(prepared.frozen());
    prepared.setSpeed(240);
    assertTrue(clock.speed() > 0 && !prepared.frozen());
  }

  @Test
  void t02_itGoesFasterAgainAfterAWhile() {
    turn(3);
    turn(0);
    assertEquals(30, clock.speed());
    nanos.addAndGet(11 * SECOND);
    turn(0);
    assertEquals(240, clock.speed());
  }

  @Test
  void t03_frozenItStandsStillUntilASpeedIsSet() {
    pace.freeze();
    turn(0);
    Instant stood = clock.instant();
    assertEquals(0, clock.speed());
    assertEquals(stood, clock.instant());
    pace.setSpeed(pace.wanted());
    assertEquals(240, clock.speed());
    assertTrue(!pace.frozen());
  }

  @Test
  void t04_endedNobodyActsAndNoSpeedStartsIt() {
    AtomicInteger acted = new AtomicInteger();
    Part part = pace.of("somebody", acted::incrementAndGet);
    part.act();
    pace.end();
    part.act();
    pace.setSpeed(5);
    assertEquals(1, acted.get());
    assertEquals(0, clock.speed());
  }
}
