package se.dirigent.server.platform;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Where the database is: in our own data folder, or a PostgreSQL somebody else runs. */
public sealed interface DatabaseSettings {

  /** Property: the data folder of the embedded database. */
  String DATA = "dirigent.data";

  /** Property: JDBC address of an external PostgreSQL; set, it replaces the embedded one. */
  String URL = "dirigent.database.url";

  /** Property: user of the external database, when the address does not say. */
  String USER = "dirigent.database.user";

  /** Property: password of the external database, when the address does not say. */
  String PASSWORD = "dirigent.database.password";

  /**
   * The embedded database.
   *
   * @param dataFolder the server's data folder
   */
  record Embedded(Path dataFolder) implements DatabaseSettings {

    /**
     * The data folder when none is named: {@code /var/lib/dirigent} for root, because PostgreSQL
     * runs as another account that cannot enter root's home; else {@code $XDG_DATA_HOME/dirigent},
     * by default {@code ~/.local/share/dirigent}.
     */
    public static Path standardFolder() {
      if (new UnixSystem().getUid() == 0) {
        return Path.of("/var/lib/dirigent");
      }
      String home = System.getenv("XDG_DATA_HOME");
      return home == null || home.isBlank()
          ? Path.of(System.getProperty("user.home"), ".local", "share", "dirigent")
          : Path.of(home, "dirigent");
    }
  }

  /**
   * A PostgreSQL 14 or later that somebody else runs and backs up.
   *
   * @param url JDBC address beginning with {@code jdbc:postgresql:}
   * @param user user, or null when the address holds it
   * @param password password, or null when the address holds it or none is needed
   */
  record External(String url, @Nullable String user, @Nullable String password)
      implements DatabaseSettings {

    /**
     * @throws IllegalArgumentException when the address is not one of PostgreSQL; the message does
     *     not repeat it, as it may hold a password
     */
    public External {
      if (!url.startsWith("jdbc:postgresql:")) {
        throw new IllegalArgumentException(
            URL
                + " does not begin with jdbc:postgresql: ; give an address such as"
                + " jdbc:postgresql://host:5432/dirigent?user=NAME&password=SECRET");
      }
    }

    @Override
    public String toString() {
      return "External[" + url.replaceAll("\\?.*", "?…") + "]";
    }
  }

  /** Reads the properties above. */
  static DatabaseSettings from(Environment environment) {
    String url = environment.getProperty(URL, "").strip();
    if (!url.isEmpty()) {
      return new External(url, environment.getProperty(USER), environment.getProperty(PASSWORD));
    }
    String data = environment.getProperty(DATA, "").strip();
    return new Embedded(data.isEmpty() ? Embedded.standardFolder() : Path.of(data));
  }
}
