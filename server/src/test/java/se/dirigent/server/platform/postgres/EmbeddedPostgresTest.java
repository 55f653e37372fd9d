package se.dirigent.server.platform.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The launcher against the real PostgreSQL, from a first start to kills of everything. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class EmbeddedPostgresTest {

  private static Path data = Path.of("unset");

  @BeforeAll
  static void emptyFolder() throws Exception {
    data = TestFolders.reachable("embedded-postgres-test");
    PostgresFolder.deleteTree(data);
  }

  @AfterEach
  void nothingLeftRunning() {
    PostgresFolder folder = new PostgresFolder(data.resolve("postgres"));
    if (PostmasterFile.find(folder.cluster()).flatMap(PostmasterFile::process).isPresent()) {
      EmbeddedPostgres.start(data).close();
    }
  }

  /** 1. A first start makes everything, durable from the first row. */
  @Test
  void test01ColdStart() throws Exception {
    try (RunningPostgres postgres = EmbeddedPostgres.start(data)) {
      Rows rows = new Rows(postgres);
      for (String setting :
          List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) {
        assertEquals("on", rows.ask("show " + setting), setting);
      }
      assertEquals("127.0.0.1", rows.ask("show listen_addresses"));
      assertEquals("scram-sha-256", rows.ask("show password_encryption"));
      assertEquals("UTF8", rows.ask("show server_encoding"));
      String version = rows.ask("show server_version");
      assertEquals(PostgresBinaries.VERSION, version + ".0", "the constant names the archive");
    }
  }

  /** 2. The password lies in a file nobody else may read, and a wrong one is refused. */
  @Test
  void test02Password() throws Exception {
    Path file = data.resolve("postgres/password");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertFalse(Files.exists(data.resolve("postgres/password.initdb")));
    try (RunningPostgres postgres = EmbeddedPostgres.start(data)) {
      assertThrows(
          SQLException.class,
          () ->
              DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "not the password"));
    }
  }

  /** 3. A second start is quick, on the same port, with the same rows. */
  @Test
  void test03Restart() throws Exception {
    String url;
    try (RunningPostgres postgres = EmbeddedPostgres.start(data)) {
      new Rows(postgres).add(10);
      url = postgres.jdbcUrl();
    }
    long start = System.nanoTime();
    try (RunningPostgres postgres = EmbeddedPostgres.start(data)) {
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      assertEquals(url, postgres.jdbcUrl());
      assertEquals(10, new Rows(postgres).count());
      assertTrue(millis < 5_000, "a warm start took " + millis + " ms");
    }
  }

  /** 4. Swedish order where it is asked for; a fixed order for indexes everywhere else. */
  @Test
  void test04Collation() throws Exception {
    try (RunningPostgres postgres = EmbeddedPostgres.start(data)) {
      String names =
          "select n from (values ('Östersund'),('Zorn'),('åre'),('Ängelholm'),('Arvika')) v(n)";
      assertEquals(
          List.of("Arvika", "Zorn", "åre", "Ängelholm", "Östersund"),
          new Rows(postgres).list(names + " order by n collate \"sv-x-icu\""));
      assertEquals(
          "b",
          new Rows(postgres)
              .ask("select datlocprovider from pg_database where datname = 'dirigent'"));
    }
  }

  /** 5. No second server on a folder, in this JVM or another. */
  @Test
  void test05SecondServerRefused() throws Exception {
    try (RunningPostgres postgres = EmbeddedPostgres.start(data)) {
      PostgresFailure refusal =
          assertThrows(PostgresFailure.class, () -> EmbeddedPostgres.start(data));
      assertTrue(refusal.getMessage().contains("already in use"), refusal.getMessage());
      Process other = ServerInAnotherProcess.start(data, 0);
      String answer = ServerInAnotherProcess.firstWord(other);
      assertTrue(answer.startsWith("refused"), answer);
      assertTrue(answer.contains("process " + ProcessHandle.current().pid()), answer);
      assertTrue(other.waitFor(20, TimeUnit.SECONDS));
      assertTrue(new Rows(postgres).count() >= 0);
    }
  }

  /** 6. A killed server leaves PostgreSQL running; the next one takes it over. */
  @Test
  void test06AdoptAfterKill() throws Exception {
    Process other = ServerInAnotherProcess.start(data, 25);
    String[] said = ServerInAnotherProcess.firstWord(other).split(" ");
    assertEquals("started", said[0]);
    other.destroyForcibly().waitFor();
    try (RunningPostgres postgres = EmbeddedPostgres.start(data)) {
      assertEquals(Long.parseLong(said[1]), postgres.pid());
      assertEquals(Integer.parseInt(said[2]), new Rows(postgres).count());
    }
  }

  /** 7. PostgreSQL killed under a living server comes back by itself with every commit. */
  @Test
  void test07RestartAfterKill() throws Exception {
    try (RunningPostgres postgres = EmbeddedPostgres.start(data)) {
      Rows rows = new Rows(postgres);
      rows.add(50);
      int before = rows.count();
      long first = postgres.pid();
      ProcessHandle.of(first).orElseThrow().destroyForcibly();
      long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (postgres.pid() == first && System.nanoTime() < deadline) {
        Thread.sleep(10);
      }
      assertNotEquals(first, postgres.pid());
      assertEquals(before, rows.count());
    }
  }

  /** 8. Both killed at once: the next start recovers what was committed. */
  @Test
  void test08RecoverAfterBothKilled() throws Exception {
    Process other = ServerInAnotherProcess.start(data, 25);
    String[] said = ServerInAnotherProcess.firstWord(other).split(" ");
    other.destroyForcibly().waitFor();
    ProcessHandle.of(Long.parseLong(said[1])).orElseThrow().destroyForcibly();
    try (RunningPostgres postgres = EmbeddedPostgres.start(data)) {
      assertNotEquals(Long.parseLong(said[1]), postgres.pid());
      assertEquals(Integer.parseInt(said[2]), new Rows(postgres).count());
    }
  }

  /** 9. A stale pid file whose number now belongs to some other process is no obstacle. */
  @Test
  void test09StalePidFile() throws Exception {
    Path cluster = data.resolve("postgres/cluster");
    long us = ProcessHandle.current().pid();
    Files.writeString(
        PostmasterFile.in(cluster),
        "%d\n%s\n%d\n%d\n\n127.0.0.1\n\nready   \n".formatted(us, cluster, 1_000_000_000L, 5432));
    try (RunningPostgres postgres = EmbeddedPostgres.start(data)) {
      assertNotEquals(us, postgres.pid());
      assertTrue(new Rows(postgres).count() > 0);
    }
  }

  /** 10. A first start that was cut short is begun again, not believed. */
  @Test
  void test10HalfMadeCluster() throws Exception {
    Path folder = TestFolders.reachable("embedded-postgres-half");
    PostgresFolder.deleteTree(folder);
    Files.createDirectories(folder.resolve("postgres/cluster.new/base"));
    Files.createDirectories(folder.resolve("postgres/" + PostgresBinaries.VERSION + ".new/bin"));
    try (RunningPostgres postgres = EmbeddedPostgres.start(folder)) {
      assertEquals("dirigent", new Rows(postgres).ask("select current_user"));
    }
    PostgresFolder.deleteTree(folder);
  }

  /** 11. No file in the cluster can turn durability off. */
  @Test
  void test11DurabilityCannotBeTurnedOff() throws Exception {
    try (RunningPostgres postgres = EmbeddedPostgres.start(data);
        Connection connection = new Rows(postgres).connect();
        Statement statement = connection.createStatement()) {
      statement.execute("alter system set fsync = off");
      statement.execute("alter system set full_page_writes = off");
    }
    try (RunningPostgres postgres = EmbeddedPostgres.start(data)) {
      assertEquals("on", new Rows(postgres).ask("show fsync"));
      assertEquals("on", new Rows(postgres).ask("show full_page_writes"));
    }
  }

  /** 12. As root, a folder PostgreSQL's account cannot enter is named, with the remedy. */
  @Test
  void test12UnreachableFolder() throws Exception {
    ServerAccount account = ServerAccount.current();
    assumeTrue(account.dropped(), "only root runs PostgreSQL as another account");
    Path closed = TestFolders.reachable("embedded-postgres-closed");
    Files.createDirectories(closed);
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    PostgresFailure refusal =
        assertThrows(PostgresFailure.class, () -> EmbeddedPostgres.start(closed.resolve("inner")));
    assertTrue(refusal.getMessage().contains("chmod o+x " + closed), refusal.getMessage());
    PostgresFolder.deleteTree(closed);
  }

  /** 13. A pid file that a power cut left empty is no obstacle either. */
  @Test
  void test13EmptyPidFile() throws Exception {
    Files.write(PostmasterFile.in(data.resolve("postgres/cluster")), new byte[0]);
    try (RunningPostgres postgres = EmbeddedPostgres.start(data)) {
      assertTrue(new Rows(postgres).count() > 0);
    }
  }
}
