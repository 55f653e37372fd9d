package se.dirigent.simulator.ward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.dirigent.simulator.chance.Streams;

class WardDemandTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  /** A Monday, midnight in Stockholm. */
  private static final Instant MONDAY = Instant.parse("2026-11-22T23:00:00Z");

  private static List<Wish> week(long seed) {
    var demand =
        new WardDemand(WardProfile.of(130_000, ZONE), WardMix.varied(), new Streams(seed), MONDAY);
    List<Wish> wishes = new ArrayList<>();
    Wish next = demand.next();
    while (next.orderedAt().isBefore(MONDAY.plus(Duration.ofDays(7)))) {
      wishes.add(next);
      next = demand.next();
    }
    return wishes;
  }

  @Test
  void s01TheSameSeedGivesTheSameWeek() {
    assertEquals(week(1), week(1));
    assertFalse(week(1).equals(week(2)));
  }

  @Test
  void s02AWeekHasAsManyAsTheInhabitantsAskForAndFewAtNight() {
    double expected = 130_000 * WardProfile.PER_100_000 / 100_000 * (5 + 2 * 0.35);
    List<Wish> all = new ArrayList<>();
    for (int seed = 0; seed < 20; seed++) {
      all.addAll(week(seed));
    }
    double mean = all.size() / 20.0;
    assertTrue(Math.abs(mean - expected) < 0.05 * expected, "mean " + mean + " of " + expected);
    long night = all.stream().filter(w -> w.orderedAt().atZone(ZONE).getHour() < 6).count();
    assertTrue(night < 0.06 * all.size(), "night " + night);
  }

  @Test
  void s03EveryWishCanBeOrderedAndEverySortOfTripComes() {
    Set<Wish.Trip> trips = EnumSet.noneOf(Wish.Trip.class);
    for (Wish w : week(3)) {
      trips.add(w.trip());
      Duration ahead = Duration.between(w.orderedAt(), w.readyAt());
      assertTrue(ahead.compareTo(Duration.ofMinutes(30)) > 0, w.toString());
      assertTrue(ahead.compareTo(Duration.ofHours(40)) < 0, w.toString());
      assertFalse(w.reason().isBlank());
    }
    assertEquals(EnumSet.allOf(Wish.Trip.class), trips);
  }

  @Test
  void s04ABigRegionAsksForNoMoreThanCanBeFollowed() {
    assertEquals(400, WardProfile.of(2_400_000, ZONE).ordersPerDay());
  }
}
