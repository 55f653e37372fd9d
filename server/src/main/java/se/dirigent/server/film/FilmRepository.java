package se.dirigent.server.film;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import tools.jackson.databind.json.JsonMapper;

/** Snapshots of the past as rows, and the positions' history. */
@Repository
class FilmRepository {
  /** A position older than this tells nothing of where a unit was. */
  private static final Duration POSITION_AGE = Duration.ofMinutes(30);

  /** Reports of one piece: ten minutes of 400 units at one in five seconds. */
  private static final int REPORTS_MAX = 50_000;

  /**
   * What a snapshot holds. A service that holds more gives this another number: it then passes over
   * the snapshots of the one before and makes its own in their place.
   */
  private static final byte FORM = 2;

  private final JdbcClient client;
  private final JsonMapper json;

  FilmRepository(JdbcClient client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /** The latest snapshot at or before an entry; nothing at all when there is none. */
  PastScene.Kept latest(RegionCode region, long seq) {
    return client
        .sql(
            """
            select state from film_snapshot
            where region = ? and seq <= ? and substring(state for 1) = ?
            order by seq desc limit 1
            """)
        .params(region.value(), seq, new byte[] {FORM})
        .query((rs, _) -> unpacked(rs.getBytes(1)))
        .optional()
        .orElse(PastScene.Kept.NOTHING);
  }

  /** Journal sequence of the newest snapshot, 0 when there is none. */
  long newest(RegionCode region) {
    return client
        .sql(
            """
            select seq from film_snapshot where region = ? and substring(state for 1) = ?
            order by seq desc limit 1
            """)
        .params(region.value(), new byte[] {FORM})
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** Keeps a snapshot; another service on the same database may have been quicker. */
  void save(RegionCode region, Instant at, PastScene.Kept kept) {
    client
        .sql(
            """
            insert into film_snapshot (region, seq, at, state) values (?, ?, ?, ?)
            on conflict (region, seq) do update set at = excluded.at, state = excluded.state
            """)
        .params(region.value(), kept.seq(), utc(at), packed(kept))
        .update();
  }

  /** The last position of each unit at a moment. */
  List<PositionReport> positionsAt(RegionCode region, Instant at) {
    return client
        .sql(
            """
            select distinct on (unit) unit, lat, lon, at, speed_kmh from position_history
            where region = ? and at > ? and at <= ? order by unit, at desc
            """)
        .params(region.value(), utc(at.minus(POSITION_AGE)), utc(at))
        .query((rs, _) ->
            report(
                rs.getString("unit"),
                rs.getDouble("lat"),
                rs.getDouble("lon"),
                rs.getObject("at", OffsetDateTime.class),
                rs.getObject("speed_kmh", Double.class)))
        .list();
  }

  /** Where the units went after one moment and up to another, at most one a unit and 5 s. */
  List<PositionReport> positionsBetween(RegionCode region, Instant after, Instant until) {
    return client
        .sql(
            """
            select * from (
              select distinct on (unit, floor(extract(epoch from at) / 5))
                unit, lat, lon, at, speed_kmh
              from position_history where region = ? and at > ? and at <= ?
              order by unit, floor(extract(epoch from at) / 5), at desc
            ) thinned order by at limit ?
            """)
        .params(region.value(), utc(after), utc(until), REPORTS_MAX)
        .query((rs, _) ->
            report(
                rs.getString("unit"),
                rs.getDouble("lat"),
                rs.getDouble("lon"),
                rs.getObject("at", OffsetDateTime.class),
                rs.getObject("speed_kmh", Double.class)))
        .list();
  }

  private static PositionReport report(
      String unit, double lat, double lon, OffsetDateTime at, @Nullable Double speedKmh) {
    Position position = new Position(lat, lon);
    return new PositionReport(new UnitId(unit), position, at.toInstant(), speedKmh, null);
  }

  private byte[] packed(PastScene.Kept kept) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(FORM);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(json.writeValueAsBytes(kept));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return bytes.toByteArray();
  }

  private PastScene.Kept unpacked(byte[] bytes) {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1))) {
      return json.readValue(in.readAllBytes(), PastScene.Kept.class);
    } catch (IOException e) {
      throw new UncheckedIOException("a film snapshot cannot be read; delete it", e);
    }
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
