package se.dirigent.core.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import se.dirigent.core.Centre;
import se.dirigent.core.Fixtures;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.fleet.UnitCommand.SetAvailability;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.Position;
import se.dirigent.core.incident.IncidentCommand.AddThreat;
import se.dirigent.core.incident.IncidentCommand.ChangePriority;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Threat;
import se.dirigent.core.road.Obstacle;
import se.dirigent.core.road.ObstacleId;
import se.dirigent.core.road.Stretch;
import se.dirigent.core.road.Told;

/** A shift is handed over: what is told, who signs, who receives. */
class HandoversTest {
  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private final Centre centre = new Centre();
  private final List<Obstacle> obstacles = new ArrayList<>();

  private Situation situation() {
    return Situations.of(
        centre.scene().incidents(),
        centre.scene().units(),
        centre.scene().assignments(),
        obstacles,
        Fixtures.SCALE,
        centre.now(),
        7);
  }

  private static List<String> keys(Situation s, Topic topic) {
    return s.points().stream()
        .filter(p -> p.topic() == topic)
        .map(p -> p.key().substring(topic.name().length() + 1))
        .toList();
  }

  private static void refused(String code, Executable command) {
    assertEquals(code, assertThrows(Refused.class, command).code());
  }

  @Test
  void scenario01NothingGoesOnAndThatCanBeHandedOverToo() {
    Situation quiet = situation();
    assertEquals(List.of(), quiet.points());
    assertEquals(7, quiet.seq());
    Handover signed = signed(quiet, List.of(), "");
    assertEquals("ett", signed.signedBy());
  }

  @Test
  void scenario02OpenCasesByPriorityThenByWait() {
    IncidentId later = centre.open(1, "2A");
    centre.after(Duration.ofMinutes(1));
    IncidentId last = centre.open(2, "2A");
    IncidentId first = centre.open(3, "1A");
    assertEquals(
        List.of(first.toString(), later.toString(), last.toString()),
        keys(situation(), Topic.OPEN_CASES));
  }

  @Test
  void scenario03ContactsThatAreLateAndThoseOfTheNextHour() {
    IncidentId incident = centre.open(1, "2A");
    assertEquals(List.of(incident.toString()), keys(situation(), Topic.CONTACTS_NEXT_HOUR));
    assertEquals(List.of(), keys(situation(), Topic.OVERDUE_CONTACTS));
    centre.after(Duration.ofHours(1));
    assertEquals(List.of(), keys(situation(), Topic.CONTACTS_NEXT_HOUR));
    assertEquals(List.of(incident.toString()), keys(situation(), Topic.OVERDUE_CONTACTS));
  }

  @Test
  void scenario04AThreatUntilItHasExpired() {
    IncidentId incident = centre.open(1, "2A");
    Instant now = centre.now();
    Threat threat = new Threat("Polisen", "Hund på tomten", now, now.plusSeconds(3600));
    centre.ask(new AddThreat(incident, threat));
    assertEquals(List.of(incident + "/1"), keys(situation(), Topic.THREATS));
    centre.after(Duration.ofHours(2));
    assertEquals(List.of(), keys(situation(), Topic.THREATS));
  }

  @Test
  void scenario05ADowngradeNobodyHasAnswered() {
    IncidentId incident = centre.open(1, "1A");
    centre.ask(new ChangePriority(incident, "2A", "Mår bättre"));
    assertEquals(List.of(incident.toString()), keys(situation(), Topic.DOWNGRADES));
  }

  @Test
  void scenario06UnitsThatAreAwayAndWhyLateHomeAndWithoutAMeal() {
    UnitId away = centre.onDuty(1);
    centre.ask(new SetAvailability(away, false, "Punktering"));
    UnitId late = centre.onDuty(2);
    Situation before = situation();
    assertEquals(List.of(away.value()), keys(before, Topic.UNAVAILABLE_UNITS));
    assertEquals("Punktering", point(before, Topic.UNAVAILABLE_UNITS).detail());
    assertEquals(List.of(), keys(before, Topic.OVERTIME));
    centre.send(centre.open(1, "2A"), late);
    centre.after(Duration.ofHours(13));
    assertEquals(List.of(late.value()), keys(situation(), Topic.MISSED_MEALS));
    assertEquals(2, keys(situation(), Topic.OVERTIME).size());
  }

  private static Point point(Situation s, Topic topic) {
    return s.points().stream().filter(p -> p.topic() == topic).findFirst().orElseThrow();
  }

  @Test
  void scenario07ThereIsABoundAndItIsTold() {
    for (int i = 1; i <= Situation.POINTS_MAX + 3; i++) {
      centre.open(i, "2A");
    }
    Situation crowded = situation();
    assertEquals(Situation.POINTS_MAX, keys(crowded, Topic.OPEN_CASES).size());
    assertEquals(3, crowded.leftOut().get(Topic.OPEN_CASES));
  }

  private Handover signed(Situation situation, List<Remark> remarks, String general) {
    var sign =
        new HandoverCommand.Sign(ID, Fixtures.REGION, Post.DISPATCHER, situation, remarks, general);
    return happen(null, sign, "ett");
  }

  private Handover happen(@Nullable Handover before, HandoverCommand command, String by) {
    Stamp stamp = new Stamp(by, centre.now());
    @Nullable Handover after = before;
    for (HandoverEvent event : Handovers.decide(before, command, stamp)) {
      after = Handovers.fold(after, event, stamp);
    }
    return Objects.requireNonNull(after);
  }

  @Test
  void scenario08WhatIsSignedIsWhatWasReadWithOnesOwnWords() {
    centre.open(1, "1A");
    Situation read = situation();
    Remark remark = new Remark(read.points().getFirst().key(), "Polis på väg");
    Handover signed = signed(read, List.of(remark), "Lugnt i söder");
    centre.open(2, "1A");
    assertEquals(read, signed.situation());
    assertEquals(List.of(remark), signed.remarks());
    assertEquals(1, signed.version());
    refused("handover.point", () -> signed(read, List.of(remark, remark), ""));
    refused("handover.point", () -> signed(read, List.of(new Remark("x", "y")), ""));
    refused("text.length", () -> signed(read, List.of(), "x".repeat(4_001)));
  }

  @Test
  void scenario09AnotherReceivesAndOnlyOnce() {
    Handover signed = signed(situation(), List.of(), "");
    HandoverCommand receive = new HandoverCommand.Receive(ID);
    refused("handover.samePerson", () -> happen(signed, receive, "ett"));
    refused("handover.unknown", () -> happen(null, receive, "två"));
    Handover received = happen(signed, receive, "två");
    assertEquals("två", received.receivedBy());
    assertEquals(signed.situation(), received.situation());
    assertEquals(2, received.version());
    refused("handover.received", () -> happen(received, receive, "tre"));
    var again =
        new HandoverCommand.Sign(ID, Fixtures.REGION, Post.DISPATCHER, situation(), List.of(), "");
    refused("handover.signed", () -> happen(received, again, "ett"));
  }

  @Test
  void scenario10RoadsThatAreClosedAndThoseThatAreSlow() {
    Position at = new Position(63.17, 14.65);
    Stretch where = new Stretch(Stretch.Shape.POINT, List.of(at));
    obstacle("b", new Told(where, "E14 Åre", null, centre.now(), null, "Olycka", "Polisen"));
    obstacle("a", new Told(where, "", 2.5, null, centre.now().plusSeconds(60), "Halka", "Åkare"));
    Situation s = situation();
    assertEquals(List.of("b"), keys(s, Topic.CLOSED_ROADS));
    assertEquals(List.of("a"), keys(s, Topic.SLOW_ROADS));
    Point closed = s.points().getFirst();
    assertEquals("E14 Åre", closed.text());
    assertEquals("Olycka (Polisen)", closed.detail());
    assertEquals(centre.now(), closed.since());
    Point slow = s.points().getLast();
    assertEquals("63.1700, 14.6500", slow.text());
    assertEquals("× 2,5 · Halka (Åkare)", slow.detail());
    assertEquals(centre.now().plusSeconds(60), slow.due());
  }

  private void obstacle(String id, Told told) {
    obstacles.add(
        new Obstacle(
            new ObstacleId(id),
            Fixtures.REGION,
            told,
            "ett",
            centre.now(),
            Obstacle.Phase.OPEN,
            "",
            1));
  }
}
