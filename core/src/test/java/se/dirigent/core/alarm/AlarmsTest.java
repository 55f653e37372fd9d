package se.dirigent.core.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static se.dirigent.core.Centre.names;
import static se.dirigent.core.Fixtures.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Centre;
import se.dirigent.core.Fixtures;
import se.dirigent.core.Refused;
import se.dirigent.core.alarm.AlarmCommand.Acknowledge;
import se.dirigent.core.alarm.AlarmCommand.CheckDeadline;
import se.dirigent.core.alarm.AlarmCommand.Hand;
import se.dirigent.core.alarm.AlarmCommand.Take;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.dispatch.DispatchCommand.ChangeReception;
import se.dirigent.core.dispatch.DispatchCommand.ChooseDestination;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.dispatch.Reception;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Standby;
import se.dirigent.core.fleet.UnitCommand.AnswerStandby;
import se.dirigent.core.fleet.UnitCommand.OrderStandby;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.incident.IncidentCommand.ChangePriority;
import se.dirigent.core.incident.IncidentCommand.Close;
import se.dirigent.core.incident.IncidentCommand.ConfirmDowngrade;
import se.dirigent.core.incident.IncidentCommand.LogContact;
import se.dirigent.core.incident.IncidentCommand.Reopen;
import se.dirigent.core.incident.IncidentCommand.Update;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Outcome;

/** Each kind of alarm: how it comes, what is done about it, and how it ends. */
class AlarmsTest {
  private final Centre centre = new Centre();

  private Alarm alarm(AlarmKind kind, Object subject) {
    return Objects.requireNonNull(centre.scene().find(new AlarmId(kind, subject.toString())));
  }

  private IncidentId unassigned() {
    IncidentId id = centre.open(1, "1A");
    centre.after(Duration.ofSeconds(60)).look(id);
    return id;
  }

  @Test
  void s01NobodySentIsGraveAndNobodysUntilSomebodyHasSeenIt() {
    IncidentId id = unassigned();
    Alarm raised = alarm(AlarmKind.UNASSIGNED, id);
    assertEquals(Tone.GRAVE, raised.tone());
    assertEquals(Desk.DISPATCHER, raised.desk());
    assertNull(raised.owner());
    assertEquals(centre.now().plusSeconds(60), raised.actBy());
    centre.as("demo.tva").ask(new Acknowledge(List.of(raised.id())));
    assertEquals("demo.tva", alarm(AlarmKind.UNASSIGNED, id).owner());
    assertEquals(List.of(), centre.ask(new Acknowledge(List.of(raised.id()))), "seen is seen");
    assertEquals(List.of("UNASSIGNED " + id), centre.standing());
    centre.send(id, centre.onDuty(1));
    assertEquals(List.of(), centre.standing(), "it ends with what it was about");
    assertEquals("alarm.ended", refusal(() -> centre.ask(new Take(List.of(raised.id())))));
  }

  @Test
  void s02ACrewThatIsSilentAndThenStandsStill() {
    IncidentId id = centre.open(1, "1A");
    AssignmentId a = centre.send(id, centre.onDuty(1));
    centre.after(Duration.ofSeconds(90)).look(a);
    assertEquals(List.of("NOT_ACKNOWLEDGED " + a), centre.standing());
    centre.pass(a, Milestone.ACKNOWLEDGED);
    assertEquals(List.of(), centre.standing());
    centre.after(Duration.ofSeconds(1)).look(a);
    assertEquals(List.of("NOT_ROLLING " + a), centre.standing());
    assertEquals(Fixtures.unit(1).value(), alarm(AlarmKind.NOT_ROLLING, a).unit());
    centre.after(Duration.ofSeconds(30)).look(a);
    assertEquals(1, alarm(AlarmKind.NOT_ROLLING, a).times(), "one alarm however many steps");
    centre.pass(a, Milestone.ROLLING);
    assertEquals(List.of(), centre.standing());
  }

  @Test
  void s03AnOverdueContactBecomesAGraverQuestionAndNotTwo() {
    IncidentId id = centre.open(1, "2A");
    centre.after(Duration.ofMinutes(20)).look(id);
    assertEquals(List.of("CONTACT_OVERDUE " + id), centre.standing());
    centre.after(Duration.ofMinutes(20)).look(id);
    assertEquals(List.of("MISSED_CONTACTS " + id), centre.standing());
    centre.ask(new LogContact(id, true, "Oförändrad", "Vänta", null));
    assertEquals(List.of(), centre.standing());
  }

  @Test
  void s04ADowngradeWaitsForASecondPerson() {
    IncidentId id = centre.open(1, "2A");
    centre.ask(new ChangePriority(id, "3", "mår bättre"));
    assertEquals(List.of("DOWNGRADE_WAITING " + id), centre.standing());
    centre.as("demo.tva").ask(new ConfirmDowngrade(id, null));
    assertEquals(List.of(), centre.standing());
  }

  @Test
  void s05AReceiverThatSaysNoUntilAnotherIsChosen() {
    IncidentId id = centre.open(1, "2A");
    AssignmentId a = centre.send(id, centre.onDuty(1));
    centre.pass(a, Milestone.LOADED);
    centre.ask(new ChooseDestination(a, "sjukhus"));
    centre.ask(new ChangeReception(a, Reception.State.DECLINED));
    assertEquals(List.of("RECEPTION_DECLINED " + a), centre.standing());
    centre.ask(new ChooseDestination(a, "annat"));
    assertEquals(List.of(), centre.standing());
  }

  @Test
  void s06AUnitUnderWayThatHasStoppedTellingWhereItIs() {
    UnitId unit = centre.onDuty(1);
    AssignmentId a = centre.send(centre.open(1, "2A"), unit);
    PositionReport report = new PositionReport(unit, Fixtures.TOWN, centre.now(), null, null);
    centre.after(Duration.ofMinutes(4));
    assertEquals(List.of(), centre.look(a, report), "not under way yet");
    centre.pass(a, Milestone.ROLLING);
    centre.look(a, report);
    assertEquals(List.of(), centre.look(a, report));
    assertEquals(List.of("OLD_POSITION " + a), centre.standing());
    centre.look(a, new PositionReport(unit, Fixtures.TOWN, centre.now(), null, null));
    assertEquals(List.of(), centre.standing());
    centre.after(Duration.ofMinutes(4)).look(a, report);
    assertEquals(2, alarm(AlarmKind.OLD_POSITION, a).times());
    centre.pass(a, Milestone.AT_DESTINATION);
    assertEquals(List.of(), centre.standing(), "no longer under way");
  }

  @Test
  void s07WordsForAClosedCaseAreKeptAndRead() {
    IncidentId id = centre.open(1, "2A");
    centre.ask(new Close(id, new Outcome(Outcome.Kind.REFERRED, "vårdcentral")));
    assertEquals(
        "incident.closed", refusal(() -> centre.ask(new Update(id, "sämre", null, "1A", null))));
    centre.ask(new Update(id, "Ringer igen", null, null, null));
    assertEquals("Ringer igen", centre.incident(id).notes().getLast().text());
    Alarm late = alarm(AlarmKind.LATE_TEXT, id);
    assertEquals(
        List.of("AlarmAcknowledged", "AlarmEnded"),
        names(centre.ask(new Acknowledge(List.of(late.id())))));
    centre.ask(new Update(id, "Och igen", null, null, null));
    assertEquals(List.of("LATE_TEXT " + id), centre.standing());
    centre.ask(new Reopen(id, "lever"));
    assertEquals(List.of(), centre.standing(), "reopened, somebody has it before them");
  }

  @Test
  void s08AnAlarmGoesToAnotherDeskAndMustBeSeenThere() {
    IncidentId id = unassigned();
    List<AlarmId> ids = List.of(alarm(AlarmKind.UNASSIGNED, id).id());
    centre.ask(new Take(ids));
    assertEquals(List.of(), centre.ask(new Take(ids)), "mine already");
    centre.as("demo.tva").ask(new Take(ids));
    assertEquals("demo.tva", alarm(AlarmKind.UNASSIGNED, id).owner());
    centre.ask(new Hand(ids, Desk.INNER_COMMAND));
    Alarm handed = alarm(AlarmKind.UNASSIGNED, id);
    assertEquals(Desk.INNER_COMMAND, handed.desk());
    assertNull(handed.owner());
    assertNull(handed.acknowledgedAt());
    assertEquals(List.of(), centre.ask(new Hand(ids, Desk.INNER_COMMAND)));
  }

  @Test
  void s09WhatIsNotActedUponInTimeSoundsAgainOnce() {
    IncidentId id = unassigned();
    AlarmId alarm = alarm(AlarmKind.UNASSIGNED, id).id();
    centre.ask(new Acknowledge(List.of(alarm)));
    assertEquals(List.of(), centre.after(Duration.ofSeconds(59)).ask(new CheckDeadline(alarm)));
    centre.after(Duration.ofSeconds(1)).ask(new CheckDeadline(alarm));
    Alarm lapsed = alarm(AlarmKind.UNASSIGNED, id);
    assertNotNull(lapsed.lapsedAt());
    assertNull(lapsed.acknowledgedAt());
    assertEquals("demo.ett", lapsed.owner(), "and is still somebody's");
    assertNull(lapsed.deadline());
    assertEquals(List.of(), centre.after(Duration.ofHours(1)).ask(new CheckDeadline(alarm)));
  }

  @Test
  void s10OfAFloodThoseThatStandAreAcknowledged() {
    IncidentId first = unassigned();
    IncidentId second = centre.open(2, "1A");
    centre.after(Duration.ofSeconds(60)).look(second);
    List<AlarmId> both =
        List.of(alarm(AlarmKind.UNASSIGNED, first).id(), alarm(AlarmKind.UNASSIGNED, second).id());
    centre.send(first, centre.onDuty(1));
    assertEquals(1, centre.ask(new Acknowledge(both)).size());
    AlarmId nobodys = AlarmId.parse("LATE_TEXT:" + first);
    assertEquals("alarm.unknown", refusal(() -> centre.ask(new Take(List.of(nobodys)))));
    assertEquals("list.empty", refusal(() -> new Take(List.of())));
  }

  @Test
  void s11NamesAreReadAsWrittenAndNonsenseIsNot() {
    for (String name : List.of("LATE_TEXT:sos:2026-11-22:1", "NOT_ROLLING:sos:2026-11-22:1:2")) {
      assertEquals(name, AlarmId.parse(name).toString());
      assertEquals("sos:2026-11-22:1", String.valueOf(AlarmId.parse(name).incident()));
    }
    for (String odd :
        List.of("", "NOT_ROLLING", "X:a:b:c", "NOT_ROLLING:a:b:c", "LATE_TEXT:a:b:c:1", ":")) {
      assertThrows(Refused.class, () -> AlarmId.parse(odd), odd);
    }
    assertEquals(
        "duration.positive",
        refusal(() ->
            new AlarmRules(Map.of(AlarmKind.UNASSIGNED, Duration.ZERO), Duration.ofMinutes(1))));
  }

  @Test
  void s12ACrewThatDoesNotAnswerWhereItIsToWait() {
    UnitId unit = centre.onDuty(1);
    Standby.Terms terms = new Standby.Terms(9, Duration.ofMinutes(2), false);
    centre.ask(new OrderStandby(unit, Fixtures.standby(1), "täcker norr", terms));
    assertEquals(List.of(), centre.after(Duration.ofSeconds(119)).lookAtStandby(unit));
    centre.after(Duration.ofSeconds(1)).lookAtStandby(unit);
    Alarm raised = alarm(AlarmKind.STANDBY_UNANSWERED, unit);
    assertEquals(Tone.ACT, raised.tone());
    assertEquals(Desk.DISPATCHER, raised.desk());
    assertEquals(unit.value(), raised.unit());
    assertNull(raised.incident());
    assertEquals(centre.now().plusSeconds(120), raised.actBy());
    assertEquals(List.of(), centre.lookAtStandby(unit), "one alarm however often it is looked at");
    centre.send(centre.open(1, "4"), centre.onDuty(2));
    assertEquals(List.of("STANDBY_UNANSWERED " + unit), centre.standing(), "another's concern");
    centre.ask(new AnswerStandby(unit, true, ""));
    assertEquals(List.of(), centre.standing());
    centre.ask(new OrderStandby(unit, Fixtures.standby(2), "täcker söder", terms));
    centre.after(Duration.ofMinutes(3)).lookAtStandby(unit);
    assertEquals(2, alarm(AlarmKind.STANDBY_UNANSWERED, unit).times());
    centre.ask(new OrderStandby(unit, Fixtures.standby(1), "täcker norr", terms));
    assertEquals(List.of(), centre.standing(), "a new order has a time of its own");
    centre.after(Duration.ofMinutes(3)).lookAtStandby(unit);
    centre.send(centre.open(2, "1A"), unit);
    assertEquals(List.of(), centre.standing(), "a crew sent to a case is not to wait");
  }

  @Test
  void s13AnAlarmAboutAUnitHasTheUnitsName() {
    AlarmId id = AlarmId.parse("STANDBY_UNANSWERED:23-3311");
    assertEquals(new UnitId("23-3311"), id.unit());
    assertNull(id.incident());
    assertNull(id.assignment());
    assertEquals("unit.form", refusal(() -> AlarmId.parse("STANDBY_UNANSWERED:sos:2026:1")));
    assertNull(AlarmId.parse("UNASSIGNED:sos:2026-11-22:000001").unit());
  }
}
