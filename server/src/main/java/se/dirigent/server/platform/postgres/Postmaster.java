package se.dirigent.server.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL process proven to serve our cluster: it accepted our password and named our data
 * folder.
 *
 * @param cluster what it serves
 * @param process the postmaster; not always a child of ours
 * @param port TCP port on loopback
 */
record Postmaster(PostgresCluster cluster, ProcessHandle process, int port) {

  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

  /** Recovery replays at most about 1 GB of log ({@code max_wal_size}): minutes on a slow disk. */
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  /** Backends of a killed postmaster notice within milliseconds; one in a long sort later. */
  private static final Duration ORPHANS_LIMIT = Duration.ofSeconds(20);

  /** How long a process that looks like ours may refuse to prove it. */
  private static final Duration PROOF_LIMIT = Duration.ofSeconds(15);

  private static final Duration FAST_STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration IMMEDIATE_STOP_LIMIT = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(10);

  /** A port may be taken between our look and PostgreSQL's: try a few before giving up. */
  private static final int START_ATTEMPTS_MAX = 3;

  /** A number no system gives to a process, for the pid file of one that is dead for certain. */
  private static final long PID_OF_NONE = 99_999_999;

  /** The running postmaster of this cluster, adopted if there is one, else started. */
  static Postmaster startOrAdopt(PostgresCluster cluster) {
    Optional<Postmaster> adopted = adopt(cluster);
    return adopted.orElseGet(() -> start(cluster));
  }

  /**
   * Takes over a postmaster that a killed server left running.
   *
   * @throws PostgresFailure when one runs that cannot be proven ours
   */
  private static Optional<Postmaster> adopt(PostgresCluster cluster) {
    Path data = cluster.folder().cluster();
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    long proofDeadline = System.nanoTime() + PROOF_LIMIT.toNanos();
    while (true) {
      Optional<PostmasterFile> file = PostmasterFile.find(data);
      if (file.isEmpty()) {
        PostmasterFile.deleteEmpty(data);
        return Optional.empty();
      }
      Optional<ProcessHandle> process = file.get().process();
      if (process.isEmpty()) {
        disown(data, file.get());
        return Optional.empty();
      }
      Postmaster candidate = new Postmaster(cluster, process.get(), file.get().port());
      if (file.get().ready() && candidate.isProven()) {
        return candidate.keptOrReplaced();
      }
      long now = System.nanoTime();
      if (now > deadline || (file.get().ready() && now > proofDeadline)) {
        throw new PostgresFailure(
            "Process " + file.get().pid() + " holds the database files in " + data,
            "it does not answer on port " + file.get().port() + " with our password",
            "find out what it is; if it is a PostgreSQL of this folder, stop it with: kill -INT "
                + file.get().pid());
      }
      pause();
    }
  }

  /** An older release left running is stopped in good order: the new one starts in its place. */
  private Optional<Postmaster> keptOrReplaced() {
    String version = ask("show server_version");
    String ours = PostgresBinaries.VERSION.substring(0, PostgresBinaries.VERSION.lastIndexOf('.'));
    if (version.equals(ours) || version.startsWith(ours + " ")) {
      LOG.info("Adopted the running PostgreSQL, process {}, port {}", process.pid(), port);
      return Optional.of(this);
    }
    LOG.info("Stopping PostgreSQL {} (process {}) to start {}", version, process.pid(), ours);
    stop();
    return Optional.empty();
  }

  /**
   * Clears the way past a pid file whose number was given out again to some other process, which
   * PostgreSQL itself would take for a running server. Only the number is replaced: the rest of the
   * file lets PostgreSQL see backends that may have outlived their postmaster.
   */
  private static void disown(Path data, PostmasterFile file) {
    if (ProcessHandle.of(file.pid()).isEmpty()) {
      return;
    }
    Path path = PostmasterFile.in(data);
    try {
      List<String> lines = Files.readAllLines(path);
      lines.set(0, Long.toString(PID_OF_NONE));
      Files.write(path, lines);
      LOG.warn("Process {} in {} is not a PostgreSQL of ours; ignored", file.pid(), path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot correct the stale " + path, e);
    }
  }

  private static Postmaster start(PostgresCluster cluster) {
    long orphansDeadline = System.nanoTime() + ORPHANS_LIMIT.toNanos();
    String complaint = "";
    int attempts = 0;
    while (attempts < START_ATTEMPTS_MAX) {
      int port = cluster.choosePort();
      try {
        Process process = cluster.server(port).start();
        Optional<Postmaster> ready = awaitReady(cluster, process.toHandle(), port);
        if (ready.isPresent()) {
          return ready.get();
        }
        complaint = complaint(cluster);
      } catch (IOException e) {
        throw new PostgresFailure(
            "Cannot run " + cluster.binaries().postgres(),
            String.valueOf(e),
            "as root, install setpriv (util-linux); else check that the file may be run",
            e);
      }
      boolean orphans = hasOrphans(cluster);
      if (orphans && System.nanoTime() < orphansDeadline) {
        pause(Duration.ofMillis(100));
      } else {
        attempts++;
      }
    }
    throw new PostgresFailure(
        "PostgreSQL did not start on " + cluster.folder().cluster(),
        complaint,
        "read the cause above and the newest file in "
            + cluster.folder().cluster().resolve("log")
            + "; nothing was changed in the data folder");
  }

  /** Whether backends of a killed postmaster were in the way; said before the log is open. */
  private static boolean hasOrphans(PostgresCluster cluster) {
    try {
      String said = tail(cluster.folder().startLog(), 1_000);
      return said.contains("shared memory block") || said.contains("lock file");
    } catch (IOException e) {
      return false;
    }
  }

  /** Waits until the new process answers; empty when it ended instead. */
  private static Optional<Postmaster> awaitReady(
      PostgresCluster cluster, ProcessHandle process, int port) {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    Postmaster started = new Postmaster(cluster, process, port);
    while (process.isAlive()) {
      boolean ready =
          PostmasterFile.find(cluster.folder().cluster())
              .filter(file -> file.pid() == process.pid() && file.ready())
              .isPresent();
      if (ready && started.isProven()) {
        return Optional.of(started);
      }
      if (System.nanoTime() > deadline) {
        started.stop();
        throw new PostgresFailure(
            "PostgreSQL did not get ready on " + cluster.folder().cluster(),
            "it was still recovering, or refused our password, after " + START_LIMIT,
            "start again: recovery goes on where it was. " + complaint(cluster));
      }
      pause();
    }
    return Optional.empty();
  }

  /** What PostgreSQL said last: before its log was open, and in it. */
  private static String complaint(PostgresCluster cluster) {
    Path logs = cluster.folder().cluster().resolve("log");
    try (Stream<Path> files = Files.isDirectory(logs) ? Files.list(logs) : Stream.empty()) {
      Optional<Path> newest = files.max(Comparator.comparing(file -> file.toFile().lastModified()));
      String log = newest.isPresent() ? tail(newest.get(), 1_000) : "";
      return (tail(cluster.folder().startLog(), 1_000) + " " + log).strip();
    } catch (IOException e) {
      return "its log cannot be read: " + e;
    }
  }

  private static String tail(Path file, int length) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8).strip();
    return text.substring(Math.max(0, text.length() - length));
  }

  /** Whether the process accepts our password and serves our folder. */
  private boolean isProven() {
    try {
      return ask("show data_directory").equals(cluster.folder().cluster().toString());
    } catch (PostgresFailure e) {
      LOG.debug("Process {} on port {} is not proven ours", process.pid(), port, e);
      return false;
    }
  }

  private String ask(String query) {
    try (Connection connection = dataSource("postgres").getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    } catch (SQLException e) {
      throw new PostgresFailure(
          "PostgreSQL on port " + port + " did not answer", e.getMessage() + "", "start again", e);
    }
  }

  /** Makes a database unless it is there. */
  void ensureDatabase(String name) {
    if (ask("select count(*) from pg_database where datname = '" + name + "'").equals("1")) {
      return;
    }
    try (Connection connection = dataSource("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new PostgresFailure(
          "Cannot make the database " + name,
          e.getMessage() + "",
          "check that the disk is not full",
          e);
    }
  }

  private PGSimpleDataSource dataSource(String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(PostgresCluster.jdbcUrl(port, database));
    source.setUser(PostgresCluster.USER);
    source.setPassword(cluster.password());
    source.setSocketTimeout(30);
    return source;
  }

  /**
   * Fast shutdown: open transactions are rolled back, everything committed is written, and the
   * process ends. When that takes too long, an immediate one: committed rows are then recovered
   * from the log at the next start.
   */
  void stop() {
    signal("INT");
    if (awaitEnd(FAST_STOP_LIMIT)) {
      return;
    }
    LOG.warn("PostgreSQL did not stop within {}; stopping it at once", FAST_STOP_LIMIT);
    signal("QUIT");
    if (!awaitEnd(IMMEDIATE_STOP_LIMIT)) {
      throw new PostgresFailure(
          "PostgreSQL, process " + process.pid() + ", does not stop",
          "neither a fast nor an immediate shutdown ended it",
          "check the disk; then: kill -QUIT " + process.pid());
    }
  }

  private void signal(String name) {
    if (process.isAlive()) {
      List<String> kill =
          List.of(
              cluster.binaries().pgCtl().toString(), "kill", name, Long.toString(process.pid()));
      cluster.account().run(kill, cluster.folder().root(), Duration.ofSeconds(10));
    }
  }

  /** Ended, or a zombie nobody reaps: PostgreSQL removes its pid file as its last act. */
  private boolean awaitEnd(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    long zombieAfter = Duration.ofSeconds(2).toNanos();
    long gone = 0;
    while (process.isAlive()) {
      long now = System.nanoTime();
      if (!Files.exists(PostmasterFile.in(cluster.folder().cluster()))) {
        gone = gone == 0 ? now : gone;
        if (now - gone > zombieAfter) {
          return true;
        }
      }
      if (now > deadline) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() {
    pause(POLL);
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresFailure(
          "Interrupted while waiting for PostgreSQL", "interrupted", "start again", e);
    }
  }
}
