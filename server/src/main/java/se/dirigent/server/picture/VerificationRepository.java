package se.dirigent.server.picture;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.picture.VerificationState.Finished;
import tools.jackson.databind.json.JsonMapper;

/** What the last finished verification of each region's journal found. */
@Repository
class VerificationRepository {
  private final JdbcClient client;
  private final JsonMapper json;

  VerificationRepository(JdbcClient client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /** Keeps it in the place of the one before. */
  void save(RegionCode region, Finished finished) {
    client
        .sql(
            """
            insert into journal_verification (region, finished) values (?, ?::jsonb)
            on conflict (region) do update set finished = excluded.finished
            """)
        .params(region.value(), json.writeValueAsString(finished))
        .update();
  }

  /** The last one, or null when none was ever finished. */
  @Nullable Finished find(RegionCode region) {
    return client
        .sql("select finished from journal_verification where region = ?")
        .param(region.value())
        .query((rs, _) -> json.readValue(rs.getString(1), Finished.class))
        .optional()
        .orElse(null);
  }
}
