package se.dirigent.optimiser.plan.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static se.dirigent.optimiser.plan.order.OrderFixture.HERE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.dirigent.core.fleet.Shift;
import se.dirigent.optimiser.plan.Break;
import se.dirigent.optimiser.plan.Vehicle;
import se.dirigent.optimiser.plan.order.Driven.Stretch;
import se.dirigent.optimiser.plan.order.VehicleMaker.Rested;

/** How long a taxi's driver works, and which pauses are still to be had. */
class VehicleMakerTest {
  private static final double HOUR = 3600;
  private static final Instant SEVEN = Instant.parse("2026-02-03T06:00:00Z");
  private static final Shift DAY = new Shift(SEVEN, hours(12), null, null);

  private static Instant hours(double after) {
    return SEVEN.plusSeconds(Math.round(after * HOUR));
  }

  /** A taxi at its station, so many hours after its shift began. */
  private static Vehicle taxi(double now, Shift shift, boolean relaxed, Rested rested) {
    return taxi(now, shift, relaxed, rested, 0);
  }

  private static Vehicle taxi(
      double now, Shift shift, boolean relaxed, Rested rested, double driven) {
    VehicleMaker maker = new VehicleMaker(OrderFixture.rules(), hours(now), OrderFixture.GRID);
    return maker.vehicle(shift, OrderFixture.taxi(), 0, 0, HERE, HERE, relaxed, rested, driven);
  }

  @Test
  void s1OvertimeEndsWhereTheRestOfElevenHoursBegins() {
    assertEquals(12 * HOUR, taxi(0, DAY, false, Rested.NONE).to());
    assertEquals(13 * HOUR, taxi(0, DAY, true, Rested.NONE).to(), "four hours by the region");
    Shift shorter = new Shift(SEVEN, hours(8), null, null);
    assertEquals(12 * HOUR, taxi(0, shorter, true, Rested.NONE).to());
  }

  @Test
  void s2WhoHasWorkedLongerIsOnlyDrivenHome() {
    Shift longer = new Shift(SEVEN, hours(15), null, null);
    assertEquals(0, taxi(14, longer, false, Rested.NONE).to());
  }

  @Test
  void s3APauseThatHasBegunIsFinishedAndNotPlannedAgain() {
    List<Break> all = taxi(0, DAY, false, Rested.NONE).breaks();
    assertEquals(2, all.size());
    Rested begun = new Rested(1, hours(4), hours(4.75));
    Vehicle pausing = taxi(4.25, DAY, false, begun);
    assertEquals(0.5 * HOUR, pausing.from());
    assertEquals(1, pausing.breaks().size());
    Vehicle after = taxi(5, DAY, false, begun);
    assertEquals(0, after.from());
    assertEquals(1, after.breaks().size());
    assertEquals(all.getLast().latest() - 5 * HOUR, after.breaks().getFirst().latest(), 1e-6);
  }

  @Test
  void s4WhatIsPromisedGoesBeforeThePause() {
    Vehicle relaxed = taxi(4.25, DAY, true, new Rested(1, hours(4), hours(4.75)));
    assertEquals(0, relaxed.from());
    assertEquals(List.of(), relaxed.breaks());
  }

  @Test
  void s5WhatIsDrivenOfTheDayIsNotDrivenAgain() {
    assertEquals(9 * HOUR, taxi(0, DAY, false, Rested.NONE, 0).drivingMax());
    assertEquals(2 * HOUR, taxi(9, DAY, false, Rested.NONE, 7 * HOUR).drivingMax());
    assertEquals(0, taxi(11, DAY, false, Rested.NONE, 10 * HOUR).drivingMax(), "it is at home");
  }

  @Test
  void s6WhatIsDrivenIsCountedOnceAndFromTheShiftsBeginning() {
    Driven driven =
        Driven.of(
            Map.of(
                "taxi",
                List.of(
                    new Stretch(hours(4), hours(5)),
                    new Stretch(hours(-1), hours(1)),
                    new Stretch(hours(4.5), hours(6)),
                    new Stretch(hours(4.5), hours(4.75)))));
    assertEquals(3 * HOUR, driven.seconds("taxi", SEVEN), "one before, two with two on board");
    assertEquals(0, driven.seconds("other", SEVEN));
  }
}
