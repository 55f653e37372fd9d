package se.dirigent.server.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.dirigent.core.fleet.UnitCommand.Register;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.journal.Journal;
import se.dirigent.server.platform.region.RegionPack.PackUnit;
import se.dirigent.server.platform.region.Regions;

/** Begins the journal of each region served, and enters its pack's units that are not there yet. */
@Component
@Order(0)
class FleetOpening implements ApplicationRunner {
  private static final String ACTOR = "dirigent";

  private final Regions regions;
  private final Journal journal;
  private final UnitRepository units;
  private final FleetService fleet;

  FleetOpening(Regions regions, Journal journal, UnitRepository units, FleetService fleet) {
    this.regions = regions;
    this.journal = journal;
    this.units = units;
    this.fleet = fleet;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    regions.served().forEach(this::open);
  }

  private void open(RegionCode region) {
    journal.open(region);
    Set<UnitId> known = units.listAll(region).stream().map(u -> u.id()).collect(Collectors.toSet());
    regions.get(region).pack().units().stream()
        .filter(u -> !known.contains(u.id()))
        .forEach(u -> register(region, u));
  }

  private void register(RegionCode region, PackUnit u) {
    // The same id each time, so that two services that open one database enter a unit once.
    UUID command = UUID.nameUUIDFromBytes(("register:" + u.id()).getBytes(StandardCharsets.UTF_8));
    fleet.run(
        region,
        command,
        ACTOR,
        new Register(
            u.id(),
            region,
            u.callSign(),
            u.kind(),
            u.capabilities(),
            u.crew(),
            u.station(),
            u.owner(),
            u.special()));
  }
}
