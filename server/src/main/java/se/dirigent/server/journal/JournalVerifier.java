package se.dirigent.server.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import se.dirigent.core.geo.RegionCode;

/** Reads a region's whole journal and checks that its chain is unbroken. */
@Component
public class JournalVerifier {
  /** Rows held at a time: some megabytes. */
  private static final int BATCH = 5_000;

  private final JdbcClient client;

  JournalVerifier(JdbcClient client) {
    this.client = client;
  }

  /**
   * What was found.
   *
   * @param entries entries that were checked and right
   * @param whole whether every entry follows the one before and the head is the last of them
   * @param brokenAt number of the first entry that is wrong or missing, or null
   * @param hash of the last right entry, in hexadecimal, to be kept outside the system
   */
  public record Verification(long entries, boolean whole, @Nullable Long brokenAt, String hash) {}

  /**
   * Verifies the chain against one snapshot of the database.
   *
   * @param checked told how many entries have been right so far; what it throws ends the work
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public Verification verify(RegionCode region, LongConsumer checked) {
    JournalChain chain = new JournalChain(region.value());
    List<JournalChain.Row> rows;
    do {
      rows = rows(region, chain.seq());
      for (JournalChain.Row row : rows) {
        if (!chain.follows(row)) {
          return result(chain, false);
        }
      }
      checked.accept(chain.seq());
    } while (rows.size() == BATCH);
    return result(chain, headIs(region, chain));
  }

  private static Verification result(JournalChain chain, boolean whole) {
    return new Verification(
        chain.seq(), whole, whole ? null : chain.seq() + 1, HexFormat.of().formatHex(chain.hash()));
  }

  private boolean headIs(RegionCode region, JournalChain chain) {
    return client
        .sql("select seq, hash from journal_head where region = ?")
        .param(region.value())
        .query((rs, _) ->
            rs.getLong("seq") == chain.seq() && Arrays.equals(rs.getBytes("hash"), chain.hash()))
        .optional()
        .orElse(chain.seq() == 0);
  }

  private List<JournalChain.Row> rows(RegionCode region, long after) {
    return client
        .sql(
            """
            select seq, at, actor, type, incident, unit, assignment, command, data, hash
            from journal where region = ? and seq > ? order by seq limit ?
            """)
        .params(region.value(), after, BATCH)
        .query((rs, _) -> row(rs))
        .list();
  }

  private static JournalChain.Row row(ResultSet rs) throws SQLException {
    return new JournalChain.Row(
        rs.getLong("seq"),
        rs.getObject("at", OffsetDateTime.class).toInstant(),
        rs.getString("actor"),
        rs.getString("type"),
        rs.getString("incident"),
        rs.getString("unit"),
        rs.getString("assignment"),
        rs.getObject("command", UUID.class),
        rs.getString("data"),
        rs.getBytes("hash"));
  }
}
