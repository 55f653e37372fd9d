package se.dirigent.server.platform.postgres;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded PostgreSQL while it runs. Watches the process and starts it again when it ends
 * without being asked to: a centre must not stay without its database because something killed it.
 * The port stays the same, so a connection pool finds its way back by itself.
 */
public final class RunningPostgres implements AutoCloseable {

  /** The database everything of ours lives in. */
  static final String DATABASE = "dirigent";

  private static final Logger LOG = LoggerFactory.getLogger(RunningPostgres.class);

  /**
   * Pause after a failed restart, doubled each time. There is no last attempt: without its database
   * the server can do nothing else, and once in ten seconds loads nobody.
   */
  private static final Duration RETRY_FIRST = Duration.ofMillis(200);

  private static final Duration RETRY_MAX = Duration.ofSeconds(10);

  private final FolderLock lock;
  private final Thread watch;
  private volatile Postmaster postmaster;
  private volatile boolean closing;

  RunningPostgres(FolderLock lock, Postmaster postmaster) {
    this.lock = lock;
    this.postmaster = postmaster;
    this.watch = Thread.ofPlatform().daemon().name("postgres-watch").start(this::watch);
  }

  /** JDBC address of our database, without user and password. */
  public String jdbcUrl() {
    return jdbcUrl(DATABASE);
  }

  /** JDBC address of another database in the same cluster. */
  public String jdbcUrl(String database) {
    return PostgresCluster.jdbcUrl(postmaster.port(), database);
  }

  /** The database user, owner of everything. */
  public String user() {
    return PostgresCluster.USER;
  }

  /** That user's password. */
  public String password() {
    return postmaster.cluster().password();
  }

  /** Process id of the postmaster; another one after a restart. */
  public long pid() {
    return postmaster.process().pid();
  }

  private void watch() {
    Duration pause = RETRY_FIRST;
    try {
      while (!closing) {
        postmaster.process().onExit().join();
        if (closing) {
          return;
        }
        if (restart()) {
          pause = RETRY_FIRST;
        } else {
          Thread.sleep(pause);
          pause =
              pause.multipliedBy(2).compareTo(RETRY_MAX) > 0 ? RETRY_MAX : pause.multipliedBy(2);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean restart() {
    if (closing) {
      return true;
    }
    LOG.error("PostgreSQL, process {}, ended by itself; starting it again", pid());
    try {
      postmaster = Postmaster.startOrAdopt(postmaster.cluster());
      LOG.info("PostgreSQL runs again as process {}", pid());
      return true;
    } catch (RuntimeException e) {
      LOG.error("PostgreSQL could not be started again", e);
      return false;
    }
  }

  /**
   * Stops PostgreSQL in good order and lets go of the data folder. Waits at most 40 s. Further
   * calls do nothing.
   *
   * @throws PostgresFailure when it cannot be stopped; the folder then stays locked
   */
  @Override
  public void close() {
    if (closing) {
      return;
    }
    closing = true;
    synchronized (this) {
      watch.interrupt();
      postmaster.stop();
      lock.close();
    }
  }
}
