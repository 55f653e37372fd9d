package se.dirigent.server.transport;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportId;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders of other regions as their receivers in one region read them; {@link TransportRepository}
 * alone writes them. The ways to and from an aeroplane are part of the flight's order; what command
 * has among its own orders, because its region drives it, it answers there.
 */
@Repository
class IncomingRepository {
  private static final String INCOMING =
      """
      from transport t
      where to_region = :region and region <> :region
        and (:unit::text is null and not exists (select from transport c
            where c.region = :region and c.open and c.state -> 'onBehalf' ->> 'order' = t.id)
          or to_care_unit = :unit)
        and coalesce(state -> 'leg' ->> 'part', 'RETURN') = 'RETURN'
      """;

  private static final String LATELY = " and (open or changed_at > :since)";

  private final JdbcClient client;
  private final JsonMapper json;

  IncomingRepository(JdbcClient client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /**
   * Those open, the first to be picked up first; then those that ended since a moment.
   *
   * @param careUnit whose alone; null for the whole region's
   */
  List<Transport> list(RegionCode region, @Nullable String careUnit, Instant since, int limit) {
    return received(
            "state", region, careUnit, LATELY + " order by open desc, ready_at, id limit :limit")
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** How many there are in the whole list. */
  int count(RegionCode region, @Nullable String careUnit, Instant since) {
    return received("count(*)", region, careUnit, LATELY)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  /** The order, if it leads there. */
  Optional<Transport> find(RegionCode region, @Nullable String careUnit, TransportId id) {
    return received("state", region, careUnit, " and id = :id")
        .param("id", id.value())
        .query((rs, _) -> read(rs.getString(1)))
        .optional();
  }

  private StatementSpec received(
      String what, RegionCode region, @Nullable String careUnit, String more) {
    return client
        .sql("select " + what + " " + INCOMING + more)
        .param("region", region.value())
        .param("unit", careUnit);
  }

  private Transport read(String state) {
    return json.readValue(state, Transport.class);
  }
}
