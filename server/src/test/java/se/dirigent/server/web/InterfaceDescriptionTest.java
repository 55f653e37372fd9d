package se.dirigent.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The committed description of the interface, from which the page's client is generated. */
class InterfaceDescriptionTest {
  private static final Path FILE = Path.of("../console/openapi.json");

  private static final String REFRESH =
      "mvn -pl server -am test -Dtest=AuthorisationTest,InterfaceDescriptionTest"
          + " -Ddirigent.write=true -Dsurefire.failIfNoSpecifiedTests=false";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final LiveServer SERVER = LiveServer.shared();

  @Test
  void t1_isOpenApi31AndOpenToAll() {
    Client.Answer answer = SERVER.client().get("/openapi.json");
    assertEquals(200, answer.status());
    assertTrue(answer.json().get("openapi").asString().startsWith("3.1"));
  }

  @Test
  void t2_committedFileIsFresh() throws IOException {
    JsonNode description = SERVER.client().get("/openapi.json").json();
    String text = JSON.writeValueAsString(description).replace("\r\n", "\n") + "\n";
    if (Boolean.getBoolean("dirigent.write")) {
      Files.writeString(FILE, text);
    }
    String committed = Files.exists(FILE) ? Files.readString(FILE) : "";
    if (!committed.equals(text)) {
      fail(FILE + " does not fit the endpoints. Run:\n  " + REFRESH);
    }
  }

  @Test
  void t3_everyRouteIsDescribed() {
    JsonNode paths = SERVER.client().get("/openapi.json").json().get("paths");
    for (Route route : SERVER.routes()) {
      JsonNode path = paths.get(route.path());
      boolean described = path != null && path.has(route.method().toLowerCase(Locale.ROOT));
      assertTrue(described, route::toString);
    }
  }
}
