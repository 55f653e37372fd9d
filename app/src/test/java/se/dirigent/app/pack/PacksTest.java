package se.dirigent.app.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.dirigent.routing.travel.CrowFlyTravelTimes;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.simulator.crew.CrewTimes;
import se.dirigent.simulator.world.Setting;
import se.dirigent.simulator.world.World;
import se.dirigent.simulator.world.WorldReport;

class PacksTest {
  private static final Instant START = Instant.parse("2026-11-22T05:00:00Z");
  private final Packs packs = new Packs();

  @Test
  void s1ThereAreTwentyOneRegions() {
    assertEquals(21, packs.codes().size());
    var e = assertThrows(IllegalArgumentException.class, () -> packs.get("atlantis"));
    assertTrue(e.toString().contains("jamtland-harjedalen"));
  }

  @Test
  void s2EveryRegionCopesWithAnOrdinaryDayInFastTime() {
    for (String code : packs.codes()) {
      RegionPack pack = packs.get(code);
      Setting setting = Packs.setting(pack, 1);
      World world = new World(setting, new CrowFlyTravelTimes(), CrewTimes.staffed(), 1, START);
      WorldReport day = world.run(Duration.ofDays(1));
      assertTrue(day.calls() > 5, code + " has " + day.calls() + " calls a day");
      long waiting = day.calls() - day.assigned();
      assertTrue(waiting <= day.calls() / 10 + 3, code + " leaves " + waiting + " waiting");
      long minutes = day.responseMedian().toMinutes();
      assertTrue(minutes >= 2 && minutes <= 35, code + ": median response " + minutes + " min");
    }
  }

  @Test
  void s3AFacilityHasOneIdInTheWholeCountry() {
    List<String> ids =
        packs.codes().stream()
            .flatMap(code -> packs.get(code).facilities().stream())
            .map(RegionPack.PackFacility::id)
            .toList();
    assertEquals(ids.size(), Set.copyOf(ids).size(), ids::toString);
  }
}
