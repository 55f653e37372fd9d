package se.dirigent.core.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.dirigent.core.Centre.names;
import static se.dirigent.core.Fixtures.minutes;
import static se.dirigent.core.Fixtures.refusal;
import static se.dirigent.core.Fixtures.standby;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Centre;
import se.dirigent.core.Event;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.dispatch.DispatchCommand.Assign;
import se.dirigent.core.dispatch.DispatchCommand.StandDown;
import se.dirigent.core.fleet.Unit.CareRide;
import se.dirigent.core.fleet.UnitCommand.EndShift;
import se.dirigent.core.fleet.UnitCommand.LeaveCareRide;
import se.dirigent.core.fleet.UnitCommand.OrderStandby;
import se.dirigent.core.fleet.UnitCommand.ReachCareRide;
import se.dirigent.core.fleet.UnitCommand.SetAvailability;
import se.dirigent.core.fleet.UnitEvent.CareRideLeft;
import se.dirigent.core.incident.IncidentId;

class CareRideTest {
  private static final Standby.Terms TERMS = new Standby.Terms(2, minutes(2), false);

  private final Centre centre = new Centre();
  private final UnitId id = centre.onDuty(1);

  private List<String> reach(String transport, CareRide.Stage stage) {
    return names(centre.ask(new ReachCareRide(id, transport, stage)));
  }

  private List<CareRide> rides() {
    return centre.unit(id).rides();
  }

  private static List<CareRideLeft> left(List<Event> events) {
    return events.stream()
        .filter(CareRideLeft.class::isInstance)
        .map(CareRideLeft.class::cast)
        .toList();
  }

  @Test
  void s01FromSettledToOver() {
    assertEquals(List.of("CareRideReached"), reach("t1", CareRide.Stage.LOCKED));
    assertFalse(centre.unit(id).drives());
    assertEquals(List.of("CareRideReached"), reach("t1", CareRide.Stage.UNDER_WAY));
    assertTrue(centre.unit(id).drives());
    assertFalse(centre.unit(id).carries());
    reach("t1", CareRide.Stage.ON_BOARD);
    assertTrue(centre.unit(id).carries());
    assertEquals(UnitStatus.AVAILABLE, centre.unit(id).status());
    assertEquals(List.of(), reach("t1", CareRide.Stage.ON_BOARD));
    assertEquals(List.of("CareRideLeft"), names(centre.ask(new LeaveCareRide(id, "t1"))));
    assertEquals(List.of(), rides());
    assertEquals(List.of(), centre.ask(new LeaveCareRide(id, "t1")));
  }

  @Test
  void s02TwoPatientsRideTogether() {
    reach("t1", CareRide.Stage.ON_BOARD);
    reach("t2", CareRide.Stage.UNDER_WAY);
    centre.ask(new LeaveCareRide(id, "t1"));
    assertEquals(List.of("t2"), rides().stream().map(CareRide::transport).toList());
    assertFalse(centre.unit(id).carries());
  }

  @Test
  void s03AnAcuteCaseTakesTheUnitAndSaysWhatItLeaves() {
    reach("t1", CareRide.Stage.LOCKED);
    reach("t2", CareRide.Stage.UNDER_WAY);
    IncidentId incident = centre.open(1, "1A");
    List<CareRideLeft> left = left(centre.ask(new Assign(incident, List.of(id))));
    assertEquals(
        List.of(
            new CareRideLeft(id, "t1", CareRide.End.DISPATCHED),
            new CareRideLeft(id, "t2", CareRide.End.DISPATCHED)),
        left);
    assertEquals(List.of(), rides());
    assertEquals("unit.busy", refusal(() -> reach("t2", CareRide.Stage.UNDER_WAY)));
    centre.ask(new StandDown(new AssignmentId(incident, 1), "fel adress"));
    reach("t2", CareRide.Stage.UNDER_WAY);
  }

  @Test
  void s04APatientOnBoardIsTakenThereFirst() {
    reach("t1", CareRide.Stage.ON_BOARD);
    IncidentId incident = centre.open(1, "1A");
    assertEquals(
        "unit.transportOnBoard", refusal(() -> centre.ask(new Assign(incident, List.of(id)))));
    assertEquals("unit.driving", refusal(() -> centre.ask(new EndShift(id))));
    centre.ask(new LeaveCareRide(id, "t1"));
    centre.ask(new Assign(incident, List.of(id)));
  }

  @Test
  void s05AMealLeavesWhatIsSettledAndABreakdownWhatIsUnderWay() {
    reach("t1", CareRide.Stage.LOCKED);
    reach("t2", CareRide.Stage.UNDER_WAY);
    reach("t3", CareRide.Stage.ON_BOARD);
    assertEquals(
        List.of(new CareRideLeft(id, "t2", CareRide.End.UNAVAILABLE)),
        left(centre.ask(new SetAvailability(id, false, "motorn"))));
    assertEquals(List.of("t1", "t3"), rides().stream().map(CareRide::transport).toList());
  }

  @Test
  void s06TheEndOfTheShiftLeavesWhatIsSettled() {
    reach("t1", CareRide.Stage.LOCKED);
    assertEquals(
        List.of(new CareRideLeft(id, "t1", CareRide.End.OFF_DUTY)),
        left(centre.ask(new EndShift(id))));
    assertEquals("unit.offDuty", refusal(() -> reach("t1", CareRide.Stage.UNDER_WAY)));
  }

  @Test
  void s07WhoDrivesStandsByNowhere() {
    centre.ask(new OrderStandby(id, standby(1), "", TERMS));
    assertEquals(List.of("StandbyEnded", "CareRideReached"), reach("t1", CareRide.Stage.UNDER_WAY));
    assertNull(centre.unit(id).standby());
    assertEquals(
        "unit.driving", refusal(() -> centre.ask(new OrderStandby(id, standby(2), "", TERMS))));
  }
}
