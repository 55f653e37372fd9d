package se.dirigent.core.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.dirigent.core.Centre.names;
import static se.dirigent.core.Fixtures.START;
import static se.dirigent.core.Fixtures.call;
import static se.dirigent.core.Fixtures.minutes;
import static se.dirigent.core.Fixtures.place;
import static se.dirigent.core.Fixtures.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Centre;
import se.dirigent.core.Fixtures;
import se.dirigent.core.incident.IncidentCommand.AddNote;
import se.dirigent.core.incident.IncidentCommand.AddThreat;
import se.dirigent.core.incident.IncidentCommand.AnswerProposal;
import se.dirigent.core.incident.IncidentCommand.AnswerProposal.Answer;
import se.dirigent.core.incident.IncidentCommand.AttachPatient;
import se.dirigent.core.incident.IncidentCommand.ChangePriority;
import se.dirigent.core.incident.IncidentCommand.Close;
import se.dirigent.core.incident.IncidentCommand.ConfirmDowngrade;
import se.dirigent.core.incident.IncidentCommand.MoveTo;
import se.dirigent.core.incident.IncidentCommand.Open;
import se.dirigent.core.incident.IncidentCommand.RejectDowngrade;
import se.dirigent.core.incident.IncidentCommand.Reopen;
import se.dirigent.core.incident.IncidentCommand.Update;
import se.dirigent.core.incident.IncidentCommand.WithdrawThreat;

/** From the call to its outcome, without units. The waiting room's clock has its own test. */
class IncidentsTest {
  private static final Outcome REFERRED = new Outcome(Outcome.Kind.REFERRED, "vårdcentral");

  private final Centre centre = new Centre();

  private static Threat threat(Instant observedAt, Duration life) {
    return new Threat("Polisen", "Hotfull hund", observedAt, observedAt.plus(life));
  }

  private static Open timed(
      @Nullable Instant queued, @Nullable Instant answered, @Nullable Instant prioritised) {
    Open c = call(1, "2A");
    return new Open(
        c.incident(),
        c.region(),
        c.source(),
        queued,
        answered,
        prioritised,
        c.callbackNumber(),
        c.location(),
        c.indexCode(),
        c.description(),
        c.priority(),
        List.of());
  }

  @Test
  void s01ACallBecomesAnIncidentThatWaits() {
    assertEquals(List.of("IncidentOpened", "WaitingRoomEntered"), names(centre.ask(call(1, "2A"))));
    Incident incident = centre.incident(Fixtures.incident(1));
    assertEquals(Phase.WAITING, incident.phase());
    assertEquals("2A", incident.priority());
    assertEquals("0700000000", incident.callbackNumber());
    assertEquals(START, incident.receivedAt());
    assertEquals(START, incident.times().prioritisedAt());
    assertEquals(START, incident.times().waitingRoomInAt());
    assertEquals(START.plus(minutes(15)), waiting(incident).nextDueAt());
    assertEquals(2, incident.version());
  }

  @Test
  void s02TheSameIdentityCannotBeOpenedTwice() {
    centre.open(1, "2A");
    assertEquals("incident.exists", refusal(() -> centre.open(1, "1A")));
  }

  @Test
  void s03AnIncidentNobodyOpenedIsUnknown() {
    assertEquals(
        "incident.unknown", refusal(() -> centre.ask(new AddNote(Fixtures.incident(9), "Hallå?"))));
  }

  @Test
  void s04ThePriorityIsOnTheRegionsScale() {
    assertEquals("priority.unknown", refusal(() -> centre.open(1, "1C")));
    assertEquals("text.length", refusal(() -> call(1, "FEMTON")));
  }

  @Test
  void s05TheCallsTimesAreInOrderAndPast() {
    Instant queued = START.minusSeconds(90);
    Instant answered = START.minusSeconds(60);
    centre.ask(timed(queued, answered, START.minusSeconds(10)));
    CallTimes times = centre.incident(Fixtures.incident(1)).times();
    assertEquals(queued, times.queuedAt());
    assertEquals(START.minusSeconds(10), times.prioritisedAt());

    Centre other = new Centre();
    assertEquals("time.order", refusal(() -> other.ask(timed(answered, queued, null))));
    assertEquals("time.order", refusal(() -> other.ask(timed(answered, null, queued))));
    assertEquals("time.future", refusal(() -> other.ask(timed(START.plusSeconds(61), null, null))));
    assertEquals(
        "time.old", refusal(() -> other.ask(timed(START.minus(Duration.ofDays(8)), null, null))));
  }

  @Test
  void s06APeersClockALittleAheadMakesNoNegativeIntervals() {
    centre.ask(timed(START.plusSeconds(20), null, null));
    CallTimes times = centre.incident(Fixtures.incident(1)).times();
    assertEquals(START, times.queuedAt());
    assertEquals(START, times.prioritisedAt());
  }

  @Test
  void s07LaterFactsFromThePeer() {
    IncidentId id = centre.open(1, "2A");
    centre.after(minutes(1));
    List<String> happened =
        names(
            centre.ask(
                new Update(id, "Portkod 1234", place("Testgatan 2"), "1A", "+46 70-111 11 11")));
    assertEquals(
        List.of(
            "NoteAdded",
            "LocationChanged",
            "CallbackNumberChanged",
            "PriorityChanged",
            "WaitingRescheduled"),
        happened);
    Incident incident = centre.incident(id);
    assertEquals("Testgatan 2", incident.location().address());
    assertEquals("+46701111111", incident.callbackNumber());
    assertEquals("1A", incident.priority());
    assertEquals("Portkod 1234", incident.notes().getFirst().text());
    assertEquals("update.empty", refusal(() -> new Update(id, null, null, null, null)));
    assertEquals(List.of(), centre.ask(new Update(id, null, null, "1A", null)), "no news");
  }

  @Test
  void s08ARaiseHoldsAtOnceALoweringOnlyWithASecondPerson() {
    IncidentId id = centre.open(1, "2A");
    centre.ask(new ChangePriority(id, "1A", "blek och kallsvettig"));
    assertEquals("1A", centre.incident(id).priority());

    assertEquals(
        List.of("DowngradeProposed"), names(centre.ask(new ChangePriority(id, "3", "mår bättre"))));
    assertEquals("1A", centre.incident(id).priority(), "a proposal changes nothing");
    assertEquals("downgrade.samePerson", refusal(() -> centre.ask(new ConfirmDowngrade(id, null))));

    centre.as("demo.tva").ask(new ConfirmDowngrade(id, "3"));
    assertEquals("3", centre.incident(id).priority());
    assertNull(centre.incident(id).pendingDowngrade());
    assertEquals("downgrade.none", refusal(() -> centre.ask(new ConfirmDowngrade(id, null))));
    assertEquals("priority.same", refusal(() -> centre.ask(new ChangePriority(id, "3", "nej"))));
  }

  @Test
  void s09TheSecondPersonConfirmsWhatWasSeen() {
    IncidentId id = centre.open(1, "1A");
    centre.ask(new ChangePriority(id, "2A", "lugnare"));
    centre.ask(new ChangePriority(id, "4", "kan vänta"));
    centre.as("demo.tva");
    assertEquals("downgrade.other", refusal(() -> centre.ask(new ConfirmDowngrade(id, "2A"))));
    centre.ask(new RejectDowngrade(id, "för tidigt"));
    assertNull(centre.incident(id).pendingDowngrade());
    assertEquals("1A", centre.incident(id).priority());
  }

  @Test
  void s10ARaiseSettlesAPendingLowering() {
    IncidentId id = centre.open(1, "1B");
    centre.ask(new ChangePriority(id, "3", "lugnare"));
    centre.as("demo.tva").ask(new ChangePriority(id, "1A", "slutat andas"));
    assertNull(centre.incident(id).pendingDowngrade());
    assertEquals("downgrade.none", refusal(() -> centre.ask(new ConfirmDowngrade(id, "3"))));
  }

  @Test
  void s11AThreatHasASourceAndAnEnd() {
    IncidentId id = centre.open(1, "2A");
    centre.ask(new AddThreat(id, threat(START, Duration.ofDays(30))));
    centre.ask(new AddThreat(id, threat(START, Duration.ofDays(1))));
    centre.ask(new WithdrawThreat(id, 1, "hunden borta"));
    assertEquals(List.of(2), centre.incident(id).threats().stream().map(ThreatFlag::id).toList());
    assertEquals("threat.unknown", refusal(() -> centre.ask(new WithdrawThreat(id, 1, "igen"))));
    centre.ask(new AddThreat(id, threat(START, Duration.ofDays(1))));
    assertEquals(3, centre.incident(id).threats().getLast().id(), "a number is never used again");

    assertEquals("threat.expiry", refusal(() -> threat(START, Duration.ZERO)));
    assertEquals(
        "threat.expiry",
        refusal(() -> centre.ask(new AddThreat(id, threat(START, Duration.ofDays(367))))));
    Threat over = threat(START.minus(Duration.ofDays(2)), Duration.ofDays(1));
    assertEquals("threat.expiry", refusal(() -> centre.ask(new AddThreat(id, over))));
    Threat ahead = threat(START.plus(Duration.ofDays(2)), Duration.ofDays(1));
    assertEquals("time.future", refusal(() -> centre.ask(new AddThreat(id, ahead))));
  }

  @Test
  void s12ClosingSaysWhyAndReopeningIsToldOf() {
    IncidentId id = centre.open(1, "2A");
    centre.after(minutes(4));
    assertEquals(
        List.of("WaitingRoomLeft", "IncidentClosed"), names(centre.ask(new Close(id, REFERRED))));
    assertEquals(START.plus(minutes(4)), centre.incident(id).times().waitingRoomOutAt());
    assertEquals("incident.closed", refusal(() -> centre.ask(new Close(id, REFERRED))));
    assertEquals(
        "incident.closed", refusal(() -> centre.ask(new MoveTo(id, place("Testgatan 9")))));
    centre.ask(new AddNote(id, "Ringde och tackade"));

    centre.after(minutes(4));
    assertEquals(
        List.of("IncidentReopened", "WaitingRoomEntered"),
        names(centre.ask(new Reopen(id, "ringer igen"))));
    Incident incident = centre.incident(id);
    assertEquals(Phase.WAITING, incident.phase());
    assertNull(incident.outcome());
    assertEquals(START.plus(minutes(8 + 15)), waiting(incident).nextDueAt());
    assertEquals("incident.open", refusal(() -> centre.ask(new Reopen(id, "igen"))));
  }

  @Test
  void s13AnOutcomeSaysWhereToOrWhy() {
    assertEquals("text.missing", refusal(() -> new Outcome(Outcome.Kind.REFERRED, "")));
    assertEquals("text.missing", refusal(() -> new Outcome(Outcome.Kind.CANCELLED, " ")));
    assertEquals("", new Outcome(Outcome.Kind.TREATED_AND_LEFT, "").text());
    IncidentId id = centre.open(1, "2A");
    Outcome bare = new Outcome(Outcome.Kind.DUPLICATE, "");
    assertEquals("outcome.duplicate", refusal(() -> centre.ask(new Close(id, bare))));
  }

  @Test
  void s14PatientsAreReferences() {
    IncidentId id = centre.open(1, "2A");
    PatientId patient = new PatientId(new UUID(1, 2));
    centre.ask(new AttachPatient(id, patient));
    assertEquals(List.of(patient), centre.incident(id).patients());
    assertEquals("patient.attached", refusal(() -> centre.ask(new AttachPatient(id, patient))));
  }

  @Test
  void s15APeerInALoopIsStoppedAtABound() {
    Centre quiet = new Centre();
    IncidentId id = quiet.open(1, "2A");
    for (int n = 0; n < 500; n++) {
      quiet.ask(new AddNote(id, "rad " + n));
    }
    assertEquals("incident.full", refusal(() -> quiet.ask(new AddNote(id, "en till"))));
  }

  @Test
  void s16APlaceIsAnAddressOrAPosition() {
    assertEquals(
        "location.empty", refusal(() -> new Location("", "", null, PositionQuality.UNKNOWN)));
    assertEquals(
        "location.quality", refusal(() -> new Location("Åre", "", null, PositionQuality.EXACT)));
    assertEquals(
        "location.quality",
        refusal(() -> new Location("Åre", "", Fixtures.TOWN, PositionQuality.UNKNOWN)));
    assertTrue(new Location("", "", Fixtures.TOWN, PositionQuality.AREA).address().isEmpty());
  }

  @Test
  void s17TheNumberCanBeCalled() {
    assertEquals("", CallbackNumber.normalise(null));
    assertEquals("112", CallbackNumber.normalise("112"));
    assertEquals("+46631234567", CallbackNumber.normalise("+46 (63) 12 34-567"));
    for (String bad : List.of("12", "ring mig", "+", "1".repeat(16), "070+1234")) {
      assertEquals("callbackNumber.form", refusal(() -> CallbackNumber.normalise(bad)), bad);
    }
  }

  @Test
  void s18AnIdentityReadsAsItIsWritten() {
    IncidentId id = IncidentId.parse("sos:2026-11-22:000123");
    assertEquals("sos:2026-11-22:000123", id.toString());
    assertEquals(new IncidentId("sos", "2026-11-22", "000123"), id);
    for (String bad : List.of("", "sos", "a:b", "a:b:c:d", "a::c", "a:b:", "å:b:c", "a:b:c/d")) {
      assertEquals("incident.form", refusal(() -> IncidentId.parse(bad)), bad);
    }
  }

  @Test
  void s19AClosedIncidentTakesWordsAndNothingElse() {
    IncidentId id = centre.open(1, "2A");
    centre.ask(new Close(id, REFERRED));
    assertEquals(
        "incident.closed", refusal(() -> centre.ask(new Update(id, "Sämre", null, "1A", null))));
    assertEquals(List.of(), centre.incident(id).notes());
    assertEquals(
        List.of("LateTextReceived"),
        names(centre.ask(new Update(id, "Hon ringde igen", null, null, null))));
    assertEquals(Phase.CLOSED, centre.incident(id).phase());
    centre.ask(new Reopen(id, "ringer igen"));
    centre.ask(new Update(id, "Sämre", null, null, null));
    assertEquals(2, centre.incident(id).notes().size());
  }

  @Test
  void s20AnAnswerToAProposalIsJournalledAndChangesNothing() {
    centre.open(1, "2A");
    Incident before = centre.incident(Fixtures.incident(1));
    assertEquals(
        List.of("ProposalAnswered"), names(centre.ask(answer(Answer.REFUSED, null, "Fel bil"))));
    Incident after = centre.incident(Fixtures.incident(1));
    assertEquals(before.phase(), after.phase());
    assertEquals(before.version() + 1, after.version());
    assertEquals("text.missing", refusal(() -> answer(Answer.REFUSED, null, "")));
    assertEquals("proposal.chosen", refusal(() -> answer(Answer.CHANGED, null, "Närmare")));
    assertEquals("proposal.chosen", refusal(() -> answer(Answer.ACCEPTED, "23-3312", "")));
  }

  private static Waiting waiting(Incident incident) {
    return present(incident.waiting());
  }

  private static <T> T present(@Nullable T value) {
    assertNotNull(value);
    return value;
  }

  private static AnswerProposal answer(Answer answer, @Nullable String chosen, String reason) {
    return new AnswerProposal(
        Fixtures.incident(1), "23-3311", answer, chosen, reason, AnswerProposal.Basis.SINGLE);
  }
}
