package se.dirigent.simulator.demand;

import java.util.List;
import java.util.Map;
import se.dirigent.core.geo.Boundary;

/**
 * Everything that decides a region's calls.
 *
 * @param callsPerDay expected number a day; above 0
 * @param hours how they spread over the day
 * @param settlements where people live; at least one inhabitant together
 * @param boundary the region's outline: no call comes from outside
 * @param priorities the region's priority codes by level 1 to 4, at least one for each level used
 */
public record DemandProfile(
    double callsPerDay,
    HourShape hours,
    List<Settlement> settlements,
    Boundary boundary,
    Map<Integer, List<String>> priorities) {
  public DemandProfile {
    if (!(callsPerDay > 0 && callsPerDay < 1e6)) {
      throw new IllegalArgumentException(
          "callsPerDay is " + callsPerDay + "; give a number above 0 and below a million");
    }
    settlements = List.copyOf(settlements);
    if (settlements.stream().mapToLong(Settlement::population).sum() <= 0) {
      throw new IllegalArgumentException(
          "settlements have no inhabitants; give at least one place with a population");
    }
    priorities = Map.copyOf(priorities);
    if (!priorities.containsKey(1)) {
      throw new IllegalArgumentException(
          "priorities are " + priorities + "; give at least one code of level 1");
    }
  }

  /** The codes of a level, or of the nearest more urgent level that has any. */
  List<String> codes(int level) {
    List<String> codes = priorities.get(level);
    return codes == null || codes.isEmpty() ? codes(level - 1) : codes;
  }
}
