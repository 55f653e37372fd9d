package se.dirigent.simulator.ride.air;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import se.dirigent.simulator.chance.Streams;

/** Flights that are shared, and helicopters that are free or not. */
class SharedTest {
  private static final long HOUR = 3_600_000;
  private static final int UMEA = 7;
  private static final int UPPSALA = 8;

  private static Shared booked(long take) {
    Shared shared = new Shared();
    shared.booked(true, UMEA, take);
    return shared;
  }

  @Test
  void s1_whoGoesTheSameWayInTimeComesAlong() {
    assertNotNull(booked(10 * HOUR).find(true, UMEA, 0, 8 * HOUR, 14 * HOUR));
    assertNull(booked(10 * HOUR).find(true, UPPSALA, 0, 8 * HOUR, 14 * HOUR), "another way");
    assertNull(booked(10 * HOUR).find(false, UMEA, 0, 8 * HOUR, 14 * HOUR), "the way home");
    assertNull(booked(10 * HOUR).find(true, UMEA, 0, 11 * HOUR, 14 * HOUR), "not ready");
    assertNull(booked(10 * HOUR).find(true, UMEA, 0, 2 * HOUR, 8 * HOUR), "too late");
    assertNull(booked(10 * HOUR).find(true, UMEA, 9 * HOUR + 1, 0, 14 * HOUR), "it sets off");
  }

  @Test
  void s2_threeStretchersAndTheFirstFlight() {
    Shared shared = booked(10 * HOUR);
    assertNotNull(shared.find(true, UMEA, 0, 0, 20 * HOUR));
    assertNotNull(shared.find(true, UMEA, 0, 0, 20 * HOUR));
    assertNull(shared.find(true, UMEA, 0, 0, 20 * HOUR), "a fourth");
    shared.booked(true, UMEA, 18 * HOUR);
    shared.booked(true, UMEA, 15 * HOUR);
    Shared.Flight next = shared.find(true, UMEA, 0, 0, 20 * HOUR);
    assertNotNull(next);
    assertEquals(15 * HOUR, next.take());
  }

  @Test
  void s3_aHelicopterTakesOneAtATimeAndIsSometimesElsewhere() {
    assertFalse(new Helicopters(0, new Streams(1), 10).takes(1, 0, HOUR));
    int taken = 0;
    int again = 0;
    for (int seed = 0; seed < 200; seed++) {
      Helicopters one = new Helicopters(1, new Streams(seed), 10);
      taken += one.takes(1, 100 * HOUR, HOUR) ? 1 : 0;
      again += one.takes(2, 100 * HOUR + 1, HOUR) ? 1 : 0;
    }
    assertEquals(0.8 * 0.85, taken / 200.0, 0.09);
    assertTrue(again < 0.2 * taken, "bound: " + again);
  }

  /** Common random numbers: who asked before changes nothing of what a request meets. */
  @Test
  void s4_aRequestMeetsTheSameWhoeverAskedBefore() {
    int met = 0;
    for (int seed = 0; seed < 60; seed++) {
      Helicopters alone = new Helicopters(1, new Streams(seed), 10);
      Helicopters asked = new Helicopters(1, new Streams(seed), 10);
      boolean _ = asked.takes(1, 50 * HOUR, 0);
      boolean taken = alone.takes(2, 100 * HOUR, HOUR);
      assertEquals(taken, asked.takes(2, 100 * HOUR, HOUR), "seed " + seed);
      met += taken ? 1 : 0;
    }
    assertTrue(met > 20 && met < 60, "taken " + met);
  }
}
