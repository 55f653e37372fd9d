package se.dirigent.core.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Refused;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.masscasualty.Casualty.About;
import se.dirigent.core.masscasualty.Casualty.Decontamination;
import se.dirigent.core.masscasualty.Casualty.Stage;
import se.dirigent.core.masscasualty.CasualtyCommand.Admit;
import se.dirigent.core.masscasualty.CasualtyCommand.Arrive;
import se.dirigent.core.masscasualty.CasualtyCommand.Categorise;
import se.dirigent.core.masscasualty.CasualtyCommand.Depart;
import se.dirigent.core.masscasualty.CasualtyCommand.Describe;
import se.dirigent.core.masscasualty.CasualtyCommand.Identify;
import se.dirigent.core.masscasualty.CasualtyCommand.Merge;
import se.dirigent.core.masscasualty.CasualtyCommand.Register;
import se.dirigent.core.masscasualty.CasualtyCommand.Send;
import se.dirigent.core.masscasualty.CasualtyCommand.Settle;
import se.dirigent.core.masscasualty.capacity.Specialty;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.core.masscasualty.sieve.Schemes;
import se.dirigent.core.masscasualty.sieve.Verdict;

class CasualtiesTest extends DisasterFixture {
  private static final PatientId ONE = new PatientId(new UUID(0, 1));
  private static final PatientId TWO = new PatientId(new UUID(0, 2));

  @Test
  void s01FromTheTagToTheBed() {
    Verdict walks = Schemes.START.sieve(Map.of("walks", "yes"));
    run(new Register(tag("a-1"), REGION, About.unknown(), walks));
    assertEquals(Category.MINIMAL, get("A-1").category(), "a tag is in capitals");
    run(new Send(tag("A-1"), "ostersund", "ostersund", ""));
    run(new Depart(tag("A-1"), "23-1110", null));
    now = TEN.plusSeconds(1800);
    run(new Arrive(tag("A-1"), "ostersund", null));
    run(new Admit(tag("A-1"), "Kirurgen"));
    Casualty c = get("A-1");
    assertEquals(Stage.ADMITTED, c.stage());
    assertEquals(TEN, c.times().departedAt());
    assertEquals(TEN.plusSeconds(1800), c.times().arrivedAt());
    assertEquals("Kirurgen", c.ward());
    refused("casualty.over", new Send(tag("A-1"), "sundsvall", "", ""));
    refused("casualty.over", new Arrive(tag("A-1"), "sundsvall", null));
  }

  @Test
  void s02TheSameTagTwiceIsRefused() {
    register("A1", Category.DELAYED);
    refused("casualty.exists", new Register(tag("a1"), REGION, About.unknown(), null));
    refused("casualty.unknown", new Settle(tag("A2"), "Gick hem"));
    assertEquals("casualty.form", assertThrows(Refused.class, () -> tag("A 1")).code());
    assertEquals(tag("A1"), CasualtyId.parse(tag("A1").toString()));
  }

  @Test
  void s03EveryCategoryStaysInTheHistory() {
    register("A1", null);
    assertNull(get("A1").category());
    run(new Categorise(tag("A1"), Schemes.START.sieve(Map.of("walks", "yes"))));
    now = TEN.plusSeconds(600);
    Verdict sort =
        Schemes.TRIAGE_SORT.sort(
            Map.of("respiratoryRate", 32, "systolicPressure", 80, "comaScale", 15));
    run(new Categorise(tag("A1"), sort));
    assertEquals(Category.IMMEDIATE, get("A1").category());
    assertEquals(2, get("A1").history().size());
    assertEquals("START", get("A1").history().getFirst().verdict().scheme());
    assertEquals(TEN.plusSeconds(600), get("A1").history().getLast().at());
  }

  @Test
  void s04WhoIsContaminatedOrHasNowhereToGoStays() {
    register("A1", Category.DELAYED);
    refused("casualty.nowhere", new Depart(tag("A1"), "23-1110", null));
    About dirty = new About("Norr", true, Set.of(Specialty.BURN), Decontamination.NEEDED, "F1");
    run(new Describe(tag("A1"), dirty));
    assertEquals(List.of(), run(new Describe(tag("A1"), dirty)));
    run(new Send(tag("A1"), "ostersund", "", ""));
    refused("casualty.contaminated", new Depart(tag("A1"), "23-1110", null));
    run(
        new Describe(
            tag("A1"),
            new About("Norr", true, Set.of(Specialty.BURN), Decontamination.DONE, "F1")));
    run(new Depart(tag("A1"), "23-1110", null));
    refused("casualty.departed", new Depart(tag("A1"), "23-1111", null));
    refused("casualty.departed", new Settle(tag("A1"), "Gick hem"));
    register("A2", Category.DEAD);
    refused("casualty.dead", new Send(tag("A2"), "ostersund", "", ""));
  }

  @Test
  void s05AnotherHospitalThanProposedNeedsAReasonAlsoOnTheWay() {
    register("A1", Category.IMMEDIATE);
    assertThrows(Refused.class, () -> new Send(tag("A1"), "sundsvall", "ostersund", ""));
    run(new Send(tag("A1"), "sundsvall", "ostersund", "Närmare för honom"));
    assertEquals("ostersund", Objects.requireNonNull(get("A1").destination()).proposed());
    assertEquals(List.of(), run(new Send(tag("A1"), "sundsvall", "", "")));
    run(new Depart(tag("A1"), "23-1110", null));
    run(new Send(tag("A1"), "ostersund", "", ""));
    assertEquals(Stage.DEPARTED, get("A1").stage());
    refused("casualty.notThere", new Admit(tag("A1"), "Kirurgen"));
  }

  @Test
  void s06WhoComesByOwnMeansIsFoundToo() {
    register("A1", Category.MINIMAL);
    run(new Settle(tag("A1"), "Gick hem"));
    assertEquals(List.of(), run(new Settle(tag("A1"), "Gick hem")));
    assertNull(get("A1").placed());
    run(new Arrive(tag("A1"), "ostersund", null));
    assertEquals(Stage.ARRIVED, get("A1").stage());
    assertEquals("ostersund", Objects.requireNonNull(get("A1").placed()).facility());
    run(new Settle(tag("A1"), "Skrevs ut"));
    assertEquals("ostersund", Objects.requireNonNull(get("A1").placed()).facility());
  }

  @Test
  void s07TwoTagsOfOnePersonBecomeOneAndNothingIsLost() {
    register("A1", Category.DELAYED);
    now = TEN.plusSeconds(60);
    register("A2", Category.IMMEDIATE);
    run(new Identify(tag("A2"), ONE));
    assertEquals(List.of(), run(new Identify(tag("A2"), ONE)));
    refused("casualty.identified", new Identify(tag("A2"), TWO));
    now = TEN.plusSeconds(120);
    run(new Categorise(tag("A1"), Verdict.byHand(Category.DELAYED, "Stabil")));
    run(new Arrive(tag("A2"), "ostersund", null));
    run(new Merge(tag("A2"), tag("A1")));
    Casualty one = get("A1");
    assertEquals(3, one.history().size());
    assertEquals(Category.IMMEDIATE, one.history().get(1).verdict().category(), "in order of time");
    assertEquals(ONE, one.patient());
    assertEquals(Stage.ARRIVED, one.stage());
    assertEquals("ostersund", one.facility());
    assertEquals(List.of(tag("A2")), one.merged());
    assertFalse(get("A2").isPerson());
    assertNull(get("A2").placed(), "one person takes one place");
    refused("casualty.merged", new Settle(tag("A2"), "Gick hem"));
    refused("casualty.merged", new Merge(tag("A1"), tag("A2")));
    refused("casualty.two", new Merge(tag("A1"), tag("A1")));
    refused("casualty.unknown", new Merge(tag("A1"), tag("A9")));
  }

  @Test
  void s08TwoPersonsDoNotBecomeOne() {
    register("A1", null);
    register("A2", null);
    register("A3", null);
    run(new Identify(tag("A1"), ONE));
    run(new Identify(tag("A2"), TWO));
    refused("casualty.two", new Merge(tag("A1"), tag("A2")));
    run(new Arrive(tag("A2"), "ostersund", null));
    run(new Arrive(tag("A3"), "sundsvall", null));
    refused("casualty.two", new Merge(tag("A3"), tag("A2")));
  }
}
