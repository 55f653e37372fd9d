package se.dirigent.server.fleet;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.journal.StaleState;
import tools.jackson.databind.json.JsonMapper;

/** Units as rows. */
@Repository
public class UnitRepository {
  private final JdbcClient client;
  private final JsonMapper json;

  UnitRepository(JdbcClient client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /** The unit, locked until the transaction ends, or null when there is none in the region. */
  public @Nullable Unit lock(RegionCode region, UnitId id) {
    return client
        .sql("select state from unit where region = ? and id = ? for update")
        .params(region.value(), id.value())
        .query((rs, _) -> read(rs.getString(1)))
        .optional()
        .orElse(null);
  }

  /** The unit as it was last committed. */
  public Optional<Unit> find(RegionCode region, UnitId id) {
    return client
        .sql("select state from unit where region = ? and id = ?")
        .params(region.value(), id.value())
        .query((rs, _) -> read(rs.getString(1)))
        .optional();
  }

  /** Those of the identities that exist, in no order. */
  public List<Unit> list(RegionCode region, Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return client
        .sql("select state from unit where region = ? and id = any (?)")
        .params(region.value(), ids.toArray(String[]::new))
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** Units with care transports, settled or under way, in no order. */
  public List<Unit> listWithRides(RegionCode region) {
    return client
        .sql("select state from unit where region = ? and jsonb_array_length(state -> 'rides') > 0")
        .param(region.value())
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** All units of a region. */
  public List<Unit> listAll(RegionCode region) {
    return client
        .sql("select state from unit where region = ? order by id")
        .param(region.value())
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** Writes the unit as it is now. */
  public void save(Unit u) {
    int rows =
        client
            .sql(
                """
                insert into unit (region, id, status, version, state) values (?, ?, ?, ?, ?::jsonb)
                on conflict (id) do update set
                  status = excluded.status, version = excluded.version, state = excluded.state
                where unit.region = excluded.region and unit.version < excluded.version
                """)
            .params(
                u.region().value(),
                u.id().value(),
                u.status().name(),
                u.version(),
                json.writeValueAsString(u))
            .update();
    StaleState.requireOne(rows, "unit " + u.id());
  }

  private Unit read(String state) {
    return json.readValue(state, Unit.class);
  }
}
