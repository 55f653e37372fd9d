package se.dirigent.server.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A table of numbers, one commit each, to count what survives. */
record Rows(RunningPostgres postgres) {

  void add(int count) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists counted (n serial primary key)");
      for (int i = 0; i < count; i++) {
        statement.execute("insert into counted default values");
      }
    }
  }

  int count() throws SQLException {
    return Integer.parseInt(ask("select count(*) from counted"));
  }

  String ask(String query) throws SQLException {
    return list(query).getFirst();
  }

  List<String> list(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(String.valueOf(rows.getString(1)));
      }
      return all;
    }
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }
}
