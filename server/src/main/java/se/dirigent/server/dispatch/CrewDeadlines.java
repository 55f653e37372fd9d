package se.dirigent.server.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.dispatch.DispatchCommand.CheckDeadlines;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.journal.Deadlines;

/** Crews that have not acknowledged or rolled in time. */
@Component
class CrewDeadlines implements Deadlines<AssignmentId> {
  private final AssignmentRepository assignments;
  private final DispatchService service;

  CrewDeadlines(AssignmentRepository assignments, DispatchService service) {
    this.assignments = assignments;
    this.service = service;
  }

  @Override
  public List<AssignmentId> listDue(RegionCode region, Instant now) {
    return assignments.listDue(region, now);
  }

  @Override
  public void check(RegionCode region, UUID id, String actor, AssignmentId assignment) {
    service.run(region, id, actor, new CheckDeadlines(assignment));
  }
}
