package se.dirigent.server.alarm;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.journal.Deadlines;

/** Units whose crew has not answered in time where it was told to wait. */
@Component
class UnansweredStandbys implements Deadlines<UnitId> {
  private final AlarmRepository alarms;
  private final AlarmService service;

  UnansweredStandbys(AlarmRepository alarms, AlarmService service) {
    this.alarms = alarms;
    this.service = service;
  }

  @Override
  public List<UnitId> listDue(RegionCode region, Instant now) {
    return alarms.listStandbysToLookAt(region, now);
  }

  @Override
  public void check(RegionCode region, UUID id, String actor, UnitId unit) {
    service.lookAtStandby(region, id, actor, unit);
  }
}
