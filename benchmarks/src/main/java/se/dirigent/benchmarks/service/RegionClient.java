package se.dirigent.benchmarks.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Speaks to one region of a server over HTTP with a token, as another system would. */
public final class RegionClient {

  /** Where a region's journal is verified. */
  public static final String VERIFICATION = "journal/verification";

  /** Longer than a command takes through a restart of PostgreSQL. */
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final URI base;
  private final String token;

  /**
   * @param server address of the server
   * @param region code of the region
   * @param token sent as {@code Authorization: Bearer}
   */
  public RegionClient(URI server, String region, String token) {
    this.base = server.resolve("/api/regions/" + region + "/");
    this.token = token;
  }

  /**
   * An answer.
   *
   * @param status HTTP status
   * @param body its text
   */
  public record Reply(int status, String body) {}

  /** Sends a command under an id. Fails when no whole answer came, which tells nothing. */
  public Reply command(UUID id, String method, String path, String body)
      throws IOException, InterruptedException {
    return send(method, path, body, id);
  }

  /** Reads. */
  public Reply get(String path) throws IOException, InterruptedException {
    return send("GET", path, null, null);
  }

  /** Sends what is no command, such as positions. */
  public Reply post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, body, null);
  }

  private Reply send(String method, String path, @Nullable String body, @Nullable UUID command)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(ANSWER_LIMIT)
            .header("Authorization", "Bearer " + token)
            .header("Accept-Language", "en");
    if (command != null) {
      request.header("Command-Id", command.toString());
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofString(body));
    }
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Reply(response.statusCode(), response.body());
  }
}
