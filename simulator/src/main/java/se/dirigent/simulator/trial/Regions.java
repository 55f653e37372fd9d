package se.dirigent.simulator.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import se.dirigent.core.fleet.UnitKind;

/**
 * The regions of a world, each with a centre that sends its own units and may ask a neighbour for
 * some of its. A world of one region has no neighbours.
 *
 * @param names of the regions
 * @param ofZone the region of each zone, an index of {@code names}
 * @param ofBase the region of each base
 * @param ofUnit the region of each unit
 * @param agreements which units may be asked for by whom
 */
public record Regions(
    List<String> names,
    List<Integer> ofZone,
    List<Integer> ofBase,
    List<Integer> ofUnit,
    List<Agreement> agreements) {
  public Regions {
    names = List.copyOf(names);
    ofZone = List.copyOf(ofZone);
    ofBase = List.copyOf(ofBase);
    ofUnit = List.copyOf(ofUnit);
    agreements = List.copyOf(agreements);
  }

  /**
   * What a region has agreed with a neighbour about its units.
   *
   * @param asks the region that may ask
   * @param of the neighbour whose units they are
   * @param kinds of units that may be asked for
   * @param levels of calls they may be asked for
   */
  public record Agreement(int asks, int of, Set<UnitKind> kinds, Set<Integer> levels) {
    public Agreement {
      kinds = Set.copyOf(kinds);
      levels = Set.copyOf(levels);
    }
  }

  /** A world that is one region. */
  static Regions one(String name, int zones, int bases, int units) {
    return new Regions(
        List.of(name),
        Collections.nCopies(zones, 0),
        Collections.nCopies(bases, 0),
        Collections.nCopies(units, 0),
        List.of());
  }

  /** How many. */
  public int count() {
    return names.size();
  }

  /** The zones of a region, in their order. */
  public int[] zones(int region) {
    return of(ofZone, region);
  }

  /** The bases of a region, in their order. */
  public int[] bases(int region) {
    return of(ofBase, region);
  }

  /** The units of a region, in their order. */
  public int[] units(int region) {
    return of(ofUnit, region);
  }

  private static int[] of(List<Integer> regions, int region) {
    return IntStream.range(0, regions.size()).filter(i -> regions.get(i) == region).toArray();
  }

  /** For each unit the levels, as bits, of the calls of a region that it may be sent to. */
  long[] levels(int region, List<TrialUnit> units) {
    long[] levels = new long[units.size()];
    for (int unit = 0; unit < levels.length; unit++) {
      levels[unit] = ofUnit.get(unit) == region ? -1 : 0;
    }
    for (Agreement agreement : agreements) {
      long bits = agreement.levels().stream().mapToLong(level -> 1L << level).sum();
      for (int unit = 0; agreement.asks() == region && unit < levels.length; unit++) {
        boolean lent =
            ofUnit.get(unit) == agreement.of()
                && agreement.kinds().contains(units.get(unit).kind());
        levels[unit] |= lent ? bits : 0;
      }
    }
    return levels;
  }

  /** The units that a region may send to anybody: its own, then those of neighbours. */
  int[] sent(int region, long[] levels) {
    List<Integer> sent = new ArrayList<>();
    IntStream.of(units(region)).forEach(sent::add);
    for (int unit = 0; unit < levels.length; unit++) {
      if (levels[unit] != 0 && ofUnit.get(unit) != region) {
        sent.add(unit);
      }
    }
    return sent.stream().mapToInt(unit -> unit).toArray();
  }
}
