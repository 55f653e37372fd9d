package se.dirigent.server.masscasualty;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.masscasualty.MajorIncident;
import se.dirigent.core.masscasualty.MajorIncidentId;
import se.dirigent.core.masscasualty.capacity.Standing;
import se.dirigent.core.masscasualty.plan.Preparedness;
import se.dirigent.server.journal.StaleState;
import tools.jackson.databind.json.JsonMapper;

/** Major incidents and what is prepared for them, as rows. */
@Repository
class MajorIncidentRepository {
  /** More than go on at once in the country, with those lately ended. */
  private static final int LIST_MAX = 50;

  private final JdbcClient client;
  private final JsonMapper json;

  MajorIncidentRepository(JdbcClient client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /** The major incident, locked until the transaction ends, or null when there is none. */
  @Nullable MajorIncident lock(RegionCode region, MajorIncidentId id) {
    return one(region, id, " for update").orElse(null);
  }

  /**
   * The major incident, held so that nobody can change it until the transaction ends, while others
   * may hold it too; or null when there is none.
   */
  @Nullable MajorIncident hold(RegionCode region, MajorIncidentId id) {
    return one(region, id, " for share").orElse(null);
  }

  /** The major incident as it is. */
  Optional<MajorIncident> find(RegionCode region, MajorIncidentId id) {
    return one(region, id, "");
  }

  private Optional<MajorIncident> one(RegionCode region, MajorIncidentId id, String locking) {
    return client
        .sql("select state from major_incident where region = ? and id = ?" + locking)
        .params(region.value(), id.value())
        .query((rs, _) -> json.readValue(rs.getString(1), MajorIncident.class))
        .optional();
  }

  /** Those open, then those ended last. */
  List<MajorIncident> list(RegionCode region) {
    return client
        .sql(
            """
            select state from major_incident where region = ?
            order by open desc, declared_at desc, id limit ?
            """)
        .params(region.value(), LIST_MAX)
        .query((rs, _) -> json.readValue(rs.getString(1), MajorIncident.class))
        .list();
  }

  /** The open major incident that has collected an incident, or null. */
  @Nullable MajorIncidentId holder(RegionCode region, IncidentId incident) {
    return client
        .sql(
            """
            select id from major_incident
            where region = ? and open and jsonb_exists(state->'incidents', ?) limit 1
            """)
        .params(region.value(), incident.toString())
        .query((rs, _) -> new MajorIncidentId(rs.getString(1)))
        .optional()
        .orElse(null);
  }

  /** What hospitals last said of the other major incidents that go on, in any region. */
  Map<String, Standing> latestElsewhere(MajorIncidentId than) {
    Map<String, Standing> latest = new HashMap<>();
    client
        .sql(
            """
            select said.value from major_incident m, jsonb_each(m.state->'standings') said
            where m.open and m.id <> ?
            """)
        .params(than.value())
        .query(rs -> {
          Standing one = json.readValue(rs.getString(1), Standing.class);
          latest.merge(one.facility(), one, (a, b) -> a.at().isBefore(b.at()) ? b : a);
        });
    return latest;
  }

  /** Changes with every change of any other major incident that goes on, or of its casualties. */
  String revisionElsewhere(MajorIncidentId than) {
    return client
        .sql(
            """
            select coalesce(md5(string_agg(concat_ws(' ', m.id, m.version, (
              select sum(c.version) from casualty c
              where c.region = m.region and c.major_incident = m.id)), ',' order by m.id)), '')
            from major_incident m where m.open and m.id <> ?
            """)
        .params(than.value())
        .query(String.class)
        .single();
  }

  /** Whether a rule for rationing is in force at it. */
  boolean rationed(RegionCode region, MajorIncidentId id) {
    return client
            .sql(
                """
                select count(*) from rationing
                where region = ? and major_incident = ? and in_force
                """)
            .params(region.value(), id.value())
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * Writes the major incident as it is now.
   *
   * @param before its version that was decided on; 0 when there was none
   */
  void save(MajorIncident m, int before) {
    int rows =
        client
            .sql(
                """
                insert into major_incident (region, id, open, declared_at, version, state)
                values (:region, :id, :open, :declared, :version, :state::jsonb)
                on conflict (id) do update set
                  open = excluded.open, version = excluded.version, state = excluded.state
                where major_incident.region = excluded.region
                  and major_incident.version = :before
                """)
            .param("region", m.region().value())
            .param("id", m.id().value())
            .param("open", m.open())
            .param("declared", m.declaredAt().atOffset(ZoneOffset.UTC))
            .param("version", m.version())
            .param("before", before)
            .param("state", json.writeValueAsString(m))
            .update();
    StaleState.requireOne(rows, "major incident " + m.id());
  }

  /** What the region has prepared, as it is. */
  Preparedness preparedness(RegionCode region) {
    return prepared(region, "");
  }

  /** What the region has prepared, locked until the transaction ends. */
  Preparedness lockPreparedness(RegionCode region) {
    return prepared(region, " for update");
  }

  /** What every region of this service has prepared. */
  List<Preparedness> prepared() {
    return client
        .sql("select state from preparedness order by region")
        .query((rs, _) -> json.readValue(rs.getString(1), Preparedness.class))
        .list();
  }

  private Preparedness prepared(RegionCode region, String locking) {
    return client
        .sql("select state from preparedness where region = ? and id = ?" + locking)
        .params(region.value(), region.value())
        .query((rs, _) -> json.readValue(rs.getString(1), Preparedness.class))
        .optional()
        .orElseGet(() -> Preparedness.none(region));
  }

  /**
   * Writes what is prepared now.
   *
   * @param before its version that was decided on; 0 when there was none
   */
  void save(Preparedness p, int before) {
    int rows =
        client
            .sql(
                """
                insert into preparedness (region, id, version, state)
                values (:region, :region, :version, :state::jsonb)
                on conflict (id) do update set
                  version = excluded.version, state = excluded.state
                where preparedness.version = :before
                """)
            .param("region", p.region().value())
            .param("version", p.version())
            .param("before", before)
            .param("state", json.writeValueAsString(p))
            .update();
    StaleState.requireOne(rows, "preparedness of " + p.region());
  }
}
