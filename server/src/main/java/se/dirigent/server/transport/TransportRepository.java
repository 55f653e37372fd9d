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
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportId;
import se.dirigent.server.journal.StaleState;
import tools.jackson.databind.json.JsonMapper;

/** Orders as rows. */
@Repository
class TransportRepository {
  /** Most open orders of one patient that are looked at: nobody travels so much. */
  private static final int OF_PATIENT_MAX = 50;

  /** Most orders of one journey: an order and as many legs of each part as it may have. */
  private static final int OF_JOURNEY_MAX = 300;

  private final JdbcClient client;
  private final JsonMapper json;

  TransportRepository(JdbcClient client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /**
   * What a row says of an order beside its state.
   *
   * @param from whose users see it besides the ward that ordered it; empty where nobody does
   * @param toRegion the region that the receiver's users are of
   * @param to as {@code from}
   * @param words what it is looked for by
   */
  record Labels(String from, RegionCode toRegion, String to, String words) {}

  /** The order, locked until the transaction ends, or null when there is none in the region. */
  @Nullable Transport lock(RegionCode region, TransportId id) {
    return client
        .sql("select state from transport where region = ? and id = ? for update")
        .params(region.value(), id.value())
        .query((rs, _) -> read(rs.getString(1)))
        .optional()
        .orElse(null);
  }

  /**
   * All orders of the journey that this one is part of, closed ones too, locked in the order of
   * their names until the transaction ends: an order is before its legs.
   */
  List<Transport> lockJourney(RegionCode region, TransportId id) {
    return client
        .sql(
            """
            with asked as (select coalesce(leg_of, id) as root from transport where id = :id)
            select state from transport, asked
            where region = :region and (id = asked.root or leg_of = asked.root)
            order by id limit :most for update of transport
            """)
        .param("region", region.value())
        .param("id", id.value())
        .param("most", OF_JOURNEY_MAX)
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** The patient's open orders, locked in the order of their names until the transaction ends. */
  List<Transport> lockOpen(RegionCode region, PatientId patient) {
    return client
        .sql(
            """
            select state from transport where region = ? and patient = ? and open
            order by id limit ? for update
            """)
        .params(region.value(), patient.value(), OF_PATIENT_MAX)
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** The order, if it may be seen. */
  Optional<Transport> find(RegionCode region, TransportId id, Sight sight) {
    return seen(region, sight, "id = :id", "")
        .param("id", id.value())
        .query((rs, _) -> read(rs.getString(1)))
        .optional();
  }

  /** Whether the patient leaves from the care unit, or it ordered the transport. */
  boolean lets(RegionCode region, TransportId id, String careUnit) {
    return client
        .sql(
            """
            select exists (select from transport
              where region = ? and id = ? and ? in (care_unit, from_care_unit))
            """)
        .params(region.value(), id.value(), careUnit)
        .query(Boolean.class)
        .single();
  }

  /** Whether the care unit of the region receives the patient. */
  boolean receives(RegionCode region, TransportId id, String careUnit) {
    return client
        .sql(
            """
            select exists (select from transport
              where region = ? and id = ? and to_region = region and to_care_unit = ?)
            """)
        .params(region.value(), id.value(), careUnit)
        .query(Boolean.class)
        .single();
  }

  /**
   * Orders that may be seen, those open with the first to be picked up first, or those closed with
   * the last first.
   *
   * @param after the order that the list goes on after, or null from its beginning
   */
  List<Transport> list(
      RegionCode region, Sight sight, boolean open, @Nullable TransportId after, int limit) {
    String follows =
        open
            ? "(ready_at, id) > (select ready_at, id from transport where id = :after)"
            : "(changed_at, id) < (select changed_at, id from transport where id = :after)";
    return seen(
            region,
            sight,
            "open = :open and (:after::text is null or " + follows + ")",
            (open ? "order by ready_at, id" : "order by changed_at desc, id desc")
                + " limit :limit")
        .param("open", open)
        .param("after", after == null ? null : after.value())
        .param("limit", limit)
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** Those of the identities there are, locked in order until the transaction ends. */
  List<Transport> lockAll(RegionCode region, List<String> ids) {
    return client
        .sql("select state from transport where region=? and id=any(?) order by id for update")
        .params(region.value(), ids.toArray(String[]::new))
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** Open orders that the plan gives a unit, the first to be picked up first. */
  List<Transport> listOfUnit(RegionCode region, String unit, int limit) {
    return client
        .sql(
            """
            select state from transport
            where region = ? and open and state -> 'planned' ->> 'unit' = ?
            order by state -> 'planned' ->> 'pickupAt', id limit ?
            """)
        .params(region.value(), unit, limit)
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** Another text each time one of the unit's open orders has changed; null when it has none. */
  @Nullable String markOfUnit(RegionCode region, String unit) {
    return client
        .sql(
            """
            select md5(string_agg(id || version, ' ' order by id)) from transport
            where region = ? and open and state -> 'planned' ->> 'unit' = ?
            """)
        .params(region.value(), unit)
        .query((rs, _) -> rs.getString(1))
        .optional()
        .orElse(null);
  }

  /**
   * Orders whose patient was to be ready in a period and that nobody took back or refused, the
   * first ready first. The ways to and from an aeroplane are part of what the flight's order costs.
   *
   * @param after the order that the list goes on after, or null from its beginning
   */
  List<Transport> listReady(
      RegionCode region, Instant from, Instant until, @Nullable TransportId after, int limit) {
    return seen(
            region,
            Sight.ALL,
            """
            ready_at >= :from and ready_at < :until
              and state ->> 'ride' not in ('CANCELLED', 'REFUSED', 'ENDED')
              and coalesce(state -> 'leg' ->> 'part', 'RETURN') = 'RETURN'
              and state -> 'onBehalf' ->> 'region' is null
              and (:after::text is null
                or (ready_at, id) > (select ready_at, id from transport where id = :after))
            """,
            "order by ready_at, id limit :limit")
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("after", after == null ? null : after.value())
        .param("limit", limit)
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** How many there are in the whole list. */
  int count(RegionCode region, Sight sight, boolean open) {
    return select("count(*)", region, sight, "open = :open", "")
        .param("open", open)
        .query(Integer.class)
        .single();
  }

  /**
   * Orders whose vehicle is out of the region or may be on its way home, latest first.
   *
   * @param since when an order that has arrived since then may still have its vehicle on the way
   */
  List<Transport> listAway(RegionCode region, Instant since, int limit) {
    return seen(
            region,
            Sight.ALL,
            """
            state->>'ride' in ('UNDER_WAY', 'LOADED', 'ARRIVED')
              and (open or changed_at > :since)
              and (state->'choice'->'trip'->>'outside')::boolean
            """,
            "order by changed_at desc limit :limit")
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  private StatementSpec seen(RegionCode region, Sight sight, String which, String order) {
    return select("state", region, sight, which, order);
  }

  private StatementSpec select(
      String what, RegionCode region, Sight sight, String which, String order) {
    return client
        .sql(
            """
            select %s from transport
            where region = :region
              and (:unit::text is null or :unit in (care_unit, from_care_unit)
                or :unit = to_care_unit and to_region = region)
              and (not :flights or flight)
              and not exists (select from unnest(:words) w where position(w in words) = 0)
              and %s %s
            """
                .formatted(what, which, order))
        .param("region", region.value())
        .param("unit", sight.careUnit())
        .param("flights", sight.flights())
        .param("words", sight.words().toArray(String[]::new));
  }

  /** Writes the order as it is now. */
  void save(Transport t, Labels labels, Instant changedAt) {
    int rows =
        client
            .sql(
                """
                insert into transport (region, id, open, patient, care_unit, from_care_unit,
                  to_region, to_care_unit, ready_at, changed_at, flight, leg_of, words, version,
                  state)
                values (:region, :id, :open, :patient, :unit, :from, :toRegion, :to, :ready,
                  :changed, :flight, :leg, :words, :version, :state::jsonb)
                on conflict (id) do update set
                  open = excluded.open, from_care_unit = excluded.from_care_unit,
                  to_region = excluded.to_region, to_care_unit = excluded.to_care_unit,
                  ready_at = excluded.ready_at, changed_at = excluded.changed_at,
                  flight = excluded.flight, words = excluded.words,
                  version = excluded.version, state = excluded.state
                where transport.region = excluded.region and transport.version < excluded.version
                """)
            .param("region", t.region().value())
            .param("id", t.id().value())
            .param("open", t.ride().open())
            .param("patient", t.patient().value())
            .param("unit", t.careUnit())
            .param("from", labels.from())
            .param("toRegion", labels.toRegion().value())
            .param("to", labels.to())
            .param("words", labels.words())
            .param("ready", t.request().timing().readyAt().atOffset(ZoneOffset.UTC))
            .param("changed", changedAt.atOffset(ZoneOffset.UTC))
            .param("flight", t.air() != null)
            .param("leg", t.leg() == null ? null : t.leg().of().value())
            .param("version", t.version())
            .param("state", json.writeValueAsString(t))
            .update();
    StaleState.requireOne(rows, "transport " + t.id());
  }

  private Transport read(String state) {
    return json.readValue(state, Transport.class);
  }
}
