package se.dirigent.app.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.dirigent.app.study.SavedScenario.Shared;

/** Scenarios kept under a name, as rows; older versions stay until there are too many. */
class ScenarioRepository {
  /** Versions kept of a name. */
  private static final int VERSIONS_MAX = 20;

  /** Names of a region, all versions counted as one. */
  static final int NAMES_MAX = 300;

  private static final String COLUMNS =
      "select id, region, name, version, author, shared, at, text from scenario ";

  private static final String VISIBLE =
      "(shared = 'ALL' or region = ? and (shared = 'REGION' or author = ?)) ";

  private final JdbcClient client;

  ScenarioRepository(JdbcClient client) {
    this.client = client;
  }

  /** Those that a person in a region may see, by name, the latest version first. */
  List<SavedScenario> list(String region, String reader) {
    return client
        .sql(COLUMNS + "where " + VISIBLE + "order by name, region, version desc limit ?")
        .params(region, reader, NAMES_MAX * VERSIONS_MAX)
        .query(ScenarioRepository::saved)
        .list();
  }

  Optional<SavedScenario> find(String region, String reader, UUID id) {
    return client
        .sql(COLUMNS + "where id = ? and " + VISIBLE)
        .params(id, region, reader)
        .query(ScenarioRepository::saved)
        .optional();
  }

  /** How many names a region has. */
  int names(String region) {
    return client
        .sql("select count(distinct name) from scenario where region = ?")
        .param(region)
        .query(Integer.class)
        .single();
  }

  /**
   * Keeps one as the next version of its name. Two at the same moment get a version each, or the
   * later is refused by the key and asks again; the same id is kept once.
   *
   * @param saved whose version is passed over
   */
  void save(SavedScenario saved) {
    client
        .sql(
            """
            insert into scenario (id, region, name, version, author, shared, at, text)
            select ?, ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?
            from scenario where region = ? and name = ?
            on conflict (id) do nothing
            """)
        .params(
            saved.id(),
            saved.region(),
            saved.name(),
            saved.author(),
            saved.shared().name(),
            StudyRepository.utc(saved.at()),
            saved.text(),
            saved.region(),
            saved.name())
        .update();
    client
        .sql(
            """
            delete from scenario where region = ? and name = ? and version <= (
              select max(version) - ? from scenario where region = ? and name = ?)
            """)
        .params(saved.region(), saved.name(), VERSIONS_MAX, saved.region(), saved.name())
        .update();
  }

  private static SavedScenario saved(ResultSet rs, int row) throws SQLException {
    return new SavedScenario(
        rs.getObject("id", UUID.class),
        rs.getString("region"),
        rs.getString("name"),
        rs.getInt("version"),
        rs.getString("author"),
        Shared.valueOf(rs.getString("shared")),
        rs.getObject("at", OffsetDateTime.class).toInstant(),
        rs.getString("text"));
  }
}
