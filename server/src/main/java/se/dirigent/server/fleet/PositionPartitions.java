package se.dirigent.server.fleet;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps one table a day of position history: makes the next ones, drops the oldest. */
@Component
class PositionPartitions {
  private static final String PREFIX = "position_history_";

  private final JdbcClient client;
  private final InstantSource clock;
  private final int daysKept;

  /**
   * @param daysKept days of history before today [assumption: 30, for the region to set]
   */
  PositionPartitions(
      JdbcClient client,
      InstantSource clock,
      @Value("${dirigent.position-history-days:30}") int daysKept) {
    this.client = client;
    this.clock = clock;
    this.daysKept = daysKept;
  }

  @Scheduled(fixedDelay = 3_600_000)
  void turn() {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    // Tomorrow's too, so that midnight never finds the table missing.
    List.of(today.plusDays(1), today.plusDays(2)).forEach(this::create);
    LocalDate oldestDay = today.minusDays(daysKept);
    String oldest = name(oldestDay);
    // What came before its day had a table of its own, as on an installation's first day.
    client
        .sql("delete from position_history_rest where at < ?")
        .param(oldestDay.atStartOfDay().atOffset(ZoneOffset.UTC))
        .update();
    client
        .sql("select inhrelid::regclass::text from pg_inherits where inhparent = ?::regclass")
        .param("position_history")
        .query(String.class)
        .list()
        .stream()
        .filter(n -> n.matches(PREFIX + "[0-9]{8}") && n.compareTo(oldest) < 0)
        .forEach(n -> client.sql("drop table " + n).update());
  }

  /** Only days ahead are made: the rest table may already hold rows of today. */
  private void create(LocalDate day) {
    client
        .sql(
            """
            create table if not exists %s partition of position_history
              for values from ('%s') to ('%s')
            """
                .formatted(name(day), day + "T00:00Z", day.plusDays(1) + "T00:00Z"))
        .update();
  }

  private static String name(LocalDate day) {
    return PREFIX + day.toString().replace("-", "");
  }
}
