package se.dirigent.app.roads;

import crosby.binary.Osmformat.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.dirigent.routing.extract.RoadWay;
import se.dirigent.routing.extract.WayRules;

/** The first reading: the ways that are driven. */
final class PbfWays extends PbfPass {
  private final List<RoadWay> ways = new ArrayList<>();

  List<RoadWay> ways() {
    return ways;
  }

  @Override
  protected void parseWays(List<Way> block) {
    for (Way way : block) {
      if (way.getRefsCount() < 2) {
        continue;
      }
      Map<String, String> tags = new HashMap<>();
      for (int i = 0; i < way.getKeysCount(); i++) {
        tags.put(getStringById(way.getKeys(i)), getStringById(way.getVals(i)));
      }
      WayRules.drive(tags).ifPresent(drive -> ways.add(new RoadWay(points(way), drive)));
    }
  }

  /** Identities are stored as differences. */
  private static long[] points(Way way) {
    long[] points = new long[way.getRefsCount()];
    long id = 0;
    for (int i = 0; i < points.length; i++) {
      id += way.getRefs(i);
      points[i] = id;
    }
    return points;
  }
}
