package se.dirigent.server.platform;

import org.jspecify.annotations.Nullable;
import se.dirigent.server.platform.postgres.EmbeddedPostgres;
import se.dirigent.server.platform.postgres.RunningPostgres;

/**
 * An address to connect to, and what must be stopped when nobody connects any more.
 *
 * @param url JDBC address
 * @param user user, or null when the address holds it
 * @param password password, or null when the address holds it
 * @param embedded the PostgreSQL of our own behind the address, or null for an external one
 */
public record DatabaseSource(
    String url,
    @Nullable String user,
    @Nullable String password,
    @Nullable RunningPostgres embedded)
    implements AutoCloseable {

  /** Starts the embedded PostgreSQL, or only takes down the address of an external one. */
  static DatabaseSource open(DatabaseSettings settings) {
    return switch (settings) {
      case DatabaseSettings.Embedded here -> of(EmbeddedPostgres.start(here.dataFolder()));
      case DatabaseSettings.External there ->
          new DatabaseSource(there.url(), there.user(), there.password(), null);
    };
  }

  private static DatabaseSource of(RunningPostgres postgres) {
    return new DatabaseSource(postgres.jdbcUrl(), postgres.user(), postgres.password(), postgres);
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "DatabaseSource[" + url.replaceAll("\\?.*", "?…") + "]";
  }
}
