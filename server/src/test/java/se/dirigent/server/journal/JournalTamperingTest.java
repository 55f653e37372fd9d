package se.dirigent.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.dirigent.server.journal.JournalChain.Row;
import se.dirigent.server.platform.TestDatabase;

/** A copied journal falsified ten thousand times at random: every time it is found. */
class JournalTamperingTest {

  private static final String REGION = "test";
  private static final int COMMANDS = 80;
  private static final int TAMPERINGS = 10_000;

  private static final TestDatabase DATABASE = TestDatabase.migrated(JournalTamperingTest.class);

  private static List<Row> journal = List.of();
  private static byte[] head = new byte[0];

  @BeforeAll
  static void writeJournal() throws SQLException {
    RandomGenerator random = new SplittableRandom(7);
    try (Connection connection = DATABASE.dataSource().getConnection()) {
      try (PreparedStatement statement =
          connection.prepareStatement("insert into journal_head values (?, 0, ?)")) {
        statement.setString(1, REGION);
        statement.setBytes(2, JournalChain.GENESIS);
        statement.execute();
      }
      for (int i = 0; i < COMMANDS; i++) {
        append(connection, i, random);
      }
      journal = rows(connection);
      head = head(connection);
    }
  }

  @AfterAll
  static void drop() {
    DATABASE.close();
  }

  /** 1. What SQL appended, Java finds whole: both hash the same bytes. */
  @Test
  void t01_untouched() {
    assertTrue(journal.size() > COMMANDS);
    assertTrue(isWhole(journal));
  }

  /** 2. Every kind of falsification, ten thousand in all. */
  @Test
  void t02_tenThousandTamperings() {
    RandomGenerator random = new SplittableRandom(11);
    Map<Tampering, Integer> found = new EnumMap<>(Tampering.class);
    for (int i = 0; i < TAMPERINGS; i++) {
      Tampering tampering = Tampering.values()[i % Tampering.values().length];
      int number = i;
      assertFalse(
          isWhole(tampering.apply(journal, random)),
          () -> tampering + ", the number " + number + ", was not found");
      found.merge(tampering, 1, Integer::sum);
    }
    assertEquals(TAMPERINGS, found.values().stream().mapToInt(Integer::intValue).sum());
  }

  /** The check of {@link JournalVerifier}, on a copy: every link, and the head at the end. */
  private static boolean isWhole(List<Row> rows) {
    JournalChain chain = new JournalChain(REGION);
    for (Row row : rows) {
      if (!chain.follows(row)) {
        return false;
      }
    }
    return chain.seq() == journal.size() && Arrays.equals(chain.hash(), head);
  }

  /** One to four entries under one command, some without a subject. */
  private static void append(Connection connection, int number, RandomGenerator random)
      throws SQLException {
    int entries = random.nextInt(1, 5);
    List<String> types = new ArrayList<>();
    List<@Nullable String> incidents = new ArrayList<>();
    List<@Nullable String> units = new ArrayList<>();
    List<@Nullable String> assignments = new ArrayList<>();
    List<String> data = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      types.add(List.of("NoteAdded", "UnitAssigned", "MilestonePassed").get(random.nextInt(3)));
      incidents.add(random.nextInt(3) == 0 ? null : "sos:2026-11-22:" + number);
      units.add(random.nextBoolean() ? null : "23-1110");
      assignments.add(random.nextBoolean() ? null : "sos:2026-11-22:" + number + ":1");
      data.add("{\"text\":\"Åre %d, «%d»\"}".formatted(number, random.nextLong()));
    }
    try (PreparedStatement statement =
        connection.prepareStatement("select journal_append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setString(1, REGION);
      Instant at = Instant.parse("2026-11-22T12:00:00.123Z").plusSeconds(number);
      statement.setObject(2, at.atOffset(ZoneOffset.UTC));
      statement.setString(3, "demo.dirigent");
      statement.setObject(4, new UUID(random.nextLong(), random.nextLong()));
      statement.setBytes(5, new byte[32]);
      statement.setString(6, "thing");
      statement.setArray(7, connection.createArrayOf("text", types.toArray()));
      statement.setArray(8, connection.createArrayOf("text", incidents.toArray()));
      statement.setArray(9, connection.createArrayOf("text", units.toArray()));
      statement.setArray(10, connection.createArrayOf("text", assignments.toArray()));
      statement.setArray(11, connection.createArrayOf("text", data.toArray()));
      statement.execute();
    }
  }

  private static List<Row> rows(Connection connection) throws SQLException {
    String sql =
        """
        select seq, at, actor, type, incident, unit, assignment, command, data, hash
        from journal where region = ? order by seq
        """;
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, REGION);
      try (ResultSet rs = statement.executeQuery()) {
        while (rs.next()) {
          rows.add(
              new Row(
                  rs.getLong("seq"),
                  rs.getObject("at", OffsetDateTime.class).toInstant(),
                  rs.getString("actor"),
                  rs.getString("type"),
                  rs.getString("incident"),
                  rs.getString("unit"),
                  rs.getString("assignment"),
                  rs.getObject("command", UUID.class),
                  rs.getString("data"),
                  rs.getBytes("hash")));
        }
      }
    }
    return rows;
  }

  private static byte[] head(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select hash from journal_head where region = ?")) {
      statement.setString(1, REGION);
      try (ResultSet rs = statement.executeQuery()) {
        assertTrue(rs.next());
        return rs.getBytes(1);
      }
    }
  }
}
