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

  /** On the shelf at once, the latest: more nobody looks through. */
  static final int SHELF_MAX = 300;

  private static final String COLUMNS =
      "select id, region, name, version, author, shared, at, text from scenario ";

  private static final String VISIBLE =
      "(shared = 'ALL' or region = ? and (shared = 'REGION' or author = ?)) ";

  private final JdbcClient client;

  ScenarioRepository(JdbcClient client) {
    this.client = client;
  }

  /**
   * The latest that a person in a region may see, without their texts: by name, the latest version
   * first.
   */
  List<SavedScenario.Line> list(String region, String reader) {
    return client
        .sql(
            "select * from (select id, region, name, version, author, shared, at from scenario"
                + " where "
                + VISIBLE
                + "order by at desc, id limit ?) shelf order by name, region, version desc")
        .params(region, reader, SHELF_MAX)
        .query(ScenarioRepository::line)
        .list();
  }

  Optional<SavedScenario> find(String region, String reader, UUID id) {
    return client
        .sql(COLUMNS + "where id = ? and " + VISIBLE)
        .params(id, region, reader)
        .query(ScenarioRepository::saved)
        .optional();
  }

  /** How many names a region has beside one. */
  int namesBeside(String region, String name) {
    return client
        .sql("select count(distinct name) from scenario where region = ? and name <> ?")
        .params(region, name)
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

  private static SavedScenario.Line line(ResultSet rs, int row) throws SQLException {
    return new SavedScenario.Line(
        rs.getObject("id", UUID.class),
        rs.getString("region"),
        rs.getString("name"),
        rs.getInt("version"),
        rs.getString("author"),
        Shared.valueOf(rs.getString("shared")),
        rs.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static SavedScenario saved(ResultSet rs, int row) throws SQLException {
    return line(rs, row).with(rs.getString("text"));
  }
}
