package se.dirigent.server.fleet;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import se.dirigent.core.Refused;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.Reach;
import se.dirigent.core.geo.RegionCode;

/** Where units are and were: telemetry, outside the journal. */
@Repository
public class PositionStore {
  /** Most reports in one request: a large region's whole fleet at once. */
  static final int REPORTS_MAX = 5_000;

  /** Vehicles' clocks may run ahead by this much before a report counts as in the future. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  /**
   * Writers at once. Commands share the connections: telemetry that comes faster than it can be
   * written must wait here, and not take the last connection from a case.
   */
  private static final int WRITERS_MAX = 3;

  private static final String LATEST =
      """
      insert into unit_position as p
        (region, unit, at, lat, lon, speed_kmh, heading_degrees, received_at)
      select ?, r.unit, r.at, r.lat, r.lon, r.speed, r.heading, ?
      from unnest(?::text[], ?::timestamptz[], ?::float8[], ?::float8[], ?::float8[], ?::float8[])
        as r (unit, at, lat, lon, speed, heading)
      join unit u on u.id = r.unit and u.region = ?
      order by r.unit
      on conflict (unit) do update set
        at = excluded.at, lat = excluded.lat, lon = excluded.lon,
        speed_kmh = excluded.speed_kmh, heading_degrees = excluded.heading_degrees,
        received_at = excluded.received_at
      where p.at < excluded.at
      returning unit
      """;

  private static final String HISTORY =
      """
      insert into position_history (region, unit, at, lat, lon, speed_kmh)
      select ?, r.unit, r.at, r.lat, r.lon, r.speed
      from unnest(?::text[], ?::timestamptz[], ?::float8[], ?::float8[], ?::float8[])
        as r (unit, at, lat, lon, speed)
      """;

  private final JdbcTemplate jdbc;
  private final JdbcClient client;
  private final TransactionTemplate transaction;
  private final InstantSource clock;
  private final ApplicationEventPublisher publisher;
  private final Semaphore writers = new Semaphore(WRITERS_MAX, true);

  PositionStore(
      JdbcTemplate jdbc,
      JdbcClient client,
      TransactionTemplate transaction,
      InstantSource clock,
      ApplicationEventPublisher publisher) {
    this.jdbc = jdbc;
    this.client = client;
    this.transaction = transaction;
    this.clock = clock;
    this.publisher = publisher;
  }

  /** Told to the rest of the service when positions have been written. */
  public record PositionsCame(RegionCode region, List<PositionReport> reports) {}

  /**
   * What became of reports.
   *
   * @param accepted how many became a unit's position; the rest were older than what is known, of
   *     units that are not the region's, or out of reach
   * @param outOfReach units that said to be where none of ours can be: see {@link Reach}
   */
  public record Taken(int accepted, List<UnitId> outOfReach) {}

  /**
   * Takes reports: the latest of each unit, newer than what is known, becomes its position. Units
   * that are not the region's, older reports and those out of reach are passed over: one broken
   * receiver must not cost the others theirs.
   *
   * @throws Refused {@code time.future} or {@code list.long}
   */
  public Taken accept(RegionCode region, List<PositionReport> reports) {
    Instant now = clock.instant();
    if (reports.size() > REPORTS_MAX) {
      throw new Refused("list.long", "", Map.of("max", String.valueOf(REPORTS_MAX)));
    }
    reports.forEach(r -> requirePast(r, now));
    List<PositionReport> latest =
        List.copyOf(
            reports.stream()
                .filter(r -> Reach.holds(r.position()))
                .collect(
                    Collectors.toMap(
                        PositionReport::unit,
                        Function.identity(),
                        (a, b) -> a.at().isAfter(b.at()) ? a : b))
                .values());
    List<PositionReport> taken;
    writers.acquireUninterruptibly();
    try {
      taken =
          transaction.execute(_ -> jdbc.execute((Connection c) -> write(c, region, latest, now)));
    } finally {
      writers.release();
    }
    int accepted = taken == null ? 0 : taken.size();
    if (taken != null && accepted > 0) {
      publisher.publishEvent(new PositionsCame(region, taken));
    }
    return new Taken(accepted, outOfReach(reports));
  }

  private static List<UnitId> outOfReach(List<PositionReport> reports) {
    return reports.stream()
        .filter(r -> !Reach.holds(r.position()))
        .map(PositionReport::unit)
        .distinct()
        .toList();
  }

  private static void requirePast(PositionReport report, Instant now) {
    if (report.at().isAfter(now.plus(CLOCK_TOLERANCE))) {
      throw new Refused(
          "time.future",
          "at",
          Map.of("value", report.at().toString(), "unit", report.unit().value()));
    }
  }

  private static List<PositionReport> write(
      Connection c, RegionCode region, List<PositionReport> reports, Instant now)
      throws SQLException {
    try (var s = c.createStatement()) {
      // Telemetry may be lost in a power cut, and must not queue for the disk before commands.
      s.execute("set local synchronous_commit = off");
    }
    List<PositionReport> taken = new ArrayList<>();
    Map<String, PositionReport> byUnit =
        reports.stream().collect(Collectors.toMap(r -> r.unit().value(), Function.identity()));
    try (PreparedStatement s = c.prepareStatement(LATEST)) {
      s.setString(1, region.value());
      s.setObject(2, utc(now));
      Columns columns = new Columns(c, reports);
      columns.set(s, 3);
      s.setArray(7, columns.floats(PositionReport::speedKmh));
      s.setArray(8, columns.floats(PositionReport::headingDegrees));
      s.setString(9, region.value());
      try (ResultSet rs = s.executeQuery()) {
        while (rs.next()) {
          taken.add(Objects.requireNonNull(byUnit.get(rs.getString(1))));
        }
      }
    }
    try (PreparedStatement s = c.prepareStatement(HISTORY)) {
      s.setString(1, region.value());
      Columns columns = new Columns(c, taken);
      columns.set(s, 2);
      s.setArray(6, columns.floats(PositionReport::speedKmh));
      s.executeUpdate();
    }
    return taken;
  }

  /** Reports turned on their side, for unnest. */
  private record Columns(Connection connection, List<PositionReport> reports) {

    /** Sets unit, time, latitude and longitude from a parameter on. */
    void set(PreparedStatement s, int first) throws SQLException {
      s.setArray(first, array("text", r -> r.unit().value()));
      s.setArray(first + 1, array("timestamptz", r -> utc(r.at())));
      s.setArray(first + 2, floats(r -> r.position().latitude()));
      s.setArray(first + 3, floats(r -> r.position().longitude()));
    }

    Array floats(Function<PositionReport, @Nullable Double> value) throws SQLException {
      return array("float8", value);
    }

    private Array array(String type, Function<PositionReport, ? extends @Nullable Object> value)
        throws SQLException {
      return connection.createArrayOf(type, reports.stream().map(value).toArray());
    }
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /** The last known position of every unit of a region. */
  public List<PositionReport> list(RegionCode region) {
    return client
        .sql(
            """
            select unit, lat, lon, at, speed_kmh, heading_degrees
            from unit_position where region = ?
            """)
        .param(region.value())
        .query((rs, _) -> report(rs))
        .list();
  }

  /** The last known position of a unit. */
  public Optional<PositionReport> find(UnitId unit) {
    return client
        .sql(
            """
            select unit, lat, lon, at, speed_kmh, heading_degrees
            from unit_position where unit = ?
            """)
        .param(unit.value())
        .query((rs, _) -> report(rs))
        .optional();
  }

  private static PositionReport report(ResultSet rs) throws SQLException {
    return new PositionReport(
        new UnitId(rs.getString("unit")),
        new Position(rs.getDouble("lat"), rs.getDouble("lon")),
        rs.getObject("at", OffsetDateTime.class).toInstant(),
        rs.getObject("speed_kmh", Double.class),
        rs.getObject("heading_degrees", Double.class));
  }
}
