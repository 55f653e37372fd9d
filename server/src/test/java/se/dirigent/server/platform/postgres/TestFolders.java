package se.dirigent.server.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders for test data that PostgreSQL's account can reach. */
public final class TestFolders {

  private TestFolders() {}

  /**
   * A folder under {@code target}, or under the system's folder for temporary files when the tests
   * run as root in a place the account of PostgreSQL cannot enter. Not made, and not emptied.
   */
  public static Path reachable(String name) {
    try {
      Path target = Path.of("target").toAbsolutePath();
      Files.createDirectories(target);
      try {
        ServerAccount.current().requireReach(target);
        return target.resolve(name);
      } catch (PostgresFailure unreachable) {
        return Files.createTempDirectory("dirigent-test").resolve(name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a folder for test data", e);
    }
  }
}
