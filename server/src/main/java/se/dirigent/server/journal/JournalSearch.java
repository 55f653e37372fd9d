package se.dirigent.server.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.dirigent.core.geo.RegionCode;

/** Finds entries by time and by what they are about. */
@Repository
public class JournalSearch {
  private static final String COLUMNS =
      "seq, at, actor, type, incident, unit, assignment, command, data";

  private final JdbcClient client;
  private final Journal journal;

  JournalSearch(JdbcClient client, Journal journal) {
    this.client = client;
    this.journal = journal;
  }

  /**
   * What is looked for; null means all.
   *
   * @param incident its identity, whole or a part of it
   */
  public record Filter(
      @Nullable String actor,
      @Nullable String incident,
      @Nullable String unit,
      @Nullable String type) {}

  /**
   * The last entry decided at or before a moment, 0 when there is none. Sequence numbers have no
   * gaps and run with time (but for commands that overtook each other by milliseconds), so halving
   * finds it in a journal of any length in some twenty looks at the primary key.
   */
  public long lastAt(RegionCode region, Instant at) {
    long low = 0;
    long high = journal.head(region);
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (journal.at(region, middle).isAfter(at)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return low;
  }

  /** Entries of the types after one number and up to another, in order. */
  public List<Entry> ofTypes(
      RegionCode region, long after, long until, Collection<String> types, int limit) {
    return client
        .sql(
            """
            select %s from journal
            where region = ? and seq > ? and seq <= ? and type = any (?) order by seq limit ?
            """
                .formatted(COLUMNS))
        .params(region.value(), after, until, types.toArray(String[]::new), limit)
        .query((rs, _) -> journal.entry(rs))
        .list();
  }

  /**
   * Entries of the types after one number, but for those of the actors, in order; of many the
   * latest.
   */
  public List<Entry> byOthers(
      RegionCode region,
      long after,
      Collection<String> actors,
      Collection<String> types,
      int limit) {
    return client
        .sql(
            """
            select %s from journal
            where region = ? and seq > ? and actor <> all (?) and type = any (?)
            order by seq desc limit ?
            """
                .formatted(COLUMNS))
        .params(
            region.value(),
            after,
            actors.toArray(String[]::new),
            types.toArray(String[]::new),
            limit)
        .query((rs, _) -> journal.entry(rs))
        .list()
        .reversed();
  }

  /** Entries after one number and up to another that fit the filter, the latest first. */
  public List<Entry> find(RegionCode region, long after, long until, Filter filter, int limit) {
    return client
        .sql(
            """
            select %s from journal
            where region = :region and seq > :after and seq <= :until
              and (:actor::text is null or actor = :actor)
              and (:incident::text is null or strpos(incident, :incident) > 0)
              and (:unit::text is null or unit = :unit)
              and (:type::text is null or type = :type)
            order by seq desc limit :limit
            """
                .formatted(COLUMNS))
        .param("region", region.value())
        .param("after", after)
        .param("until", until)
        .param("actor", filter.actor())
        .param("incident", filter.incident())
        .param("unit", filter.unit())
        .param("type", filter.type())
        .param("limit", Math.clamp(limit, 1, Journal.PAGE_MAX))
        .query((rs, _) -> journal.entry(rs))
        .list();
  }
}
