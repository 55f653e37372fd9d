package se.dirigent.core.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.masscasualty.Casualty.Fact.Kind;
import se.dirigent.core.masscasualty.Casualty.Stage;
import se.dirigent.core.masscasualty.CasualtyCommand.Admit;
import se.dirigent.core.masscasualty.CasualtyCommand.Arrive;
import se.dirigent.core.masscasualty.CasualtyCommand.Categorise;
import se.dirigent.core.masscasualty.CasualtyCommand.Correct;
import se.dirigent.core.masscasualty.CasualtyCommand.Depart;
import se.dirigent.core.masscasualty.CasualtyCommand.Identify;
import se.dirigent.core.masscasualty.CasualtyCommand.Merge;
import se.dirigent.core.masscasualty.CasualtyCommand.Mistake;
import se.dirigent.core.masscasualty.CasualtyCommand.Send;
import se.dirigent.core.masscasualty.CasualtyCommand.Settle;
import se.dirigent.core.masscasualty.CasualtyCommand.Split;
import se.dirigent.core.masscasualty.capacity.Specialty;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.core.masscasualty.sieve.Verdict;

/** Two tags of one person, and two persons who were taken for one. */
class CasualtyMergingTest extends DisasterFixture {
  private static final PatientId ONE = new PatientId(new UUID(0, 1));
  private static final PatientId TWO = new PatientId(new UUID(0, 2));

  /** Somebody unknown is merged with somebody known; either tag finds the one person. */
  @Test
  void s01OneOnTheWayOrInABedIsNeverLostInAMerging() {
    register("A1", Category.IMMEDIATE);
    register("A2", Category.IMMEDIATE);
    run(new Send(tag("A1"), "ostersund", "", ""));
    run(new Depart(tag("A1"), "23-1110", null));
    run(new Settle(tag("A2"), "Gick hem"));
    run(new Identify(tag("A2"), ONE, false));
    run(new Merge(tag("A2"), tag("A1")));
    assertEquals(Stage.DEPARTED, get("A1").stage(), "let go under one tag, on the way under both");
    assertEquals(ONE, get("A1").patient());
    run(new Arrive(tag("A2"), "ostersund", null));
    run(new Admit(tag("A2"), "Kirurgen"));
    assertEquals("Kirurgen", get("A1").ward(), "told by the other tag");
    assertEquals(Stage.SETTLED, get("A2").stage(), "kept as it was");
    register("A3", Category.DELAYED);
    run(new Arrive(tag("A3"), "ostersund", null));
    run(new Settle(tag("A3"), "Skrevs ut"));
    run(new Merge(tag("A3"), tag("A1")));
    assertEquals(Stage.ADMITTED, get("A1").stage(), "a bed goes before a discharge");
    register("A4", Category.DELAYED);
    run(new Merge(tag("A1"), tag("A4")));
    assertEquals(Stage.ADMITTED, get("A4").stage());
    assertEquals(List.of(tag("A1"), tag("A2"), tag("A3")), get("A4").otherTags());
  }

  @Test
  void s02WhoCameUnderAnotherTagIsNotStillOnTheWay() {
    register("A1", Category.DELAYED);
    run(new Send(tag("A1"), "ostersund", "", ""));
    run(new Depart(tag("A1"), "23-1110", null));
    now = TEN.plusSeconds(600);
    register("A2", null);
    run(new Arrive(tag("A2"), "ostersund", null));
    run(new Settle(tag("A2"), "Skrevs ut"));
    run(new Merge(tag("A1"), tag("A2")));
    assertEquals(Stage.SETTLED, get("A2").stage());
    assertEquals("ostersund", get("A2").facility());
  }

  @Test
  void s03TwoWhoWereMergedAreTwoAgainEachWithItsOwn() {
    register("A1", Category.DELAYED);
    register("A2", Category.IMMEDIATE);
    tell("A2", Kind.NEED, "BURN");
    run(new Arrive(tag("A2"), "ostersund", null));
    run(new Identify(tag("A2"), ONE, false));
    Casualty first = get("A1");
    run(new Merge(tag("A2"), tag("A1")));
    assertEquals(Stage.ARRIVED, get("A1").stage());
    assertEquals(Set.of(Specialty.BURN), get("A1").about().needs());
    refused("casualty.notMerged", new Split(tag("A1"), tag("A9"), "Fel"));
    run(new Categorise(tag("A1"), Verdict.byHand(Category.MINIMAL, "Bättre"), null));
    run(new Correct(tag("A1"), Mistake.IDENTITY, "Var en annan"));
    run(new Split(tag("A1"), tag("A2"), "Två personer"));
    Casualty a1 = get("A1");
    Casualty a2 = get("A2");
    assertTrue(a2.isPerson());
    assertEquals(2, a1.history().size(), "what was said after the merging stays with the tag used");
    assertEquals(first.journey(), a1.journey());
    assertEquals(Set.of(), a1.about().needs());
    assertNull(a1.patient());
    assertEquals(Stage.ARRIVED, a2.stage());
    assertEquals(Set.of(Specialty.BURN), a2.about().needs());
    assertNull(a2.patient(), "taken back while they were one");
    assertEquals(1, a2.identities().size());
    run(new Merge(tag("A2"), tag("A1")));
    assertEquals(List.of(tag("A2")), get("A1").otherTags());
  }

  /** A reserve number says that nobody knows: it hinders neither a name nor a merging. */
  @Test
  void s04TwoReserveNumbersCanBeOnePerson() {
    PatientId three = new PatientId(new UUID(0, 3));
    register("A1", null);
    register("A2", null);
    run(new Identify(tag("A1"), ONE, true));
    run(new Identify(tag("A2"), TWO, true));
    run(new Merge(tag("A2"), tag("A1")));
    assertEquals(2, get("A1").identities().size());
    run(new Identify(tag("A1"), three, false));
    assertEquals(three, get("A1").patient());
    refused("casualty.identified", new Identify(tag("A1"), ONE, true));
    run(new Split(tag("A1"), tag("A2"), "Två personer"));
    assertEquals(TWO, get("A2").patient());
    assertEquals(three, get("A1").patient());
  }

  @Test
  void s05SplitInAnyOrderNobodyKeepsAnothersWay() {
    register("A1", Category.DELAYED);
    register("A2", Category.DELAYED);
    register("A3", Category.DELAYED);
    run(new Send(tag("A2"), "ostersund", "", ""));
    run(new Depart(tag("A2"), "23-1110", null));
    run(new Arrive(tag("A3"), "ostersund", null));
    Casualty alone = get("A1");
    run(new Merge(tag("A2"), tag("A1")));
    run(new Merge(tag("A3"), tag("A1")));
    run(new Split(tag("A1"), tag("A2"), "Två personer"));
    assertEquals(Stage.ARRIVED, get("A1").stage());
    run(new Split(tag("A1"), tag("A3"), "Två personer"));
    assertEquals(alone.journey(), get("A1").journey());
    assertEquals(Stage.DEPARTED, get("A2").stage());
    assertEquals(Stage.ARRIVED, get("A3").stage());
  }
}
