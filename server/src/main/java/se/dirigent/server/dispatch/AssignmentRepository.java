package se.dirigent.server.dispatch;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.server.journal.StaleState;
import tools.jackson.databind.json.JsonMapper;

/** Assignments as rows. */
@Repository
public class AssignmentRepository {
  /** Most deadlines looked at in one turn; the rest come the next second. */
  private static final int DUE_MAX = 500;

  private final JdbcClient client;
  private final JsonMapper json;

  AssignmentRepository(JdbcClient client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /** The assignment, locked until the transaction ends, or null when there is none. */
  @Nullable Assignment lock(RegionCode region, AssignmentId id) {
    return client
        .sql("select state from assignment where region = ? and id = ? for update")
        .params(region.value(), id.toString())
        .query((rs, _) -> read(rs.getString(1)))
        .optional()
        .orElse(null);
  }

  /** Those of the identities that exist, in no order. */
  public List<Assignment> list(RegionCode region, Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return client
        .sql("select state from assignment where region = ? and id = any (?)")
        .params(region.value(), ids.toArray(String[]::new))
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /**
   * All that are open, and the ended ones of incidents that are not closed. In two halves, so that
   * each has its index: the years of closed incidents are never read.
   */
  public List<Assignment> listOfOpenIncidents(RegionCode region) {
    return client
        .sql(
            """
            select state from assignment where region = :region and open
            union all
            select a.state from incident i join assignment a
              on a.region = i.region and a.incident = i.id
            where i.region = :region and i.phase <> 'CLOSED' and not a.open
            """)
        .param("region", region.value())
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** All of an incident, the first first. */
  public List<Assignment> listOfIncident(RegionCode region, IncidentId incident) {
    return client
        .sql("select state from assignment where region = ? and incident = ?")
        .params(region.value(), incident.toString())
        .query((rs, _) -> read(rs.getString(1)))
        .list()
        .stream()
        .sorted((a, b) -> Integer.compare(a.id().number(), b.id().number()))
        .toList();
  }

  /** The assignment the unit is on now. */
  Optional<Assignment> findOpen(RegionCode region, UnitId unit) {
    return client
        .sql("select state from assignment where region = ? and unit = ? and open")
        .params(region.value(), unit.value())
        .query((rs, _) -> read(rs.getString(1)))
        .optional();
  }

  /** Assignments of which a deadline has passed by now. */
  List<AssignmentId> listDue(RegionCode region, Instant now) {
    return client
        .sql(
            """
            select id from assignment where region = ? and deadline_at <= ?
            order by deadline_at limit ?
            """)
        .params(region.value(), now.atOffset(ZoneOffset.UTC), DUE_MAX)
        .query((rs, _) -> AssignmentId.parse(rs.getString(1)))
        .list();
  }

  /** Writes the assignment as it is now. */
  void save(Assignment a) {
    boolean open = a.state() == Assignment.State.OPEN;
    Instant checkAt = a.checkAt();
    OffsetDateTime deadline = open && checkAt != null ? checkAt.atOffset(ZoneOffset.UTC) : null;
    int rows =
        client
            .sql(
                """
                insert into assignment
                  (region, id, incident, unit, open, deadline_at, version, state)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (region, id) do update set
                  open = excluded.open, deadline_at = excluded.deadline_at,
                  version = excluded.version, state = excluded.state
                where assignment.version < excluded.version
                """)
            .params(
                a.region().value(),
                a.id().toString(),
                a.incident().toString(),
                a.unit().value(),
                open)
            .param(deadline)
            .params(a.version(), json.writeValueAsString(a))
            .update();
    StaleState.requireOne(rows, "assignment " + a.id());
  }

  private Assignment read(String state) {
    return json.readValue(state, Assignment.class);
  }
}
