package se.dirigent.app.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.dirigent.app.study.Study.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Studies as rows. Whether a study still runs is told by its beat, by the database's own clock: the
 * service's may run fast, and another service may have died without a word.
 */
class StudyRepository {
  /** A study whose program has not been heard of for so long is cut. */
  private static final Duration SILENCE_MAX = Duration.ofSeconds(20);

  /** Studies kept of a region: what a planner's office makes in a year. */
  static final int KEPT_MAX = 300;

  private static final Duration AGE_MAX = Duration.ofDays(730);

  private static final String COLUMNS =
      "select id, region, author, at, plan, state, done, seconds, problem from study ";

  private final JdbcClient client;
  private final JsonMapper json;

  StudyRepository(JdbcClient client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /** Adds one that waits; nothing happens when it is there already. */
  void add(UUID id, String region, String author, Instant at, Study.Plan plan) {
    client
        .sql(
            """
            insert into study (id, region, author, at, plan) values (?, ?, ?, ?, ?::jsonb)
            on conflict (id) do nothing
            """)
        .params(id, region, author, utc(at), json.writeValueAsString(plan))
        .update();
  }

  Optional<Study> find(String region, UUID id) {
    return client
        .sql(COLUMNS + "where region = ? and id = ?")
        .params(region, id)
        .query(this::study)
        .optional();
  }

  /** The latest first. */
  List<Study> list(String region, int limit) {
    return client
        .sql(COLUMNS + "where region = ? order by at desc, id limit ?")
        .params(region, limit)
        .query(this::study)
        .list();
  }

  /** How many wait or run, of everybody or of an author. */
  int open(String author) {
    return client
        .sql(
            """
            select count(*) from study
            where state in ('WAITING', 'RUNNING') and (author = ? or ? = '')
            """)
        .params(author, author)
        .query(Integer.class)
        .single();
  }

  Optional<JsonNode> findings(UUID id) {
    return client
        .sql("select findings::text from study where id = ? and findings is not null")
        .param(id)
        .query((rs, _) -> json.readTree(rs.getString(1)))
        .optional();
  }

  /** Takes the one that has waited longest, unless another service takes it at the same time. */
  Optional<Study> claim() {
    return client
        .sql(
            """
            with next as (
              select id from study where state = 'WAITING' order by queued limit 1
              for update skip locked
            )
            update study set state = 'RUNNING', beat = clock_timestamp(), done = 0, seconds = 0
            from next where study.id = next.id
            returning study.id, region, author, at, plan, state, done, seconds, problem
            """)
        .query(this::study)
        .optional();
  }

  /** Says that a study runs on; false when somebody has ended it. */
  boolean beat(UUID id, int done, double seconds) {
    return client
            .sql(
                """
                update study set done = ?, seconds = ?, beat = clock_timestamp()
                where id = ? and state = 'RUNNING'
                """)
            .params(done, seconds, id)
            .update()
        > 0;
  }

  /** Ends one that runs, unless somebody has done so already. */
  void end(UUID id, State state, String problem, String findings) {
    client
        .sql(
            """
            update study set state = ?, problem = nullif(?, ''), findings = nullif(?, '')::jsonb
            where id = ? and state = 'RUNNING'
            """)
        .params(state.name(), problem, findings, id)
        .update();
  }

  /** Ends one that waits or runs; nothing happens to one that has ended. */
  void cancel(String region, UUID id) {
    client
        .sql(
            """
            update study set state = 'CANCELLED'
            where region = ? and id = ? and state in ('WAITING', 'RUNNING')
            """)
        .params(region, id)
        .update();
  }

  /** Says of those whose program has fallen silent that they were cut. */
  void cutSilent() {
    client
        .sql(
            """
            update study set state = 'CUT' where state = 'RUNNING'
              and beat < clock_timestamp() - make_interval(secs => ?)
            """)
        .param(SILENCE_MAX.toSeconds())
        .update();
  }

  /** Removes those that are too old or too many. */
  void prune() {
    client
        .sql(
            """
            delete from study where state not in ('WAITING', 'RUNNING') and (
              queued < clock_timestamp() - make_interval(secs => ?)
              or id in (
                select id from (
                  select id, row_number() over (partition by region order by queued desc) as place
                  from study
                ) placed where place > ?))
            """)
        .params(AGE_MAX.toSeconds(), KEPT_MAX)
        .update();
  }

  private Study study(ResultSet rs, int row) throws SQLException {
    return new Study(
        rs.getObject("id", UUID.class),
        rs.getString("region"),
        rs.getString("author"),
        rs.getObject("at", OffsetDateTime.class).toInstant(),
        json.readValue(rs.getString("plan"), Study.Plan.class),
        State.valueOf(rs.getString("state")),
        rs.getInt("done"),
        rs.getDouble("seconds"),
        rs.getString("problem"));
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
