package se.dirigent.core.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static se.dirigent.core.Centre.names;
import static se.dirigent.core.Fixtures.START;
import static se.dirigent.core.Fixtures.minutes;
import static se.dirigent.core.Fixtures.refusal;
import static se.dirigent.core.Fixtures.seconds;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Centre;
import se.dirigent.core.Fixtures;
import se.dirigent.core.dispatch.DispatchCommand.Assign;
import se.dirigent.core.dispatch.DispatchCommand.Pass;
import se.dirigent.core.dispatch.DispatchCommand.Redirect;
import se.dirigent.core.dispatch.DispatchCommand.StandDown;
import se.dirigent.core.fleet.UnitCommand.EndShift;
import se.dirigent.core.fleet.UnitCommand.SetAvailability;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.incident.IncidentCommand.Close;
import se.dirigent.core.incident.IncidentCommand.Reopen;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Outcome;
import se.dirigent.core.incident.Outcome.Kind;
import se.dirigent.core.incident.Phase;

/** Units on incidents: sent, done, stood down, redirected, sent again. */
class DispatchTest {
  private final Centre centre = new Centre();

  private Outcome outcome(IncidentId id) {
    return Objects.requireNonNull(centre.incident(id).outcome(), "the incident is not closed");
  }

  private void drive(AssignmentId assignment, Milestone... milestones) {
    for (Milestone milestone : milestones) {
      centre.after(minutes(3)).pass(assignment, milestone);
    }
  }

  @Test
  void s01AFreeUnitIsSentAndTheIncidentLeavesTheWaitingRoom() {
    IncidentId id = centre.open(1, "1A");
    UnitId unit = centre.onDuty(1);
    centre.after(seconds(40));
    assertEquals(
        List.of("WaitingRoomLeft", "AssignmentOpened", "UnitAssigned", "UnitStatusChanged"),
        names(centre.ask(new Assign(id, List.of(unit)))));
    assertEquals(Phase.ASSIGNED, centre.incident(id).phase());
    assertEquals(UnitStatus.TASKED, centre.unit(unit).status());
    assertEquals("sos:2026-11-22:000001:1", centre.unit(unit).assignment());
    Assignment assignment = centre.assignment(new AssignmentId(id, 1));
    assertEquals(START.plusSeconds(40), assignment.times().assignedAt());
    assertEquals("1A", assignment.priority());
    assertEquals("demo.ett", assignment.by());
  }

  @Test
  void s02AWholeJobFromAssignedToClear() {
    IncidentId id = centre.open(1, "1A");
    UnitId unit = centre.onDuty(1);
    AssignmentId job = centre.send(id, unit);
    for (Milestone milestone : Milestone.values()) {
      if (milestone != Milestone.ASSIGNED) {
        drive(job, milestone);
        assertEquals(milestone.status(), centre.unit(unit).status());
        assertEquals(centre.now(), centre.assignment(job).times().of(milestone));
      }
    }
    assertEquals(Assignment.State.CLEARED, centre.assignment(job).state());
    assertEquals(Phase.CLOSED, centre.incident(id).phase());
    assertEquals(Kind.CONVEYED, outcome(id).kind());
    assertEquals("milestone.passed", refusalOfStep(centre.send(centre.open(2, "3"), unit)));
    assertEquals("assignment.ended", refusalOfStep(job));
  }

  private String refusalOfStep(AssignmentId job) {
    return refusal(() -> centre.pass(job, Milestone.ASSIGNED));
  }

  @Test
  void s03StepsGoForwardOnlyAndMayBeSkipped() {
    AssignmentId job = centre.send(centre.open(1, "1A"), centre.onDuty(1));
    drive(job, Milestone.AT_PATIENT);
    assertNull(centre.assignment(job).times().rollingAt());
    assertEquals("milestone.passed", refusal(() -> centre.pass(job, Milestone.ROLLING)));
    assertEquals("milestone.passed", refusal(() -> centre.pass(job, Milestone.AT_PATIENT)));
  }

  @Test
  void s04ACrewMayTellLateButNotAheadAndNotOutOfOrder() {
    AssignmentId job = centre.send(centre.open(1, "1A"), centre.onDuty(1));
    centre.after(minutes(10));
    centre.ask(new Pass(job, Milestone.ACKNOWLEDGED, START.plusSeconds(30), null));
    centre.ask(new Pass(job, Milestone.ROLLING, START.plusSeconds(80), null));
    assertEquals(START.plusSeconds(80), centre.assignment(job).times().rollingAt());
    Pass before = new Pass(job, Milestone.AT_ADDRESS, START.plusSeconds(79), null);
    assertEquals("time.order", refusal(() -> centre.ask(before)));
    Pass ahead = new Pass(job, Milestone.AT_ADDRESS, centre.now().plusSeconds(61), null);
    assertEquals("time.future", refusal(() -> centre.ask(ahead)));
  }

  @Test
  void s05AVehiclesFastClockDoesNotBlockTheNextTap() {
    AssignmentId job = centre.send(centre.open(1, "1A"), centre.onDuty(1));
    centre.ask(new Pass(job, Milestone.ACKNOWLEDGED, centre.now().plusSeconds(50), null));
    centre.after(seconds(10)).pass(job, Milestone.ROLLING);
    assertEquals(START, centre.assignment(job).times().acknowledgedAt());
    assertEquals(START.plusSeconds(10), centre.assignment(job).times().rollingAt());
  }

  @Test
  void s06ABusyOrAbsentUnitIsRefusedAndNothingHappens() {
    UnitId busy = centre.onDuty(1);
    UnitId out = centre.onDuty(2);
    UnitId off = centre.onDuty(3);
    UnitId free = centre.onDuty(4);
    AssignmentId job = centre.send(centre.open(1, "1A"), busy);
    centre.ask(new SetAvailability(out, false, "tankar"));
    centre.ask(new EndShift(off));
    IncidentId other = centre.open(2, "1A");
    assertEquals("unit.busy", refusal(() -> centre.send(other, busy)));
    assertEquals("unit.unavailable", refusal(() -> centre.send(other, out)));
    assertEquals("unit.offDuty", refusal(() -> centre.send(other, off)));
    assertEquals("unit.unknown", refusal(() -> centre.send(other, Fixtures.unit(9))));
    // The free one comes first: it must not be sent alone when the second is refused.
    assertEquals("unit.busy", refusal(() -> centre.send(other, free, busy)));
    assertEquals(UnitStatus.AVAILABLE, centre.unit(free).status());
    assertEquals(Phase.WAITING, centre.incident(other).phase());
    assertEquals(job.toString(), centre.unit(busy).assignment());
  }

  @Test
  void s07SeveralUnitsAtOnceAndExtraOnesLater() {
    IncidentId id = centre.open(1, "1A");
    UnitId first = centre.onDuty(1);
    UnitId second = centre.onDuty(2);
    UnitId extra = centre.onDuty(3);
    centre.send(id, first, second);
    assertEquals(
        List.of("AssignmentOpened", "UnitAssigned", "UnitStatusChanged"),
        names(centre.ask(new Assign(id, List.of(extra)))));
    assertEquals(List.of(id + ":1", id + ":2", id + ":3"), centre.incident(id).openAssignments());
    assertEquals("unit.busy", refusal(() -> centre.send(id, first)), "it is there already");
    assertEquals("list.empty", refusal(() -> new Assign(id, List.of())));
    assertEquals("list.repeated", refusal(() -> new Assign(id, List.of(first, first))));
    List<UnitId> fleet = IntStream.range(0, 51).mapToObj(Fixtures::unit).toList();
    assertEquals("list.long", refusal(() -> new Assign(id, fleet)));
  }

  @Test
  void s08AnIncidentWithUnitsIsNotClosedByHand() {
    IncidentId id = centre.open(1, "1A");
    centre.send(id, centre.onDuty(1));
    Outcome cancelled = new Outcome(Kind.CANCELLED, "felringning");
    assertEquals("incident.hasUnits", refusal(() -> centre.ask(new Close(id, cancelled))));
  }

  @Test
  void s09AClosedIncidentGetsNoUnit() {
    IncidentId id = centre.open(1, "1A");
    centre.ask(new Close(id, new Outcome(Kind.CANCELLED, "felringning")));
    UnitId unit = centre.onDuty(1);
    assertEquals("incident.closed", refusal(() -> centre.send(id, unit)));
    assertEquals("incident.unknown", refusal(() -> centre.send(Fixtures.incident(9), unit)));
    centre.ask(new Reopen(id, "ringer igen"));
    centre.send(id, unit);
  }

  @Test
  void s10LeftWithoutPatientAndTheOutcomeClosesTheIncident() {
    IncidentId id = centre.open(1, "2A");
    AssignmentId job = centre.send(id, centre.onDuty(1));
    drive(job, Milestone.ROLLING, Milestone.AT_PATIENT);
    Outcome left = new Outcome(Kind.TREATED_AND_LEFT, "");
    assertEquals(
        "milestone.outcome",
        refusal(() -> centre.ask(new Pass(job, Milestone.LOADED, null, left))));
    assertEquals("outcome.duplicate", refusal(() -> centre.clear(job, Kind.DUPLICATE)));
    centre.clear(job, Kind.TREATED_AND_LEFT);
    assertEquals(Kind.TREATED_AND_LEFT, outcome(id).kind());
  }

  @Test
  void s11ClearWithoutAnOutcomeReturnsTheIncidentToTheWaitingRoom() {
    IncidentId id = centre.open(1, "2A");
    AssignmentId job = centre.send(id, centre.onDuty(1));
    drive(job, Milestone.ROLLING);
    assertEquals(
        List.of("MilestonePassed", "UnitStatusChanged", "AssignmentEnded", "WaitingRoomEntered"),
        names(centre.clear(job, null)));
    assertEquals(Phase.WAITING, centre.incident(id).phase());
  }

  @Test
  void s12TheLastUnitOutClosesWithWhatWasReported() {
    IncidentId id = centre.open(1, "1A");
    UnitId second = centre.onDuty(2);
    AssignmentId one = centre.send(id, centre.onDuty(1), second);
    AssignmentId two = new AssignmentId(id, 2);
    drive(one, Milestone.LOADED, Milestone.CLEAR);
    assertEquals(Phase.ASSIGNED, centre.incident(id).phase(), "another is still there");
    assertNull(centre.incident(id).outcome());
    centre.clear(two, null);
    assertEquals(Kind.CONVEYED, outcome(id).kind());
  }

  @Test
  void s13StandDownReturnsTheIncidentToTheWaitingRoom() {
    IncidentId id = centre.open(1, "2A");
    UnitId unit = centre.onDuty(1);
    AssignmentId job = centre.send(id, unit);
    drive(job, Milestone.ROLLING);
    assertEquals(
        List.of("UnitStoodDown", "UnitStatusChanged", "AssignmentEnded", "WaitingRoomEntered"),
        names(centre.ask(new StandDown(job, "punktering"))));
    assertEquals(UnitStatus.AVAILABLE, centre.unit(unit).status());
    assertEquals(Assignment.State.STOOD_DOWN, centre.assignment(job).state());
    assertEquals("punktering", centre.assignment(job).reason());
    assertEquals(centre.now().plus(minutes(15)), dueOf(id), "contact is due by its priority");
    assertEquals("assignment.ended", refusal(() -> centre.ask(new StandDown(job, "igen"))));
    assertEquals("text.missing", refusal(() -> new StandDown(job, " ")));
  }

  private Instant dueOf(IncidentId id) {
    return Objects.requireNonNull(centre.incident(id).waiting()).nextDueAt();
  }

  @Test
  void s14OneOfTwoStoodDownLeavesTheOtherAtWork() {
    IncidentId id = centre.open(1, "1A");
    AssignmentId one = centre.send(id, centre.onDuty(1), centre.onDuty(2));
    centre.ask(new StandDown(one, "räcker med en"));
    assertEquals(Phase.ASSIGNED, centre.incident(id).phase());
    assertEquals(List.of(id + ":2"), centre.incident(id).openAssignments());
  }

  @Test
  void s15ARedirectIsWrittenOnBothIncidents() {
    IncidentId from = centre.open(1, "3");
    IncidentId to = centre.open(2, "1A");
    UnitId unit = centre.onDuty(1);
    AssignmentId job = centre.send(from, unit);
    drive(job, Milestone.ROLLING);
    assertEquals(
        List.of(
            "UnitRedirected",
            "UnitStatusChanged",
            "AssignmentEnded",
            "WaitingRoomEntered",
            "WaitingRoomLeft",
            "AssignmentOpened",
            "UnitAssigned",
            "UnitStatusChanged"),
        names(centre.ask(new Redirect(unit, to, "hjärtstopp"))));
    assertEquals(Assignment.State.REDIRECTED, centre.assignment(job).state());
    assertEquals("hjärtstopp", centre.assignment(job).reason());
    assertEquals(Phase.WAITING, centre.incident(from).phase());
    assertEquals(Phase.ASSIGNED, centre.incident(to).phase());
    assertEquals(to + ":1", centre.unit(unit).assignment());
    assertEquals(UnitStatus.TASKED, centre.unit(unit).status());
  }

  @Test
  void s16ARedirectNeedsABusyUnitAndAnotherOpenIncident() {
    IncidentId from = centre.open(1, "3");
    IncidentId closed = centre.open(2, "3");
    centre.ask(new Close(closed, new Outcome(Kind.CANCELLED, "felringning")));
    UnitId unit = centre.onDuty(1);
    assertEquals("unit.free", refusal(() -> centre.ask(new Redirect(unit, from, "nära"))));
    centre.send(from, unit);
    assertEquals("redirect.same", refusal(() -> centre.ask(new Redirect(unit, from, "nära"))));
    assertEquals("incident.closed", refusal(() -> centre.ask(new Redirect(unit, closed, "nära"))));
    IncidentId unknown = Fixtures.incident(9);
    assertEquals(
        "incident.unknown", refusal(() -> centre.ask(new Redirect(unit, unknown, "nära"))));
    assertEquals(from + ":1", centre.unit(unit).assignment(), "it keeps what it has");
  }

  @Test
  void s17APatientOnBoardIsNeverLeftFor() {
    IncidentId from = centre.open(1, "3");
    IncidentId to = centre.open(2, "1A");
    UnitId unit = centre.onDuty(1);
    AssignmentId job = centre.send(from, unit);
    for (Milestone onBoard : List.of(Milestone.LOADED, Milestone.AT_DESTINATION)) {
      drive(job, onBoard);
      assertEquals(
          "unit.patientOnBoard", refusal(() -> centre.ask(new Redirect(unit, to, "nära"))));
      assertEquals("unit.patientOnBoard", refusal(() -> centre.ask(new StandDown(job, "nej"))));
    }
    drive(job, Milestone.HANDED_OVER);
    centre.ask(new Redirect(unit, to, "nära"));
    assertEquals(Kind.CONVEYED, outcome(from).kind(), "the first job was done");
  }

  @Test
  void s18ARedirectOfTheLastUnitLeavesTheIncidentUndone() {
    IncidentId from = centre.open(1, "1A");
    UnitId second = centre.onDuty(2);
    AssignmentId one = centre.send(from, centre.onDuty(1), second);
    drive(one, Milestone.LOADED, Milestone.CLEAR);
    drive(new AssignmentId(from, 2), Milestone.AT_PATIENT);
    // One patient was conveyed; the second unit was with somebody else.
    centre.ask(new Redirect(second, centre.open(2, "1A"), "hjärtstopp"));
    assertEquals(Phase.WAITING, centre.incident(from).phase());
  }

  @Test
  void s19AfterHandOverAUnitMayBeSentAgainInFifteenMinutes() {
    UnitId unit = centre.onDuty(1);
    IncidentId first = centre.open(1, "3");
    AssignmentId job = centre.send(first, unit);
    drive(job, Milestone.LOADED, Milestone.AT_DESTINATION, Milestone.HANDED_OVER);
    IncidentId second = centre.open(2, "1A");
    centre.after(minutes(15).minusMillis(1));
    assertEquals("unit.busy", refusal(() -> centre.send(second, unit)));
    centre.after(seconds(1));
    assertEquals(
        List.of(
            "MilestonePassed",
            "UnitStatusChanged",
            "AssignmentEnded",
            "IncidentClosed",
            "WaitingRoomLeft",
            "AssignmentOpened",
            "UnitAssigned",
            "UnitStatusChanged"),
        names(centre.ask(new Assign(second, List.of(unit)))));
    assertEquals(Assignment.State.CLEARED, centre.assignment(job).state());
    assertEquals(Kind.CONVEYED, outcome(first).kind());
    assertEquals(second + ":1", centre.unit(unit).assignment());
  }

  @Test
  void s20TheFifteenMinutesCountFromTheHandOverNotFromTheTelling() {
    UnitId unit = centre.onDuty(1);
    AssignmentId job = centre.send(centre.open(1, "3"), unit);
    drive(job, Milestone.AT_DESTINATION);
    Instant handedOver = centre.now().plus(minutes(5));
    centre.after(minutes(16));
    centre.ask(new Pass(job, Milestone.HANDED_OVER, handedOver, null));
    IncidentId next = centre.open(2, "1A");
    centre.after(minutes(4).minusSeconds(1));
    assertEquals("unit.busy", refusal(() -> centre.send(next, unit)));
    centre.after(seconds(1)).send(next, unit);
  }

  @Test
  void s21ADuplicateWithAUnitClosesWhenTheUnitLeaves() {
    IncidentId original = centre.open(1, "1A");
    IncidentId second = centre.open(2, "1A");
    AssignmentId job = centre.send(second, centre.onDuty(1));
    assertEquals(
        List.of("MarkedDuplicate", "DuplicateFound"), names(centre.link(second, original)));
    assertEquals(Phase.ASSIGNED, centre.incident(second).phase(), "its unit is not dropped");
    centre.ask(new StandDown(job, "dubblett"));
    assertEquals(Kind.DUPLICATE, outcome(second).kind());
    assertEquals(Phase.WAITING, centre.incident(original).phase());
  }

  @Test
  void s22AReopenedIncidentIsNotClosedByAnOldOutcome() {
    IncidentId id = centre.open(1, "1A");
    UnitId unit = centre.onDuty(1);
    drive(centre.send(id, unit), Milestone.LOADED, Milestone.CLEAR);
    centre.ask(new Reopen(id, "fler skadade"));
    AssignmentId again = centre.send(id, unit);
    assertEquals(id + ":2", again.toString(), "numbers go on");
    centre.ask(new StandDown(again, "fel"));
    assertEquals(Phase.WAITING, centre.incident(id).phase());
  }
}
