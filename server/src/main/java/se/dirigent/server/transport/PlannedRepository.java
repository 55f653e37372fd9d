package se.dirigent.server.transport;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.transport.Booking;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.optimiser.plan.order.Driven;
import se.dirigent.optimiser.plan.order.Driven.Stretch;
import se.dirigent.optimiser.plan.order.Suffered;
import se.dirigent.server.transport.PlannedOrders.Waiting;
import tools.jackson.databind.json.JsonMapper;

/** Orders as the planner reads them; {@link TransportRepository} alone writes them. */
@Repository
class PlannedRepository {
  /** Most shared at once: more vehicles than all regions have on the way home. */
  private static final int SHARED_MAX = 1_000;

  private static final String PLANNABLE =
      """
       where region = ? and open and state->>'ride' <> 'ORDERED'
      order by (state->'planned'->>'unit') is null,
        coalesce(state->'booking'->>'state', '') in ('ASKED', 'CONFIRMED'), ready_at, id
      """;

  private final JdbcClient client;
  private final JsonMapper json;

  PlannedRepository(JdbcClient client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /**
   * Open orders that may have a vehicle: those that have one first, then the first to be picked up
   * first; last those that others drive, or are asked to.
   */
  List<Transport> listPlannable(RegionCode region, int limit) {
    return client
        .sql("select state from transport" + PLANNABLE + " limit ?")
        .params(region.value(), limit)
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** Those after them, in the same order. */
  List<Waiting> listWaiting(RegionCode region, int after, int limit) {
    return client
        .sql(
            """
            select id, state->'choice'->>'mode', (state->'choice'->>'kronor')::int,
              state->'choice'->>'pickupFrom', state->>'booking'
            from transport %s limit ? offset ?
            """
                .formatted(PLANNABLE))
        .params(region.value(), limit, after)
        .query((rs, _) ->
            new Waiting(
                new TransportId(rs.getString(1)),
                Mode.valueOf(rs.getString(2)),
                rs.getInt(3),
                Instant.parse(rs.getString(4)),
                booking(rs.getString(5))))
        .list();
  }

  /**
   * Orders that are shared with another region, offered, or driven by it or for it: those open
   * first, then those arrived since a moment.
   */
  List<Transport> listShared(RegionCode region, Instant since) {
    return client
        .sql(
            """
            select state from transport where region = ?
              and (open or changed_at > ? and state ->> 'ride' = 'ARRIVED')
              and coalesce(state -> 'booking' ->> 'region', state -> 'onBehalf' ->> 'region')
                is not null
            order by open desc, id limit ?
            """)
        .params(region.value(), since.atOffset(ZoneOffset.UTC), SHARED_MAX)
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** Units that those of the identities say they have. */
  List<String> listUnits(RegionCode region, List<String> ids) {
    return client
        .sql(
            """
            select distinct state->'planned'->>'unit' from transport
            where region = ? and id = any (?) and state->'planned'->>'unit' is not null
            """)
        .params(region.value(), ids.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /** How many are open and how many events they have seen: any change of one changes it. */
  String signature(RegionCode region) {
    return client
        .sql(
            """
            select count(*) || ':' || coalesce(sum(version), 0) || ':' || coalesce(max(id), '')
            from transport where region = ? and open
            """)
        .param(region.value())
        .query(String.class)
        .single();
  }

  /** Rides that ended since a moment, the last first. */
  List<Suffered.Late> listLate(RegionCode region, Instant since, int limit) {
    return client
        .sql(
            """
            select patient, care_unit, greatest(0, extract(epoch from
              (state -> 'times' ->> 'loadedAt')::timestamptz
              - (state -> 'choice' ->> 'pickupUntil')::timestamptz) / 60)
            from transport
            where region = ? and not open and changed_at > ?
              and state -> 'times' ->> 'loadedAt' is not null
            order by changed_at desc limit ?
            """)
        .params(region.value(), since.atOffset(ZoneOffset.UTC), limit)
        .query((rs, _) ->
            new Suffered.Late(
                new PatientId(rs.getObject(1, UUID.class)), rs.getString(2), rs.getDouble(3)))
        .list();
  }

  /** When units set out for rides since a moment, and when each was over; now while it is not. */
  Driven listDriven(RegionCode region, Instant since, Instant now) {
    Map<String, List<Stretch>> rides = new HashMap<>();
    client
        .sql(
            """
            select state -> 'planned' ->> 'unit', state -> 'times' ->> 'underWayAt',
              state -> 'times' ->> 'arrivedAt'
            from transport
            where region = :region and (open or changed_at > :since)
              and state -> 'planned' ->> 'unit' is not null
              and (state -> 'times' ->> 'underWayAt')::timestamptz > :since
              and state ->> 'ride' in ('UNDER_WAY', 'LOADED', 'ARRIVED')
            """)
        .param("region", region.value())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query((rs, _) -> {
          String arrived = rs.getString(3);
          Instant to = arrived == null ? now : Instant.parse(arrived);
          return rides
              .computeIfAbsent(rs.getString(1), _ -> new ArrayList<>())
              .add(new Stretch(Instant.parse(rs.getString(2)), to));
        })
        .list();
    return Driven.of(rides);
  }

  private @Nullable Booking booking(@Nullable String state) {
    return state == null ? null : json.readValue(state, Booking.class);
  }

  private Transport read(String state) {
    return json.readValue(state, Transport.class);
  }
}
