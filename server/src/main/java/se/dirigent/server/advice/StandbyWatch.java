package se.dirigent.server.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.dirigent.core.Refused;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Standby;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitCommand;
import se.dirigent.core.fleet.UnitCommand.ArriveAtStandby;
import se.dirigent.core.fleet.UnitCommand.EndStandby;
import se.dirigent.core.fleet.UnitCommand.NoteOwnMove;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.fleet.FleetService;
import se.dirigent.server.picture.Picture;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.RegionPack.PackRelocation;

/**
 * Sees from the positions that units have come to where they were told to stand, have left it, or
 * have moved by themselves. What it finds is a command of the program's own, journalled as such.
 */
@Component
class StandbyWatch {
  /** The name the journal shows for what the program saw. */
  private static final String ACTOR = "dirigent";

  /** Units whose standing is remembered: more than any region has; beyond it all begin anew. */
  private static final int SEEN_MAX = 5_000;

  private static final Logger LOG = LoggerFactory.getLogger(StandbyWatch.class);

  private final FleetService fleet;
  private final Map<String, Seen> seen = new HashMap<>();

  /** Where a unit has stood since when. */
  private record Seen(String place, Instant since) {}

  StandbyWatch(FleetService fleet) {
    this.fleet = fleet;
  }

  /** Looks at every free unit; one caller at a time. */
  synchronized void look(Region region, Picture picture) {
    Map<String, PositionReport> where = new HashMap<>();
    picture.positions().forEach(p -> where.put(p.unit().value(), p));
    if (seen.size() > SEEN_MAX) {
      seen.clear();
    }
    for (Unit unit : picture.units()) {
      PositionReport at = where.get(unit.id().value());
      if (unit.status() != UnitStatus.AVAILABLE || unit.drives() || at == null) {
        seen.remove(unit.id().value());
        continue;
      }
      UnitCommand found = found(region, unit, at);
      if (found != null) {
        tell(region.code(), found);
      }
    }
  }

  private @Nullable UnitCommand found(Region region, Unit unit, PositionReport at) {
    PackRelocation rules = region.relocation();
    Standby.Place near = region.standbyPlaceNear(at.position());
    Instant since = since(unit.id().value(), near, at.at());
    Standby standby = unit.standby();
    boolean stood = !since.plus(Duration.ofSeconds(rules.standsAfterSeconds())).isAfter(at.at());
    if (standby == null) {
      return near == null || near.id().equals(unit.station()) || !stood
          ? null
          : new NoteOwnMove(unit.id(), near);
    }
    boolean there = standby.place().position().metresTo(at.position()) <= rules.placeMetres();
    return switch (standby.state()) {
      // A position from before the order says nothing about it.
      case ORDERED, ON_WAY ->
          there && at.at().isAfter(standby.orderedAt()) ? new ArriveAtStandby(unit.id()) : null;
      case THERE -> there || !stood ? null : new EndStandby(unit.id(), Standby.End.LEFT, "");
    };
  }

  /** Since when it has been where it is; a place of its own is being at none. */
  private Instant since(String unit, Standby.@Nullable Place near, Instant at) {
    String place = near == null ? "" : near.id();
    Seen before = seen.get(unit);
    if (before == null || !before.place().equals(place)) {
      seen.put(unit, new Seen(place, at));
      return at;
    }
    return before.since();
  }

  private void tell(RegionCode region, UnitCommand command) {
    try {
      fleet.run(region, UUID.randomUUID(), ACTOR, command);
    } catch (Refused refused) {
      // Somebody was quicker; the next look sees how it is.
      LOG.debug("{} in {} came too late", command, region, refused);
    }
  }
}
