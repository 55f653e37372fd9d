package se.dirigent.app.masscasualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.dirigent.app.masscasualty.MassEvent.Carrier;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.Position;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.server.platform.region.RegionPack.PackStation;
import se.dirigent.server.platform.region.RegionPack.PackUnit;

/**
 * A unit of a region that can come to an event.
 *
 * @param name its id
 * @param home where its station is
 */
public record FreeUnit(String name, Carrier kind, Position home) {
  private static final Set<UnitKind> BY_ROAD =
      Set.of(
          UnitKind.AMBULANCE,
          UnitKind.TRANSPORT_AMBULANCE,
          UnitKind.LIGHT_CARE_AMBULANCE,
          UnitKind.INTENSIVE_CARE);

  /**
   * Of a region's units that suit, as large a share as is free, spread over its stations.
   *
   * @param share of them that are free, 0 to 1
   */
  public static List<FreeUnit> of(RegionPack pack, double share) {
    List<FreeUnit> free = new ArrayList<>();
    double due = 0;
    for (PackUnit unit : pack.units()) {
      boolean air = unit.kind() == UnitKind.HELICOPTER;
      if (!air && !BY_ROAD.contains(unit.kind())) {
        continue;
      }
      due += share;
      if (due >= 1) {
        due -= 1;
        Carrier kind = air ? Carrier.HELICOPTER : Carrier.AMBULANCE;
        free.add(new FreeUnit(unit.id().value(), kind, home(pack, unit)));
      }
    }
    return free;
  }

  private static Position home(RegionPack pack, PackUnit unit) {
    return pack.stations().stream()
        .filter(s -> s.id().equals(unit.station()))
        .map(PackStation::position)
        .findFirst()
        .orElse(pack.centre());
  }
}
