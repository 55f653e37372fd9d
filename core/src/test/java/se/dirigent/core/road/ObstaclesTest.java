package se.dirigent.core.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.Boundary;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.road.Obstacle.Phase;
import se.dirigent.core.road.RoadCommand.Change;
import se.dirigent.core.road.RoadCommand.Check;
import se.dirigent.core.road.RoadCommand.Lift;
import se.dirigent.core.road.RoadCommand.Report;
import se.dirigent.core.road.RoadEvent.ObstacleExpired;
import se.dirigent.core.road.RoadEvent.ObstacleReported;
import se.dirigent.core.road.Stretch.Shape;

class ObstaclesTest {
  private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
  private static final Stamp STAMP = new Stamp("test.ett", NOON);
  private static final RegionCode REGION = new RegionCode("testlan");
  private static final ObstacleId ID = new ObstacleId("a");
  private static final Boundary OUTLINE =
      new Boundary(
          List.of(
              List.of(
                  List.of(
                      new Position(62, 14),
                      new Position(64, 14),
                      new Position(64, 16),
                      new Position(62, 16)))));
  private static final Ground GROUND = new Ground(OUTLINE, 3, 0);
  private static final Position HERE = new Position(63, 15);
  private static final Position THERE = new Position(63.1, 15);

  @Test
  void s1AReportedObstacleStandsFromNowWhenNothingElseIsSaid() {
    Obstacle obstacle = reported(told(null, null));
    assertEquals(NOON, obstacle.told().from());
    assertEquals(Phase.OPEN, obstacle.phase());
    assertEquals("test.ett", obstacle.by());
    assertEquals(1, obstacle.version());
  }

  @Test
  void s2ItIsChangedAndLifted() {
    Obstacle obstacle = reported(told(null, null));
    Told slow = new Told(line(), "E14", 3.0, null, NOON.plusSeconds(60), "Halt", "Polisen");
    Obstacle changed = after(obstacle, new Change(ID, slow), STAMP);
    assertEquals(3.0, changed.told().delay());
    assertEquals(NOON, changed.told().from(), "what is not said anew stays");
    assertEquals(List.of(), decide(changed, new Change(ID, slow), STAMP), "the same again");
    Obstacle lifted = after(changed, new Lift(ID, "Bärgat"), STAMP);
    assertEquals(Phase.LIFTED, lifted.phase());
    assertEquals("Bärgat", lifted.endedReason());
    assertCode("obstacle.ended", () -> decide(lifted, new Lift(ID, "Igen"), STAMP));
    assertCode("obstacle.ended", () -> decide(lifted, new Change(ID, slow), STAMP));
  }

  @Test
  void s3ItEndsByItselfAtItsTimeAndOnce() {
    Obstacle obstacle = reported(told(null, NOON.plusSeconds(60)));
    assertEquals(List.of(), decide(obstacle, new Check(ID), at(59)));
    assertEquals(List.of(new ObstacleExpired(ID)), decide(obstacle, new Check(ID), at(60)));
    Obstacle expired = after(obstacle, new Check(ID), at(60));
    assertEquals(Phase.EXPIRED, expired.phase());
    assertEquals(List.of(), decide(expired, new Check(ID), at(61)));
  }

  @Test
  void s4WhatCannotBeIsRefused() {
    assertCode("obstacle.order", () -> told(NOON, NOON));
    assertCode("obstacle.past", () -> reported(told(null, NOON)));
    assertCode("obstacle.delay", () -> new Told(line(), "", 1.0, null, null, "Kö", "Polisen"));
    assertCode(
        "obstacle.delay", () -> new Told(line(), "", Double.NaN, null, null, "Kö", "Polisen"));
    assertCode("text.missing", () -> new Told(line(), "", null, null, null, " ", "Polisen"));
    assertCode("text.missing", () -> new Told(line(), "", null, null, null, "Olycka", ""));
    assertCode("obstacle.unknown", () -> decide(null, new Lift(ID, "Borta"), STAMP));
    Obstacle there = reported(told(null, null));
    assertCode(
        "obstacle.exists", () -> decide(there, new Report(ID, REGION, told(null, null)), STAMP));
  }

  @Test
  void s5WhereItCannotBeIsRefused() {
    assertCode("obstacle.zeroLength", () -> new Stretch(Shape.ALONG, List.of(HERE, HERE)));
    assertCode("obstacle.positions", () -> new Stretch(Shape.ALONG, List.of(HERE)));
    assertCode("obstacle.positions", () -> new Stretch(Shape.POINT, List.of(HERE, THERE)));
    assertCode(
        "obstacle.zeroLength",
        () -> new Stretch(Shape.AREA, List.of(HERE, THERE, new Position(63.05, 15))));
    assertCode(
        "obstacle.length", () -> new Stretch(Shape.ALONG, List.of(HERE, new Position(67, 15))));
    Report far =
        new Report(
            ID,
            REGION,
            new Told(
                new Stretch(Shape.POINT, List.of(new Position(57, 15))),
                "",
                null,
                null,
                null,
                "Olycka",
                "Polisen"));
    assertCode("obstacle.outside", () -> decide(null, far, STAMP));
    Report report = new Report(ID, REGION, told(null, null));
    assertCode(
        "obstacle.noRoad", () -> Obstacles.decide(null, report, new Ground(OUTLINE, 0, 0), STAMP));
    assertCode(
        "obstacle.many", () -> Obstacles.decide(null, report, new Ground(OUTLINE, 1, 500), STAMP));
  }

  @Test
  void s6OfRandomCommandsTheEventsAloneMakeTheObstacleAndVersionsCountThem() {
    TreeSet<String> met = new TreeSet<>();
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      Obstacle obstacle = null;
      List<RoadEvent> journal = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        Stamp stamp = at(10L * i);
        for (RoadEvent event : tried(obstacle, command(random, stamp), stamp)) {
          obstacle = Obstacles.fold(obstacle, event, stamp);
          journal.add(event);
          met.add(event.getClass().getSimpleName());
        }
        if (obstacle != null) {
          assertEquals(journal.size(), obstacle.version(), "seed " + seed);
        }
      }
      assertTrue(journal.isEmpty() || journal.getFirst() instanceof ObstacleReported);
    }
    TreeSet<String> all = new TreeSet<>();
    Arrays.stream(RoadEvent.class.getPermittedSubclasses())
        .forEach(event -> all.add(event.getSimpleName()));
    assertEquals(all, met, "a test that never meets an event says nothing of it");
  }

  private static RoadCommand command(Random random, Stamp stamp) {
    Instant until = random.nextBoolean() ? null : stamp.at().plusSeconds(random.nextInt(60) + 1L);
    return switch (random.nextInt(8)) {
      case 0, 1 -> new Report(ID, REGION, told(null, until));
      case 2, 3 -> new Change(ID, told(null, until));
      case 4 -> new Lift(ID, "Röjt");
      default -> new Check(ID);
    };
  }

  private static List<RoadEvent> tried(
      @Nullable Obstacle obstacle, RoadCommand command, Stamp stamp) {
    try {
      return decide(obstacle, command, stamp);
    } catch (Refused refused) {
      return List.of();
    }
  }

  private static Stretch line() {
    return new Stretch(Shape.ALONG, List.of(HERE, THERE));
  }

  private static Told told(@Nullable Instant from, @Nullable Instant until) {
    return new Told(line(), "E14", null, from, until, "Olycka", "Polisen");
  }

  private static Stamp at(long seconds) {
    return new Stamp("test.ett", NOON.plusSeconds(seconds));
  }

  private static Obstacle reported(Told told) {
    return after(null, new Report(ID, REGION, told), STAMP);
  }

  private static List<RoadEvent> decide(
      @Nullable Obstacle obstacle, RoadCommand command, Stamp stamp) {
    return Obstacles.decide(obstacle, command, GROUND, stamp);
  }

  private static Obstacle after(@Nullable Obstacle before, RoadCommand command, Stamp stamp) {
    List<RoadEvent> events = decide(before, command, stamp);
    return Obstacles.fold(before, events.getFirst(), stamp);
  }

  private static void assertCode(String code, Runnable work) {
    assertEquals(code, assertThrows(Refused.class, work::run).code());
  }
}
