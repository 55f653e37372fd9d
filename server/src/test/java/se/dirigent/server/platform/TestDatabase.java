package se.dirigent.server.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import se.dirigent.server.platform.postgres.EmbeddedPostgres;
import se.dirigent.server.platform.postgres.RunningPostgres;
import se.dirigent.server.platform.postgres.TestFolders;

/**
 * A fresh database for a test class, on one PostgreSQL shared by the whole test JVM. The real
 * thing: the same launcher, programs and settings as in service.
 *
 * <pre>{@code
 * private static final TestDatabase DATABASE = TestDatabase.migrated(ThisTest.class);
 *
 * @AfterAll static void drop() { DATABASE.close(); }
 * }</pre>
 *
 * <p>For a Spring test, give {@link #url()} as the property {@code dirigent.database.url}.
 */
public final class TestDatabase implements AutoCloseable {

  private static final String PREFIX = "test_";
  private static final String TEMPLATE = PREFIX + "template";
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Which of the JVMs that test beside each other this is; a cluster serves one of them. */
  private static final String FORK = System.getProperty("dirigent.fork", "");

  private static @Nullable RunningPostgres shared;
  private static boolean templateReady;

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** A database without a table. */
  public static TestDatabase empty(Class<?> owner) {
    return create(owner, "template0");
  }

  /** A database with every migration on the classpath applied; migrated once per JVM, copied. */
  public static TestDatabase migrated(Class<?> owner) {
    prepareTemplate();
    return create(owner, TEMPLATE);
  }

  /** JDBC address with user and password, all that {@code dirigent.database.url} needs. */
  public String url() {
    return urlOf(name);
  }

  /** Unpooled: each connection is a new session. */
  public DataSource dataSource() {
    return sourceOf(name);
  }

  @Override
  public void close() {
    execute("drop database if exists " + name + " with (force)");
  }

  private static TestDatabase create(Class<?> owner, String template) {
    String suffix = owner.getSimpleName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String name = PREFIX + COUNT.incrementAndGet() + "_" + suffix;
    execute("create database " + name + " template " + template);
    return new TestDatabase(name);
  }

  private static synchronized void prepareTemplate() {
    if (templateReady) {
      return;
    }
    execute("create database " + TEMPLATE + " template template0");
    Flyway.configure().dataSource(sourceOf(TEMPLATE)).load().migrate();
    templateReady = true;
  }

  private static synchronized RunningPostgres postgres() {
    if (shared == null) {
      RunningPostgres started =
          EmbeddedPostgres.start(TestFolders.reachable("test-postgres" + FORK));
      Runtime.getRuntime().addShutdownHook(new Thread(started::close, "test-postgres-stop"));
      shared = started;
      dropLeftovers();
    }
    return shared;
  }

  /** Databases of a test run that was killed. */
  private static void dropLeftovers() {
    List<String> names = new ArrayList<>();
    try (Connection connection = sourceOf("postgres").getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select datname from pg_database where datname like 'test\\_%'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot list the databases of the test server", e);
    }
    names.forEach(leftover -> execute("drop database " + leftover + " with (force)"));
  }

  private static String urlOf(String database) {
    RunningPostgres postgres = postgres();
    return postgres.jdbcUrl(database)
        + "&user="
        + postgres.user()
        + "&password="
        + postgres.password();
  }

  private static PGSimpleDataSource sourceOf(String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(urlOf(database));
    return source;
  }

  private static void execute(String sql) {
    try (Connection connection = sourceOf("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot run on the test server: " + sql, e);
    }
  }
}
