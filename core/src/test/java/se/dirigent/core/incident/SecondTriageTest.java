package se.dirigent.core.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.dirigent.core.Centre.names;
import static se.dirigent.core.Fixtures.START;
import static se.dirigent.core.Fixtures.minutes;
import static se.dirigent.core.Fixtures.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Centre;
import se.dirigent.core.Event;
import se.dirigent.core.Fixtures;
import se.dirigent.core.dispatch.DispatchCommand.Assign;
import se.dirigent.core.dispatch.DispatchCommand.SendAssessmentCar;
import se.dirigent.core.fleet.UnitCommand.Register;
import se.dirigent.core.fleet.UnitCommand.StartShift;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.incident.IncidentCommand.Close;
import se.dirigent.core.incident.IncidentCommand.ConfirmDowngrade;
import se.dirigent.core.incident.IncidentCommand.Reopen;
import se.dirigent.core.incident.TriageCommand.Ask;
import se.dirigent.core.incident.TriageCommand.CancelReferral;
import se.dirigent.core.incident.TriageCommand.Carry;
import se.dirigent.core.incident.TriageCommand.Conclude;
import se.dirigent.core.incident.TriageCommand.Refer;
import se.dirigent.core.incident.TriageCommand.Release;
import se.dirigent.core.incident.TriageCommand.Reply;
import se.dirigent.core.incident.TriageCommand.Take;
import se.dirigent.core.incident.TriageCommand.Withdraw;

/** The doctor on call is asked, and the hub assesses anew and refers. */
class SecondTriageTest {
  private static final String WORSE = "Ring 112 om hon blir sämre";

  private final Centre centre = new Centre();

  private Triage triage(IncidentId id) {
    return Objects.requireNonNull(centre.incident(id).triage());
  }

  private DoctorQuestion question(IncidentId id) {
    return triage(id).questions().getLast();
  }

  private Referral referral(IncidentId id) {
    return Objects.requireNonNull(triage(id).referral());
  }

  private Instant tomorrow() {
    return centre.now().plus(Duration.ofHours(20));
  }

  private Referral.Plan plan(Referral.Kind kind) {
    return kind == Referral.Kind.SELF_CARE
        ? new Referral.Plan(kind, "", null, "Vila och vätska", WORSE)
        : new Referral.Plan(kind, "Testby hälsocentral", tomorrow(), "", WORSE);
  }

  private List<Event> refer(IncidentId id, Referral.Kind kind, String accepted, String told) {
    return centre.ask(new Refer(id, plan(kind), accepted, told, null));
  }

  /** A doctor car on duty, or an assessment car. */
  private UnitId unit(UnitKind kind, boolean special) {
    Register r = Fixtures.ambulance(7);
    centre.ask(
        new Register(
            r.unit(),
            r.region(),
            r.callSign(),
            kind,
            r.capabilities(),
            r.crew(),
            r.station(),
            r.owner(),
            special));
    centre.ask(new StartShift(r.unit(), Fixtures.shift(centre.now()), List.of(Fixtures.NURSE)));
    return r.unit();
  }

  @Test
  void s01AQuestionIsPutAndAnswered() {
    IncidentId id = centre.open(1, "2A");
    assertEquals(List.of("QuestionPut"), names(centre.ask(new Ask(id, "Får hon vänta?", null))));
    assertEquals(START.plus(minutes(10)), question(id).answerBy());
    assertEquals("demo.ett", question(id).by());
    centre.as("demo.lakare");
    assertEquals(
        List.of("QuestionAnswered"),
        names(centre.ask(new Reply(id, 1, "Ja, en timme", null, null))));
    DoctorQuestion.Reply reply = Objects.requireNonNull(question(id).reply());
    assertEquals("demo.lakare", reply.by());
    assertEquals("Ja, en timme", reply.advice());
    assertEquals(DoctorQuestion.State.ANSWERED, question(id).state());
  }

  @Test
  void s02LifeThreateningIsAnsweredSooner() {
    IncidentId id = centre.open(1, "1A");
    centre.ask(new Ask(id, "Vad gör vi?", null));
    assertEquals(START.plus(minutes(3)), question(id).answerBy());
  }

  @Test
  void s03OneQuestionAtATimeAndOneAnswer() {
    IncidentId id = centre.open(1, "2A");
    centre.ask(new Ask(id, "Får hon vänta?", null));
    assertEquals("question.open", refusal(() -> centre.ask(new Ask(id, "Eller?", null))));
    centre.ask(new Withdraw(id, 1, "hon är bättre"));
    assertEquals(DoctorQuestion.State.WITHDRAWN, question(id).state());
    assertEquals("question.closed", refusal(() -> centre.ask(new Reply(id, 1, "Ja", null, null))));
    assertEquals("question.unknown", refusal(() -> centre.ask(new Reply(id, 2, "Ja", null, null))));
    centre.ask(new Ask(id, "Får hon vänta nu?", null));
    assertEquals(2, question(id).number());
  }

  @Test
  void s04ARaiseHoldsAtOnceADowngradeWaitsForASecondPerson() {
    IncidentId id = centre.open(1, "2A");
    centre.ask(new Ask(id, "Rätt prioritet?", null));
    centre.as("demo.lakare");
    assertEquals(
        List.of("QuestionAnswered", "PriorityChanged", "WaitingRescheduled"),
        names(centre.ask(new Reply(id, 1, "Misstänkt sepsis", "1B", null))));
    assertEquals("1B", centre.incident(id).priority());
    centre.as("demo.ett").ask(new Ask(id, "Och nu?", null));
    centre.as("demo.lakare");
    assertEquals(
        List.of("QuestionAnswered", "DowngradeProposed"),
        names(centre.ask(new Reply(id, 2, "Nej, influensa", "3", null))));
    assertEquals("1B", centre.incident(id).priority());
    assertEquals("downgrade.samePerson", refusal(() -> centre.ask(new ConfirmDowngrade(id, null))));
    centre.as("demo.tva").ask(new ConfirmDowngrade(id, "3"));
    assertEquals("3", centre.incident(id).priority());
  }

  @Test
  void s05AnApprovedSpecialUnitMayBeSentByAnyDispatcher() {
    UnitId car = unit(UnitKind.DOCTOR_CAR, true);
    IncidentId id = centre.open(1, "1A");
    IncidentId other = centre.open(2, "1A");
    centre.ask(new Ask(id, "Läkarbil?", car.value()));
    assertEquals(
        "question.approval", refusal(() -> centre.ask(new Reply(id, 1, "Ja", null, null))));
    assertEquals("unit.special", refusal(() -> centre.ask(new Assign(id, List.of(car)))));
    centre.as("demo.lakare").ask(new Reply(id, 1, "Ja, kör", null, true));
    centre.as("demo.ett");
    assertEquals("unit.special", refusal(() -> centre.ask(new Assign(other, List.of(car)))));
    centre.send(id, car);
    assertEquals(Phase.ASSIGNED, centre.incident(id).phase());
  }

  @Test
  void s06ADeniedSpecialUnitStaysWithTheMedicalDispatcher() {
    UnitId car = unit(UnitKind.DOCTOR_CAR, true);
    IncidentId id = centre.open(1, "1A");
    centre.ask(new Ask(id, "Läkarbil?", car.value()));
    centre.as("demo.lakare").ask(new Reply(id, 1, "Nej, behövs kvar", null, false));
    assertEquals("unit.special", refusal(() -> centre.ask(new Assign(id, List.of(car)))));
  }

  @Test
  void s07AnUnansweredQuestionAlarmsUntilItIsAnswered() {
    IncidentId id = centre.open(1, "4");
    centre.ask(new Ask(id, "Får han stanna hemma?", null));
    assertEquals(List.of(), centre.after(minutes(9)).look(id));
    assertEquals(List.of("QuestionUnanswered"), names(centre.after(minutes(1)).look(id)));
    assertEquals(List.of("QUESTION_UNANSWERED " + id), centre.standing());
    assertEquals(List.of(), centre.look(id));
    centre.as("demo.lakare").ask(new Reply(id, 1, "Ja", null, null));
    assertEquals(List.of(), centre.standing());
  }

  @Test
  void s08AnIncidentThatClosesTakesItsQuestionAlong() {
    IncidentId id = centre.open(1, "4");
    centre.ask(new Ask(id, "Får han stanna hemma?", null));
    centre.after(minutes(10)).look(id);
    centre.ask(new Close(id, new Outcome(Outcome.Kind.CANCELLED, "återbud")));
    assertEquals(DoctorQuestion.State.WITHDRAWN, question(id).state());
    assertEquals(List.of(), centre.standing());
    assertNull(centre.incident(id).deadline());
  }

  @Test
  void s09ACaseIsTakenForAssessmentByOne() {
    IncidentId id = centre.open(1, "3");
    assertEquals(List.of("AssessmentTaken"), names(centre.ask(new Take(id))));
    assertEquals("assessment.taken", refusal(() -> centre.as("demo.tva").ask(new Take(id))));
    centre.as("demo.ett").after(minutes(15)).ask(new Take(id));
    Assessment held = Objects.requireNonNull(triage(id).assessment());
    assertEquals(START.plus(minutes(35)), held.until());
  }

  @Test
  void s10ItIsReleasedByAPersonOrByTheClock() {
    IncidentId id = centre.open(1, "3");
    assertEquals("assessment.none", refusal(() -> centre.ask(new Release(id, "ingen"))));
    centre.ask(new Take(id));
    centre.as("demo.tva").ask(new Release(id, "gick hem"));
    assertNull(triage(id).assessment());
    centre.ask(new Take(id));
    assertEquals(List.of("AssessmentReleased"), names(centre.after(minutes(20)).look(id)));
    assertNull(triage(id).assessment());
  }

  @Test
  void s11DispatchIsNeverStopped() {
    UnitId ambulance = centre.onDuty(1);
    IncidentId id = centre.open(1, "3");
    centre.ask(new Take(id));
    centre.as("demo.tva").send(id, ambulance);
    assertNull(triage(id).assessment());
    assertEquals("assessment.notWaiting", refusal(() -> centre.ask(new Take(id))));
    assertEquals(
        "assessment.notOwn", refusal(() -> refer(id, Referral.Kind.TAXI, "Taxi", "patienten")));
  }

  @Test
  void s12BackToTheWaitingRoomOrToAnAmbulance() {
    IncidentId id = centre.open(1, "3");
    centre.ask(new Take(id));
    centre.ask(new Conclude(id, false, null, "oförändrad"));
    assertFalse(Objects.requireNonNull(triage(id).finding()).ambulance());
    assertEquals(Phase.WAITING, centre.incident(id).phase());
    centre.ask(new Take(id));
    assertNull(triage(id).finding());
    assertEquals("text.missing", refusal(() -> new Conclude(id, true, null, "sämre")));
    assertEquals(
        List.of("AssessmentEnded", "PriorityChanged", "WaitingRescheduled"),
        names(centre.ask(new Conclude(id, true, "1B", "sämre"))));
    assertTrue(Objects.requireNonNull(triage(id).finding()).ambulance());
    assertEquals("1B", centre.incident(id).priority());
  }

  @Test
  void s13AReferralThatIsCarriedClosesTheIncident() {
    int number = 0;
    for (Referral.Kind kind : Referral.Kind.values()) {
      IncidentId id = centre.open(++number, "3");
      centre.ask(new Take(id));
      boolean self = kind == Referral.Kind.SELF_CARE;
      assertEquals(
          List.of("Referred", "ReferralCarried", "WaitingRoomLeft", "IncidentClosed"),
          names(refer(id, kind, self ? "" : "Sköterska på plats", "patienten")));
      Outcome outcome = Objects.requireNonNull(centre.incident(id).outcome());
      assertEquals(Outcome.Kind.REFERRED, outcome.kind());
      assertEquals(self ? "Vila och vätska" : "Testby hälsocentral", outcome.text());
      assertEquals(Referral.State.CARRIED, referral(id).state());
    }
  }

  @Test
  void s14UntilSomebodyElseCarriesItTheCaseStaysUnderItsDeadlines() {
    IncidentId id = centre.open(1, "3");
    centre.ask(new Take(id));
    Referral.Plan plan = plan(Referral.Kind.HOME_VISIT);
    assertEquals(
        "referral.callBack", refusal(() -> centre.ask(new Refer(id, plan, "Hemvård", "", null))));
    Instant back = centre.now().plus(minutes(40));
    assertEquals(
        List.of("Referred", "WaitingRescheduled"),
        names(centre.ask(new Refer(id, plan, "Hemvård", "", back))));
    Waiting waiting = Objects.requireNonNull(centre.incident(id).waiting());
    assertEquals(back, waiting.nextDueAt());
    assertEquals("referral.incomplete", refusal(() -> centre.ask(new Carry(id, "", ""))));
    assertEquals(
        "referral.pending", refusal(() -> refer(id, Referral.Kind.TAXI, "Taxi", "patienten")));
    centre.after(minutes(46));
    assertTrue(names(centre.look(id)).contains("ContactMissed"));
    centre.ask(new Carry(id, "", "dottern"));
    assertEquals(Phase.CLOSED, centre.incident(id).phase());
    assertEquals("Hemvård", referral(id).acceptedBy());
    assertEquals("dottern", referral(id).toldTo());
  }

  @Test
  void s15AReferralThatFallsLeavesTheCaseWaiting() {
    IncidentId id = centre.open(1, "3");
    centre.ask(new Take(id));
    Instant back = centre.now().plus(minutes(40));
    centre.ask(new Refer(id, plan(Referral.Kind.PRIMARY_CARE), "", "patienten", back));
    centre.ask(new CancelReferral(id, "ingen tid"));
    assertEquals(Referral.State.CANCELLED, referral(id).state());
    assertEquals(Phase.WAITING, centre.incident(id).phase());
    assertEquals("referral.none", refusal(() -> centre.ask(new Carry(id, "A", "B"))));
    assertNotNull(triage(id).assessment());
    refer(id, Referral.Kind.TAXI, "Taxi Test", "patienten");
    centre.ask(new Reopen(id, "taxin kom aldrig"));
    assertNull(triage(id).referral());
  }

  @Test
  void s16TheMostUrgentIsNeverReferredAway() {
    IncidentId id = centre.open(1, "1B");
    centre.ask(new Take(id));
    assertEquals(
        "referral.urgent", refusal(() -> refer(id, Referral.Kind.SELF_CARE, "", "patienten")));
  }

  @Test
  void s17WhatAReferralNeeds() {
    assertEquals("text.missing", planRefused(Referral.Kind.TAXI, "", START, "", WORSE));
    assertEquals("referral.time", planRefused(Referral.Kind.TAXI, "Till HC", null, "", WORSE));
    assertEquals("text.missing", planRefused(Referral.Kind.TAXI, "Till HC", START, "", ""));
    assertEquals("text.missing", planRefused(Referral.Kind.SELF_CARE, "", null, "", WORSE));
    assertEquals("referral.time", planRefused(Referral.Kind.SELF_CARE, "", START, "Vila", WORSE));
    IncidentId id = centre.open(1, "3");
    centre.ask(new Take(id));
    for (Instant at : List.of(START.minusSeconds(1), START.plus(Duration.ofDays(8)))) {
      Referral.Plan plan =
          new Referral.Plan(Referral.Kind.PRIMARY_CARE, "Testby HC", at, "", WORSE);
      assertEquals(
          "referral.ahead", refusal(() -> centre.ask(new Refer(id, plan, "A", "B", null))));
    }
  }

  private static String planRefused(
      Referral.Kind kind, String place, @Nullable Instant at, String advice, String worse) {
    return refusal(() -> new Referral.Plan(kind, place, at, advice, worse));
  }

  @Test
  void s18AnAssessmentCarIsSentByWhoAssesses() {
    UnitId car = unit(UnitKind.ASSESSMENT_CAR, false);
    UnitId ambulance = centre.onDuty(1);
    IncidentId id = centre.open(1, "3");
    assertEquals("assessment.notOwn", refusal(() -> centre.ask(new SendAssessmentCar(id, car))));
    centre.ask(new Take(id));
    assertEquals(
        "unit.notAssessmentCar", refusal(() -> centre.ask(new SendAssessmentCar(id, ambulance))));
    assertEquals(
        List.of("WaitingRoomLeft", "AssignmentOpened", "UnitAssigned", "UnitStatusChanged"),
        names(centre.ask(new SendAssessmentCar(id, car))));
    assertNull(triage(id).assessment());
  }
}
