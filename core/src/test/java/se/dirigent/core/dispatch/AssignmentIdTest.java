package se.dirigent.core.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static se.dirigent.core.Fixtures.refusal;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Centre;
import se.dirigent.core.dispatch.DispatchCommand.Assign;
import se.dirigent.core.dispatch.DispatchCommand.StandDown;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.incident.IncidentId;

/** What assignments are called, and how many an incident has. */
class AssignmentIdTest {
  private final Centre centre = new Centre();

  @Test
  void s1AnAssignmentsIdentityReadsAsItIsWritten() {
    AssignmentId id = AssignmentId.parse("sos:2026-11-22:000123:7");
    assertEquals(7, id.number());
    assertEquals("sos:2026-11-22:000123:7", id.toString());
    for (String bad : List.of("", "7", "a:b:c", "a:b:c:", "a:b:c:0", "a:b:c:-1", "a:b:c:1234567")) {
      assertNotNull(refusal(() -> AssignmentId.parse(bad)), bad);
    }
    assertEquals("assignment.unknown", refusal(() -> centre.ask(new StandDown(id, "finns inte"))));
  }

  @Test
  void s2AnIncidentHasNoEndlessRowOfAssignments() {
    IncidentId id = centre.open(1, "1A");
    UnitId unit = centre.onDuty(1);
    for (int n = 0; n < 1_000; n++) {
      centre.ask(new StandDown(centre.send(id, unit), "fel"));
    }
    Assign oneMore = new Assign(id, List.of(unit));
    assertEquals("incident.full", refusal(() -> centre.ask(oneMore)));
    assertEquals(UnitStatus.AVAILABLE, centre.unit(unit).status());
    assertEquals(1, centre.send(centre.open(2, "1A"), unit).number());
  }
}
