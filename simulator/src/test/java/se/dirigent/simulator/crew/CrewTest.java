package se.dirigent.simulator.crew;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.geo.Position;
import se.dirigent.core.incident.Outcome;
import se.dirigent.optimiser.recommend.KindProfile;
import se.dirigent.routing.travel.CrowFlyTravelTimes;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.simulator.Samples;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.crew.Order.Taking;

class CrewTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant LATER = START.plus(Duration.ofHours(12));
  private static final Position SCENE = new Position(63.25, 14.5);

  @Test
  void s1AnOrderIsCarriedOutStepByStepAndTheCrewGoesHome() {
    Crew crew = crew(1);
    crew.take(order("a", SCENE, true), START);
    List<Milestone> passed = milestones(crew.advance(LATER));
    assertEquals(
        List.of(
            Milestone.ACKNOWLEDGED,
            Milestone.ROLLING,
            Milestone.AT_ADDRESS,
            Milestone.AT_PATIENT,
            Milestone.LOADED,
            Milestone.AT_DESTINATION,
            Milestone.HANDED_OVER,
            Milestone.CLEAR),
        passed);
    assertTrue(crew.idleAtHome(LATER));
    assertTrue(crew.nextAt().isEmpty());
  }

  @Test
  void s2AnExtraUnitLeavesWithoutAPatient() {
    Crew crew = crew(2);
    crew.take(order("a", SCENE, false), START);
    List<CrewAct> acts = crew.advance(LATER);
    assertFalse(milestones(acts).contains(Milestone.LOADED));
    var last = (CrewAct.Reached) acts.getLast();
    assertEquals(Milestone.CLEAR, last.milestone());
    assertEquals(Outcome.Kind.TREATED_AND_LEFT, last.outcome());
  }

  @Test
  void s3StoodDownTheCrewTurnsHome() {
    Crew crew = crew(3);
    crew.take(order("a", SCENE, true), START);
    crew.advance(START.plusSeconds(400));
    crew.release("other", START.plusSeconds(400));
    assertTrue(crew.assignment().isPresent());
    crew.release("a", START.plusSeconds(400));
    assertTrue(crew.assignment().isEmpty());
    assertEquals(List.of(), crew.advance(LATER));
    assertEquals(Samples.TOWN, crew.trip().positionAt(LATER));
  }

  @Test
  void s4RedirectedItDrivesFromWhereItIs() {
    Crew crew = crew(4);
    crew.take(order("a", SCENE, true), START);
    Instant half = START.plusSeconds(500);
    crew.advance(half);
    Position here = crew.trip().positionAt(half);
    crew.take(order("b", Samples.VILLAGE, true, half), half);
    assertEquals(here, crew.trip().positionAt(half));
    assertTrue(crew.advance(LATER).stream().allMatch(a -> a.assignment().equals("b")));
  }

  @Test
  void s5WithoutAnAddressItWaitsAndRollsWhenItIsKnown() {
    Crew crew = crew(5);
    crew.take(new Order("a", null, 1, Taking.IF_NEEDED, null, Milestone.ASSIGNED, START), START);
    assertEquals(List.of(Milestone.ACKNOWLEDGED), milestones(crew.advance(LATER)));
    crew.take(order("a", SCENE, true), LATER);
    List<CrewAct> acts = crew.advance(LATER.plus(Duration.ofHours(12)));
    assertEquals(Milestone.ROLLING, milestones(acts).getFirst());
    assertFalse(acts.getFirst().at().isBefore(LATER));
  }

  @Test
  void s6WhatAPersonReportsIsNotReportedAgain() {
    Crew crew = crew(6);
    crew.take(order("a", SCENE, true), START);
    crew.observe("a", Milestone.AT_PATIENT, START.plusSeconds(60));
    crew.observe("a", Milestone.ROLLING, START.plusSeconds(61));
    List<Milestone> passed = milestones(crew.advance(LATER));
    assertFalse(passed.contains(Milestone.ROLLING));
    assertFalse(passed.contains(Milestone.AT_PATIENT));
    assertEquals(Milestone.CLEAR, passed.getLast());
  }

  @Test
  void s7FoundHalfDoneItIsFinished() {
    Crew crew = crew(7);
    crew.take(
        new Order("a", SCENE, 1, Taking.IF_NEEDED, null, Milestone.LOADED, START.minusSeconds(600)),
        START);
    List<CrewAct> acts = crew.advance(LATER);
    assertEquals(
        List.of(Milestone.AT_DESTINATION, Milestone.HANDED_OVER, Milestone.CLEAR),
        milestones(acts));
    assertFalse(acts.getFirst().at().isBefore(START));
    assertEquals(Outcome.Kind.CONVEYED, ((CrewAct.Reached) acts.getLast()).outcome());
  }

  @Test
  void s8TimesNeverGoBackWhateverHappens() {
    for (long seed = 0; seed < 200; seed++) {
      Crew crew = crew(seed);
      var chance = new Streams(seed).of("test");
      List<CrewAct> acts = new ArrayList<>();
      Instant now = START;
      for (int i = 0; i < 60; i++) {
        now = now.plusSeconds(chance.nextInt(900));
        acts.addAll(crew.advance(now));
        switch (chance.nextInt(5)) {
          case 0 -> crew.take(order("a" + i, SCENE, chance.nextBoolean(), now), now);
          case 1 -> crew.release("a" + (i - 1), now);
          default -> {}
        }
      }
      for (int i = 1; i < acts.size(); i++) {
        assertFalse(acts.get(i).at().isBefore(acts.get(i - 1).at()), "seed " + seed);
      }
    }
  }

  @Test
  void s9ToldWhereToTakeThePatientItGoesThere() {
    Crew crew = crew(9);
    Position far = new Position(63.55, 14.9);
    Order found = new Order("a", SCENE, 1, Taking.IF_NEEDED, null, Milestone.LOADED, START);
    crew.take(found, START);
    assertEquals(Samples.TOWN, crew.trip().goal(), "its own choice");
    Order told = new Order("a", SCENE, 1, Taking.IF_NEEDED, far, Milestone.LOADED, START);
    crew.take(told, START.plusSeconds(60));
    assertEquals(far, crew.trip().goal());
    Instant arrives = crew.trip().arrivesAt();
    crew.take(told, START.plusSeconds(120));
    assertEquals(arrives, crew.trip().arrivesAt(), "told again it drives on");
  }

  private static Crew crew(long seed) {
    CrewTimes s = CrewTimes.staffed();
    CrewTimes always =
        new CrewTimes(
            s.acknowledge(),
            s.turnout(),
            s.toPatient(),
            s.sceneConvey(),
            s.sceneLeave(),
            s.handOver(),
            s.restore(),
            s.travelFactor(),
            List.of(1.0, 1.0, 1.0, 1.0));
    CrewWorld world =
        new CrewWorld(
            new CrowFlyTravelTimes(), List.of(new Hospital("provstad", Samples.TOWN)), always);
    return new Crew(
        "99-0001",
        new KindProfile(TravelMode.ROAD, true, 1),
        Samples.TOWN,
        Samples.TOWN,
        world,
        new Streams(seed).of("crew"),
        START);
  }

  @Test
  void s10ToldToWaitItTakesWhomItIsGivenWhereItIsTold() {
    Crew crew = crew(10);
    crew.take(order("a", SCENE, true), START);
    Instant there = START.plus(Duration.ofMinutes(1));
    crew.advance(there);
    crew.take(waiting(null), there);
    List<Milestone> passed = milestones(crew.advance(LATER));
    assertEquals(Milestone.AT_PATIENT, passed.getLast());
    crew.take(waiting(Samples.TOWN), LATER);
    crew.observe("a", Milestone.LOADED, LATER);
    assertEquals(Samples.TOWN, crew.trip().goal());
    List<CrewAct> acts = crew.advance(LATER.plus(Duration.ofHours(12)));
    assertTrue(acts.stream().noneMatch(CrewAct.ChoseDestination.class::isInstance));
    assertEquals(Outcome.Kind.CONVEYED, ((CrewAct.Reached) acts.getLast()).outcome());
  }

  @Test
  void s11NoLongerToldToWaitItGoesOnAsUsual() {
    Crew crew = crew(11);
    crew.take(waiting(null), START);
    assertEquals(Milestone.AT_PATIENT, milestones(crew.advance(LATER)).getLast());
    crew.take(order("a", SCENE, true), LATER);
    assertEquals(
        Milestone.CLEAR, milestones(crew.advance(LATER.plus(Duration.ofHours(12)))).getLast());
  }

  private static Order waiting(@Nullable Position destination) {
    return new Order("a", SCENE, 1, Taking.WHEN_TOLD, destination, Milestone.ASSIGNED, START);
  }

  private static Order order(String id, Position to, boolean conveys) {
    return order(id, to, conveys, START);
  }

  private static Order order(String id, Position to, boolean conveys, Instant at) {
    return new Order(
        id, to, 1, conveys ? Taking.IF_NEEDED : Taking.NOT, null, Milestone.ASSIGNED, at);
  }

  private static List<Milestone> milestones(List<CrewAct> acts) {
    return acts.stream()
        .filter(CrewAct.Reached.class::isInstance)
        .map(a -> ((CrewAct.Reached) a).milestone())
        .toList();
  }
}
