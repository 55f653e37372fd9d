package se.dirigent.core.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static se.dirigent.core.Centre.names;
import static se.dirigent.core.Fixtures.place;
import static se.dirigent.core.Fixtures.refusal;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Centre;
import se.dirigent.core.incident.IncidentCommand.Close;
import se.dirigent.core.incident.IncidentCommand.Reopen;
import se.dirigent.core.incident.IncidentCommand.Update;

/** Two calls about the same patient: how they are linked, told of each other, and parted. */
class DuplicatesTest {
  private static final Outcome REFERRED = new Outcome(Outcome.Kind.REFERRED, "vårdcentral");

  private final Centre centre = new Centre();

  @Test
  void s01ADuplicateClosesAndBothKnow() {
    IncidentId original = centre.open(1, "2A");
    IncidentId second = centre.open(2, "2A");
    assertEquals(
        List.of("MarkedDuplicate", "DuplicateFound", "WaitingRoomLeft", "IncidentClosed"),
        names(centre.link(second, original)));
    assertEquals(original, centre.incident(second).duplicateOf());
    assertEquals(List.of(second), centre.incident(original).duplicates());
    assertEquals(Phase.CLOSED, centre.incident(second).phase());
    Outcome outcome = centre.incident(second).outcome();
    assertNotNull(outcome);
    assertEquals(Outcome.Kind.DUPLICATE, outcome.kind());
  }

  @Test
  void s02ALinkNeverLosesAPatient() {
    IncidentId original = centre.open(1, "2A");
    IncidentId second = centre.open(2, "2A");
    IncidentId third = centre.open(3, "2A");
    IncidentId urgent = centre.open(4, "1A");
    assertEquals("duplicate.self", refusal(() -> centre.link(second, second)));
    assertEquals("duplicate.urgency", refusal(() -> centre.link(urgent, original)));
    centre.link(second, original);
    assertEquals("duplicate.chain", refusal(() -> centre.link(original, third)));
    centre.ask(new Reopen(second, "en till skadad"));
    centre.link(second, third);
    centre.ask(new Close(original, REFERRED));
    assertEquals(
        "incident.closed",
        refusal(() -> centre.link(third, original)),
        "nobody is at a closed one");
    assertEquals("incident.closed", refusal(() -> centre.link(second, third)));
  }

  @Test
  void s03AReopenedDuplicateStandsAlone() {
    IncidentId original = centre.open(1, "2A");
    IncidentId second = centre.open(2, "2A");
    centre.link(second, original);
    assertEquals(
        List.of("IncidentReopened", "WaitingRoomEntered", "DuplicateSeparated"),
        names(centre.ask(new Reopen(second, "en till skadad"))));
    assertNull(centre.incident(second).duplicateOf());
    assertEquals(List.of(), centre.incident(original).duplicates());
    assertEquals(
        centre.scene().incidents(), centre.replayed().incidents(), "the journal tells the same");
    centre.link(original, second);
    assertEquals(List.of(original), centre.incident(second).duplicates());
  }

  @Test
  void s04WhatIsToldOfADuplicateReachesTheOriginal() {
    IncidentId original = centre.open(1, "2A");
    IncidentId second = centre.open(2, "2A");
    centre.link(second, original);
    assertEquals(
        List.of("NoteAdded", "PriorityChanged", "WaitingRescheduled"),
        names(centre.ask(new Update(second, "Andas inte", place("Gatan 2"), "1A", "0701"))));
    Incident read = centre.incident(original);
    assertEquals(
        "[" + second + "] Andas inte · Gatan 2, Testby, 63.1792 14.6357 · 0701 · 1A",
        read.notes().getLast().text());
    assertEquals("1A", read.priority());
    assertEquals(place("Testgatan 1").address(), read.location().address(), "a person judges");
    centre.ask(new Update(second, "Lugnare", null, "4", null));
    assertNull(centre.incident(original).pendingDowngrade());
    centre.ask(new Close(original, REFERRED));
    assertEquals(
        "incident.closed",
        refusal(() -> centre.ask(new Update(second, "Hallå", null, "1A", null))));
    assertEquals(
        List.of("LateTextReceived"),
        names(centre.ask(new Update(second, "Hallå", null, null, null))));
  }

  @Test
  void s05NoChainAndNoRing() {
    IncidentId a = centre.open(1, "2A");
    IncidentId b = centre.open(2, "2A");
    IncidentId c = centre.open(3, "2A");
    centre.link(b, c);
    assertEquals("incident.closed", refusal(() -> centre.link(a, b)), "a → b → c");
    assertEquals("incident.closed", refusal(() -> centre.link(c, b)), "b → c → b");
    centre.send(a, centre.onDuty(1));
    centre.link(a, c);
    assertEquals("duplicate.chain", refusal(() -> centre.link(c, a)), "a, still open, → c → a");
    IncidentId d = centre.open(4, "2A");
    assertEquals("duplicate.chain", refusal(() -> centre.link(d, a)), "d → a → c");
    assertEquals("duplicate.chain", refusal(() -> centre.link(c, d)), "a, b → c → d");
  }
}
