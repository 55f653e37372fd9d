package se.dirigent.server.picture;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.server.journal.JournalVerifier.Verification;

/**
 * How far the verification of a region's journal has come. One that is not running and whose
 * beginning is not that of the last finished broke off; it can be started again.
 *
 * @param running whether one is under way or waits its turn
 * @param startedAt when the latest was begun, or null when none was since the service started
 * @param step what it reads the journal for
 * @param checked entries it has read in this step
 * @param entries entries there were when it began; there may be some more at its end
 * @param last the last that was finished, perhaps before the service was started, or null
 */
record VerificationState(
    boolean running,
    @Nullable Instant startedAt,
    Step step,
    long checked,
    long entries,
    @Nullable Finished last) {

  /** What the journal is read for: each entry once in each step. */
  enum Step {
    CHAIN,
    TABLES
  }

  /**
   * What a verification found.
   *
   * @param chain whether the past is as it was written
   * @param differences what the tables hold otherwise than the journal tells; empty when nothing
   */
  record Finished(
      Instant startedAt, Instant finishedAt, Verification chain, List<String> differences) {}
}
