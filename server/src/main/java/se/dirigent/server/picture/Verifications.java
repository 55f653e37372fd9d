package se.dirigent.server.picture;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.journal.Journal;
import se.dirigent.server.journal.JournalVerifier;
import se.dirigent.server.journal.JournalVerifier.Verification;
import se.dirigent.server.picture.VerificationState.Finished;
import se.dirigent.server.picture.VerificationState.Step;

/**
 * Verifies journals beside the service's work: a long journal takes minutes, longer than a request
 * may. The last result is kept, also over a restart; a hash to be trusted is written down
 * elsewhere.
 */
@Component
class Verifications {
  /** Longest wait at the end for one under way, which stops after the batch it is reading. */
  private static final int STOP_SECONDS_MAX = 10;

  private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);

  private final Journal journal;
  private final JournalVerifier chain;
  private final StateVerifier states;
  private final InstantSource clock;
  private final VerificationRepository kept;
  private final Map<RegionCode, Run> runs = new ConcurrentHashMap<>();

  /** One at a time: each holds a connection and a region's whole state, and reads a lot. */
  private final Semaphore turn = new Semaphore(1, true);

  private volatile boolean stopping;

  Verifications(
      Journal journal,
      JournalVerifier chain,
      StateVerifier states,
      InstantSource clock,
      VerificationRepository kept) {
    this.kept = kept;
    this.journal = journal;
    this.chain = chain;
    this.states = states;
    this.clock = clock;
  }

  /** Begins one, unless one is running already; either way tells how far it has come. */
  synchronized VerificationState start(RegionCode region) {
    Run run = runs.get(region);
    if (run == null || !run.running) {
      run = begin(region, journal.head(region), run == null ? kept.find(region) : run.last);
      runs.put(region, run);
    }
    return run.state();
  }

  private Run begin(RegionCode region, long entries, @Nullable Finished last) {
    Run run = new Run(clock.instant(), entries, last);
    Thread.ofVirtual().name("verification-" + region).start(() -> carryOut(region, run));
    return run;
  }

  /** How far the latest has come. */
  VerificationState state(RegionCode region) {
    Run run = runs.get(region);
    return run != null
        ? run.state()
        : new VerificationState(
            false, null, Step.CHAIN, 0, journal.head(region), kept.find(region));
  }

  private void carryOut(RegionCode region, Run run) {
    try {
      turn.acquire();
      try {
        run.last = verify(region, run);
      } finally {
        turn.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (CancellationException e) {
      LOG.info("the verification of {} was not finished: {}", region, e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("the verification of {} broke off", region, e);
    } finally {
      run.running = false;
    }
  }

  private Finished verify(RegionCode region, Run run) {
    run.at(Step.CHAIN, 0);
    Verification found = chain.verify(region, checked -> run.at(Step.CHAIN, checked));
    run.at(Step.TABLES, 0);
    List<String> differences = states.differences(region, checked -> run.at(Step.TABLES, checked));
    if (!found.whole() || !differences.isEmpty()) {
      LOG.error("the journal of {} is not whole: {} {}", region, found, differences);
    }
    Finished finished = new Finished(run.startedAt, clock.instant(), found, differences);
    kept.save(region, finished);
    return finished;
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    var _ = turn.tryAcquire(STOP_SECONDS_MAX, TimeUnit.SECONDS);
  }

  /** One verification; its own thread writes, requests read. */
  private final class Run {
    private final Instant startedAt;
    private final long entries;
    private volatile boolean running = true;
    private volatile Step step = Step.CHAIN;
    private volatile long checked;
    private volatile @Nullable Finished last;

    Run(Instant startedAt, long entries, @Nullable Finished last) {
      this.startedAt = startedAt;
      this.entries = entries;
      this.last = last;
    }

    void at(Step step, long checked) {
      if (stopping) {
        throw new CancellationException("the service is stopping");
      }
      this.step = step;
      this.checked = checked;
    }

    VerificationState state() {
      // First: who reads that it has ended must see its result.
      boolean still = running;
      return new VerificationState(still, startedAt, step, checked, entries, last);
    }
  }
}
