package se.dirigent.server.masscasualty;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.Casualty;
import se.dirigent.core.masscasualty.CasualtyId;
import se.dirigent.core.masscasualty.MajorIncidentId;
import se.dirigent.core.masscasualty.capacity.Placed;
import se.dirigent.server.journal.StaleState;
import se.dirigent.server.masscasualty.CasualtyService.Tally;
import tools.jackson.databind.json.JsonMapper;

/** Casualties as rows. */
@Repository
class CasualtyRepository {
  /** Any number that nothing else locks. */
  private static final long PLACES_LOCK = 0x706c_6163_6573L;

  /** Tags that were merged one into the next; a person with more is a program gone wrong. */
  private static final int HOPS_MAX = 100;

  private final JdbcClient client;
  private final JsonMapper json;

  CasualtyRepository(JdbcClient client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /** Those of the identities there are, locked in order until the transaction ends. */
  Map<CasualtyId, Casualty> lock(RegionCode region, Collection<CasualtyId> ids) {
    Map<CasualtyId, Casualty> found = new TreeMap<>();
    client
        .sql("select state from casualty where region=? and id=any(?) order by id for update")
        .params(region.value(), ids.stream().map(CasualtyId::toString).toArray(String[]::new))
        .query((rs, _) -> read(rs.getString(1)))
        .list()
        .forEach(c -> found.put(c.id(), c));
    return found;
  }

  /**
   * The person a tag stands for, locked until the transaction ends: the casualty itself, or the one
   * it was merged into, and so on; null when nobody wears the tag.
   *
   * @param locked those locked already; the ones on the way are added
   */
  @Nullable Casualty lockPerson(
      RegionCode region, CasualtyId id, Map<CasualtyId, Casualty> locked) {
    Casualty c = locked.get(id);
    for (int hop = 0; hop < HOPS_MAX && c != null && c.mergedInto() != null; hop++) {
      CasualtyId into = c.mergedInto();
      if (!locked.containsKey(into)) {
        locked.putAll(lock(region, List.of(into)));
      }
      c = locked.get(into);
    }
    return c;
  }

  /** The person a tag stands for, as it is. */
  Optional<Casualty> findPerson(RegionCode region, CasualtyId id) {
    Optional<Casualty> c = find(region, id);
    for (int hop = 0; hop < HOPS_MAX && c.isPresent(); hop++) {
      CasualtyId into = c.get().mergedInto();
      if (into == null) {
        return c;
      }
      c = find(region, into);
    }
    return c;
  }

  private Optional<Casualty> find(RegionCode region, CasualtyId id) {
    return client
        .sql("select state from casualty where region = ? and id = ?")
        .params(region.value(), id.toString())
        .query((rs, _) -> read(rs.getString(1)))
        .optional();
  }

  /**
   * Those of a major incident in the order of their tags.
   *
   * @param facility only those who are at a hospital or go there; null for all
   * @param after the one that the list goes on after, or null from its beginning
   */
  List<Casualty> list(
      RegionCode region,
      MajorIncidentId of,
      @Nullable String facility,
      @Nullable CasualtyId after,
      int limit) {
    return client
        .sql(
            """
            select state from casualty
            where region = :region and major_incident = :of
              and (:after::text is null or id > :after)
              and (:facility::text is null or :facility =
                coalesce(nullif(state->>'facility', ''), state->'destination'->>'facility'))
            order by id limit :limit
            """)
        .param("region", region.value())
        .param("of", of.value())
        .param("after", after == null ? null : after.toString())
        .param("facility", facility)
        .param("limit", limit)
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** Those of the identities there are, in order. */
  List<Casualty> list(RegionCode region, Collection<CasualtyId> ids) {
    return client
        .sql("select state from casualty where region = ? and id = any(?) order by id")
        .params(region.value(), ids.stream().map(CasualtyId::toString).toArray(String[]::new))
        .query((rs, _) -> read(rs.getString(1)))
        .list();
  }

  /** When a major incident began, or null when there is none. */
  @Nullable Instant began(RegionCode region, MajorIncidentId of) {
    return client
        .sql("select state->>'happenedAt' from major_incident where region = ? and id = ?")
        .params(region.value(), of.value())
        .query((rs, _) -> Instant.parse(rs.getString(1)))
        .optional()
        .orElse(null);
  }

  /** Grows with every change of any casualty of the major incident, and with nothing else. */
  long revision(RegionCode region, MajorIncidentId of) {
    return client
        .sql(
            """
            select coalesce(sum(version), 0) from casualty
            where region = ? and major_incident = ?
            """)
        .params(region.value(), of.value())
        .query(Long.class)
        .single();
  }

  /** All persons of a major incident, counted; tags that are another's are not. */
  List<Tally> tally(RegionCode region, MajorIncidentId of) {
    return client
        .sql(
            """
            select coalesce(state->>'category', '') as category,
              state->>'stage' as stage,
              coalesce(nullif(state->>'facility', ''), state->'destination'->>'facility', '')
                as facility,
              case when state->>'stage' = 'AT_SCENE' then state->'about'->>'place' else '' end
                as place,
              count(*) as persons
            from casualty
            where region = ? and major_incident = ? and not jsonb_exists(state, 'mergedInto')
            group by 1, 2, 3, 4 order by 1, 2, 3, 4
            """)
        .params(region.value(), of.value())
        .query((rs, _) ->
            new Tally(
                rs.getString("category"),
                rs.getString("stage"),
                rs.getString("facility"),
                rs.getString("place"),
                rs.getInt("persons")))
        .list();
  }

  /** What each casualty of a major incident takes of what hospitals have left. */
  Map<CasualtyId, Placed> placed(RegionCode region, MajorIncidentId of) {
    Map<CasualtyId, Placed> found = new HashMap<>();
    client
        .sql(
            """
            select id, placed from casualty
            where region = ? and major_incident = ? and placed is not null
            """)
        .params(region.value(), of.value())
        .query(rs -> {
          CasualtyId id = CasualtyId.parse(rs.getString("id"));
          found.put(id, json.readValue(rs.getString("placed"), Placed.class));
        });
    return found;
  }

  /** What casualties of all other major incidents that go on take, in any region. */
  List<Placed> placedElsewhere(MajorIncidentId than) {
    return client
        .sql(
            """
            select c.placed from major_incident m join casualty c
              on c.region = m.region and c.major_incident = m.id and c.placed is not null
            where m.open and m.id <> ?
            """)
        .params(than.value())
        .query((rs, _) -> json.readValue(rs.getString(1), Placed.class))
        .list();
  }

  /** Holds all decisions on where casualties go, until the transaction ends. */
  void lockPlaces() {
    client.sql("select pg_advisory_xact_lock(?)").param(PLACES_LOCK).query((_, _) -> "").single();
  }

  /** How many tags there are at a major incident. */
  int count(RegionCode region, MajorIncidentId of) {
    return count(region, of, "");
  }

  /** How many persons are neither in a hospital nor let go. */
  int countUnsettled(RegionCode region, MajorIncidentId of) {
    return count(region, of, " and unsettled");
  }

  private int count(RegionCode region, MajorIncidentId of, String which) {
    return client
        .sql("select count(*) from casualty where region = ? and major_incident = ?" + which)
        .params(region.value(), of.value())
        .query(Integer.class)
        .single();
  }

  /**
   * Writes the casualty as it is now. Two who give out one tag at once both decide on none; only
   * the first is written, and the other decides again.
   *
   * @param before its version that was decided on; 0 when there was none
   */
  void save(Casualty c, int before) {
    Placed placed = c.placed();
    int rows =
        client
            .sql(
                """
                insert into casualty
                  (region, id, major_incident, unsettled, version, placed, state)
                values
                  (:region, :id, :of, :unsettled, :version, :placed::jsonb, :state::jsonb)
                on conflict (id) do update set
                  unsettled = excluded.unsettled, version = excluded.version,
                  placed = excluded.placed, state = excluded.state
                where casualty.region = excluded.region and casualty.version = :before
                """)
            .param("region", c.region().value())
            .param("id", c.id().toString())
            .param("of", c.id().majorIncident().value())
            .param("unsettled", c.isPerson() && c.stage().unsettled())
            .param("version", c.version())
            .param("before", before)
            .param("placed", placed == null ? null : json.writeValueAsString(placed))
            .param("state", json.writeValueAsString(c))
            .update();
    StaleState.requireOne(rows, "casualty " + c.id());
  }

  private Casualty read(String state) {
    return json.readValue(state, Casualty.class);
  }
}
