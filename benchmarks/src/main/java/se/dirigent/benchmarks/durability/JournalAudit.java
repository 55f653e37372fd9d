package se.dirigent.benchmarks.durability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the client's own book with the rows of the database, past the server: every promised
 * command is in the journal exactly once, where its answer said, and no command is there that
 * nobody sent.
 */
final class JournalAudit {

  private final String url;
  private final String region;
  private final JsonMapper json = new JsonMapper();

  /**
   * @param data the server's data folder, with the embedded PostgreSQL running
   */
  JournalAudit(Path data, String region) throws IOException {
    Path postgres = data.resolve("postgres");
    String port = Files.readString(postgres.resolve("port")).strip();
    String password = Files.readString(postgres.resolve("password")).strip();
    this.url =
        "jdbc:postgresql://127.0.0.1:%s/dirigent?user=dirigent&password=%s"
            .formatted(port, password);
    this.region = region;
  }

  /** The id a command has in the journal: an intake's is made from the incident it names. */
  private UUID inJournal(Promise promise) {
    if (!promise.path().startsWith("intake/")) {
      return promise.command();
    }
    String incident = json.readTree(promise.answer()).get("id").asString();
    return UUID.nameUUIDFromBytes(("intake:" + incident).getBytes(StandardCharsets.UTF_8));
  }

  /** What a command left in the journal. */
  private record Trace(long first, long last, int entries) {}

  /** Everything that is not as promised; empty when all is well. */
  List<String> findings(List<Promise> promises) throws SQLException {
    List<String> findings = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url)) {
      Map<UUID, Trace> traces = traces(connection);
      Set<UUID> promised = new HashSet<>();
      for (Promise promise : promises) {
        promised.add(inJournal(promise));
        compare(promise, traces.get(inJournal(promise)), findings);
      }
      for (UUID command : sentByUs(connection)) {
        if (!promised.contains(command)) {
          findings.add("command " + command + " is in the journal and was never acknowledged");
        }
      }
      findings.addAll(gaps(connection));
      findings.addAll(doubles(connection));
    }
    return findings;
  }

  /** Promises that are not in the journal as they should be; other commands are not looked at. */
  List<String> lost(List<Promise> promises) throws SQLException {
    List<String> findings = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url)) {
      Map<UUID, Trace> traces = traces(connection);
      promises.forEach(promise -> compare(promise, traces.get(inJournal(promise)), findings));
      findings.addAll(gaps(connection));
      findings.addAll(doubles(connection));
    }
    return findings;
  }

  private void compare(Promise promise, @Nullable Trace trace, List<String> findings) {
    if (trace == null) {
      findings.add("LOST: %s %s".formatted(promise.path(), promise.answer()));
      return;
    }
    JsonNode answer = json.readTree(promise.answer());
    if (answer.get("seq").asLong() != trace.last()) {
      findings.add(
          "%s was answered %s but ends at %d"
              .formatted(promise.path(), promise.answer(), trace.last()));
    }
    if (trace.last() - trace.first() + 1 != trace.entries()) {
      findings.add("TWICE: the entries of %s are not together".formatted(promise.path()));
    }
  }

  private Map<UUID, Trace> traces(Connection connection) throws SQLException {
    Map<UUID, Trace> traces = new HashMap<>();
    String sql =
        "select command, min(seq), max(seq), count(*) from journal where region = ?"
            + " group by command";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, region);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          traces.put(
              rows.getObject(1, UUID.class),
              new Trace(rows.getLong(2), rows.getLong(3), rows.getInt(4)));
        }
      }
    }
    return traces;
  }

  private List<UUID> sentByUs(Connection connection) throws SQLException {
    String sql = "select distinct command from journal where region = ? and actor = 'bench'";
    List<UUID> commands = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, region);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          commands.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return commands;
  }

  /** The sequence has no hole and ends where the head says. */
  private List<String> gaps(Connection connection) throws SQLException {
    String sql =
        """
        select count(*), coalesce(max(seq), 0), (select seq from journal_head where region = ?)
        from journal where region = ?
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, region);
      statement.setString(2, region);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        boolean whole = rows.getLong(1) == rows.getLong(2) && rows.getLong(2) == rows.getLong(3);
        return whole
            ? List.of()
            : List.of(
                "GAP: %d entries, last %d, head %d"
                    .formatted(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
      }
    }
  }

  /** What can happen to an incident or an assignment only once did so only once. */
  private List<String> doubles(Connection connection) throws SQLException {
    String sql =
        """
        select type, incident, assignment, what, count(*) from (
          select type, incident, assignment,
            coalesce(data::jsonb ->> 'milestone', data::jsonb ->> 'text', '') as what
          from journal where region = ? and actor = 'bench' and type in
            ('IncidentOpened', 'NoteAdded', 'UnitAssigned', 'MilestonePassed', 'IncidentClosed')
        ) once group by 1, 2, 3, 4 having count(*) > 1
        """;
    List<String> findings = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, region);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          findings.add(
              "TWICE: %s of %s, %d times"
                  .formatted(rows.getString(1), rows.getString(2), rows.getInt(5)));
        }
      }
    }
    return findings;
  }
}
