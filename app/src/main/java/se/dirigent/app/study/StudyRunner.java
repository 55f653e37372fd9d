package se.dirigent.app.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import se.dirigent.app.study.Study.State;

/** Runs studies one at a time, the one that has waited longest first. */
final class StudyRunner implements AutoCloseable {
  /** A longer study is asked for in parts, or run by the command line. */
  private static final Duration TIME_MAX = Duration.ofHours(1);

  private static final long BEAT_MILLIS = 500;

  /** Another service on the same database may have got a study, or left one. */
  private static final long LOOK_SECONDS = 5;

  private static final long STOP_MILLIS_MAX = 10_000;

  private static final System.Logger LOG = System.getLogger("dirigent.study");

  private final StudyRepository studies;
  private final int threads;
  private final Semaphore asked = new Semaphore(0);
  private final Thread thread;
  private volatile boolean stopping;

  /**
   * Begins.
   *
   * @param threads runs at once; one core is left to the service
   */
  StudyRunner(StudyRepository studies, int threads) {
    this.studies = studies;
    this.threads = threads;
    this.thread = Thread.ofPlatform().daemon().name("study-runner").start(this::work);
  }

  /** Says that a study waits. */
  void wake() {
    asked.release();
  }

  private void work() {
    while (!stopping) {
      try {
        studies.cutSilent();
        Optional<Study> next = studies.claim();
        if (next.isPresent()) {
          run(next.get());
          studies.prune();
        } else if (asked.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS)) {
          asked.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // The database may be away; the study that ran is cut when it has been silent.
        LOG.log(System.Logger.Level.WARNING, "studies wait: {0}", e.toString());
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(Duration.ofSeconds(LOOK_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Study study) throws InterruptedException {
    long began = System.nanoTime();
    try (StudyProcess process = StudyProcess.start(study.plan(), threads)) {
      while (!process.ended(BEAT_MILLIS)) {
        double seconds = (System.nanoTime() - began) / 1e9;
        if (!studies.beat(study.id(), process.done(), seconds)) {
          return; // Somebody has ended it.
        }
        if (stopping || seconds > TIME_MAX.toSeconds()) {
          studies.end(study.id(), State.CUT, "", "");
          return;
        }
      }
      studies.beat(study.id(), process.done(), (System.nanoTime() - began) / 1e9);
      if (process.succeeded()) {
        String findings = new String(process.written(), StandardCharsets.UTF_8);
        studies.end(study.id(), State.DONE, "", findings);
      } else if (process.killed()) {
        studies.end(study.id(), State.CUT, "", "");
      } else {
        studies.end(study.id(), State.FAILED, process.said(), "");
      }
    } catch (IOException e) {
      studies.end(study.id(), State.FAILED, e.toString(), "");
    }
  }

  @Override
  public void close() throws InterruptedException {
    stopping = true;
    wake();
    thread.join(STOP_MILLIS_MAX);
  }
}
