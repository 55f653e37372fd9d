package se.dirigent.app.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import se.dirigent.server.platform.DatabaseSettings;

/** The option that says where the service keeps its data. */
final class DataFolder {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder of the embedded PostgreSQL (default: one of the account's own)")
  private @Nullable Path data;

  Path path() {
    Path folder = data;
    return folder != null ? folder.toAbsolutePath() : DatabaseSettings.Embedded.standardFolder();
  }
}
