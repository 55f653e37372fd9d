package se.dirigent.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import se.dirigent.server.platform.TestDatabase;
import se.dirigent.server.platform.json.JsonConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real service on a free port with a database of its own, spoken to over HTTP. */
public final class RunningService implements AutoCloseable {
  public static final String REGION = "jamtland-harjedalen";

  private static final String TOKEN = "test-integration-token-0123456789abcdef";

  private final TestDatabase database;
  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonConfiguration.mapper();
  private final String base;

  private RunningService(Class<?> owner, String regions) {
    database = TestDatabase.migrated(owner);
    context =
        DirigentServer.start(
            Map.of(
                "server.port",
                0,
                "dirigent.database.url",
                database.url(),
                "dirigent.regions",
                regions,
                "dirigent.demo",
                true,
                "dirigent.demo.integration-token",
                TOKEN));
    base = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
  }

  public static RunningService start(Class<?> owner) {
    return new RunningService(owner, REGION);
  }

  /** One that serves neighbours too; codes with commas between, the first {@link #REGION}. */
  public static RunningService start(Class<?> owner, String regions) {
    return new RunningService(owner, regions);
  }

  /** An answer: its status and its body, null when there is none. */
  public record Reply(int status, @Nullable JsonNode body) {
    public JsonNode json() {
      return Objects.requireNonNull(body);
    }
  }

  /** A bean of the service. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** The service's port, for those who speak to it by socket. */
  public int port() {
    return URI.create(base).getPort();
  }

  /** The header that lets a program in. */
  public static String authorisation() {
    return "Authorization: Bearer " + TOKEN;
  }

  /** Address of a path under the region. */
  public String path(String path) {
    return "/api/regions/" + REGION + path;
  }

  public Reply get(String path) {
    return send(request(path).GET());
  }

  public Reply put(String path, String body) {
    return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Reply post(String path, String body) {
    return post(path, UUID.randomUUID(), body);
  }

  public Reply post(String path, UUID command, String body) {
    return send(
        request(path)
            .header("Command-Id", command.toString())
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** A command that says what of the journal its author has seen. */
  public Reply postSeen(String path, String seen, String body) {
    return send(
        request(path)
            .header("Command-Id", UUID.randomUUID().toString())
            .header("Seen-Seq", seen)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Lines of a stream, read as they come; closing it hangs up. */
  public Stream<String> stream(String path, Map<String, String> headers) {
    HttpRequest.Builder request = request(path).GET();
    headers.forEach(request::header);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofLines()).body();
    } catch (IOException e) {
      throw new IllegalStateException("the service did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + TOKEN)
        .header("Content-Type", "application/json");
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> r = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(r.statusCode(), r.body().isEmpty() ? null : json.readTree(r.body()));
    } catch (IOException e) {
      throw new IllegalStateException("the service did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
    context.close();
    database.close();
  }
}
