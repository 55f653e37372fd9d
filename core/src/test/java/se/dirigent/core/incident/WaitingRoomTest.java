package se.dirigent.core.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static se.dirigent.core.Centre.names;
import static se.dirigent.core.Fixtures.START;
import static se.dirigent.core.Fixtures.minutes;
import static se.dirigent.core.Fixtures.refusal;
import static se.dirigent.core.Fixtures.seconds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Centre;
import se.dirigent.core.Event;
import se.dirigent.core.Fixtures;
import se.dirigent.core.dispatch.DispatchCommand.StandDown;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.incident.IncidentCommand.ChangePriority;
import se.dirigent.core.incident.IncidentCommand.Close;
import se.dirigent.core.incident.IncidentCommand.ConfirmDowngrade;
import se.dirigent.core.incident.IncidentCommand.LogContact;

/** The clockwork: due, overdue, missed, escalated, and the alarm that nobody has been sent. */
class WaitingRoomTest {
  private static final TriageRules TRIAGE = TriageRules.standard();

  private final Centre centre = new Centre();

  private Waiting waiting(IncidentId id) {
    return Objects.requireNonNull(centre.incident(id).waiting());
  }

  private List<Event> contact(IncidentId id, boolean answered, @Nullable Instant next) {
    return centre.ask(new LogContact(id, answered, answered ? "oförändrad" : "", "väntar", next));
  }

  @Test
  void s01TheFirstContactIsDueByThePriority() {
    assertEquals(START.plus(minutes(2)), waiting(centre.open(1, "1A")).nextDueAt());
    assertEquals(START.plus(minutes(15)), waiting(centre.open(2, "2A")).nextDueAt());
    assertEquals(START.plus(minutes(30)), waiting(centre.open(3, "3")).nextDueAt());
  }

  @Test
  void s02AContactMovesTheNextOneByTheInterval() {
    IncidentId id = centre.open(1, "2A");
    centre.after(minutes(14));
    assertEquals(List.of("ContactLogged"), names(contact(id, true, null)));
    assertEquals(START.plus(minutes(14 + 20)), waiting(id).nextDueAt());
    Contact contact = centre.incident(id).contacts().getFirst();
    assertEquals("oförändrad", contact.condition());
    assertEquals("väntar", contact.decision());
    assertEquals("demo.ett", contact.by());
  }

  @Test
  void s03APersonMaySetTheNextContactWithinBounds() {
    IncidentId id = centre.open(1, "2A");
    contact(id, true, START.plus(minutes(3)));
    assertEquals(START.plus(minutes(3)), waiting(id).nextDueAt());
    assertEquals("contact.nextDue", refusal(() -> contact(id, true, START)));
    Instant far = START.plus(Duration.ofHours(12)).plusSeconds(1);
    assertEquals("contact.nextDue", refusal(() -> contact(id, true, far)));
    assertEquals("contact.nextDue", refusal(() -> contact(id, true, Instant.MAX)));
    contact(id, true, far.minusSeconds(1));
  }

  @Test
  void s04ARegionsOwnIntervalMayBeLongerThanAPersonMaySet() {
    IncidentId id = centre.open(1, "4");
    contact(id, true, null);
    assertEquals(START.plus(Duration.ofHours(24)), waiting(id).nextDueAt());
  }

  @Test
  void s05WhatWasSaidIsWrittenWhenSomebodyAnswered() {
    IncidentId id = centre.open(1, "2A");
    assertEquals("text.missing", refusal(() -> new LogContact(id, true, " ", "väntar", null)));
    assertEquals("", new LogContact(id, false, "", "", null).condition());
  }

  @Test
  void s06NothingLapsesBeforeItsTime() {
    IncidentId id = centre.open(1, "2A");
    centre.after(minutes(20).minusMillis(1));
    assertEquals(List.of(), centre.look(id), "overdue for five minutes is not yet missed");
    assertEquals(waiting(id).deadline(), centre.now().plusMillis(1));
  }

  @Test
  void s07AMissedContactStaysOverdueAndTwoEscalate() {
    IncidentId id = centre.open(1, "2A");
    centre.after(minutes(20));
    assertEquals(List.of("ContactMissed"), names(centre.look(id)));
    assertEquals(1, waiting(id).missedContacts());
    assertEquals(START.plus(minutes(15)), waiting(id).nextDueAt(), "still overdue");
    assertEquals(List.of(), centre.look(id), "the same miss is not counted twice");

    centre.after(minutes(20));
    assertEquals(List.of("ContactMissed", "WaitingEscalated"), names(centre.look(id)));
    assertEquals(START.plus(minutes(40)), waiting(id).escalatedAt());

    centre.after(minutes(20));
    assertEquals(List.of("ContactMissed"), names(centre.look(id)), "escalated once");
    assertEquals(3, waiting(id).missedContacts());
  }

  @Test
  void s08AnUnansweredCallCountsAsMissedAndAnAnswerSettlesAll() {
    IncidentId id = centre.open(1, "2A");
    centre.after(minutes(20));
    centre.look(id);
    assertEquals(List.of("ContactLogged", "WaitingEscalated"), names(contact(id, false, null)));
    assertEquals(2, waiting(id).missedContacts());
    contact(id, true, null);
    assertEquals(0, waiting(id).missedContacts());
    assertNull(waiting(id).escalatedAt());
  }

  @Test
  void s09AnUnassignedPriorityOneAlarmsAt60Seconds() {
    IncidentId id = centre.open(1, "1A");
    centre.after(seconds(59));
    assertEquals(List.of(), centre.look(id));
    centre.after(seconds(1));
    assertEquals(List.of("UnassignedAlarmRaised"), names(centre.look(id)));
    assertEquals(START.plusSeconds(60), waiting(id).alarmedAt());
    assertEquals(List.of(), centre.look(id), "it goes off once");
    IncidentId calm = centre.open(2, "2A");
    centre.after(seconds(600));
    assertEquals(List.of(), centre.look(calm), "the scale gives 2A no alarm");
  }

  @Test
  void s10NoAlarmOnceAUnitIsSentAndANewOneWhenItLeaves() {
    IncidentId id = centre.open(1, "1A");
    UnitId unit = centre.onDuty(1);
    centre.after(seconds(30));
    var assignment = centre.send(id, unit);
    centre.after(minutes(30));
    assertEquals(List.of(), centre.look(id));
    centre.ask(new StandDown(assignment, "punktering"));
    assertEquals(centre.now().plusSeconds(60), waiting(id).unassignedAlarmAt());
    centre.after(seconds(60));
    assertEquals(List.of("UnassignedAlarmRaised"), names(centre.look(id)));
  }

  @Test
  void s11ARaiseMakesNothingLater() {
    IncidentId id = centre.open(1, "1B");
    centre.after(seconds(59));
    centre.ask(new ChangePriority(id, "1A", "livlös"));
    assertEquals(START.plusSeconds(60), waiting(id).unassignedAlarmAt());
    assertEquals(START.plus(minutes(2)), waiting(id).nextDueAt());
  }

  @Test
  void s12ARaiseToPriorityOneStartsTheAlarm() {
    IncidentId id = centre.open(1, "3");
    centre.after(minutes(10));
    centre.ask(new ChangePriority(id, "1A", "livlös"));
    assertEquals(centre.now().plusSeconds(60), waiting(id).unassignedAlarmAt());
    assertEquals(centre.now().plus(minutes(2)), waiting(id).nextDueAt());
  }

  @Test
  void s13ALoweringStopsTheAlarmButForgivesNoOverdueContact() {
    IncidentId id = centre.open(1, "1A");
    centre.after(seconds(30)).ask(new ChangePriority(id, "3", "lugnare"));
    centre.as("demo.tva").ask(new ConfirmDowngrade(id, "3"));
    assertNull(waiting(id).unassignedAlarmAt());
    assertEquals(centre.now().plus(minutes(30)), waiting(id).nextDueAt());

    IncidentId late = centre.open(2, "2A");
    Instant due = waiting(late).nextDueAt();
    centre.after(minutes(16)).ask(new ChangePriority(late, "3", "lugnare"));
    centre.as("demo.ett").ask(new ConfirmDowngrade(late, "3"));
    assertEquals(due, waiting(late).nextDueAt(), "nobody has called yet");
    centre.after(minutes(4));
    assertEquals(List.of("ContactMissed"), names(centre.look(late)));
  }

  @Test
  void s14AnAlarmThatHasGoneOffStandsUntilAUnitIsSent() {
    IncidentId id = centre.open(1, "1A");
    centre.after(seconds(61)).look(id);
    Instant alarmedAt = waiting(id).alarmedAt();
    centre.ask(new ChangePriority(id, "2A", "lugnare"));
    centre.as("demo.tva").ask(new ConfirmDowngrade(id, null));
    assertEquals(alarmedAt, waiting(id).alarmedAt());
  }

  @Test
  void s15AContactWhileAUnitIsOnItsWayIsLoggedToo() {
    IncidentId id = centre.open(1, "2A");
    centre.send(id, centre.onDuty(1));
    contact(id, true, null);
    assertEquals(1, centre.incident(id).contacts().size());
    assertNull(centre.incident(id).waiting());
  }

  @Test
  void s16TheClockFindsNothingInAClosedIncident() {
    IncidentId id = centre.open(1, "1A");
    centre.ask(new Close(id, new Outcome(Outcome.Kind.CANCELLED, "felringning")));
    centre.after(Duration.ofDays(1));
    assertEquals(List.of(), centre.look(id));
    assertEquals("incident.closed", refusal(() -> contact(id, true, null)));
  }

  @Test
  void s17AfterALongSilenceOneLookCountsOneMiss() {
    IncidentId id = centre.open(1, "1A");
    centre.after(Duration.ofHours(5));
    assertEquals(List.of("UnassignedAlarmRaised", "ContactMissed"), names(centre.look(id)));
    assertEquals(centre.now().plus(minutes(5)), waiting(id).deadline());
  }

  @Test
  void s18RulesThatCannotBeAreRefused() {
    PriorityScale scale = Fixtures.SCALE;
    assertEquals(
        "number.range",
        refusal(() -> new IncidentRules(scale, 0, minutes(5), minutes(5), minutes(5), TRIAGE)));
    assertEquals(
        "duration.positive",
        refusal(() -> new IncidentRules(scale, 2, Duration.ZERO, minutes(5), minutes(5), TRIAGE)));
    PriorityLevel one = scale.get("1A");
    PriorityLevel three = scale.get("3");
    assertEquals("priority.scale", refusal(() -> new PriorityScale(List.of())));
    assertEquals("priority.scale", refusal(() -> new PriorityScale(List.of(one, one))));
    assertEquals("priority.scale", refusal(() -> new PriorityScale(List.of(three, one))));
  }
}
