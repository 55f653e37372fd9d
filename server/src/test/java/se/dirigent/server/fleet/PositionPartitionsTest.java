package se.dirigent.server.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.dirigent.server.platform.TestDatabase;

/** Where units were is kept for as many days as the region says, and not for longer. */
class PositionPartitionsTest {
  private static final Instant FIRST_DAY = Instant.parse("2026-11-22T10:00:00Z");
  private static final int DAYS_KEPT = 30;

  private final TestDatabase database = TestDatabase.migrated(PositionPartitionsTest.class);
  private final JdbcClient client = JdbcClient.create(database.dataSource());

  @AfterEach
  void drop() {
    database.close();
  }

  /** The hourly turn on a day after the first. */
  private void turn(int day) {
    InstantSource clock = InstantSource.fixed(at(day));
    new PositionPartitions(client, clock, DAYS_KEPT).turn();
  }

  private static Instant at(int day) {
    return FIRST_DAY.plus(Duration.ofDays(day));
  }

  private void report(int day) {
    client
        .sql("insert into position_history values ('jamtland-harjedalen', '23-3311', ?, 63, 14, 0)")
        .param(at(day).atOffset(ZoneOffset.UTC))
        .update();
  }

  private List<String> tables() {
    return client
        .sql("select tableoid::regclass::text from position_history order by at")
        .query(String.class)
        .list();
  }

  @Test
  void s1TheFirstDayGoesToTheRestAndTheNextHasATable() {
    turn(0);
    report(0);
    report(1);
    assertEquals(List.of("position_history_rest", "position_history_20261123"), tables());
  }

  @Test
  void s2NothingIsDroppedWithinItsDays() {
    turn(0);
    report(0);
    report(1);
    turn(DAYS_KEPT);
    assertEquals(2, tables().size());
  }

  @Test
  void s3TheFirstDayIsDroppedLikeAnyOther() {
    turn(0);
    report(0);
    report(1);
    turn(DAYS_KEPT + 1);
    assertEquals(List.of("position_history_20261123"), tables());
    turn(DAYS_KEPT + 2);
    assertEquals(List.of(), tables());
  }
}
