package se.dirigent.server.platform.region;

import java.util.List;
import se.dirigent.core.geo.RegionCode;

/**
 * Which regions stand together, as law and ordinance say: the shape of {@code
 * regions/nation/areas.json}.
 *
 * @param source where it is said
 * @param healthCareRegions regions that share the most specialised care; one may be in two
 * @param civilAreas regions whose counties have one county board for civil defence
 */
public record Areas(
    String source, List<List<RegionCode>> healthCareRegions, List<List<RegionCode>> civilAreas) {
  /** Whether two are in one health-care region. */
  public boolean shareCare(RegionCode one, RegionCode other) {
    return together(healthCareRegions, one, other);
  }

  /** Whether two are in one civil area. */
  public boolean shareCivilArea(RegionCode one, RegionCode other) {
    return together(civilAreas, one, other);
  }

  private static boolean together(List<List<RegionCode>> areas, RegionCode one, RegionCode other) {
    return areas.stream().anyMatch(area -> area.contains(one) && area.contains(other));
  }
}
