package se.dirigent.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import se.dirigent.server.platform.TestDatabase;
import tools.jackson.databind.JsonNode;

/** What the last verification of a journal found is known after a restart too. */
class VerificationKeptTest {
  private static final String PATH = "/api/regions/" + LiveServer.OWN + "/journal/verification";

  @Test
  void theLastResultLivesThroughARestart() throws InterruptedException {
    try (TestDatabase database = TestDatabase.migrated(VerificationKeptTest.class)) {
      LiveServer first = LiveServer.start(database.url(), Map.of());
      JsonNode found = verified(first.client().withToken(LiveServer.TOKEN));
      first.stop();
      LiveServer second = LiveServer.start(database.url(), Map.of());
      JsonNode state = second.client().withToken(LiveServer.TOKEN).get(PATH).json();
      second.stop();
      assertFalse(state.path("running").asBoolean(), state::toString);
      assertEquals(found, state.path("last"));
    }
  }

  private static JsonNode verified(Client program) throws InterruptedException {
    assertEquals(200, program.send("POST", PATH, null).status());
    JsonNode state = program.get(PATH).json();
    for (int tries = 0; tries < 100 && state.path("running").asBoolean(); tries++) {
      Thread.sleep(100);
      state = program.get(PATH).json();
    }
    assertTrue(state.path("last").path("chain").path("whole").asBoolean(), state::toString);
    return state.path("last");
  }
}
