package se.dirigent.server.alarm;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.journal.Deadlines;
import se.dirigent.server.platform.region.Regions;

/** Units under way that have stopped telling where they are, or have begun again. */
@Component
class OldPositions implements Deadlines<AssignmentId> {
  private final Regions regions;
  private final AlarmRepository alarms;
  private final AlarmService service;

  OldPositions(Regions regions, AlarmRepository alarms, AlarmService service) {
    this.regions = regions;
    this.alarms = alarms;
    this.service = service;
  }

  @Override
  public List<AssignmentId> listDue(RegionCode region, Instant now) {
    return alarms.listPositionsToLookAt(
        region, now, regions.getServed(region).alarms().positionAgeMax());
  }

  @Override
  public void check(RegionCode region, UUID id, String actor, AssignmentId assignment) {
    service.lookAtPosition(region, id, actor, assignment);
  }
}
