package se.dirigent.simulator.twin;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.dirigent.core.geo.Position;
import se.dirigent.simulator.ground.Streets;
import se.dirigent.simulator.ground.Windows;
import se.dirigent.simulator.twin.Blueprint.Region;

/**
 * From where in a country the ways to a place are worked out: to where calls come from, from their
 * own region and beyond its border; to a station, from its own region and the neighbours'; to a
 * hospital, from everywhere.
 */
final class Surroundings {
  /** Beyond a border, in degrees of latitude: who is farther off meets no call in time. */
  private static final double MARGIN_DEGREES = 0.5;

  /** A degree of longitude is about half as long in Sweden. */
  private static final double LONGITUDES = 2;

  private final Blueprint of;
  private final Streets streets;
  private final List<Box> boxes = new ArrayList<>();

  private record Box(double south, double north, double west, double east) {
    static Box around(List<Position> places) {
      return new Box(
          places.stream().mapToDouble(Position::latitude).min().orElseThrow(),
          places.stream().mapToDouble(Position::latitude).max().orElseThrow(),
          places.stream().mapToDouble(Position::longitude).min().orElseThrow(),
          places.stream().mapToDouble(Position::longitude).max().orElseThrow());
    }

    Box with(Box other) {
      return new Box(
          Math.min(south, other.south),
          Math.max(north, other.north),
          Math.min(west, other.west),
          Math.max(east, other.east));
    }

    boolean holds(double latitude, double longitude) {
      return latitude > south - MARGIN_DEGREES
          && latitude < north + MARGIN_DEGREES
          && longitude > west - LONGITUDES * MARGIN_DEGREES
          && longitude < east + LONGITUDES * MARGIN_DEGREES;
    }
  }

  private Surroundings(Blueprint of, Streets streets) {
    this.of = of;
    this.streets = streets;
    for (Region region : of.regions()) {
      Set<String> areas = new HashSet<>(region.areas());
      Set<String> bases = new HashSet<>(region.bases());
      boxes.add(
          Box.around(
              Stream.concat(
                      of.zones().stream()
                          .filter(zone -> areas.contains(of.areas().get(zone.area())))
                          .map(Blueprint.Zone::at),
                      of.bases().stream()
                          .filter(base -> bases.contains(base.id()))
                          .map(Blueprint.Station::at))
                  .toList()));
    }
  }

  /** For the goals of a blueprint's ground: its zones, bases and hospitals. */
  static Windows of(Blueprint of, Streets streets) {
    int goals = of.zones().size() + of.bases().size() + of.hospitals().size();
    return of.regions().isEmpty()
        ? Windows.whole(streets.nodes(), goals)
        : new Surroundings(of, streets).windows(goals);
  }

  /** Two windows for each region, without and with its neighbours, and one of all. */
  private Windows windows(int goals) {
    List<BitSet> windows = new ArrayList<>();
    Map<String, Integer> ofArea = new HashMap<>();
    Map<String, Integer> ofBase = new HashMap<>();
    for (int r = 0; r < boxes.size(); r++) {
      int region = r;
      of.regions().get(r).areas().forEach(area -> ofArea.put(area, region));
      of.regions().get(r).bases().forEach(base -> ofBase.put(base, region));
      windows.add(nodes(boxes.get(r)));
      windows.add(nodes(withNeighbours(r)));
    }
    BitSet all = new BitSet();
    all.set(0, streets.nodes());
    windows.add(all);
    int[] ofGoal = new int[goals];
    int goal = 0;
    for (Blueprint.Zone zone : of.zones()) {
      ofGoal[goal++] = 2 * ofArea.getOrDefault(of.areas().get(zone.area()), boxes.size());
    }
    for (Blueprint.Station base : of.bases()) {
      ofGoal[goal++] = 2 * ofBase.getOrDefault(base.id(), 0) + 1;
    }
    while (goal < goals) {
      ofGoal[goal++] = windows.size() - 1;
    }
    return Windows.of(streets.nodes(), windows, ofGoal);
  }

  /** A region's units drive home from where they helped. */
  private Box withNeighbours(int region) {
    Box box = boxes.get(region);
    for (int other = 0; other < boxes.size(); other++) {
      if (asks(other, region)) {
        box = box.with(boxes.get(other));
      }
    }
    return box;
  }

  private boolean asks(int region, int neighbour) {
    String code = of.regions().get(neighbour).code();
    return of.regions().get(region).agreements().stream()
        .anyMatch(agreement -> agreement.neighbour().equals(code));
  }

  private BitSet nodes(Box box) {
    BitSet nodes = new BitSet();
    for (int node = 0; node < streets.nodes(); node++) {
      nodes.set(node, box.holds(streets.latitude()[node], streets.longitude()[node]));
    }
    return nodes;
  }
}
