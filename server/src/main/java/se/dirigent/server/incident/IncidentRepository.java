package se.dirigent.server.incident;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Phase;
import se.dirigent.server.journal.StaleState;
import tools.jackson.databind.json.JsonMapper;

/** Incidents as rows. */
@Repository
public class IncidentRepository {
  /** Most incidents on one page of a list. */
  public static final int PAGE_MAX = 200;

  /** Most incidents looked through at once: four hours of twice the busiest region. */
  private static final int RECEIVED_MAX = 1000;

  /** Most deadlines looked at in one turn; the rest come the next second. */
  private static final int DUE_MAX = 500;

  private final JdbcClient client;
  private final JsonMapper json;

  IncidentRepository(JdbcClient client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /** The incident, locked until the transaction ends, or null when there is none. */
  public @Nullable Incident lock(RegionCode region, IncidentId id) {
    return client
        .sql("select state from incident where region = ? and id = ? for update")
        .params(region.value(), id.toString())
        .query((rs, _) -> read(rs.getString(1)))
        .optional()
        .orElse(null);
  }

  /**
   * The incident and the one it is a duplicate of, as far as they exist, locked until the
   * transaction ends. Locked by name whichever repeats which, as all who lock two incidents do, so
   * that none waits for another in a ring.
   */
  List<Incident> lockWithOriginal(RegionCode region, IncidentId id) {
    return client
        .sql(
            """
            select state from incident
            where region = :region and id in (
              :id,
              (select state ->> 'duplicateOf' from incident where region = :region and id = :id))
            order by id for update
            """)
        .param("region", region.value())
        .param("id", id.toString())
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** Until the transaction ends no other enters paper in the region. */
  public void lockPaper(RegionCode region) {
    client
        .sql("select pg_advisory_xact_lock(hashtext(?))")
        .param("paper " + region.value())
        .query((rs, _) -> true)
        .list();
  }

  /** The incident as it was last committed. */
  public Optional<Incident> find(RegionCode region, IncidentId id) {
    return client
        .sql("select state from incident where region = ? and id = ?")
        .params(region.value(), id.toString())
        .query((rs, _) -> read(rs.getString(1)))
        .optional();
  }

  /** Those of the identities that exist, in no order. */
  public List<Incident> list(RegionCode region, Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return client
        .sql("select state from incident where region = ? and id = any (?)")
        .params(region.value(), ids.toArray(String[]::new))
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** All that are not closed. */
  public List<Incident> listOpen(RegionCode region) {
    return client
        .sql("select state from incident where region = ? and phase <> 'CLOSED'")
        .param(region.value())
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** Open incidents that have been put before the doctor on call. */
  public List<Incident> listAsked(RegionCode region) {
    return client
        .sql(
            """
            select state from incident
            where region = ? and phase <> 'CLOSED'
              and jsonb_array_length(state -> 'triage' -> 'questions') > 0
            """)
        .param(region.value())
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** Incidents of the waiting room that the user assesses. */
  List<IncidentId> listAssessedBy(RegionCode region, String username) {
    return client
        .sql(
            """
            select id from incident
            where region = ? and phase <> 'CLOSED'
              and state -> 'triage' -> 'assessment' ->> 'by' = ?
            """)
        .params(region.value(), username)
        .query((rs, _) -> IncidentId.parse(rs.getString(1)))
        .list();
  }

  /** Incidents of a region, the latest received first; at most {@link #PAGE_MAX}. */
  public List<Incident> page(
      RegionCode region, @Nullable Phase phase, @Nullable Instant before, int limit) {
    return client
        .sql(
            """
            select state from incident
            where region = :region
              and (:phase::text is null or phase = :phase)
              and (:before::timestamptz is null or received_at < :before)
            order by received_at desc, id desc limit :limit
            """)
        .param("region", region.value())
        .param("phase", phase == null ? null : phase.name())
        .param("before", before == null ? null : before.atOffset(ZoneOffset.UTC))
        .param("limit", Math.clamp(limit, 1, PAGE_MAX))
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** All received within a time, both ends included; at most {@link #RECEIVED_MAX}. */
  public List<Incident> listReceived(RegionCode region, Instant from, Instant to) {
    return client
        .sql(
            """
            select state from incident where region = ? and received_at between ? and ?
            order by received_at limit ?
            """)
        .params(
            region.value(),
            from.atOffset(ZoneOffset.UTC),
            to.atOffset(ZoneOffset.UTC),
            RECEIVED_MAX)
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** Incidents of which something has lapsed by now. */
  public List<IncidentId> listDue(RegionCode region, Instant now) {
    return client
        .sql(
            """
            select id from incident where region = ? and deadline_at <= ?
            order by deadline_at limit ?
            """)
        .params(region.value(), now.atOffset(ZoneOffset.UTC), DUE_MAX)
        .query((rs, _) -> IncidentId.parse(rs.getString(1)))
        .list();
  }

  /** Writes the incident as it is now. */
  public void save(Incident i) {
    i.check();
    Instant lapses = i.deadline();
    OffsetDateTime deadline = lapses == null ? null : lapses.atOffset(ZoneOffset.UTC);
    int rows =
        client
            .sql(
                """
                insert into incident
                  (region, id, phase, priority, received_at, deadline_at, version, state)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (region, id) do update set
                  phase = excluded.phase, priority = excluded.priority,
                  deadline_at = excluded.deadline_at, version = excluded.version,
                  state = excluded.state
                where incident.version < excluded.version
                """)
            .params(
                i.region().value(),
                i.id().toString(),
                i.phase().name(),
                i.priority(),
                i.receivedAt().atOffset(ZoneOffset.UTC))
            .param(deadline)
            .params(i.version(), json.writeValueAsString(i))
            .update();
    StaleState.requireOne(rows, "incident " + i.id());
  }

  /** The next number of a folder, from 1. */
  public int nextNumber(RegionCode region, String folder) {
    return client
        .sql(
            """
            insert into incident_number values (?, ?, 1)
            on conflict (region, folder) do update set last = incident_number.last + 1
            returning last
            """)
        .params(region.value(), folder)
        .query(Integer.class)
        .single();
  }

  private Incident read(String state) {
    return json.readValue(state, Incident.class);
  }
}
