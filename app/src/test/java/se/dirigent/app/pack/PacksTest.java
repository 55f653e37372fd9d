package se.dirigent.app.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.dirigent.server.platform.region.RegionPack;

class PacksTest {
  private final Packs packs = new Packs();

  @Test
  void s1ThereAreTwentyOneRegions() {
    assertEquals(21, packs.codes().size());
    var e = assertThrows(IllegalArgumentException.class, () -> packs.get("atlantis"));
    assertTrue(e.toString().contains("jamtland-harjedalen"));
  }

  @Test
  void s2AFacilityHasOneIdInTheWholeCountry() {
    List<String> ids =
        packs.codes().stream()
            .flatMap(code -> packs.get(code).facilities().stream())
            .map(RegionPack.PackFacility::id)
            .toList();
    assertEquals(ids.size(), Set.copyOf(ids).size(), ids::toString);
  }
}
