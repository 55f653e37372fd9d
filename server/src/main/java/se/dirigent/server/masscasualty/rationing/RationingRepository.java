package se.dirigent.server.masscasualty.rationing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.MajorIncidentId;
import se.dirigent.core.masscasualty.rationing.Rationing;
import se.dirigent.server.journal.StaleState;
import tools.jackson.databind.json.JsonMapper;

/** Rationings as rows. */
@Repository
class RationingRepository {
  /** More things than can be short at one event. */
  private static final int LIST_MAX = 100;

  private final JdbcClient client;
  private final JsonMapper json;

  RationingRepository(JdbcClient client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /** The rationing, locked until the transaction ends, or null when there is none. */
  @Nullable Rationing lock(RegionCode region, String id) {
    return one(region, id, " for update").orElse(null);
  }

  /** The rationing as it is. */
  Optional<Rationing> find(RegionCode region, String id) {
    return one(region, id, "");
  }

  private Optional<Rationing> one(RegionCode region, String id, String locking) {
    return client
        .sql("select state from rationing where region = ? and id = ?" + locking)
        .params(region.value(), id)
        .query((rs, _) -> json.readValue(rs.getString(1), Rationing.class))
        .optional();
  }

  /** Those of a major incident, those in force first, the newest first. */
  List<Rationing> list(RegionCode region, MajorIncidentId of) {
    return client
        .sql(
            """
            select state from rationing where region = ? and major_incident = ?
            order by in_force desc, state->>'at' desc, id limit ?
            """)
        .params(region.value(), of.value(), LIST_MAX)
        .query((rs, _) -> json.readValue(rs.getString(1), Rationing.class))
        .list();
  }

  /** Whether a rule is in force for the same thing at the same event. */
  boolean inForce(RegionCode region, MajorIncidentId of, String resource) {
    return client
            .sql(
                """
                select count(*) from rationing
                where region = ? and major_incident = ? and in_force and lower(resource) = lower(?)
                """)
            .params(region.value(), of.value(), resource)
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * Writes the rationing as it is now. Of two who begin one of the same thing at once only the
   * first is written, and the other decides again.
   *
   * @param before its version that was decided on; 0 when there was none
   */
  void save(Rationing r, int before) {
    int rows =
        client
            .sql(
                before == 0
                    ? """
                    insert into rationing
                      (region, id, major_incident, in_force, resource, version, state)
                    values (:region, :id, :of, :inForce, :resource, :version, :state::jsonb)
                    on conflict do nothing
                    """
                    : """
                    update rationing set
                      in_force = :inForce, version = :version, state = :state::jsonb
                    where region = :region and id = :id and version = :before
                    """)
            .param("region", r.region().value())
            .param("id", r.id())
            .param("of", r.majorIncident().value())
            .param("inForce", r.inForce())
            .param("resource", r.resource())
            .param("version", r.version())
            .param("before", before)
            .param("state", json.writeValueAsString(r))
            .update();
    StaleState.requireOne(rows, "rationing " + r.id());
  }
}
