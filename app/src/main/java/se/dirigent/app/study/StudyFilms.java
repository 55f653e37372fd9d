package se.dirigent.app.study;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import se.dirigent.core.Refused;

/**
 * Days of runs to be watched, made when they are asked for: the same seed gives the same day, so
 * nothing is lost when one is forgotten.
 */
final class StudyFilms implements AutoCloseable {
  /** A day of the largest region is a few megabytes. */
  private static final int KEPT_MAX = 8;

  /** A film takes some seconds; who comes after these asks again. */
  private static final int WAITING_MAX = 4;

  private static final long SECONDS_MAX = 120;

  private final ExecutorService worker =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_MAX), StudyFilms::thread);
  private final Map<Wanted, Future<byte[]>> films = new LinkedHashMap<>();

  /**
   * A day of a run.
   *
   * @param scenario from 0
   * @param run from 0
   * @param day from 1
   */
  record Wanted(UUID study, int scenario, int run, int day) {}

  private static Thread thread(Runnable work) {
    return Thread.ofPlatform().daemon().name("study-film").unstarted(work);
  }

  /**
   * The film as JSON, see {@link se.dirigent.app.study.outcome.FilmFile}; empty while it is being
   * made.
   */
  Optional<byte[]> find(Study.Plan plan, Wanted wanted) {
    Future<byte[]> film = film(plan, wanted);
    if (!film.isDone()) {
      return Optional.empty();
    }
    try {
      return Optional.of(film.get());
    } catch (ExecutionException failed) {
      forget(wanted);
      throw new IllegalStateException("the film cannot be made", failed.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private synchronized Future<byte[]> film(Study.Plan plan, Wanted wanted) {
    Future<byte[]> known = films.get(wanted);
    if (known != null) {
      return known;
    }
    FutureTask<byte[]> task = new FutureTask<>(() -> make(plan, wanted));
    try {
      worker.execute(task);
    } catch (RejectedExecutionException full) {
      throw Refused.state("study.filmsFull", "", Map.of("max", Integer.toString(WAITING_MAX)));
    }
    films.put(wanted, task);
    if (films.size() > KEPT_MAX + WAITING_MAX) {
      films.remove(films.keySet().iterator().next());
    }
    return task;
  }

  private synchronized void forget(Wanted wanted) {
    films.remove(wanted);
  }

  private static byte[] make(Study.Plan plan, Wanted wanted)
      throws IOException, InterruptedException {
    try (StudyProcess process =
        StudyProcess.film(plan, wanted.scenario(), wanted.run(), wanted.day())) {
      if (!process.ended(TimeUnit.SECONDS.toMillis(SECONDS_MAX)) || !process.succeeded()) {
        throw new IllegalStateException(process.said());
      }
      return process.written();
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
