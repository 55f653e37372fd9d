package se.dirigent.core.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.dirigent.core.Fixtures.START;
import static se.dirigent.core.Fixtures.ambulance;
import static se.dirigent.core.Fixtures.call;
import static se.dirigent.core.Fixtures.incident;
import static se.dirigent.core.Fixtures.minutes;
import static se.dirigent.core.Fixtures.refusal;
import static se.dirigent.core.Fixtures.shift;
import static se.dirigent.core.Fixtures.unit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Event;
import se.dirigent.core.Fixtures;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.Dispatch;
import se.dirigent.core.dispatch.DispatchCommand.Assign;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.dispatch.Scene;
import se.dirigent.core.fleet.Fleet;
import se.dirigent.core.fleet.UnitCommand;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.Incidents;
import se.dirigent.core.incident.Note;
import se.dirigent.core.incident.Outcome;
import se.dirigent.core.incident.Phase;
import se.dirigent.core.paper.PaperCase.Ending;
import se.dirigent.core.paper.PaperCase.Opening;
import se.dirigent.core.paper.PaperCase.PaperContact;
import se.dirigent.core.paper.PaperCase.PaperUnit;

/** Forms entered afterwards: their own times stand, and nothing impossible gets in. */
class ReentryTest {
  private static final Stamp LATER = new Stamp("demo.dirigent", START.plus(minutes(90)));

  private final Scene scene = new Scene();

  ReentryTest() {
    for (int n = 1; n <= 2; n++) {
      happen(ambulance(n));
      happen(new UnitCommand.StartShift(unit(n), shift(START), List.of(Fixtures.NURSE)));
    }
  }

  private void happen(UnitCommand command) {
    Stamp stamp = new Stamp("test", START);
    Fleet.decide(scene.find(command.unit()), command, stamp).forEach(e -> scene.apply(e, stamp));
  }

  private static Instant at(int minute) {
    return START.plus(minutes(minute));
  }

  private static PaperCase form(
      int number, List<PaperContact> contacts, List<PaperUnit> units, @Nullable Ending ending) {
    return new PaperCase(
        incident(number),
        new Opening(at(0), call(number, "2A")),
        "1200-01",
        "Bord A",
        contacts,
        List.of(),
        units,
        ending);
  }

  private static PaperUnit row(int unit, Map<Milestone, Instant> times) {
    return new PaperUnit(unit(unit), "Bord A", times, null, null, null);
  }

  private List<Event> enter(PaperCase form) {
    return Reentry.decide(scene, form, Fixtures.RULES, LATER);
  }

  @Test
  void s1TheTimesOfThePaperStandAndWhoEnteredItIsKnown() {
    enter(form(1, List.of(contact(10)), List.of(), null));
    Incident i = scene.get(incident(1));
    assertEquals(at(0), i.receivedAt());
    assertEquals(at(0), i.times().waitingRoomInAt());
    assertEquals(at(10), i.contacts().getFirst().at());
    assertNotNull(i.paper());
    assertEquals("Bord A", i.paper().writtenBy());
    assertEquals("demo.dirigent", i.paper().reenteredBy());
    assertEquals(LATER.at(), i.paper().reenteredAt());
    i.check();
  }

  private static PaperContact contact(int minute) {
    return new PaperContact(at(minute), "Bord A", true, "Vaken", "", null);
  }

  @Test
  void s2ACaseThatStillWaitsIsDueByThePaperAndMissedOnlyFromNow() {
    enter(form(1, List.of(contact(10)), List.of(), null));
    Incident i = scene.get(incident(1));
    assertEquals(Phase.WAITING, i.phase());
    assertNotNull(i.waiting());
    assertEquals(at(30), i.waiting().nextDueAt());
    assertTrue(i.waiting().checkAt().isAfter(LATER.at()));
  }

  @Test
  void s3AUnitStillThereBecomesBusyAndOneThatWasClearDoesNot() {
    enter(
        form(
            1,
            List.of(),
            List.of(
                row(1, Map.of(Milestone.ASSIGNED, at(5), Milestone.CLEAR, at(40))),
                row(2, Map.of(Milestone.ASSIGNED, at(6), Milestone.AT_PATIENT, at(20)))),
            null));
    assertEquals(UnitStatus.AVAILABLE, scene.get(unit(1)).status());
    assertEquals(UnitStatus.AT_PATIENT, scene.get(unit(2)).status());
    Incident i = scene.get(incident(1));
    assertEquals(Phase.ASSIGNED, i.phase());
    assertEquals(1, i.openAssignments().size());
    assertEquals(at(5), i.times().waitingRoomOutAt());
    assertNull(i.waiting());
    i.check();
  }

  @Test
  void s4ADeliveredPatientEndsTheCase() {
    enter(
        form(
            1,
            List.of(),
            List.of(
                row(
                    1,
                    Map.of(
                        Milestone.ASSIGNED, at(5),
                        Milestone.LOADED, at(20),
                        Milestone.CLEAR, at(40)))),
            null));
    Incident i = scene.get(incident(1));
    assertEquals(Phase.CLOSED, i.phase());
    assertEquals(new Outcome(Outcome.Kind.CONVEYED, ""), i.outcome());
  }

  @Test
  void s5WhatCannotBeIsRefusedAndLeavesNothing() {
    List<PaperUnit> backwards =
        List.of(row(1, Map.of(Milestone.ASSIGNED, at(20), Milestone.LOADED, at(10))));
    assertEquals("time.order", refusal(() -> enter(form(1, List.of(), backwards, null))));
    assertEquals(
        "time.future", refusal(() -> enter(form(1, List.of(contact(95)), List.of(), null))));
    List<PaperUnit> unsent = List.of(row(1, Map.of(Milestone.LOADED, at(10))));
    assertEquals("paper.notAssigned", refusal(() -> enter(form(1, List.of(), unsent, null))));
    List<PaperUnit> there = List.of(row(1, Map.of(Milestone.ASSIGNED, at(10))));
    Ending ended = new Ending(new Outcome(Outcome.Kind.TREATED_AND_LEFT, ""), at(50));
    assertEquals("incident.hasUnits", refusal(() -> enter(form(1, List.of(), there, ended))));
    assertNull(scene.find(incident(1)));
    assertTrue(scene.assignments().isEmpty());
    assertFalse(scene.get(unit(1)).status().busy());
  }

  @Test
  void s6TheSameFormTwiceIsRefused() {
    enter(form(1, List.of(), List.of(), null));
    assertEquals("paper.exists", refusal(() -> enter(form(1, List.of(), List.of(), null))));
  }

  @Test
  void s7PaperGoesOnWithACaseOfTheSystem() {
    Stamp before = new Stamp("demo.vantrum", START);
    Incidents.decide(null, null, call(3, "2A"), Fixtures.INCIDENT_RULES, before)
        .forEach(e -> scene.apply(e, before));
    Dispatch.decide(scene, new Assign(incident(3), List.of(unit(1))), Fixtures.RULES, before);
    enter(
        new PaperCase(
            incident(3),
            null,
            "1200-02",
            "Bord B",
            List.of(),
            List.of(new Note(at(8), "Bord B", "Portkod 1234")),
            List.of(row(1, Map.of(Milestone.LOADED, at(20), Milestone.CLEAR, at(50)))),
            null));
    Incident i = scene.get(incident(3));
    assertEquals(Phase.CLOSED, i.phase());
    assertNull(i.paper(), "it did not begin on paper");
    assertEquals(Assignment.State.CLEARED, scene.assignments().getFirst().state());
    assertEquals(UnitStatus.AVAILABLE, scene.get(unit(1)).status());
  }

  /** Whatever times are written: either it is refused, or the row is in order and in the past. */
  @Test
  void s8NoRowOfTimesOutOfOrderEverGetsIn() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
    int entered = 0;
    for (int n = 10; n < 2_010; n++) {
      Map<Milestone, Instant> times = new java.util.EnumMap<>(Milestone.class);
      int minute = random.nextInt(20);
      for (Milestone m : Milestone.values()) {
        minute += random.nextInt(-1, 12);
        if (m == Milestone.ASSIGNED || m == Milestone.CLEAR || random.nextBoolean()) {
          times.put(m, at(minute));
        }
      }
      try {
        enter(form(n, List.of(), List.of(row(1, times)), null));
        entered++;
        Instant last = START;
        for (Milestone m : times.keySet()) {
          assertFalse(times.get(m).isBefore(last));
          last = times.get(m);
        }
        assertFalse(last.isAfter(LATER.at().plusSeconds(60)));
        scene.get(incident(n)).check();
      } catch (Refused refused) {
        assertNull(scene.find(incident(n)));
      }
    }
    assertTrue(entered > 100 && entered < 1_990, entered + " entered");
  }

  @Test
  void s9AddressesAreAlikeButForASlipAndNeverForAnotherNumber() {
    assertTrue(Likeness.sameAddress("Storgatan 12", "storgatn 12"));
    assertTrue(Likeness.sameAddress("Storgatan 12 A", "Storgatan 12a"));
    assertFalse(Likeness.sameAddress("Storgatan 12", "Storgatan 21"));
    assertFalse(Likeness.sameAddress("Åvägen 1", "Ängvägen 1"));
    assertFalse(Likeness.sameAddress("", ""));
  }
}
