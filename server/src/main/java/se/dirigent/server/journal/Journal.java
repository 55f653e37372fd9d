package se.dirigent.server.journal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.dirigent.core.Event;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.RegionCode;
import tools.jackson.databind.json.JsonMapper;

/** The append-only, hash-chained record of what has happened, one chain a region. */
@Repository
public class Journal {
  /** Most entries read at once: a page a person can scroll, a batch a follower can hold. */
  public static final int PAGE_MAX = 1000;

  /** Entries one incident can have: a busy one has a hundred. */
  private static final int OF_INCIDENT_MAX = 20_000;

  /**
   * The commit goes with the append, in one message: the head's lock, which all commands of a
   * region queue for, is then held for the writing and the flush only, and not for a journey to us
   * and back and a turn in our queue for a processor.
   */
  private static final String APPEND_AND_COMMIT =
      "select journal_append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?); commit";

  private static final String COLUMNS =
      "seq, at, actor, type, incident, unit, assignment, command, data";

  private final JdbcTemplate jdbc;
  private final JdbcClient client;
  private final JsonMapper json;

  Journal(JdbcTemplate jdbc, JdbcClient client, JsonMapper json) {
    this.jdbc = jdbc;
    this.client = client;
    this.json = json;
  }

  /** Begins a region's journal if it has none. */
  public void open(RegionCode region) {
    client
        .sql(
            """
            insert into journal_head (region, seq, hash) values (?, 0, ?)
            on conflict (region) do nothing
            """)
        .params(region.value(), JournalChain.GENESIS)
        .update();
  }

  /** The sequence number of the last entry, 0 when there is none. */
  public long head(RegionCode region) {
    return client
        .sql("select seq from journal_head where region = ?")
        .param(region.value())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** Entries after a sequence number, in order; at most {@link #PAGE_MAX}. */
  public List<Entry> list(RegionCode region, long after, int limit) {
    return client
        .sql(
            "select %s from journal where region = ? and seq > ? order by seq limit ?"
                .formatted(COLUMNS))
        .params(region.value(), after, Math.clamp(limit, 1, PAGE_MAX))
        .query((rs, _) -> entry(rs))
        .list();
  }

  /** Entries about alarms of a time, in order; at most {@link #PAGE_MAX}. */
  public List<Entry> listAlarms(RegionCode region, Instant from, Instant to, long after) {
    return client
        .sql(
            """
            select %s from journal
            where region = ? and at >= ? and at < ? and seq > ?
              and type in (
                'AlarmRaised', 'AlarmAcknowledged', 'AlarmTaken', 'AlarmHanded', 'AlarmEnded')
            order by seq limit ?
            """
                .formatted(COLUMNS))
        .params(region.value(), atUtc(from), atUtc(to), after, PAGE_MAX)
        .query((rs, _) -> entry(rs))
        .list();
  }

  /** The latest entries about an incident, in order; at most {@link #PAGE_MAX}. */
  public List<Entry> listOfIncident(RegionCode region, String incident) {
    return client
        .sql(
            """
            select * from (
              select %s from journal where region = ? and incident = ? order by seq desc limit ?
            ) latest order by seq
            """
                .formatted(COLUMNS))
        .params(region.value(), incident, PAGE_MAX)
        .query((rs, _) -> entry(rs))
        .list();
  }

  /** When an entry that exists was decided. */
  Instant at(RegionCode region, long seq) {
    return client
        .sql("select at from journal where region = ? and seq = ?")
        .params(region.value(), seq)
        .query((rs, _) -> rs.getObject("at", OffsetDateTime.class).toInstant())
        .single();
  }

  /**
   * All entries about an incident before a number, in order.
   *
   * @throws IllegalStateException when there are more than any incident has had by far
   */
  public List<Entry> listOfIncidentBefore(RegionCode region, String incident, long before) {
    List<Entry> entries =
        client
            .sql(
                """
                select %s from journal where region = ? and incident = ? and seq < ?
                order by seq limit ?
                """
                    .formatted(COLUMNS))
            .params(region.value(), incident, before, OF_INCIDENT_MAX)
            .query((rs, _) -> entry(rs))
            .list();
    if (entries.size() == OF_INCIDENT_MAX) {
      throw new IllegalStateException("incident " + incident + " has too many entries to fold");
    }
    return entries;
  }

  /**
   * The entries of alarms about a unit before a number, in order; the last ones when there are more
   * than any unit has had by far.
   */
  public List<Entry> listAlarmsOfUnitBefore(RegionCode region, String unit, long before) {
    return client
        .sql(
            """
            select %s from (
              select * from journal
              where region = ? and unit = ? and seq < ? and starts_with(type, 'Alarm')
              order by seq desc limit ?) last
            order by seq
            """
                .formatted(COLUMNS))
        .params(region.value(), unit, before, OF_INCIDENT_MAX)
        .query((rs, _) -> entry(rs))
        .list();
  }

  /** The latest entry of the types about an incident, after a number and by none of the actors. */
  public Optional<Entry> findByOthers(
      RegionCode region,
      String incident,
      long after,
      Collection<String> actors,
      Collection<String> types) {
    return client
        .sql(
            """
            select %s from journal
            where region = ? and incident = ? and seq > ?
              and actor <> all (?) and type = any (?)
            order by seq desc limit 1
            """
                .formatted(COLUMNS))
        .params(
            region.value(),
            incident,
            after,
            actors.toArray(String[]::new),
            types.toArray(String[]::new))
        .query((rs, _) -> entry(rs))
        .optional();
  }

  /** The event of an entry. */
  public Event eventOf(Entry entry) {
    return json.treeToValue(entry.data(), EventTypes.get(entry.type()));
  }

  Entry entry(ResultSet rs) throws SQLException {
    return new Entry(
        rs.getLong("seq"),
        rs.getObject("at", OffsetDateTime.class).toInstant(),
        rs.getString("actor"),
        rs.getString("type"),
        rs.getString("incident"),
        rs.getString("unit"),
        rs.getString("assignment"),
        rs.getObject("command", UUID.class),
        json.readTree(rs.getString("data")));
  }

  /** The answer a command got when it was carried out, or null when it has not been. */
  @Nullable Answered answered(RegionCode region, UUID command) {
    return client
        .sql("select actor, fingerprint, seq, thing from command where region = ? and id = ?")
        .params(region.value(), command)
        .query((rs, _) ->
            new Answered(
                rs.getString("actor"),
                rs.getBytes("fingerprint"),
                new Answer(rs.getLong("seq"), rs.getString("thing"))))
        .optional()
        .orElse(null);
  }

  /** A command carried out before. */
  record Answered(String actor, byte[] fingerprint, Answer answer) {}

  /**
   * Appends a command's events and its answer and commits: the last thing its transaction does.
   *
   * @return the sequence number of the last entry
   */
  long appendAndCommit(
      CommandCall call, byte[] fingerprint, Stamp stamp, String thing, List<Event> events) {
    List<Subjects> subjects = events.stream().map(Subjects::of).toList();
    Long seq =
        jdbc.execute((Connection c) -> {
          try (PreparedStatement s = c.prepareStatement(APPEND_AND_COMMIT)) {
            s.setString(1, call.region().value());
            s.setObject(2, atUtc(stamp.at()));
            s.setString(3, stamp.by());
            s.setObject(4, call.id());
            s.setBytes(5, fingerprint);
            s.setString(6, thing);
            s.setArray(7, texts(c, events.stream().map(EventTypes::nameOf).toList()));
            s.setArray(8, texts(c, subjects.stream().map(Subjects::incident).toList()));
            s.setArray(9, texts(c, subjects.stream().map(Subjects::unit).toList()));
            s.setArray(10, texts(c, subjects.stream().map(Subjects::assignment).toList()));
            s.setArray(11, texts(c, events.stream().map(json::writeValueAsString).toList()));
            s.execute();
            try (ResultSet rs = s.getResultSet()) {
              rs.next();
              return rs.getLong(1);
            }
          }
        });
    return Objects.requireNonNull(seq, "journal_append gives the last number");
  }

  private static Array texts(Connection c, List<? extends @Nullable String> values)
      throws SQLException {
    return c.createArrayOf("text", values.toArray());
  }

  private static OffsetDateTime atUtc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
