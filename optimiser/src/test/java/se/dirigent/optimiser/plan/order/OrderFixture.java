package se.dirigent.optimiser.plan.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.transport.Choice;
import se.dirigent.core.transport.Request;
import se.dirigent.core.transport.Request.Resuscitation;
import se.dirigent.core.transport.Stop;
import se.dirigent.core.transport.Timing;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.Transport.Reception;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.Transport.RideTimes;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.Needs;
import se.dirigent.core.transport.mode.Urgency;

/** An order from a ward to another, an hour apart, and what a region may have settled. */
final class OrderFixture {
  static final Position HERE = new Position(63.17, 14.65);
  static final Position THERE = new Position(62.41, 17.31);
  static final Stop OTHER = Stop.at("sundsvall", "Thorax");
  static final Grid GRID =
      Grid.ofTimes(
          List.of(HERE, THERE), Map.of(HERE, 0, THERE, 1), new double[] {0, 3600, 3600, 0});

  private OrderFixture() {}

  /** A driver's pause after 270 minutes, 45 long. */
  static final PlanRules.Pause PAUSE = new PlanRules.Pause(270, 45, "test");

  static PlanRules.Kind taxi() {
    return new PlanRules.Kind(
        UnitKind.PATIENT_TAXI,
        List.of(Mode.TAXI),
        4,
        1,
        0,
        6,
        300,
        false,
        9,
        "test",
        PAUSE,
        new PlanRules.DailyRest(11, "test"));
  }

  static PlanRules rules() {
    return new PlanRules(
        "test",
        "2026-01",
        true,
        24,
        400,
        30,
        90,
        3,
        240,
        12,
        1.3,
        160,
        new PlanRules.Service(10, 10, 0, 0, 0),
        new PlanRules.RideTime(1.5, 30),
        30,
        new PlanRules.Better(1, 5),
        50_000,
        new PlanRules.Delay(2000, 30),
        List.of(),
        new PlanRules.Booked("Testtaxi", 120, true, true),
        List.of(taxi()));
  }

  static Transport order(
      Stop to,
      Urgency urgency,
      Instant readyAt,
      Instant pickupUntil,
      @Nullable Instant arriveBy,
      @Nullable Instant appointmentAt) {
    Request request =
        new Request(
            Stop.at("ostersund", "Medicinavdelning"),
            to,
            new Timing(readyAt, arriveBy, appointmentAt, false, null),
            Needs.none(),
            urgency,
            Resuscitation.FULL,
            "Testläkare Ett",
            "Kranskärlsröntgen",
            "");
    return order(request, readyAt, pickupUntil);
  }

  /** A ride by taxi, approved. */
  static Transport order(Request request, Instant readyAt, Instant pickupUntil) {
    return new Transport(
        new TransportId("a"),
        new RegionCode("testlan"),
        "Demo vårdenhet",
        new PatientId(new UUID(0, 1)),
        "test.ett",
        readyAt,
        request,
        new Choice(
            Mode.TAXI,
            Mode.TAXI,
            "r",
            "1",
            "",
            1000,
            null,
            null,
            0,
            readyAt,
            pickupUntil,
            false,
            null),
        Ride.APPROVED,
        Reception.ASKED,
        null,
        null,
        List.of(),
        new RideTimes(null, null, null, null),
        null,
        null,
        null,
        List.of(),
        1);
  }
}
