package se.dirigent.simulator.ride.air;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.simulator.chance.Streams;

/** The national fleet as a region meets it: slots that can be flown, the same for the same seed. */
class AirFleetTest {
  private static final long HOUR = 3_600_000;
  private static final int DAYS = 100;

  private static AirFleet.Terms terms(double closedHours, int aircraft) {
    return new AirFleet.Terms(aircraft, aircraft, 3_800, 0.06, 3.6, 1, 75, closedHours, 6);
  }

  private static List<Long> asked(AirFleet.Terms terms, boolean urgent) {
    AirFleet fleet = new AirFleet(terms, new Streams(7), DAYS);
    List<Long> slots = new ArrayList<>();
    for (long now = 0; now < DAYS * 24 * HOUR; now += 17 * HOUR) {
      slots.add(fleet.slot(now, now + 2 * HOUR, urgent, 4));
    }
    return slots;
  }

  @Test
  void s1_aSlotIsNeverBeforeThePatientCanBeThereAndThatWhichCanWaitFliesByDay() {
    List<Long> slots = asked(AirFleet.Terms.usual(), false);
    for (int k = 0; k < slots.size(); k++) {
      long hour = slots.get(k) / HOUR % 24;
      assertTrue(slots.get(k) >= 17 * HOUR * k + 2 * HOUR, "slot " + slots.get(k));
      assertTrue(hour >= 6 && hour < 22, "hour " + hour);
    }
    assertEquals(slots, asked(AirFleet.Terms.usual(), false));
  }

  @Test
  void s2_urgentRequestsAreRefusedRatherThanLate() {
    List<Long> slots = asked(terms(40, 6), true);
    assertTrue(slots.contains(AirFleet.NONE), "bad weather refuses some");
    for (int k = 0; k < slots.size(); k++) {
      long earliest = 17 * HOUR * k + 2 * HOUR;
      assertTrue(slots.get(k) == AirFleet.NONE || slots.get(k) <= earliest + 6 * HOUR);
    }
  }

  @Test
  void s3_oneAircraftForTheCountryIsWaitedForLongerThanSix() {
    double few = asked(terms(5, 1), false).stream().mapToLong(s -> s).average().orElseThrow();
    double many = asked(terms(5, 6), false).stream().mapToLong(s -> s).average().orElseThrow();
    assertTrue(few > many + HOUR, few + " and " + many);
  }
}
