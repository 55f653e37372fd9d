package se.dirigent.server.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The database files in the data folder: made once, never remade, and the command that serves them.
 *
 * @param folder where they lie
 * @param account the account PostgreSQL runs as
 * @param binaries its programs
 * @param password of {@link #USER}, also in a file only we may read
 */
record PostgresCluster(
    PostgresFolder folder, ServerAccount account, PostgresBinaries binaries, String password) {

  /** The one database user, owner of everything in the cluster. */
  static final String USER = "dirigent";

  /** initdb takes about one second; a slow disk may take far longer to flush. */
  private static final Duration INITDB_LIMIT = Duration.ofMinutes(3);

  /**
   * Given on the command line, which no file in the cluster and no {@code alter system} can
   * override. The first four are what makes a commit durable.
   *
   * <p>Sized for a machine of two cores: connections beyond 60 only queue inside PostgreSQL, and
   * 256 MB of buffers hold the open cases and units of every region at once. With {@code
   * io_method=sync} no I/O workers compete for the cores. A backend whose client is gone ends
   * itself within seconds, so that a killed server leaves no lock behind. Statements and details
   * stay out of the log: they may hold what patients told us.
   */
  private static final List<String> SETTINGS =
      List.of(
          "fsync=on",
          "full_page_writes=on",
          "synchronous_commit=on",
          "data_sync_retry=off",
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=60",
          "shared_buffers=256MB",
          "effective_cache_size=1GB",
          "wal_buffers=16MB",
          "min_wal_size=128MB",
          "max_wal_size=1GB",
          "random_page_cost=1.1",
          "jit=off",
          "io_method=sync",
          "max_parallel_workers_per_gather=0",
          "client_connection_check_interval=2s",
          "idle_in_transaction_session_timeout=60s",
          "timezone=UTC",
          "log_timezone=UTC",
          "logging_collector=on",
          "log_directory=log",
          "log_filename=postgresql-%a.log",
          "log_rotation_age=1d",
          "log_rotation_size=0",
          "log_truncate_on_rotation=on",
          "log_checkpoints=off",
          "log_error_verbosity=terse",
          "log_min_error_statement=panic");

  /** Opens the cluster in a folder, making it when this is the first start. */
  static PostgresCluster open(
      PostgresFolder folder, ServerAccount account, PostgresBinaries binaries) {
    try {
      if (!Files.isDirectory(folder.cluster())) {
        create(folder, account, binaries);
      }
      requireOurs(folder, account);
      String password = Files.readString(folder.passwordFile()).strip();
      return new PostgresCluster(folder, account, binaries, password);
    } catch (IOException e) {
      throw new PostgresFailure(
          "Cannot open the database files in " + folder.root(),
          String.valueOf(e),
          "check that the disk is not full and that this account owns the folder; if only the file"
              + " password is missing, restore it from the backup",
          e);
    }
  }

  private static void create(
      PostgresFolder folder, ServerAccount account, PostgresBinaries binaries) throws IOException {
    Path cluster = folder.clusterBeingMade();
    PostgresFolder.deleteTree(cluster);
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    PostgresFolder.writeSecret(folder.passwordFile(), HexFormat.of().formatHex(secret));

    Files.createDirectory(
        cluster,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    account.own(cluster);
    Path handedOver = folder.root().resolve("password.initdb");
    PostgresFolder.writeSecret(handedOver, HexFormat.of().formatHex(secret));
    account.own(handedOver);
    try {
      ServerAccount.Outcome outcome =
          account.run(initdb(binaries, cluster, handedOver), folder.root(), INITDB_LIMIT);
      if (outcome.exitCode() != 0) {
        throw new PostgresFailure(
            "initdb could not make a database in " + cluster,
            outcome.output(),
            "check that the disk has 200 MB free and that account "
                + account.name()
                + " may write there");
      }
    } finally {
      Files.deleteIfExists(handedOver);
    }
    PostgresFolder.moveDurably(cluster, folder.cluster());
  }

  /**
   * The default collation is PostgreSQL's own C.UTF-8, whose order never changes: with an ICU
   * default every unique index on text would hang on the release of a library, and a changed order
   * damages indexes silently. Where people read a sorted list the query says {@code collate
   * "sv-x-icu"}.
   */
  private static List<String> initdb(PostgresBinaries binaries, Path cluster, Path password) {
    return List.of(
        binaries.initdb().toString(),
        "--pgdata=" + cluster,
        "--username=" + USER,
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums");
  }

  private static void requireOurs(PostgresFolder folder, ServerAccount account) throws IOException {
    String major = Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
    if (!major.equals(PostgresBinaries.MAJOR)) {
      throw new PostgresFailure(
          "The database files in " + folder.cluster() + " are of PostgreSQL " + major,
          "this server brings PostgreSQL " + PostgresBinaries.VERSION,
          "start the release of the server that wrote them, or move them with pg_upgrade");
    }
    Object owner = Files.getAttribute(folder.cluster(), "unix:uid");
    if (!owner.equals(account.uid())) {
      throw new PostgresFailure(
          "The database files in " + folder.cluster() + " belong to user id " + owner,
          "PostgreSQL would run as " + account.name() + " (user id " + account.uid() + ")",
          "start the server as the account that made the folder, or as root: chown -R "
              + account.uid()
              + " "
              + folder.cluster());
    }
  }

  /**
   * The port of the last start when it is still free, else a new one. Kept so that tools and
   * firewalls that were told the port stay right.
   */
  int choosePort() {
    try {
      Path file = folder.portFile();
      if (Files.exists(file)) {
        int last = Integer.parseInt(Files.readString(file).strip());
        if (isFree(last)) {
          return last;
        }
      }
      int port = anyFreePort();
      PostgresFolder.writeSecret(file, Integer.toString(port));
      return port;
    } catch (IOException | NumberFormatException e) {
      throw new PostgresFailure(
          "Cannot choose a port for PostgreSQL",
          String.valueOf(e),
          "delete " + folder.portFile() + " and start again",
          e);
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress("127.0.0.1", port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int anyFreePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return probe.getLocalPort();
    }
  }

  /** The command of the postmaster, in a session of its own where the system has setsid(1). */
  ProcessBuilder server(int port) {
    List<String> program = new ArrayList<>();
    program.add(binaries.postgres().toString());
    program.addAll(List.of("-D", folder.cluster().toString(), "-p", Integer.toString(port)));
    for (String setting : SETTINGS) {
      program.add("-c");
      program.add(setting);
    }
    ProcessBuilder builder = account.builder(program, folder.root());
    Path setsid = Path.of("/usr/bin/setsid");
    if (Files.isExecutable(setsid)) {
      // Ctrl-C in a terminal reaches the whole process group; the database must outlive the
      // server, which still has answers to commit, and be stopped by it in good order.
      builder.command().addFirst(setsid.toString());
    }
    return builder.redirectErrorStream(true).redirectOutput(folder.startLog().toFile());
  }

  /** Address of a database in this cluster, without the password. */
  static String jdbcUrl(int port, String database) {
    Map<String, String> parameters =
        Map.of(
            "ApplicationName", "dirigent",
            "connectTimeout", "5",
            "tcpKeepAlive", "true",
            "reWriteBatchedInserts", "true");
    List<String> pairs = new ArrayList<>();
    parameters.forEach((name, value) -> pairs.add(name + "=" + value));
    pairs.sort(null);
    return "jdbc:postgresql://127.0.0.1:%d/%s?%s"
        .formatted(port, database, String.join("&", pairs));
  }
}
