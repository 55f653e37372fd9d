package se.dirigent.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;

/**
 * The authorisation table: every endpoint × role × own or other region, committed beside the tests
 * so that a change of who may do what is seen in review, and tried whole over HTTP.
 */
class AuthorisationTest {
  private static final Path TABLE = Path.of("src/test/resources/authorisation.csv");

  private static final String REFRESH =
      "mvn -pl server -am test -Dtest=AuthorisationTest,InterfaceDescriptionTest"
          + " -Ddirigent.write=true -Dsurefire.failIfNoSpecifiedTests=false";

  private static final LiveServer SERVER = LiveServer.shared();

  /**
   * A row.
   *
   * @param who a role, or ANYONE who is not logged in
   * @param where own or other region; own-unit and other-unit are in the own region
   * @param answer allowed, or denied
   */
  private record Row(String method, String path, String who, String where, String answer) {
    String line() {
      return String.join(",", method, path, who, where, answer);
    }
  }

  @Test
  void t1_tableIsWhatTheRoutesSay() throws IOException {
    String text =
        "method,path,who,where,answer\n"
            + String.join("\n", rows().stream().map(Row::line).toList())
            + "\n";
    if (Boolean.getBoolean("dirigent.write")) {
      Files.writeString(TABLE, text);
    }
    String committed = Files.exists(TABLE) ? Files.readString(TABLE) : "";
    if (!committed.equals(text)) {
      fail(TABLE + " does not fit the endpoints. Review who may do what, then run:\n  " + REFRESH);
    }
  }

  @Test
  void t2_everyRowHoldsOverHttp() {
    Map<Role, Client> clients = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      clients.put(role, TestUsers.client(SERVER, role));
    }
    Client anyone = SERVER.client();
    anyone.get("/api/session");
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (Route route : SERVER.routes()) {
      for (Row row : rows(route)) {
        boolean nobody = row.who().equals("ANYONE");
        Client client = nobody ? anyone : clients.get(Role.valueOf(row.who()));
        tried++;
        tryRow(route, row, Objects.requireNonNull(client), nobody, wrong);
      }
    }
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    assertEquals(rows().size(), tried);
  }

  private static void tryRow(
      Route route, Row row, Client client, boolean nobody, List<String> wrong) {
    String region = row.where().equals("other") ? LiveServer.OTHER : LiveServer.OWN;
    String unit = row.where().equals("other-unit") ? TestUsers.OTHER_UNIT : TestUsers.UNIT;
    String path = route.filled(TestUsers.unit(region, unit));
    if (nobody) {
      // As the page does: read when it is sent, for a log-out gives a new one.
      client.with("X-XSRF-TOKEN", client.cookie("XSRF-TOKEN").orElseThrow().getValue());
    }
    int status = client.send(route.method(), path, route.takesBody() ? "{}" : null).status();
    boolean open = route.allowed() == null;
    // An open endpoint may still answer that nobody is logged in: that is what it tells.
    boolean denied = status == 403 || status == 401 && !open;
    int expected = nobody ? 401 : 403;
    boolean right = row.answer().equals("allowed") ? !denied && status < 500 : status == expected;
    if (!right) {
      wrong.add(row.line() + " was answered " + status);
    }
  }

  @Test
  void t3_sameRefusalWhetherOrNotTheThingExists() {
    Client crew = TestUsers.client(SERVER, Role.DISPATCHER);
    String there = crew.get("/api/regions/" + LiveServer.OTHER + "/patient-reads").body();
    String nowhere = crew.get("/api/regions/no-such-region/patient-reads").body();
    String malformed = crew.get("/api/regions/NOT%20A%20REGION/patient-reads").body();
    assertEquals(there, nowhere);
    assertEquals(there, malformed);
  }

  private static List<Row> rows() {
    return SERVER.routes().stream().flatMap(route -> rows(route).stream()).toList();
  }

  private static List<Row> rows(Route route) {
    Allowed allowed = route.allowed();
    List<Row> rows = new ArrayList<>();
    if (allowed == null) {
      rows.add(new Row(route.method(), route.path(), "ANYONE", "-", "allowed"));
      return rows;
    }
    rows.add(new Row(route.method(), route.path(), "ANYONE", first(route), "denied"));
    Set<Role> roles = Role.of(allowed);
    for (Role role : Role.values()) {
      for (String where : places(route, role)) {
        boolean holds = roles.contains(role) && reaches(allowed, role, where);
        String answer = holds ? "allowed" : "denied";
        rows.add(new Row(route.method(), route.path(), role.name(), where, answer));
      }
    }
    return rows;
  }

  private static boolean reaches(Allowed allowed, Role role, String where) {
    if (where.equals("other-unit")) {
      return false;
    }
    boolean national = role == Role.NATIONAL_COORDINATOR;
    boolean anywhere = allowed.region() != Allowed.Region.OWN;
    return !where.equals("other") || national || anywhere;
  }

  private static List<String> places(Route route, Role role) {
    if (!route.hasRegion()) {
      return List.of("-");
    }
    return role == Role.CREW && route.path().contains("{unit}")
        ? List.of("own", "other-unit", "other")
        : List.of("own", "other");
  }

  private static String first(Route route) {
    return route.hasRegion() ? "own" : "-";
  }
}
