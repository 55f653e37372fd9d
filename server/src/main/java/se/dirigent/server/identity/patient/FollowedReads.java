package se.dirigent.server.identity.patient;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.patient.PatientReads.Action;

/**
 * Logs the reading of lists that a page asks for every few seconds while somebody has it open: a
 * line when that begins, as for a stream, and another for each hour it goes on. A line every few
 * seconds would hide in its own noise who read what; which patients were in the list at a moment
 * the journal tells.
 */
@Component
public class FollowedReads {
  /** Who has not asked for so long has left: a browser asks once a minute for a hidden page. */
  private static final long GONE_NANOS = Duration.ofMinutes(2).toNanos();

  private static final long AGAIN_NANOS = Duration.ofHours(1).toNanos();

  /** More than all users have views open; beyond it each question is a line. */
  private static final int KEPT_MAX = 10_000;

  private final PatientReads reads;
  private final TransactionTemplate transaction;
  private final LongSupplier nanos;
  private final Map<Question, Following> followings = new ConcurrentHashMap<>();

  private record Question(RegionCode region, String username, String purpose, String asked) {}

  /** Begun with a line in the log, and asked last, by the machine's clock in nanoseconds. */
  private record Following(long begun, long last) {}

  @Autowired
  FollowedReads(PatientReads reads, TransactionTemplate transaction) {
    // The machine's own clock: the service's may go many times as fast in a demonstration.
    this(reads, transaction, System::nanoTime);
  }

  FollowedReads(PatientReads reads, TransactionTemplate transaction, LongSupplier nanos) {
    this.reads = reads;
    this.transaction = transaction;
    this.nanos = nanos;
  }

  /**
   * Logs that a list of patients is read, before it is. When the line cannot be written this
   * throws, and the read must not be answered.
   *
   * @param purpose why, as {@link PatientReads#record} takes it
   * @param asked which list; the same words for the same list
   */
  public void follow(RegionCode region, Actor actor, String purpose, String asked) {
    Question question = new Question(region, actor.username(), purpose, asked);
    long now = nanos.getAsLong();
    Following before = followings.get(question);
    if (before != null && now - before.last() < GONE_NANOS && now - before.begun() < AGAIN_NANOS) {
      followings.put(question, new Following(before.begun(), now));
      return;
    }
    transaction.executeWithoutResult(
        _ -> reads.record(region, actor, purpose, "*", null, Action.READ, asked));
    followings.values().removeIf(f -> now - f.last() >= GONE_NANOS);
    // Only what is in the log for certain is remembered as being there.
    if (followings.size() < KEPT_MAX) {
      followings.put(question, new Following(now, now));
    }
  }
}
