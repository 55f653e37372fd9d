package se.dirigent.server.fallback.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.dirigent.core.geo.Position;
import se.dirigent.server.platform.region.RegionPack;

/** Which regions lie next door, by their outlines. */
public final class Neighbours {
  /** Outlines are simplified and widened: a common border is never further apart than this. */
  private static final double APART_METRES_MAX = 15_000;

  /** The same in degrees, roughly, to pass over most regions quickly. */
  private static final double APART_DEGREES_MAX = 0.3;

  private Neighbours() {}

  /** Names of the regions next door by code, in the order of the list. */
  public static Map<String, String> of(RegionPack region, List<RegionPack> all) {
    Map<String, String> names = new LinkedHashMap<>();
    for (RegionPack other : all) {
      if (!other.code().equals(region.code()) && near(region.bounds(), other.bounds())) {
        if (touching(region, other)) {
          names.put(other.code().value(), other.name());
        }
      }
    }
    return names;
  }

  private static boolean near(List<Double> a, List<Double> b) {
    return a.get(0) <= b.get(2) + APART_DEGREES_MAX
        && b.get(0) <= a.get(2) + APART_DEGREES_MAX
        && a.get(1) <= b.get(3) + APART_DEGREES_MAX
        && b.get(1) <= a.get(3) + APART_DEGREES_MAX;
  }

  private static boolean touching(RegionPack a, RegionPack b) {
    List<Position> other = outline(b);
    return outline(a).stream()
        .anyMatch(p -> other.stream().anyMatch(q -> p.metresTo(q) < APART_METRES_MAX));
  }

  private static List<Position> outline(RegionPack region) {
    return region.boundary().coordinates().stream()
        .flatMap(List::stream)
        .flatMap(List::stream)
        .map(point -> new Position(point.get(1), point.get(0)))
        .toList();
  }
}
