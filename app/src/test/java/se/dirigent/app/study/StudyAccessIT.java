package se.dirigent.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.dirigent.app.demo.RunningDemo;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Grant;
import se.dirigent.server.identity.Role;
import se.dirigent.server.identity.account.Account;
import se.dirigent.server.identity.account.Accounts;
import se.dirigent.server.identity.account.IntegrationTokens;
import se.dirigent.server.identity.account.Passwords;
import se.dirigent.server.platform.problem.Language;
import tools.jackson.databind.json.JsonMapper;

/**
 * The authorisation table of the twin: every endpoint × role × own or other region, committed
 * beside the tests and tried whole over HTTP, as the service's own table is.
 */
class StudyAccessIT {
  private static final String OWN = "jamtland-harjedalen";
  private static final String OTHER = "vasternorrland";
  private static final String PASSWORD = "four-words-for-a-test";
  private static final Path TABLE = Path.of("src/test/resources/authorisation.csv");
  private static final JsonMapper JSON = new JsonMapper();

  private record Route(String method, String path, Allowed allowed) {
    String filled(String region) {
      String id = UUID.fromString("00000000-0000-4000-8000-000000000000").toString();
      String asked = path.endsWith("/report") ? "?format=PDF" : "";
      return path.replace("{region}", region).replaceAll("\\{(study|scenario)}", id) + asked;
    }
  }

  private record Row(Route route, Role role, String where, boolean allowed) {
    @Override
    public String toString() {
      String answer = allowed ? "allowed" : "denied";
      return String.join(",", route.method, route.path, role.name(), where, answer);
    }
  }

  /** A session, or a token for programs. */
  private record Visitor(HttpClient http, Map<String, String> headers) {}

  @Test
  void everyRowHoldsOverHttp() throws IOException, InterruptedException {
    try (RunningDemo demo = RunningDemo.start(List.of(OWN, OTHER), 1, "off")) {
      List<Row> rows =
          rows(demo.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
      requireCommitted(rows);
      List<String> wrong = new ArrayList<>();
      for (Role role : Role.values()) {
        Visitor visitor = visitor(demo, role);
        for (Row row : rows) {
          int status = row.role == role ? status(demo, visitor, row) : 0;
          boolean denied = status == 403 || status == 401;
          if (denied == row.allowed && row.role == role || status >= 500) {
            wrong.add(row + " was answered " + status);
          }
        }
      }
      assertEquals(List.of(), wrong);
    }
  }

  private static List<Row> rows(RequestMappingHandlerMapping mapping) {
    List<Route> routes = new ArrayList<>();
    mapping
        .getHandlerMethods()
        .forEach((info, handler) -> {
          if (handler.getBeanType().getPackageName().equals("se.dirigent.app.study")) {
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
              Allowed allowed = handler.getMethod().getAnnotation(Allowed.class);
              String path = info.getPatternValues().iterator().next();
              routes.add(new Route(method.name(), path, allowed));
            }
          }
        });
    routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
    List<Row> rows = new ArrayList<>();
    for (Route route : routes) {
      for (Role role : Role.values()) {
        boolean holds = Role.of(route.allowed).contains(role);
        rows.add(new Row(route, role, "own", holds));
        rows.add(new Row(route, role, "other", holds && role == Role.NATIONAL_COORDINATOR));
      }
    }
    return rows;
  }

  private static void requireCommitted(List<Row> rows) throws IOException {
    StringBuilder text = new StringBuilder("method,path,who,where,answer\n");
    rows.forEach(row -> text.append(row).append('\n'));
    if (Boolean.getBoolean("dirigent.write")) {
      Files.writeString(TABLE, text);
    }
    if (!Files.exists(TABLE) || !Files.readString(TABLE).contentEquals(text)) {
      fail(
          TABLE
              + " does not fit the endpoints. Review who may do what, then run:\n"
              + "  mvn -pl app -am test -Dtest=StudyAccessIT -Ddirigent.write=true"
              + " -Dsurefire.failIfNoSpecifiedTests=false");
    }
  }

  private static Visitor visitor(RunningDemo demo, Role role)
      throws IOException, InterruptedException {
    String name = "test." + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    RegionCode region = role == Role.NATIONAL_COORDINATOR ? null : new RegionCode(OWN);
    demo.bean(Accounts.class)
        .save(
            new Account(
                name,
                "Testperson " + role,
                "Testenhet",
                Language.SV,
                role == Role.CREW ? "23-1110" : null,
                true,
                false,
                Set.of(new Grant(role, region))),
            "test");
    HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    if (role == Role.INTEGRATION) {
      String token = demo.bean(IntegrationTokens.class).create(name, "test", "test");
      return new Visitor(http, Map.of("Authorization", "Bearer " + token));
    }
    demo.bean(Passwords.class).choose(name, PASSWORD);
    var logIn =
        HttpRequest.newBuilder(demo.base().resolve("/api/session"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    JSON.writeValueAsString(Map.of("username", name, "password", PASSWORD))))
            .build();
    var answer = http.send(logIn, BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer::body);
    String csrf = JSON.readTree(answer.body()).get("csrf").asString();
    return new Visitor(http, Map.of("X-XSRF-TOKEN", csrf));
  }

  private static int status(RunningDemo demo, Visitor visitor, Row row)
      throws IOException, InterruptedException {
    String path = row.route.filled(row.where.equals("own") ? OWN : OTHER);
    var request =
        HttpRequest.newBuilder(demo.base().resolve(path))
            .header("Content-Type", "application/json")
            .header("Command-Id", UUID.randomUUID().toString());
    visitor.headers.forEach(request::header);
    boolean get = row.route.method.equals("GET");
    request.method(row.route.method, get ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
    return visitor.http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }
}
