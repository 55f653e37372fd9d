package se.dirigent.server.fleet;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.fleet.Fleet;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitCommand;
import se.dirigent.core.fleet.UnitEvent;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.journal.CommandCall;
import se.dirigent.server.journal.Commands;
import se.dirigent.server.journal.Commands.Decision;
import se.dirigent.server.platform.region.Regions;

/** Carries out commands on units. */
@Service
public class FleetService {
  private final Commands commands;
  private final Regions regions;
  private final UnitRepository units;

  FleetService(Commands commands, Regions regions, UnitRepository units) {
    this.commands = commands;
    this.regions = regions;
    this.units = units;
  }

  /**
   * Carries out a command.
   *
   * @throws Refused when it may not be carried out
   */
  public Answer run(RegionCode region, UUID id, String actor, UnitCommand command) {
    regions.getServed(region);
    return commands.run(
        new CommandCall(region, id, actor, command), stamp -> carryOut(region, command, stamp));
  }

  private Decision carryOut(RegionCode region, UnitCommand command, Stamp stamp) {
    Unit before = units.lock(region, command.unit());
    List<UnitEvent> events = Fleet.decide(before, command, stamp);
    Unit after = before;
    for (UnitEvent event : events) {
      after = Fleet.fold(after, event, stamp);
    }
    if (after != null && !events.isEmpty()) {
      units.save(after);
    }
    return new Decision(command.unit().value(), events);
  }
}
