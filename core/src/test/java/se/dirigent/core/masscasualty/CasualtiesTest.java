package se.dirigent.core.masscasualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
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
import se.dirigent.core.masscasualty.Casualty.Fact;
import se.dirigent.core.masscasualty.Casualty.Fact.Kind;
import se.dirigent.core.masscasualty.Casualty.Stage;
import se.dirigent.core.masscasualty.Casualty.Stated;
import se.dirigent.core.masscasualty.CasualtyCommand.Admit;
import se.dirigent.core.masscasualty.CasualtyCommand.Arrive;
import se.dirigent.core.masscasualty.CasualtyCommand.Categorise;
import se.dirigent.core.masscasualty.CasualtyCommand.Correct;
import se.dirigent.core.masscasualty.CasualtyCommand.Depart;
import se.dirigent.core.masscasualty.CasualtyCommand.Identify;
import se.dirigent.core.masscasualty.CasualtyCommand.Merge;
import se.dirigent.core.masscasualty.CasualtyCommand.Mistake;
import se.dirigent.core.masscasualty.CasualtyCommand.Register;
import se.dirigent.core.masscasualty.CasualtyCommand.Reopen;
import se.dirigent.core.masscasualty.CasualtyCommand.Send;
import se.dirigent.core.masscasualty.CasualtyCommand.Settle;
import se.dirigent.core.masscasualty.CasualtyCommand.WhenTaken;
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
    run(new Register(tag("a-1"), REGION, About.unknown(), walks, null, WhenTaken.REFUSE));
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
    refused(
        "casualty.exists",
        new Register(tag("a1"), REGION, About.unknown(), null, null, WhenTaken.REFUSE));
    refused("casualty.unknown", new Settle(tag("A2"), "Gick hem"));
    assertEquals("casualty.form", assertThrows(Refused.class, () -> tag("A 1")).code());
    assertEquals(tag("A1"), CasualtyId.parse(tag("A1").toString()));
  }

  @Test
  void s03EveryCategoryStaysInTheHistory() {
    register("A1", null);
    assertNull(get("A1").category());
    run(new Categorise(tag("A1"), Schemes.START.sieve(Map.of("walks", "yes")), null));
    now = TEN.plusSeconds(600);
    Verdict sort =
        Schemes.TRIAGE_SORT.sort(
            Map.of("respiratoryRate", 32, "systolicPressure", 80, "comaScale", 15));
    run(new Categorise(tag("A1"), sort, null));
    assertEquals(Category.IMMEDIATE, get("A1").category());
    assertEquals(2, get("A1").history().size());
    assertEquals("START", get("A1").history().getFirst().verdict().scheme());
    assertEquals(TEN.plusSeconds(600), get("A1").history().getLast().at());
  }

  @Test
  void s04WhoIsContaminatedOrHasNowhereToGoStays() {
    register("A1", Category.DELAYED);
    refused("casualty.nowhere", new Depart(tag("A1"), "23-1110", null));
    tell("A1", Kind.NEED, "BURN");
    tell("A1", Kind.DECONTAMINATION, "NEEDED");
    run(new Send(tag("A1"), "ostersund", "", ""));
    refused("casualty.contaminated", new Depart(tag("A1"), "23-1110", null));
    now = TEN.plusSeconds(300);
    tell("A1", Kind.DECONTAMINATION, "DONE");
    Stated cleaned = get("A1").stated().getLast();
    assertEquals("DONE test.ett " + now, cleaned.fact().value() + " " + cleaned.by() + " " + now);
    assertEquals(now, cleaned.at());
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
    run(new Identify(tag("A2"), ONE, false));
    assertEquals(List.of(), run(new Identify(tag("A2"), ONE, false)));
    refused("casualty.identified", new Identify(tag("A2"), TWO, false));
    now = TEN.plusSeconds(120);
    run(new Categorise(tag("A1"), Verdict.byHand(Category.DELAYED, "Stabil"), null));
    run(new Arrive(tag("A2"), "ostersund", null));
    run(new Merge(tag("A2"), tag("A1")));
    Casualty one = get("A1");
    assertEquals(3, one.history().size());
    assertEquals(Category.IMMEDIATE, one.history().get(1).verdict().category(), "in order of time");
    assertEquals(ONE, one.patient());
    assertEquals(Stage.ARRIVED, one.stage());
    assertEquals("ostersund", one.facility());
    assertEquals(List.of(tag("A2")), one.otherTags());
    assertFalse(get("A2").isPerson());
    assertNull(get("A2").placed(), "one person takes one place");
    refused("casualty.merged", new Merge(tag("A1"), tag("A2")));
    refused("casualty.two", new Merge(tag("A1"), tag("A1")));
    refused("casualty.unknown", new Merge(tag("A1"), tag("A9")));
  }

  @Test
  void s08TwoPersonsDoNotBecomeOne() {
    register("A1", null);
    register("A2", null);
    register("A3", null);
    run(new Identify(tag("A1"), ONE, false));
    run(new Identify(tag("A2"), TWO, false));
    refused("casualty.two", new Merge(tag("A1"), tag("A2")));
    run(new Arrive(tag("A2"), "ostersund", null));
    run(new Arrive(tag("A3"), "sundsvall", null));
    refused("casualty.two", new Merge(tag("A3"), tag("A2")));
  }

  /** One thing is said at a time, so that nothing said before is wiped by a form's defaults. */
  @Test
  void s09OneFactUnsaysNoOther() {
    About known = new About("Norr", true, Set.of(Specialty.BURN), Decontamination.NEEDED, "lind");
    run(new Register(tag("A1"), REGION, known, null, null, WhenTaken.REFUSE));
    run(new Categorise(tag("A1"), Verdict.byHand(Category.DELAYED, "Stabil"), null));
    tell("A1", Kind.NEED, "THORAX");
    assertEquals(
        new About(
            "Norr", true, Set.of(Specialty.BURN, Specialty.THORAX), Decontamination.NEEDED, "LIND"),
        get("A1").about());
    tell("A1", Kind.NO_NEED, "BURN");
    tell("A1", Kind.FAMILY, "");
    assertEquals(
        new About("Norr", true, Set.of(Specialty.THORAX), Decontamination.NEEDED, ""),
        get("A1").about());
    assertEquals(
        "casualty.fact", assertThrows(Refused.class, () -> new Fact(Kind.NEED, "LUFT")).code());
  }

  /** Two phones without network gave out one card: two persons, both marked, nothing mixed. */
  @Test
  void s10OneCardGivenOutTwiceIsTwoPersonsMarked() {
    register("0007", Category.IMMEDIATE);
    Verdict green = Verdict.byHand(Category.MINIMAL, "Går");
    Register again =
        new Register(tag("0007"), REGION, About.unknown(), green, null, WhenTaken.MARK);
    run(again);
    assertEquals(Category.IMMEDIATE, get("0007").category());
    assertEquals(Category.MINIMAL, get("0007.2").category());
    assertEquals(List.of(tag("0007.2")), get("0007").sameTag());
    assertEquals(List.of(tag("0007")), get("0007.2").sameTag());
    run(again);
    assertEquals(List.of(tag("0007.2"), tag("0007.3")), get("0007").sameTag());
    run(new Merge(tag("0007.3"), tag("0007.2")));
    run(again);
    assertEquals(Category.MINIMAL, get("0007.4").category(), "a name is never given twice");
    for (int place = 5; place <= CasualtyId.SAME_TAG_MAX; place++) {
      run(again);
    }
    refused("casualty.exists", again);
    assertEquals(
        "casualty.form",
        assertThrows(
                Refused.class,
                () ->
                    new Register(tag("1.2"), REGION, About.unknown(), null, null, WhenTaken.REFUSE))
            .code());
  }

  /** What was found without network is told later, and stands where it belongs. */
  @Test
  void s11WhatWasFoundFirstComesFirstWhenItIsToldLate() {
    register("A1", null);
    now = TEN.plusSeconds(1200);
    run(new Categorise(tag("A1"), Verdict.byHand(Category.IMMEDIATE, "Sämre"), null));
    tell("A1", Kind.DECONTAMINATION, "DONE");
    now = TEN.plusSeconds(2400);
    Instant found = TEN.plusSeconds(300);
    run(new Categorise(tag("A1"), Verdict.byHand(Category.MINIMAL, "Går"), found));
    run(new CasualtyCommand.Describe(tag("A1"), new Fact(Kind.DECONTAMINATION, "NEEDED"), found));
    Casualty c = get("A1");
    assertEquals(Category.IMMEDIATE, c.category());
    assertEquals(Decontamination.DONE, c.about().decontamination());
    assertEquals(found, c.history().getFirst().at());
    assertEquals(now, c.history().getFirst().toldAt());
  }

  @Test
  void s12AClockThatIsWrongDoesNotRefuseAFinding() {
    Verdict green = Verdict.byHand(Category.MINIMAL, "Går");
    Instant ahead = TEN.plusSeconds(90_000);
    run(new Register(tag("A1"), REGION, About.unknown(), green, ahead, WhenTaken.REFUSE));
    assertEquals(TEN, get("A1").history().getFirst().at(), "not in the future");
    Instant behind = TEN.minusSeconds(90_000);
    run(new Register(tag("A2"), REGION, About.unknown(), green, behind, WhenTaken.REFUSE));
    assertEquals(began, get("A2").history().getFirst().at(), "not before the event");
    assertEquals(began, get("A2").times().registeredAt());
  }

  @Test
  void s13AWrongCategoryOrIdentityIsTakenBackAndStaysToBeRead() {
    register("A1", Category.DELAYED);
    now = TEN.plusSeconds(60);
    run(new Categorise(tag("A1"), Verdict.byHand(Category.DEAD, "Fel kort"), null));
    refused("casualty.dead", new Send(tag("A1"), "ostersund", "", ""));
    run(new Correct(tag("A1"), Mistake.CATEGORY, "Det var 0002 som var död"));
    assertEquals(Category.DELAYED, get("A1").category());
    assertEquals(2, get("A1").history().size());
    assertEquals(
        "Det var 0002 som var död",
        Objects.requireNonNull(get("A1").history().getLast().withdrawn()).reason());
    run(new Correct(tag("A1"), Mistake.CATEGORY, "Också fel"));
    assertNull(get("A1").category());
    refused("casualty.nothing", new Correct(tag("A1"), Mistake.CATEGORY, "Igen"));
    refused("casualty.nothing", new Correct(tag("A1"), Mistake.IDENTITY, "Ingen"));
    run(new Identify(tag("A1"), ONE, false));
    run(new Correct(tag("A1"), Mistake.IDENTITY, "Läste fel"));
    run(new Identify(tag("A1"), TWO, false));
    assertEquals(TWO, get("A1").patient());
    assertEquals(2, get("A1").identities().size());
  }

  @Test
  void s14AStepTakenByMistakeIsTakenBackOneAtATime() {
    register("A1", Category.DELAYED);
    refused("casualty.nothing", new Reopen(tag("A1"), "Fel"));
    run(new Send(tag("A1"), "ostersund", "", ""));
    run(new Depart(tag("A1"), "23-1110", null));
    run(new Arrive(tag("A1"), "ostersund", null));
    run(new Admit(tag("A1"), "Kirurgen"));
    run(new Settle(tag("A1"), "Skrevs ut"));
    for (Stage back : List.of(Stage.ADMITTED, Stage.ARRIVED, Stage.DEPARTED, Stage.AT_SCENE)) {
      run(new Reopen(tag("A1"), "Fel kort"));
      assertEquals(back, get("A1").stage());
    }
    assertEquals("", get("A1").vehicle());
    assertEquals("ostersund", Objects.requireNonNull(get("A1").destination()).facility());
    run(new Settle(tag("A1"), "Gick hem"));
    run(new Reopen(tag("A1"), "Satt kvar i bussen"));
    assertEquals(Stage.AT_SCENE, get("A1").stage());
  }
}
