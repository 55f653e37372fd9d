package se.dirigent.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser or a program, as far as HTTP can tell: cookies, the page's token, a bearer token. */
public final class Client {
  private static final JsonMapper JSON = new JsonMapper();

  /** Longer than the slowest answer on a loaded machine. */
  private static final Duration WAIT = Duration.ofSeconds(30);

  private final URI address;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http;
  private final Map<String, String> headers = new LinkedHashMap<>();

  public Client(URI address, InetAddress from) {
    this.address = address;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(WAIT)
            .localAddress(from)
            .build();
  }

  /** What the server answered. */
  public record Answer(int status, String type, String body, Map<String, String> headers) {
    /** The body as JSON. */
    public JsonNode json() {
      return JSON.readTree(body);
    }

    /** The body of an answer that must be 200. */
    public JsonNode ok() {
      assertEquals(200, status, body);
      return json();
    }

    /** Fails unless it is a problem of this code. */
    public void refused(int expected, String code) {
      assertEquals(expected, status, body);
      assertEquals("urn:dirigent:problem:" + code, json().get("type").asString());
    }
  }

  /** Sends this header with every request; null no more. */
  public Client with(String name, @Nullable String value) {
    if (value == null) {
      headers.remove(name);
    } else {
      headers.put(name, value);
    }
    return this;
  }

  public Client withToken(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** Logs in and keeps the session. */
  public Client logIn(String username, String password) {
    String body = JSON.writeValueAsString(Map.of("username", username, "password", password));
    Answer answer = send("POST", "/api/session", body);
    if (answer.status() != 200) {
      throw new IllegalStateException("no log-in for " + username + ": " + answer);
    }
    return with("X-XSRF-TOKEN", answer.json().get("csrf").asString());
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  /** Sends a body as JSON, and a command id with everything but GET. */
  public Answer send(String method, String path, @Nullable String body) {
    byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
    return sendBytes(method, path, bytes, "application/json");
  }

  /** Sends bytes as they are. */
  public Answer sendBytes(String method, String path, byte @Nullable [] body, String type) {
    var request = HttpRequest.newBuilder(address.resolve(path)).timeout(WAIT);
    if (body != null) {
      request.header("Content-Type", type);
    }
    if (!method.equals("GET") && !headers.containsKey("Command-Id")) {
      request.header("Command-Id", UUID.randomUUID().toString());
    }
    headers.forEach(request::setHeader);
    request.method(
        method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    try {
      try {
        return answer(http.send(request.build(), BodyHandlers.ofInputStream()));
      } catch (HttpTimeoutException lost) {
        // As a page does: a stream that begins while its forerunner is torn down may be lost.
        return answer(http.send(request.build(), BodyHandlers.ofInputStream()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The value of a cookie the server has set. */
  public Optional<HttpCookie> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .findAny();
  }

  private static Answer answer(HttpResponse<InputStream> response) throws IOException {
    String type = response.headers().firstValue("Content-Type").orElse("");
    Map<String, String> headers = new LinkedHashMap<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name, String.join("\n", values)));
    try (var stream = response.body()) {
      // A stream of events never ends: that it has begun is answer enough.
      boolean endless = type.startsWith("text/event-stream");
      String body = endless ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(response.statusCode(), type, body, headers);
    }
  }
}
