package se.dirigent.server.road;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.road.Obstacle;
import se.dirigent.core.road.ObstacleId;
import se.dirigent.server.journal.StaleState;
import tools.jackson.databind.json.JsonMapper;

/** Obstacles as rows. */
@Repository
public class ObstacleRepository {
  /** Most deadlines looked at in one turn; the rest come the next second. */
  private static final int DUE_MAX = 500;

  private final JdbcClient client;
  private final JsonMapper json;

  ObstacleRepository(JdbcClient client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /** The obstacle, locked until the transaction ends, or null when there is none in the region. */
  @Nullable Obstacle lock(RegionCode region, ObstacleId id) {
    return client
        .sql("select state from obstacle where region = ? and id = ? for update")
        .params(region.value(), id.value())
        .query((rs, _) -> read(rs.getString(1)))
        .optional()
        .orElse(null);
  }

  /** Those of the identities that exist, in no order. */
  public List<Obstacle> list(RegionCode region, Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return client
        .sql("select state from obstacle where region = ? and id = any (?)")
        .params(region.value(), ids.toArray(String[]::new))
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** All that stand in a region. */
  public List<Obstacle> listOpen(RegionCode region) {
    return client
        .sql("select state from obstacle where region = ? and open order by id")
        .param(region.value())
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** All that stand anywhere: roads do not end at a region's border. */
  List<Obstacle> listOpen() {
    return client
        .sql("select state from obstacle where open order by id")
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** Those whose time is over. */
  List<ObstacleId> listDue(RegionCode region, Instant now) {
    return client
        .sql("select id from obstacle where region = ? and deadline_at <= ? limit ?")
        .params(region.value(), now.atOffset(ZoneOffset.UTC), DUE_MAX)
        .query((rs, _) -> new ObstacleId(rs.getString(1)))
        .list();
  }

  /** Writes the obstacle as it is now. */
  void save(Obstacle o) {
    Instant checkAt = o.checkAt();
    int rows =
        client
            .sql(
                """
                insert into obstacle (region, id, open, deadline_at, version, state)
                values (:region, :id, :open, :deadline, :version, :state::jsonb)
                on conflict (id) do update set
                  open = excluded.open, deadline_at = excluded.deadline_at,
                  version = excluded.version, state = excluded.state
                where obstacle.region = excluded.region and obstacle.version < excluded.version
                """)
            .param("region", o.region().value())
            .param("id", o.id().value())
            .param("open", o.phase() == Obstacle.Phase.OPEN)
            .param("deadline", checkAt == null ? null : checkAt.atOffset(ZoneOffset.UTC))
            .param("version", o.version())
            .param("state", json.writeValueAsString(o))
            .update();
    StaleState.requireOne(rows, "obstacle " + o.id());
  }

  private Obstacle read(String state) {
    return json.readValue(state, Obstacle.class);
  }
}
