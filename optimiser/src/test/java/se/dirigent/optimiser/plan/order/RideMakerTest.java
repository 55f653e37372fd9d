package se.dirigent.optimiser.plan.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static se.dirigent.optimiser.plan.order.OrderFixture.OTHER;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.core.transport.Stop;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.mode.Hours;
import se.dirigent.core.transport.mode.Hours.DayOff;
import se.dirigent.core.transport.mode.Urgency;
import se.dirigent.optimiser.plan.Ride;

/** When a planned ride may arrive: not in on-call hours where it need not. */
class RideMakerTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
  private static final Hours RECEIVING =
      new Hours(
          List.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
          LocalTime.of(7, 30),
          LocalTime.of(16, 30),
          List.of(DayOff.values()));

  private static final double EVER = Double.POSITIVE_INFINITY;

  /** When it arrives at the earliest and the latest, as hours and minutes after zero. */
  private static void arrives(String earliest, @Nullable String latest, Instant zero, Transport t) {
    RideMaker maker =
        new RideMaker(
            OrderFixture.rules(), RECEIVING, ZONE, zero, OrderFixture.GRID, List.of(t), _ -> 0);
    Ride ride = maker.free(t, OrderFixture.HERE, OrderFixture.THERE, false);
    assertEquals(Duration.parse("PT" + earliest).toSeconds(), ride.delivery().earliest());
    double until = latest == null ? EVER : Duration.parse("PT" + latest).toSeconds();
    assertEquals(until, ride.delivery().latest());
  }

  /** An order of noon with the pick-up within hours given. */
  private static Transport at(
      Instant noon, int hours, @Nullable Integer byHours, @Nullable Integer appointmentHours) {
    return at(OTHER, Urgency.PLANNED, noon, hours, byHours, appointmentHours);
  }

  private static Transport at(
      Stop to,
      Urgency urgency,
      Instant noon,
      int hours,
      @Nullable Integer byHours,
      @Nullable Integer appointmentHours) {
    return OrderFixture.order(
        to,
        urgency,
        noon,
        noon.plus(Duration.ofHours(hours)),
        byHours == null ? null : noon.plus(Duration.ofHours(byHours)),
        appointmentHours == null ? null : noon.plus(Duration.ofHours(appointmentHours)));
  }

  /** Tuesday at noon: the ward's day has 4 h 30 min left. */
  private static final Instant TUESDAY = Instant.parse("2026-02-03T11:00:00Z");

  @Test
  void s01BeforeTheWardsDayIsOver() {
    arrives("1H10M", "4H30M", TUESDAY, at(TUESDAY, 8, null, null));
  }

  @Test
  void s02WhatMustBeThereInTheEveningComesBeforeTheWardsDayIsOver() {
    arrives("1H10M", "4H30M", TUESDAY, at(TUESDAY, 8, 9, null));
    arrives("1H10M", "2H", TUESDAY, at(TUESDAY, 8, 2, null));
  }

  @Test
  void s03WhatMustBeThereInTheMorningDoesNotComeAtNight() {
    Instant late = TUESDAY.plus(Duration.ofHours(6));
    // Ready at 18, there by 9 the next morning: from 7.30 when the pick-up may wait so long.
    arrives("13H30M", "15H", late, at(late, 14, 15, null));
    arrives("0S", "13H", late, at(late, 14, 13, null));
  }

  @Test
  void s04AnAppointmentInTheEveningIsKept() {
    arrives("0S", "8H", TUESDAY, at(TUESDAY, 8, null, 8));
    arrives("1H10M", "3H", TUESDAY, at(TUESDAY, 8, null, 3));
  }

  @Test
  void s05WhatCannotWaitOrGoesHomeDoes() {
    arrives("0S", null, TUESDAY, at(OTHER, Urgency.HOURS, TUESDAY, 8, null, null));
    Stop home = Stop.home("Byvägen 1", OrderFixture.THERE, 0, true);
    arrives("0S", "9H", TUESDAY, at(home, Urgency.PLANNED, TUESDAY, 8, 9, null));
  }

  @Test
  void s06NobodyArrivesOnAHolidayWhoNeedNot() {
    // Good Friday at noon, and a pick-up that may wait until Tuesday.
    Instant friday = Instant.parse("2026-04-03T10:00:00Z");
    arrives("91H30M", "100H30M", friday, at(friday, 110, null, null));
    // By Monday, Easter Monday: nobody but the on-call staff before then.
    arrives("0S", "72H", friday, at(friday, 110, 72, null));
  }
}
