package se.dirigent.server.handover;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.handover.Handover;
import se.dirigent.server.journal.StaleState;
import tools.jackson.databind.json.JsonMapper;

/** Hand-overs as rows. */
@Repository
class HandoverRepository {
  private static final int PAGE_MAX = 100;

  private final JdbcClient client;
  private final JsonMapper json;

  HandoverRepository(JdbcClient client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /** The hand-over, locked until the transaction ends, or null when there is none. */
  @Nullable Handover lock(RegionCode region, UUID id) {
    return query(region, id, " for update").orElse(null);
  }

  Optional<Handover> find(RegionCode region, UUID id) {
    return query(region, id, "");
  }

  private Optional<Handover> query(RegionCode region, UUID id, String lock) {
    return client
        .sql("select state from handover where region = ? and id = ?" + lock)
        .params(region.value(), id)
        .query((rs, _) -> read(rs.getString(1)))
        .optional();
  }

  /** Those signed before a moment, the latest first. */
  List<Handover> list(RegionCode region, Instant before, int limit) {
    return client
        .sql(
            """
            select state from handover where region = ? and signed_at < ?
            order by signed_at desc limit ?
            """)
        .params(region.value(), before.atOffset(ZoneOffset.UTC), Math.clamp(limit, 1, PAGE_MAX))
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** Writes it as it is now. */
  void save(Handover h) {
    int rows =
        client
            .sql(
                """
                insert into handover (region, id, signed_at, version, state)
                values (?, ?, ?, ?, ?::jsonb)
                on conflict (region, id) do update set
                  version = excluded.version, state = excluded.state
                where handover.version < excluded.version
                """)
            .params(
                h.region().value(),
                h.id(),
                h.signedAt().atOffset(ZoneOffset.UTC),
                h.version(),
                json.writeValueAsString(h))
            .update();
    StaleState.requireOne(rows, "hand-over " + h.id());
  }

  private Handover read(String state) {
    return json.readValue(state, Handover.class);
  }
}
