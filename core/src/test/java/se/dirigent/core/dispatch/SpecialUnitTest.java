package se.dirigent.core.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static se.dirigent.core.Fixtures.refusal;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Centre;
import se.dirigent.core.Fixtures;
import se.dirigent.core.dispatch.DispatchCommand.Assign;
import se.dirigent.core.dispatch.DispatchCommand.Redirect;
import se.dirigent.core.fleet.UnitCommand.Register;
import se.dirigent.core.fleet.UnitCommand.StartShift;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.incident.IncidentId;

/** Units that only the medical dispatcher may send. */
class SpecialUnitTest {
  private final Centre centre = new Centre();

  @Test
  void s01ASpecialUnitGoesOnTheMedicalDispatchersDecisionOnly() {
    Register doctorCar = Fixtures.ambulance(9);
    centre.ask(
        new Register(
            doctorCar.unit(),
            doctorCar.region(),
            doctorCar.callSign(),
            UnitKind.DOCTOR_CAR,
            doctorCar.capabilities(),
            doctorCar.crew(),
            doctorCar.station(),
            doctorCar.owner(),
            true));
    UnitId special = doctorCar.unit();
    centre.ask(new StartShift(special, Fixtures.shift(centre.now()), List.of(Fixtures.NURSE)));
    IncidentId from = centre.open(1, "2A");
    assertEquals("unit.special", refusal(() -> centre.ask(new Assign(from, List.of(special)))));
    centre.ask(new Assign(from, List.of(special), true));
    IncidentId to = centre.open(2, "1A");
    Redirect plain = new Redirect(special, to, "hjärtstopp");
    assertEquals("unit.special", refusal(() -> centre.ask(plain)));
    centre.ask(new Redirect(special, to, "hjärtstopp", true));
    assertEquals(to, centre.assignment(AssignmentId.parse(assignmentOf(special))).incident());
  }

  private String assignmentOf(UnitId unit) {
    return String.valueOf(centre.unit(unit).assignment());
  }
}
