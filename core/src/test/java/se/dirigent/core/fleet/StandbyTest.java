package se.dirigent.core.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static se.dirigent.core.Centre.names;
import static se.dirigent.core.Fixtures.NURSE;
import static se.dirigent.core.Fixtures.SHOWN;
import static se.dirigent.core.Fixtures.minutes;
import static se.dirigent.core.Fixtures.refusal;
import static se.dirigent.core.Fixtures.shift;
import static se.dirigent.core.Fixtures.standby;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Centre;
import se.dirigent.core.dispatch.DispatchCommand.Assign;
import se.dirigent.core.fleet.UnitCommand.AnswerRelocation;
import se.dirigent.core.fleet.UnitCommand.AnswerRelocation.Answer;
import se.dirigent.core.fleet.UnitCommand.AnswerStandby;
import se.dirigent.core.fleet.UnitCommand.ArriveAtStandby;
import se.dirigent.core.fleet.UnitCommand.EndShift;
import se.dirigent.core.fleet.UnitCommand.EndStandby;
import se.dirigent.core.fleet.UnitCommand.NoteOwnMove;
import se.dirigent.core.fleet.UnitCommand.OrderStandby;
import se.dirigent.core.fleet.UnitCommand.SetAvailability;
import se.dirigent.core.fleet.UnitCommand.StartShift;

class StandbyTest {
  private static final Standby.Terms TERMS = new Standby.Terms(2, minutes(2), false);
  private static final Standby.Terms UNDER_WAY = new Standby.Terms(2, minutes(2), true);

  private final Centre centre = new Centre();
  private final UnitId id = centre.onDuty(1);

  private void order(int place) {
    centre.ask(new OrderStandby(id, standby(place), "täcker norr", TERMS));
  }

  private Standby standing() {
    return Objects.requireNonNull(centre.unit(id).standby());
  }

  @Test
  void s01AnOrderIsAnsweredAndEndsAtThePlace() {
    order(1);
    assertEquals(Standby.State.ORDERED, standing().state());
    assertEquals(0, centre.unit(id).moves().inShift());
    centre.after(minutes(1)).ask(new AnswerStandby(id, true, ""));
    assertEquals(Standby.State.ON_WAY, standing().state());
    assertEquals(1, centre.unit(id).moves().inShift());
    centre.after(minutes(9)).ask(new ArriveAtStandby(id));
    assertEquals(Standby.State.THERE, standing().state());
    assertEquals(centre.now(), standing().arrivedAt());
    assertEquals("standby.there", refusal(() -> centre.ask(new ArriveAtStandby(id))));
  }

  @Test
  void s02ACrewThatCannotSaysWhyAndHasNotBeenMoved() {
    order(1);
    assertEquals("text.missing", refusal(() -> new AnswerStandby(id, false, "")));
    centre.ask(new AnswerStandby(id, false, "tankar"));
    assertNull(centre.unit(id).standby());
    assertEquals(0, centre.unit(id).moves().inShift());
    assertEquals("standby.none", refusal(() -> centre.ask(new AnswerStandby(id, true, ""))));
  }

  @Test
  void s03ADispatchAShiftsEndAndBeingOutEndItWithAnEvent() {
    order(1);
    var incident = centre.open(1, "1A");
    List<String> names = names(centre.ask(new Assign(incident, List.of(id))));
    assertEquals(List.of("StandbyEnded", "UnitStatusChanged"), names.subList(3, 5));
    assertNull(centre.unit(id).standby());
    UnitId other = centre.onDuty(2);
    centre.ask(new OrderStandby(other, standby(1), "", TERMS));
    assertEquals(
        List.of("StandbyEnded", "UnitStatusChanged"),
        names(centre.ask(new SetAvailability(other, false, "tvätt"))));
    centre.ask(new SetAvailability(other, true, ""));
    centre.ask(new OrderStandby(other, standby(1), "", TERMS));
    assertEquals(List.of("StandbyEnded", "ShiftEnded"), names(centre.ask(new EndShift(other))));
  }

  @Test
  void s04TheMovesOfAShiftAreCountedAndLimited() {
    for (int place = 1; place <= 2; place++) {
      order(place);
      centre.ask(new AnswerStandby(id, true, ""));
    }
    assertEquals(2, centre.unit(id).moves().inShift());
    assertEquals("standby.moves", refusal(() -> order(3)));
    centre.ask(new EndShift(id));
    centre.ask(new StartShift(id, shift(centre.now()), List.of(NURSE)));
    order(3);
  }

  @Test
  void s05AnotherPlaceReplacesTheFirstAndTheSameIsRefused() {
    order(1);
    assertEquals("standby.same", refusal(() -> order(1)));
    assertEquals(
        List.of("StandbyEnded", "StandbyOrdered"),
        names(centre.ask(new OrderStandby(id, standby(2), "", TERMS))));
    centre.ask(new EndStandby(id, Standby.End.RECALLED, "behövs inte"));
    assertNull(centre.unit(id).standby());
  }

  @Test
  void s06AMoveNobodyOrderedCountsToo() {
    centre.ask(new NoteOwnMove(id, standby(2)));
    assertEquals(Standby.State.THERE, standing().state());
    assertEquals("", standing().by());
    assertEquals(1, centre.unit(id).moves().inShift());
  }

  @Test
  void s07AProposalAcceptedOrChangedOrdersTheMoveAndARefusedOneIsRemembered() {
    assertEquals(
        List.of("RelocationAnswered", "StandbyOrdered"),
        names(
            centre.ask(
                new AnswerRelocation(id, standby(1), Answer.ACCEPTED, null, "", SHOWN, TERMS))));
    assertEquals("plats1", standing().place().id());
    centre.ask(
        new AnswerRelocation(id, standby(3), Answer.CHANGED, standby(2), "närmare", SHOWN, TERMS));
    assertEquals("plats2", standing().place().id());
    centre.ask(new AnswerRelocation(id, standby(3), Answer.REFUSED, null, "halka", SHOWN, TERMS));
    assertEquals(centre.now(), centre.unit(id).moves().refusedAt());
    assertEquals(
        "proposal.chosen",
        refusal(
            () -> new AnswerRelocation(id, standby(3), Answer.CHANGED, null, "nej", SHOWN, TERMS)));
  }

  @Test
  void s11WhoIsOnItsWayHomeIsNotMovedAndTheLimitDoesNotBind() {
    for (int place = 1; place <= 3; place++) {
      centre.ask(new OrderStandby(id, standby(place), "", UNDER_WAY));
      centre.ask(new AnswerStandby(id, true, ""));
    }
    assertEquals(0, centre.unit(id).moves().inShift());
    order(1);
    assertEquals(centre.now().plus(minutes(2)), standing().answerBy());
    centre.ask(new AnswerStandby(id, true, ""));
    assertEquals(1, centre.unit(id).moves().inShift());
  }
}
