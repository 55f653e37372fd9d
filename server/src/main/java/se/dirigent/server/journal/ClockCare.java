package se.dirigent.server.journal;

import jakarta.annotation.PostConstruct;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.dirigent.server.platform.SteadyClock;
import se.dirigent.server.platform.web.HealthPart;

/**
 * Lets the clock go on from the journal's last entry when the machine's was set back while the
 * service stood still, and tells at {@code /health} when they disagree.
 */
@Component
class ClockCare implements HealthPart {
  /**
   * A journal further ahead than this was written by a clock that was wrong by more than a mistake
   * of summer time: it is not followed, and somebody must look.
   */
  private static final Duration AHEAD_MAX = Duration.ofHours(2);

  private static final Logger LOG = LoggerFactory.getLogger(ClockCare.class);

  private final JdbcClient client;
  private final InstantSource clock;

  ClockCare(JdbcClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  @PostConstruct
  void goOnFromJournal() {
    if (!(clock instanceof SteadyClock steady)) {
      return;
    }
    client
        .sql(
            """
            select max(j.at) from journal_head h join journal j
              on j.region = h.region and j.seq = h.seq
            """)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant)
        .ifPresent(last -> goOn(steady, last));
  }

  private static void goOn(SteadyClock steady, Instant last) {
    Duration ahead = Duration.between(steady.instant(), last);
    if (ahead.compareTo(AHEAD_MAX) > 0) {
      LOG.error("The journal's last entry, {}, is {} ahead of the machine's clock", last, ahead);
    } else {
      steady.goOnFrom(last);
    }
  }

  @Override
  public String name() {
    return "clock";
  }

  /** {@code UP}, or by how much the service's clock is ahead of the machine's. */
  @Override
  public Object check() {
    Duration ahead = clock instanceof SteadyClock steady ? steady.ahead() : Duration.ZERO;
    return ahead.isZero() ? "UP" : ahead.toSeconds() + " s ahead of the machine's clock";
  }
}
