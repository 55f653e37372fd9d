package se.dirigent.simulator.ride;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.dirigent.core.incident.PatientId;
import se.dirigent.optimiser.plan.order.Suffered.Late;

/** What was suffered before: by patient and ward, for as long as the region remembers. */
class DelaysTest {
  private static final Instant DAY = Instant.parse("2026-06-01T10:00:00Z");
  private static final PatientId AGAIN = new PatientId(new UUID(1, 7));
  private static final PatientId NEW = new PatientId(new UUID(0, 8));

  private static final List<Late> RIDES =
      List.of(new Late(AGAIN, "ett", 30), new Late(AGAIN, "ett", 10), new Late(NEW, "ett", 5));

  @Test
  void s1_aPatientsAddUpAndAWardsAreTheMeanOfItsRides() {
    Delays delays = new Delays(30);
    RIDES.forEach(late -> delays.add(late, DAY));
    var known = delays.suffered(DAY.plusSeconds(1));
    assertEquals(40, known.ofPatient().get(AGAIN));
    assertEquals(15, known.ofWard().get("ett"));
  }

  @Test
  void s2_afterSoManyDaysItIsForgotten() {
    Delays delays = new Delays(30);
    delays.add(RIDES.getFirst(), DAY);
    assertEquals(1, delays.suffered(DAY.plus(Duration.ofDays(29))).ofPatient().size());
    delays.add(RIDES.getLast(), DAY.plus(Duration.ofDays(29)));
    var later = delays.suffered(DAY.plus(Duration.ofDays(31)));
    assertEquals(List.of(NEW), List.copyOf(later.ofPatient().keySet()));
  }

  @Test
  void s3_itIsCountedAnewByTheHour() {
    Delays delays = new Delays(30);
    assertEquals(0, delays.suffered(DAY).ofWard().size());
    delays.add(RIDES.getFirst(), DAY);
    assertEquals(0, delays.suffered(DAY.plus(Duration.ofMinutes(59))).ofWard().size());
    assertEquals(1, delays.suffered(DAY.plus(Duration.ofMinutes(60))).ofWard().size());
  }
}
