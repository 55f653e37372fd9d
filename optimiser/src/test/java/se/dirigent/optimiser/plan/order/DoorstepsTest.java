package se.dirigent.optimiser.plan.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.core.transport.Request;
import se.dirigent.core.transport.Request.Resuscitation;
import se.dirigent.core.transport.Stop;
import se.dirigent.core.transport.Timing;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.mode.Hours;
import se.dirigent.core.transport.mode.Needs;
import se.dirigent.core.transport.mode.Needs.Care;
import se.dirigent.core.transport.mode.Needs.Escort;
import se.dirigent.core.transport.mode.Needs.Infection;
import se.dirigent.core.transport.mode.Needs.Posture;
import se.dirigent.core.transport.mode.Urgency;
import se.dirigent.optimiser.plan.Ride;

/** How long a vehicle stands at a door, and who and what takes up room in it. */
class DoorstepsTest {
  private static final PlanRules.Service SERVICE = new PlanRules.Service(10, 8, 1, 4, 30);
  private static final Instant NOON = Instant.parse("2026-02-03T11:00:00Z");

  private static Needs needs(Posture posture, boolean stairs, Infection infection) {
    return needs(posture, stairs, infection, false, 0, Escort.NONE);
  }

  private static Needs needs(
      Posture posture,
      boolean stairs,
      Infection infection,
      boolean alone,
      int companions,
      Escort escort) {
    return new Needs(
        posture,
        stairs,
        Care.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        null,
        infection,
        alone,
        companions,
        escort,
        "");
  }

  private static Request request(int floor, boolean lift, Needs needs) {
    return new Request(
        Stop.home("Testvägen 1", OrderFixture.HERE, floor, lift),
        OrderFixture.OTHER,
        new Timing(NOON, null, null, false, null),
        needs,
        Urgency.HOURS,
        Resuscitation.FULL,
        "Testläkare Ett",
        "Kranskärlsröntgen",
        "");
  }

  private static double pickupMinutes(int floor, boolean lift, boolean stairs) {
    Needs needs = needs(Posture.SITS, stairs, Infection.NONE);
    return Doorsteps.pickupSeconds(SERVICE, request(floor, lift, needs)) / 60;
  }

  @Test
  void s1EachFloorTakesItsTimeAndMoreWhereThePatientIsCarried() {
    assertEquals(10, pickupMinutes(0, true, false));
    assertEquals(13, pickupMinutes(3, true, false));
    assertEquals(22, pickupMinutes(3, false, false), "without a lift");
    assertEquals(22, pickupMinutes(3, true, true), "who is carried though there is a lift");
    assertEquals(14, pickupMinutes(-1, false, false), "up from below the ground");
  }

  @Test
  void s2AfterAnInfectionTheVehicleIsCleanedWhereThePatientIsLeft() {
    for (Infection infection : Infection.values()) {
      Request request = request(0, true, needs(Posture.SITS, false, infection));
      double cleaning = infection == Infection.NONE ? 0 : 30;
      assertEquals(10, Doorsteps.pickupSeconds(SERVICE, request) / 60);
      assertEquals(8 + cleaning, Doorsteps.deliverySeconds(SERVICE, request) / 60);
    }
  }

  /** Seats, wheelchairs, stretchers and room that a ride takes up. */
  private static List<Integer> load(Needs needs) {
    Transport t = OrderFixture.order(request(0, true, needs), NOON, NOON.plusSeconds(3600));
    Hours receiving =
        new Hours(List.of(DayOfWeek.values()), LocalTime.MIN, LocalTime.of(23, 59), List.of());
    RideMaker maker =
        new RideMaker(
            OrderFixture.rules(),
            receiving,
            ZoneId.of("Europe/Stockholm"),
            NOON,
            OrderFixture.GRID,
            List.of(t),
            _ -> 0);
    Ride ride = maker.free(t, OrderFixture.HERE, OrderFixture.THERE, false);
    return ride.load();
  }

  @Test
  void s3WhoComesAlongHasASeatToo() {
    assertEquals(List.of(1, 0, 0, 1), load(needs(Posture.SITS, false, Infection.NONE)));
    assertEquals(List.of(0, 1, 0, 1), load(needs(Posture.WHEELCHAIR, false, Infection.NONE)));
    Needs lies = needs(Posture.LIES, false, Infection.NONE, false, 1, Escort.NURSE);
    assertEquals(List.of(2, 0, 1, 1), load(lies), "a relative and a nurse of the ward's");
  }

  @Test
  void s4WhoIsInfectedOrRidesAloneSharesWithNobody() {
    int all = load(needs(Posture.SITS, false, Infection.DROPLET)).getLast();
    Needs alone = needs(Posture.SITS, false, Infection.NONE, true, 0, Escort.NONE);
    assertEquals(all, load(alone).getLast());
    int one = load(needs(Posture.SITS, false, Infection.NONE)).getLast();
    assertTrue(all + one > RideMaker.ROOM, "no vehicle has room for one more");
  }
}
