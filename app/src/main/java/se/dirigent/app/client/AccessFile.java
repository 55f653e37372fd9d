package se.dirigent.app.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The note a demonstration leaves in its data folder, so that other commands of the same account
 * find it.
 *
 * @param url address of the service
 * @param token its integration token
 */
public record AccessFile(String url, String token) {
  private static final String NAME = "demo-access";

  /** Where it lies. */
  public static Path in(Path data) {
    return data.resolve(NAME);
  }

  /** The note in a data folder; empty texts when there is none. */
  public static AccessFile read(Path data) {
    try {
      List<String> lines = Files.readAllLines(in(data));
      return lines.size() < 2 ? none() : new AccessFile(lines.get(0), lines.get(1));
    } catch (IOException e) {
      return none();
    }
  }

  /**
   * A client of the service that is named, or of the demonstration of a data folder, or of one on
   * this machine's usual port.
   *
   * @param url empty when it is not named
   * @param token empty when it is not given
   */
  public static ServiceClient client(Path data, String url, String token, Duration patience) {
    AccessFile access = read(data);
    String address =
        !url.isEmpty() ? url : access.url().isEmpty() ? "http://localhost:8080" : access.url();
    String secret = token.isEmpty() ? access.token() : token;
    return new ServiceClient(URI.create(address), secret, patience);
  }

  private static AccessFile none() {
    return new AccessFile("", "");
  }
}
