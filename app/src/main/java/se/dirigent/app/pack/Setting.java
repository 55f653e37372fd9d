package se.dirigent.app.pack;

import java.time.ZoneId;
import java.util.List;
import se.dirigent.simulator.crew.Hospital;
import se.dirigent.simulator.demand.DemandProfile;
import se.dirigent.simulator.roster.StationedUnit;

/**
 * A region as the demonstration needs it.
 *
 * @param demand who calls
 * @param units what there is to send
 * @param hospitals where patients go
 * @param zone whose local time shifts and hours follow
 */
public record Setting(
    DemandProfile demand, List<StationedUnit> units, List<Hospital> hospitals, ZoneId zone) {
  public Setting {
    units = List.copyOf(units);
    hospitals = List.copyOf(hospitals);
  }
}
