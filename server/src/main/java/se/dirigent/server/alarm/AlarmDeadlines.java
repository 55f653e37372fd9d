package se.dirigent.server.alarm;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.dirigent.core.alarm.AlarmCommand.CheckDeadline;
import se.dirigent.core.alarm.AlarmId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.journal.Deadlines;

/** Alarms nobody has acted upon in time. */
@Component
class AlarmDeadlines implements Deadlines<AlarmId> {
  private final AlarmRepository alarms;
  private final AlarmService service;

  AlarmDeadlines(AlarmRepository alarms, AlarmService service) {
    this.alarms = alarms;
    this.service = service;
  }

  @Override
  public List<AlarmId> listDue(RegionCode region, Instant now) {
    return alarms.listDue(region, now);
  }

  @Override
  public void check(RegionCode region, UUID id, String actor, AlarmId alarm) {
    service.run(region, id, actor, new CheckDeadline(alarm));
  }
}
