package se.dirigent.server.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.alarm.AlarmId;
import se.dirigent.core.alarm.AlarmKind;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.server.journal.StaleState;
import tools.jackson.databind.json.JsonMapper;

/** Alarms as rows. */
@Repository
public class AlarmRepository {
  /** Most deadlines looked at in one turn; the rest come the next second. */
  private static final int DUE_MAX = 500;

  private static final String OLD_POSITION = AlarmKind.OLD_POSITION + ":";

  private final JdbcClient client;
  private final JsonMapper json;

  AlarmRepository(JdbcClient client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /** All that stand. */
  public List<Alarm> listOpen(RegionCode region) {
    return client
        .sql("select state from alarm where region = ? and open")
        .param(region.value())
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** Those of the identities that exist, in no order. */
  public List<Alarm> list(RegionCode region, Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return client
        .sql("select state from alarm where region = ? and id = any (?)")
        .params(region.value(), ids.toArray(String[]::new))
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** Those of the identities that exist, locked until the transaction ends, by name. */
  List<Alarm> lock(RegionCode region, Collection<AlarmId> ids) {
    return client
        .sql("select state from alarm where region = ? and id = any (?) order by id for update")
        .params(region.value(), ids.stream().map(AlarmId::toString).toArray(String[]::new))
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /**
   * Those that stand about the incidents, or are named, locked until the transaction ends, by name.
   */
  List<Alarm> lockOpen(
      RegionCode region, Collection<IncidentId> incidents, Collection<AlarmId> named) {
    return client
        .sql(
            """
            select state from alarm
            where region = ? and (incident = any (?) or id = any (?)) and open
            order by id for update
            """)
        .params(
            region.value(),
            incidents.stream().map(IncidentId::toString).toArray(String[]::new),
            named.stream().map(AlarmId::toString).toArray(String[]::new))
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** Alarms of which the time to act has passed by now. */
  List<AlarmId> listDue(RegionCode region, Instant now) {
    return client
        .sql(
            """
            select id from alarm where region = ? and deadline_at <= ?
            order by deadline_at limit ?
            """)
        .params(region.value(), utc(now), DUE_MAX)
        .query((rs, _) -> AlarmId.parse(rs.getString(1)))
        .list();
  }

  /** The assignment, locked until the transaction ends, or null when there is none. */
  @Nullable Assignment lockAssignment(RegionCode region, AssignmentId id) {
    return client
        .sql("select state from assignment where region = ? and id = ? for update")
        .params(region.value(), id.toString())
        .query((rs, _) -> json.readValue(rs.getString(1), Assignment.class))
        .optional()
        .orElse(null);
  }

  /**
   * Assignments whose unit has become silent without an alarm about it, or speaks again with one.
   * The decision is the core's; this only spares it from looking at all.
   */
  List<AssignmentId> listPositionsToLookAt(RegionCode region, Instant now, Duration ageMax) {
    return client
        .sql(
            """
            select a.id from assignment a
              join unit_position p on p.unit = a.unit
              left join alarm l on l.region = a.region and l.id = :kind || a.id and l.open
            where a.region = :region and a.open
              and case when l.id is null
                then p.at < :old and a.state ->> 'milestone'
                  in ('ROLLING', 'AT_ADDRESS', 'AT_PATIENT', 'LOADED')
                else p.at >= :old end
            union all
            select substring(l.id from length(:kind) + 1) from alarm l
              join assignment a on a.region = l.region
                and a.id = substring(l.id from length(:kind) + 1)
            where l.region = :region and l.open and l.id like :kind || '%' and not a.open
            limit :max
            """)
        .param("region", region.value())
        .param("kind", OLD_POSITION)
        .param("old", utc(now.minus(ageMax)))
        .param("max", DUE_MAX)
        .query((rs, _) -> AssignmentId.parse(rs.getString(1)))
        .list();
  }

  /** Units whose crew should have answered where to wait, without an alarm about it yet. */
  List<UnitId> listStandbysToLookAt(RegionCode region, Instant now) {
    return client
        .sql(
            """
            select u.id from unit u
              left join alarm l on l.region = u.region and l.id = :kind || u.id and l.open
            where u.region = :region and u.state -> 'standby' ->> 'state' = 'ORDERED'
              and (u.state -> 'standby' ->> 'answerBy')::timestamptz <= :now
              and l.id is null
            limit :max
            """)
        .param("region", region.value())
        .param("kind", AlarmKind.STANDBY_UNANSWERED + ":")
        .param("now", utc(now))
        .param("max", DUE_MAX)
        .query((rs, _) -> new UnitId(rs.getString(1)))
        .list();
  }

  /** Writes the alarm as it is now. */
  void save(Alarm a) {
    Instant deadline = a.deadline();
    IncidentId incident = a.incident();
    int rows =
        client
            .sql(
                """
                insert into alarm
                  (region, id, incident, open, raised_at, deadline_at, version, state)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (region, id) do update set
                  open = excluded.open, raised_at = excluded.raised_at,
                  deadline_at = excluded.deadline_at, version = excluded.version,
                  state = excluded.state
                where alarm.version < excluded.version
                """)
            .params(a.region().value(), a.id().toString())
            .param(incident == null ? null : incident.toString())
            .params(a.open(), utc(a.raisedAt()))
            .param(deadline == null ? null : utc(deadline))
            .params(a.version(), json.writeValueAsString(a))
            .update();
    StaleState.requireOne(rows, "alarm " + a.id());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private Alarm read(String state) {
    return json.readValue(state, Alarm.class);
  }
}
