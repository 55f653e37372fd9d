package se.dirigent.server.platform.postgres;

import java.nio.file.Path;

/**
 * PostgreSQL inside the server: unpacked, made, started and stopped by us, its files in the data
 * folder. The launcher that comes with the binaries turns {@code fsync} off; this one cannot.
 *
 * <p>What survives what: a commit that was answered survives a kill of the server, a kill of
 * PostgreSQL and a power cut. A killed server leaves PostgreSQL running; the next start adopts it.
 */
public final class EmbeddedPostgres {

  private EmbeddedPostgres() {}

  /**
   * Makes the data folder when it is missing, and refuses one that another server holds: to be
   * asked before anything else is begun or written there. Who comes in between is met by the lock
   * itself.
   *
   * @throws PostgresFailure when the folder is in use or cannot be made; the message says what to
   *     do
   */
  public static void requireFree(Path dataFolder) {
    PostgresFolder folder = PostgresFolder.prepare(dataFolder);
    FolderLock.take(folder.lockFile()).close();
  }

  /**
   * Starts PostgreSQL on {@code DATA/postgres}, or adopts the one already running there. The first
   * start in a folder unpacks the programs and makes the cluster (two to four seconds); later ones
   * take 0.2 to 0.6 s, plus recovery after a crash.
   *
   * @param dataFolder the server's data folder; made when it is missing
   * @return the running database; the caller closes it
   * @throws PostgresFailure when it cannot be started, another server holds the folder, or the
   *     account PostgreSQL runs as cannot reach it; the message says what to do
   */
  public static RunningPostgres start(Path dataFolder) {
    ServerAccount account = ServerAccount.current();
    PostgresFolder folder = PostgresFolder.prepare(dataFolder);
    FolderLock lock = FolderLock.take(folder.lockFile());
    boolean started = false;
    try {
      account.requireReach(folder.root());
      PostgresBinaries binaries = PostgresBinaries.in(folder);
      PostgresCluster cluster = PostgresCluster.open(folder, account, binaries);
      Postmaster postmaster = Postmaster.startOrAdopt(cluster);
      postmaster.ensureDatabase(RunningPostgres.DATABASE);
      RunningPostgres running = new RunningPostgres(lock, postmaster);
      started = true;
      return running;
    } finally {
      if (!started) {
        lock.close();
      }
    }
  }
}
