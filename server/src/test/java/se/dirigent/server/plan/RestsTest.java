package se.dirigent.server.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.TravelTable;
import se.dirigent.optimiser.plan.Vehicle;
import se.dirigent.optimiser.plan.order.PlanRules;
import se.dirigent.optimiser.plan.order.VehicleMaker;
import se.dirigent.optimiser.plan.order.VehicleMaker.Rested;
import se.dirigent.server.platform.region.Regions;
import se.dirigent.server.web.LiveServer;

/** Pauses that crews have begun, by the region's own rules. */
class RestsTest {
  private static final RegionCode REGION = new RegionCode(LiveServer.OWN);
  private static final PlanRules RULES =
      LiveServer.shared().bean(Regions.class).settled("plan", REGION, PlanRules.class);
  private static final PlanRules.Kind TAXI =
      Objects.requireNonNull(RULES.kind(UnitKind.PATIENT_TAXI));
  private static final Instant SEVEN = Instant.parse("2026-02-03T06:00:00Z");
  private static final Shift DAY = new Shift(SEVEN, at(11 * 60), null, null);

  private final Rests rests = new Rests();

  private static Instant at(long minutes) {
    return SEVEN.plusSeconds(60 * minutes);
  }

  private static Unit unit(@Nullable String incident) {
    return new Unit(
        new UnitId("23-9001"),
        REGION,
        "9001",
        UnitKind.PATIENT_TAXI,
        List.of(),
        List.of(),
        "ostersund",
        "Testregionen",
        false,
        incident == null ? UnitStatus.AVAILABLE : UnitStatus.TASKED,
        SEVEN,
        incident,
        DAY,
        null,
        null,
        null,
        null,
        1);
  }

  /** What a plan of a moment says: nothing but the pauses that are left. */
  private PlanState.Seen seen(Instant now) {
    Duty duty = new Duty(unit(null), DAY, true);
    Vehicle all = Vehicle.of(0, 0, 0, 24 * 3600, Double.POSITIVE_INFINITY, List.of(1));
    var breaks = VehicleMaker.breaks(RULES, now, DAY, TAXI);
    var left = breaks.subList(rests.of(duty).pauses(), breaks.size());
    Vehicle vehicle =
        new Vehicle(
            0, 0, 0, all.to(), all.durationMax(), all.drivingMax(), left, all.capacity(), 0, 0, 0);
    TravelTable still = new TravelTable(1, new double[] {0}, new double[] {0});
    RideProblem problem = new RideProblem(List.of(), List.of(vehicle), List.of(still));
    Plan plan =
        new Plan(0, List.of(new Plan.Tour(0, List.of(0, 1).subList(0, left.size()))), List.of());
    Board board =
        new Board(
            now, problem, List.of(), List.of(duty), plan, Map.of(), Map.of(), Map.of(), _ -> 0);
    return new PlanState.Seen(board, plan, new Explained(Map.of(), List.of()));
  }

  private Rested note(PlanState.@Nullable Seen seen, Instant now, @Nullable String incident) {
    Unit unit = unit(incident);
    rests.note(seen, RULES, List.of(unit), List.of(), now);
    return rests.of(new Duty(unit, DAY, true));
  }

  @Test
  void s1APauseHasBegunWhenThePlanSaidItWould() {
    PlanState.Seen morning = seen(at(0));
    assertEquals(0, note(morning, at(10), null).pauses());
    Rested rested = note(morning, at(5 * 60), null);
    assertEquals(1, rested.pauses());
    assertEquals(rested.from().plusSeconds(45 * 60), rested.until());
    assertTrue(rests.now(rested.from().plusSeconds(60)).containsKey("23-9001"));
    assertTrue(rests.now(rested.until()).isEmpty());
  }

  @Test
  void s2ThePlanOfLongAgoIsNotCountedTwice() {
    PlanState.Seen morning = seen(at(0));
    Rested first = note(morning, at(5 * 60), null);
    assertEquals(first, note(morning, at(5 * 60 + 1), null));
    assertEquals(first, note(seen(at(5 * 60 + 2)), at(5 * 60 + 3), null));
  }

  @Test
  void s3AnAlarmInThePauseMeansThatItIsPlannedAgain() {
    Rested begun = note(seen(at(0)), at(5 * 60), null);
    Instant within = begun.from().plusSeconds(60);
    assertEquals(0, note(null, within, "sos:2026-02-03:000001").pauses());
    Rested later = note(null, at(6 * 60), null);
    assertEquals(0, later.pauses());
  }

  @Test
  void s4WhoIsBusyBeginsNoPause() {
    assertEquals(0, note(seen(at(0)), at(5 * 60), "sos:2026-02-03:000001").pauses());
  }
}
