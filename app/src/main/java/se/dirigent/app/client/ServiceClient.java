package se.dirigent.app.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A client of the service with an integration token. A command that gets no answer, or a 5xx, is
 * sent again with the same command id until the patience is over, so it is carried out at most
 * once. Safe for use by many threads.
 */
public final class ServiceClient {
  /** Longest wait for one answer: far above any command, below a dispatcher's patience. */
  private static final Duration ANSWER_MAX = Duration.ofSeconds(15);

  /** Before the code in a problem document's type. */
  private static final String PROBLEM = "urn:dirigent:problem:";

  private static final long PAUSE_FIRST_MILLIS = 100;
  private static final long PAUSE_MAX_MILLIS = 2_000;

  private final URI base;
  private final String token;
  private final Duration patience;
  private final HttpClient http;
  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * @param base address of the service, for instance {@code http://localhost:8080}
   * @param token integration token; empty for what is open to all
   * @param patience how long a command is tried again while the service does not answer
   */
  public ServiceClient(URI base, String token, Duration patience) {
    this(
        base,
        token,
        patience,
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build());
  }

  private ServiceClient(URI base, String token, Duration patience, HttpClient http) {
    this.base = base;
    this.token = token;
    this.patience = patience;
    this.http = http;
  }

  /** The same service over the same connections, as the owner of a token made from this one. */
  public ServiceClient as(UnaryOperator<String> made) {
    return new ServiceClient(base, made.apply(token), patience, http);
  }

  /** The address of the service. */
  public URI base() {
    return base;
  }

  /** An object to fill and send. */
  public JsonMapper json() {
    return json;
  }

  /** One segment of a path, escaped. */
  public static String segment(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":");
  }

  /**
   * Reads.
   *
   * @param path from the root, for instance {@code /api/regions}
   * @throws ServiceRefused on a 4xx answer
   * @throws ServiceUnreachable when patience is over
   */
  public JsonNode get(String path) {
    return send(path, "GET", HttpRequest.BodyPublishers.noBody(), UUID.randomUUID());
  }

  /** Gives a command with DELETE, without a body; see {@link #command}. */
  public JsonNode delete(String path) {
    return send(path, "DELETE", BodyPublishers.noBody(), UUID.randomUUID());
  }

  /** Gives a command with POST; see {@link #command}. */
  public JsonNode post(String path, Object body) {
    return command("POST", path, body);
  }

  /**
   * Gives a command under an id of its own.
   *
   * @param method POST or PUT
   * @param body written as JSON
   * @throws ServiceRefused on a 4xx answer
   * @throws ServiceUnreachable when patience is over
   */
  public JsonNode command(String method, String path, Object body) {
    return command(method, path, body, UUID.randomUUID());
  }

  /** As {@link #command(String, String, Object)}, under an id that a later run knows too. */
  public JsonNode command(String method, String path, Object body, UUID commandId) {
    String text = json.writeValueAsString(body);
    return send(path, method, BodyPublishers.ofString(text), commandId);
  }

  /**
   * The live stream from after a sequence number; 0 for a fresh snapshot. Blocks until it opens.
   */
  HttpResponse<InputStream> openStream(String path, long after)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path).header("Accept", "text/event-stream").timeout(ANSWER_MAX).GET();
    if (after > 0) {
      request.header("Last-Event-ID", Long.toString(after));
    }
    return http.send(request.build(), BodyHandlers.ofInputStream());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private JsonNode send(
      String path, String method, HttpRequest.BodyPublisher body, UUID commandId) {
    HttpRequest.Builder builder =
        request(path).timeout(ANSWER_MAX).header("Accept", "application/json").method(method, body);
    if (!method.equals("GET")) {
      builder.header("Content-Type", "application/json");
      builder.header("Command-Id", commandId.toString());
    }
    HttpRequest request = builder.build();
    long end = System.nanoTime() + patience.toNanos();
    long pause = PAUSE_FIRST_MILLIS;
    while (true) {
      String failure;
      try {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() < 500 && answer.statusCode() != 429) {
          return read(answer);
        }
        failure = "status " + answer.statusCode();
      } catch (IOException e) {
        failure = e.toString();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ServiceUnreachable("interrupted while waiting for " + request.uri());
      }
      if (System.nanoTime() > end) {
        throw new ServiceUnreachable(
            request.uri() + " did not answer within " + patience.toSeconds() + " s: " + failure);
      }
      sleep(pause);
      pause = Math.min(PAUSE_MAX_MILLIS, pause * 2);
    }
  }

  private JsonNode read(HttpResponse<String> answer) {
    JsonNode body = parse(answer.body());
    if (answer.statusCode() < 400) {
      return body;
    }
    String text =
        "%s: %s %s"
            .formatted(
                body.path("title").asString(""),
                body.path("detail").asString(""),
                body.path("remedy").asString(""));
    String type = body.path("type").asString("");
    String code = type.startsWith(PROBLEM) ? type.substring(PROBLEM.length()) : "";
    throw new ServiceRefused(answer.statusCode(), code, answer.uri().getPath(), text.strip());
  }

  private JsonNode parse(String text) {
    try {
      return text.isBlank() ? JsonNodeFactory.instance.objectNode() : json.readTree(text);
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.objectNode().put("title", "not JSON");
    }
  }

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceUnreachable("interrupted while waiting to try again");
    }
  }
}
