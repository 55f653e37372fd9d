package se.dirigent.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestParam;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;

/**
 * Bad input to every route there is, as somebody who may use it: never a 5xx, always a problem
 * document with a remedy in the language asked for, and the server well afterwards. New routes are
 * covered as they come.
 */
class BadInputTest {
  private static final LiveServer SERVER = LiveServer.shared();
  private static final Pattern HOLE = Pattern.compile("\\{[A-Za-z]+}");

  private final Map<Role, Client> clients = new EnumMap<>(Role.class);
  private final List<String> wrong = new ArrayList<>();
  private int sent;

  @AfterEach
  void serverIsWell() {
    System.out.println("bad requests sent: " + sent);
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong.stream().limit(60).toList()));
    assertEquals(200, SERVER.client().get("/health").status());
  }

  @Test
  void t1_bodiesThatAreNoJsonOrTooMuchOfIt() {
    for (Route route : bodies()) {
      for (Payloads.Named<byte[]> body : Payloads.bodies()) {
        Client client = asked(route);
        Client.Answer answer =
            client.sendBytes(route.method(), path(route), body.value(), "application/json");
        check(route, body.name(), answer, !body.name().equals("empty object"));
      }
    }
  }

  @Test
  void t2_otherMediaTypes() {
    for (Route route : bodies()) {
      for (String type : Payloads.MEDIA_TYPES) {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        Client.Answer answer = asked(route).sendBytes(route.method(), path(route), body, type);
        check(route, type, answer, false);
      }
    }
  }

  @Test
  void t3_everyFieldWithEveryKindOfWrongValue() {
    for (Route route : bodies()) {
      for (Payloads.Mutation mutation : Payloads.mutations(route.handler())) {
        Client.Answer answer = asked(route).send(route.method(), path(route), mutation.body());
        check(route, mutation.name(), answer, mutation.mustFail());
        if (mutation.mustFail() && answer.status() == 422) {
          String field = answer.json().path("field").asString("");
          if (!field.contains(mutation.field())) {
            wrong.add(route + " " + mutation.name() + " named the field '" + field + "'");
          }
        }
      }
    }
  }

  @Test
  void t4_hostilePaths() {
    for (Route route : SERVER.routes()) {
      for (String variable : variables(route)) {
        for (String value : Payloads.PATH_VALUES) {
          Map<String, String> values = new HashMap<>(Map.of("region", LiveServer.OWN));
          values.put(variable, value);
          String path = route.filled(values);
          Client.Answer answer = asked(route).send(route.method(), path, body(route));
          check(route, variable + "=" + value, answer, false);
        }
      }
    }
  }

  @Test
  void t5_hostileParameters() {
    for (Route route : SERVER.routes()) {
      for (var parameter : route.handler().getParameters()) {
        if (!parameter.isAnnotationPresent(RequestParam.class)) {
          continue;
        }
        for (String value : Payloads.TEXTS) {
          String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
          String query = "?" + parameter.getName() + "=" + encoded;
          Client.Answer answer = asked(route).send(route.method(), path(route) + query, null);
          check(route, query, answer, false);
        }
      }
    }
  }

  @Test
  void t6_hostileHeaders() {
    for (Route route : SERVER.routes()) {
      for (Map.Entry<String, String> header : Payloads.HEADERS) {
        Client client = asked(route).with(header.getKey(), header.getValue());
        Client.Answer answer = client.send(route.method(), path(route), body(route));
        client.with(header.getKey(), null);
        if (header.getKey().equals("Authorization")) {
          clients.clear();
        }
        check(route, header.toString(), answer, false);
      }
    }
  }

  @Test
  void t7_otherMethods() {
    for (Route route : SERVER.routes()) {
      for (String method : List.of("PATCH", "PROPFIND", "TRACE", "OPTIONS", "X")) {
        check(route, method, asked(route).send(method, path(route), null), false);
      }
    }
  }

  @Test
  void t8_addressesThatAreNone() {
    Client client = SERVER.client();
    for (String path : List.of("/api", "/api/", "/api/none", "/api/regions/x/y/z", "/none.txt")) {
      Client.Answer answer = client.with("Accept-Language", "en").get(path);
      assertEquals(404, answer.status(), path);
      assertEquals("There is nothing here", answer.json().get("title").asString());
    }
  }

  @Test
  void t9_requestsThatAreHardlyHttp() throws IOException {
    List<String> requests =
        List.of(
            "GET /a|b HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
            "GET /health HTTP/1.1\r\nHost: x\r\nA: " + "x".repeat(40_000) + "\r\n\r\n",
            "GET /health HTTP/1.1\r\nHost: x\r\nBad Name: x\r\n\r\n",
            "POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            "POST /api/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: none\r\n\r\n",
            "NONSENSE\r\n\r\n",
            "\u0000\u0001\u0002\r\n\r\n");
    for (String request : requests) {
      String answer = raw(request);
      sent++;
      boolean refused = answer.startsWith("HTTP/1.1 4") || answer.startsWith("HTTP/1.1 505");
      // Tomcat drops the control byte: the header is ignored, the rest may be answered.
      boolean ignored = request.contains("Bad Name") && answer.startsWith("HTTP/1.1 200");
      if (!(refused || ignored) || answer.contains("<html") || answer.contains("Exception")) {
        wrong.add(request.lines().findFirst().orElse("") + " was answered " + answer);
      }
    }
  }

  @Test
  void t10_parametersThatCannotBeRead() {
    for (String query : List.of("?a=1" + "&a=1".repeat(150), "?a=%ff", "?limit=%C3%28")) {
      for (Route route : SERVER.routes()) {
        String path = path(route) + query;
        check(route, query, asked(route).send(route.method(), path, body(route)), false);
      }
    }
  }

  /** An id made from a name is the service's own to make: taken before, it would shut it out. */
  @Test
  void t11_aCommandIdMadeFromAName() {
    String named = UUID.nameUUIDFromBytes(new byte[] {1}).toString();
    Route route =
        SERVER.routes().stream().filter(r -> r.path().endsWith("/notes")).findFirst().orElseThrow();
    Client client = asked(route).with("Command-Id", named);
    check(route, named, client.send(route.method(), path(route), body(route)), true);
    client.with("Command-Id", null);
  }

  /** Sends the bytes and reads the start of the answer. */
  private static String raw(String request) throws IOException {
    try (var socket = new Socket(SERVER.address().getHost(), SERVER.address().getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      byte[] answer = socket.getInputStream().readNBytes(200);
      return new String(answer, StandardCharsets.UTF_8);
    } catch (SocketException reset) {
      return "HTTP/1.1 400 by closing the connection";
    }
  }

  private Client asked(Route route) {
    Allowed allowed = route.allowed();
    Client client;
    if (allowed == null) {
      client = SERVER.client();
      client.get("/api/session");
      client.with("X-XSRF-TOKEN", client.cookie("XSRF-TOKEN").orElseThrow().getValue());
    } else {
      // The same each time, so that a failure can be found again.
      Role role = Collections.min(Role.of(allowed));
      client = clients.computeIfAbsent(role, it -> TestUsers.client(SERVER, it));
    }
    return client.with("Accept-Language", sent % 2 == 0 ? "en" : "sv");
  }

  private void check(Route route, String what, Client.Answer answer, boolean mustFail) {
    String language = sent++ % 2 == 0 ? "en" : "sv";
    String name = route + " with " + what;
    if (answer.status() >= 500) {
      wrong.add(name + " was answered " + answer.status() + " " + answer.body());
    } else if (answer.status() >= 400) {
      checkProblem(name, answer, what.startsWith("Accept-Language") ? "" : language);
    } else if (mustFail) {
      wrong.add(name + " was accepted: " + answer.status());
    }
  }

  private void checkProblem(String name, Client.Answer answer, String language) {
    if (!answer.type().startsWith("application/problem+json")) {
      wrong.add(name + " was answered " + answer.status() + " as " + answer.type());
      return;
    }
    var problem = answer.json();
    for (String part : List.of("type", "title", "detail", "remedy")) {
      String text = problem.path(part).asString("");
      if (text.isBlank() || !name.contains("%7B") && HOLE.matcher(text).find()) {
        wrong.add(name + ": " + part + " was '" + text + "'");
      }
    }
    String code = problem.path("type").asString("").replace("urn:dirigent:problem:", "");
    boolean general =
        List.of("Begäran avvisades", "The request was refused")
            .contains(problem.path("title").asString(""));
    if (general) {
      wrong.add(name + ": no sentences for " + code);
    }
    String answered = answer.headers().getOrDefault("content-language", "");
    if (!language.isEmpty() && !answered.equals(language)) {
      wrong.add(name + " was asked in " + language + " and answered in '" + answered + "'");
    }
  }

  private static List<Route> bodies() {
    return SERVER.routes().stream().filter(Route::takesBody).toList();
  }

  private static String path(Route route) {
    return route.filled(TestUsers.unit(LiveServer.OWN, TestUsers.UNIT));
  }

  private static @org.jspecify.annotations.Nullable String body(Route route) {
    return route.takesBody() ? "{}" : null;
  }

  private static List<String> variables(Route route) {
    var matcher = Pattern.compile("\\{([a-zA-Z]+)}").matcher(route.path());
    List<String> names = new ArrayList<>();
    while (matcher.find()) {
      names.add(Objects.requireNonNull(matcher.group(1)));
    }
    return names;
  }
}
