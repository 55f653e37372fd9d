package se.dirigent.server.advice.followup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.dirigent.core.geo.RegionCode;

/** Answers to proposals as the journal holds them, each with what came of it. */
@Repository
class AnswerRepository {
  /** Most answers counted: a year of a region that answers fifty a day. */
  static final int ROWS_MAX = 20_000;

  private static final String UNITS =
      """
      select a.at, a.data::json ->> 'answer' as answer, a.data::json ->> 'reason' as reason,
        a.data::json ->> 'basis' as basis, i.priority,
        (select min((m.data::json ->> 'at')::timestamptz) from journal m
         where m.region = a.region and m.incident = a.incident and m.seq > a.seq
           and m.type = 'MilestonePassed'
           and m.data::json ->> 'milestone' = 'AT_ADDRESS') as arrived
      from journal a join incident i on i.region = a.region and i.id = a.incident
      where a.region = ? and a.type = 'ProposalAnswered' and a.at >= ? and a.at < ?
      order by a.at desc limit ?
      """;

  private static final String MOVES =
      """
      select a.at, a.data::json ->> 'answer' as answer, a.data::json ->> 'reason' as reason,
        (select case m.type when 'StandbyArrived' then 'ARRIVED' else m.data::json ->> 'end' end
         from journal m
         where m.region = a.region and m.unit = a.unit and m.seq > a.seq
           and (m.type = 'StandbyArrived'
             or m.type = 'StandbyEnded' and m.command <> a.command)
         order by m.seq limit 1) as outcome
      from journal a
      where a.region = ? and a.type = 'RelocationAnswered' and a.at >= ? and a.at < ?
      order by a.at desc limit ?
      """;

  private final JdbcClient client;

  AnswerRepository(JdbcClient client) {
    this.client = client;
  }

  /** An answer about a unit for an incident. */
  record UnitAnswer(
      Instant at,
      FollowUp.Kind kind,
      FollowUp.Answer answer,
      String reason,
      String priority,
      @Nullable Instant arrivedAt) {}

  /**
   * An answer about a move.
   *
   * @param outcome what came first afterwards: ARRIVED or the name of an end; null for nothing yet
   */
  record MoveAnswer(Instant at, FollowUp.Answer answer, String reason, @Nullable String outcome) {}

  /** The latest answers of the period about units, one more than {@link #ROWS_MAX} at most. */
  List<UnitAnswer> units(RegionCode region, Instant from, Instant to) {
    return client
        .sql(UNITS)
        .params(region.value(), utc(from), utc(to), ROWS_MAX + 1)
        .query((rs, _) ->
            new UnitAnswer(
                at(rs, "at"),
                "JOINT".equals(rs.getString("basis")) ? FollowUp.Kind.JOINT : FollowUp.Kind.UNIT,
                FollowUp.Answer.valueOf(rs.getString("answer")),
                rs.getString("reason"),
                rs.getString("priority"),
                find(rs, "arrived")))
        .list();
  }

  /** The latest answers of the period about moves, one more than {@link #ROWS_MAX} at most. */
  List<MoveAnswer> moves(RegionCode region, Instant from, Instant to) {
    return client
        .sql(MOVES)
        .params(region.value(), utc(from), utc(to), ROWS_MAX + 1)
        .query((rs, _) ->
            new MoveAnswer(
                at(rs, "at"),
                FollowUp.Answer.valueOf(rs.getString("answer")),
                rs.getString("reason"),
                rs.getString("outcome")))
        .list();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Instant at(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant find(ResultSet rs, String column) throws SQLException {
    OffsetDateTime found = rs.getObject(column, OffsetDateTime.class);
    return found == null ? null : found.toInstant();
  }
}
