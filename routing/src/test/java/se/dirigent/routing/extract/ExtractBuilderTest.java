package se.dirigent.routing.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.dirigent.routing.drive.RoadKind;
import se.dirigent.routing.network.Roads;

class ExtractBuilderTest {
  private static final WayRules.Drive STREET =
      new WayRules.Drive(RoadKind.STREET, 30, Roads.BOTH, 0);

  @Test
  void s1TwoWaysThatMeetHaveANodeThere() {
    List<RoadWay> ways = List.of(way(STREET, 1, 2, 3), way(STREET, 4, 2));
    Roads roads = ExtractBuilder.build(ways, points(ways)).roads();
    assertEquals(4, roads.nodes());
    assertEquals(3, roads.count());
  }

  @Test
  void s2StraightPointsAreLeftOutAndLengthIsKept() {
    List<RoadWay> ways = List.of(way(STREET, 1, 11, 21, 31));
    Roads roads = ExtractBuilder.build(ways, points(ways)).roads();
    assertEquals(1, roads.count());
    assertEquals(30 * 111.195, roads.metres()[0], 1);
  }

  @Test
  void s3WhatNothingLeadsToIsLeftOutAndCounted() {
    WayRules.Drive oneWay = new WayRules.Drive(RoadKind.STREET, 30, Roads.ALONG, 0);
    List<RoadWay> ways = List.of(way(STREET, 1, 2), way(oneWay, 2, 5), way(STREET, 7, 8));
    ExtractBuilder.Extract extract = ExtractBuilder.build(ways, points(ways));
    assertEquals(1, extract.roads().count());
    assertEquals(2, extract.left());
  }

  @Test
  void s4AWayThatLeavesTheExtractIsCut() {
    List<RoadWay> ways = List.of(way(STREET, 1, 2, 99, 3, 4), way(STREET, 2, 3));
    Points points = new Points(ways);
    for (long id : new long[] {1, 2, 3, 4}) {
      points.set(id, 57 + id % 10 * 0.001, 12);
    }
    ExtractBuilder.Extract extract = ExtractBuilder.build(ways, points);
    assertEquals(1, extract.broken());
    assertEquals(3, extract.roads().count());
  }

  @Test
  void s5OtherProjectionsAndEmptyExtractsAreSaid() {
    List<RoadWay> ways = List.of(way(STREET, 1, 2));
    Points points = new Points(ways);
    var e = assertThrows(IllegalArgumentException.class, () -> points.set(1, 6583742, 674032));
    assertTrue(e.toString().contains("another projection"), e.toString());
    Points none = new Points(List.of());
    assertThrows(
        IllegalArgumentException.class, () -> ExtractBuilder.build(List.<RoadWay>of(), none));
  }

  @Test
  void s6TagsTellHowAWayIsDriven() {
    assertEquals(105, drive("highway", "motorway").kmPerHour());
    assertEquals(Roads.ALONG, drive("highway", "motorway").ways());
    assertEquals(63, drive("highway", "primary", "maxspeed", "70").kmPerHour());
    assertEquals(RoadKind.STREET, drive("highway", "primary", "maxspeed", "40").kind());
    assertEquals(Roads.BACK, drive("highway", "residential", "oneway", "-1").ways());
    assertEquals(1500, drive("route", "ferry", "duration", "00:15").fixedSeconds());
    assertEquals(18, drive("highway", "service", "access", "private").kmPerHour());
    assertTrue(WayRules.drive(Map.of("highway", "footway")).isEmpty());
    assertTrue(WayRules.drive(Map.of("highway", "service", "access", "no")).isEmpty());
    assertEquals(18, drive("highway", "service", "access", "no", "emergency", "yes").kmPerHour());
  }

  private static WayRules.Drive drive(String... tags) {
    Map<String, String> map = new java.util.HashMap<>();
    for (int i = 0; i < tags.length; i += 2) {
      map.put(tags[i], tags[i + 1]);
    }
    return WayRules.drive(map).orElseThrow();
  }

  private static RoadWay way(WayRules.Drive drive, long... points) {
    return new RoadWay(points, drive);
  }

  /** Point n lies n thousandths of a degree north, and its last digit tells how far east. */
  private static Points points(List<RoadWay> ways) {
    Points points = new Points(ways);
    for (RoadWay way : ways) {
      for (long id : way.points()) {
        points.set(id, 57 + id * 0.001, 12 + id % 10 * 0.001);
      }
    }
    return points;
  }
}
