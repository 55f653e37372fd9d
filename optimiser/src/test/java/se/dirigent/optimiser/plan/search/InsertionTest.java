package se.dirigent.optimiser.plan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InsertionTest {
  private static final int QUESTIONS = 20_000;

  /**
   * Routes grow, shrink and become again what they were; each question is also put to one that
   * remembers nothing.
   */
  @Test
  void s1WhatIsRememberedIsWhatWouldBeFoundAnew() {
    for (int seed = 1; seed <= 10; seed++) {
      SplittableRandom chance = new SplittableRandom(seed);
      Tables tables = new Tables(RandomRides.problem(chance, 12, 3));
      Timing timing = new Timing(tables);
      Insertion insertion = new Insertion(tables, timing);
      Route route = new Route(tables, 0, timing);
      Route kept = route.copy();
      boolean[] in = new boolean[tables.rides];
      boolean[] keptIn = in.clone();
      int asked = 0;
      int places = 0;
      while (asked < QUESTIONS / 10) {
        int ride = chance.nextInt(tables.rides);
        if (in[ride]) {
          assertTrue(insertion.drop(route, ride) || restores(route, kept));
          in = route.key == kept.key ? keptIn.clone() : without(in, ride);
          continue;
        }
        double limit = chance.nextInt(4) == 0 ? chance.nextDouble(10) : RandomRides.DEAR;
        double cost = insertion.best(route, ride, limit, 0, chance);
        Insertion fresh = new Insertion(tables, timing);
        assertEquals(fresh.best(route, ride, limit, 0, chance), cost, "ride " + ride);
        asked++;
        if (cost == Double.POSITIVE_INFINITY) {
          continue;
        }
        places++;
        assertEquals(fresh.pickupAfter, insertion.pickupAfter);
        assertEquals(fresh.deliveryAfter, insertion.deliveryAfter);
        double was = route.cost;
        insertion.insert(route, ride, insertion.pickupAfter, insertion.deliveryAfter);
        assertEquals(was + cost, route.cost, 1e-9);
        in[ride] = true;
        if (chance.nextInt(5) == 0) {
          route.copyFrom(kept);
          in = keptIn.clone();
        } else if (chance.nextInt(5) == 0) {
          kept.copyFrom(route);
          keptIn = in.clone();
        }
      }
      assertTrue(places > QUESTIONS / 100, "seed " + seed + ": only " + places + " places found");
    }
  }

  @Test
  void s2AnOverlookedPlaceGivesTheNextBest() {
    SplittableRandom chance = new SplittableRandom(3);
    Tables tables = new Tables(RandomRides.problem(chance, 12, 3));
    Timing timing = new Timing(tables);
    Insertion insertion = new Insertion(tables, timing);
    Route route = new Route(tables, 0, timing);
    int both = 0;
    for (int ride = 0; ride < tables.rides; ride++) {
      double best = insertion.best(route, ride, RandomRides.DEAR, 0, chance);
      int pickup = insertion.pickupAfter;
      int delivery = insertion.deliveryAfter;
      double next = insertion.best(route, ride, RandomRides.DEAR, 1, chance);
      assertTrue(next >= best, "ride " + ride);
      if (next < Double.POSITIVE_INFINITY) {
        both++;
        assertNotEquals(pickup * 100 + delivery, overlooked(insertion), "ride " + ride);
      }
      if (best < Double.POSITIVE_INFINITY) {
        insertion.insert(route, ride, pickup, delivery);
      }
    }
    assertTrue(both > 0, "no ride had two places");
  }

  private static int overlooked(Insertion insertion) {
    return insertion.pickupAfter * 100 + insertion.deliveryAfter;
  }

  private static boolean restores(Route route, Route kept) {
    route.copyFrom(kept);
    return true;
  }

  private static boolean[] without(boolean[] in, int ride) {
    boolean[] left = in.clone();
    left[ride] = false;
    return left;
  }
}
