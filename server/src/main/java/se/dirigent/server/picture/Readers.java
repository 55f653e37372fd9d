package se.dirigent.server.picture;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import se.dirigent.server.platform.problem.Fault;
import se.dirigent.server.platform.problem.RequestRefused;

/** Counts those who follow the live stream. Safe for use by many threads. */
final class Readers {
  /**
   * In the service. Each holds one of the connections that commands come over, of which there are
   * some thousands, and a megabyte or two while its snapshot is on the way. The desks of all 21
   * regions are a few hundred.
   */
  static final int ALL_MAX = 1_000;

  /**
   * Of one user: a person has a handful of windows, a program one line for each region, and lines
   * that were hung up count until the next write finds out, some seconds. Without it one page that
   * opens lines and forgets them would keep everybody else out.
   */
  static final int OF_USER_MAX = 250;

  /** Seconds until a refused reader may try again: lines that were lost are found by then. */
  private static final Map<String, String> LATER = Map.of("Retry-After", "5");

  /** A quarter of the connections: the rest are for commands. */
  private static final int COMING_MAX = 4;

  /** At four at a time, a thousand readers' comings are written in some seconds. */
  private static final int TURN_SECONDS_MAX = 20;

  private final Semaphore coming = new Semaphore(COMING_MAX, true);
  private final Map<String, Integer> byUser = new HashMap<>();
  private int all;

  /**
   * Lets a reader in.
   *
   * @throws RequestRefused 429 {@code stream.user} or 503 {@code stream.full}
   */
  synchronized void enter(String user) {
    int own = byUser.getOrDefault(user, 0);
    if (own >= OF_USER_MAX) {
      var values = Map.of("max", String.valueOf(OF_USER_MAX));
      throw new RequestRefused(new Fault(429, "stream.user", "", values, LATER));
    }
    if (all >= ALL_MAX) {
      var values = Map.of("max", String.valueOf(ALL_MAX));
      throw new RequestRefused(new Fault(503, "stream.full", "", values, LATER));
    }
    byUser.put(user, own + 1);
    all++;
  }

  /**
   * Does what a reader's coming asks of the database, with few others at once. When a centre's
   * screens come back together after an outage, commands must not queue behind them for a
   * connection.
   *
   * @throws RequestRefused 503 {@code stream.rush} when its turn did not come in time
   */
  void oneOfFew(Runnable work) {
    boolean turn = false;
    try {
      turn = coming.tryAcquire(TURN_SECONDS_MAX, TimeUnit.SECONDS);
      if (!turn) {
        throw new RequestRefused(new Fault(503, "stream.rush", "", Map.of(), LATER));
      }
      work.run();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new RequestRefused(new Fault(503, "stream.rush", "", Map.of(), LATER));
    } finally {
      if (turn) {
        coming.release();
      }
    }
  }

  /** Gives a reader's place back. */
  synchronized void leave(String user) {
    byUser.computeIfPresent(user, (_, own) -> own == 1 ? null : own - 1);
    all--;
  }
}
