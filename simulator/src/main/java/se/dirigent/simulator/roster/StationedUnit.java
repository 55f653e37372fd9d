package se.dirigent.simulator.roster;

import java.util.List;
import java.util.Set;
import se.dirigent.core.fleet.Capability;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.Position;

/**
 * A unit as its region plans it.
 *
 * @param unit its identity
 * @param kind what sort of unit
 * @param capabilities what it has on board
 * @param special whether the medical dispatcher decides over it
 * @param home its station
 * @param plans its shifts; none means that it is never on duty
 */
public record StationedUnit(
    String unit,
    UnitKind kind,
    Set<Capability> capabilities,
    boolean special,
    Position home,
    List<ShiftPlan> plans) {
  public StationedUnit {
    capabilities = Set.copyOf(capabilities);
    plans = List.copyOf(plans);
  }
}
