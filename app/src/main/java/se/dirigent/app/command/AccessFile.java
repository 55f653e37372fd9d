package se.dirigent.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The note a demonstration leaves in its data folder, so that other commands of the same account
 * find it.
 *
 * @param url address of the service
 * @param token its integration token
 */
record AccessFile(String url, String token) {
  private static final String NAME = "demo-access";

  static Path in(Path data) {
    return data.resolve(NAME);
  }

  /** The note in a data folder; empty texts when there is none. */
  static AccessFile read(Path data) {
    try {
      List<String> lines = Files.readAllLines(in(data));
      return lines.size() < 2 ? none() : new AccessFile(lines.get(0), lines.get(1));
    } catch (IOException e) {
      return none();
    }
  }

  private static AccessFile none() {
    return new AccessFile("", "");
  }
}
