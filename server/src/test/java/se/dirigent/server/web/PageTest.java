package se.dirigent.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page's files, as the browser gets them. */
class PageTest {
  private static final LiveServer SERVER = LiveServer.shared();

  @Test
  void t1_thePagesOwnAddressesAreThePage() {
    for (String path : List.of("/", "/index.html", "/incidents/sos", "/log-in")) {
      Client.Answer answer = SERVER.client().with("Accept", "text/html").get(path);
      assertEquals(200, answer.status(), path);
      assertTrue(answer.type().startsWith("text/html"), answer.type());
      assertTrue(answer.body().startsWith("<!doctype html>"), answer.body());
    }
  }

  @Test
  void t2_mediaTypesAreWhatBrowsersNeed() {
    assertTrue(type("/assets/worker.mjs").startsWith("text/javascript"));
    assertEquals("application/x-protobuf", type("/glyph.pbf"));
  }

  @Test
  void t3_filesAreKeptByTheirContent() {
    Map<String, String> hashed = SERVER.client().get("/assets/worker.mjs").headers();
    assertTrue(String.valueOf(hashed.get("cache-control")).contains("immutable"));
    Map<String, String> page = SERVER.client().get("/glyph.pbf").headers();
    assertTrue(String.valueOf(page.get("cache-control")).contains("no-cache"));
    String tag = String.valueOf(page.get("etag"));
    assertEquals(304, SERVER.client().with("If-None-Match", tag).get("/glyph.pbf").status());
    // The page itself: a new version must show at the next load.
    String cache = String.valueOf(SERVER.client().get("/").headers().get("cache-control"));
    assertFalse(cache.contains("immutable"), cache);
  }

  @Test
  void t4_securityHeadersStandOnEverything() {
    for (String path : List.of("/", "/health", "/api/session", "/none.txt")) {
      Map<String, String> headers = SERVER.client().get(path).headers();
      String policy = String.valueOf(headers.get("content-security-policy"));
      assertTrue(policy.contains("default-src 'self'"), path + ": " + policy);
      assertTrue(policy.contains("worker-src 'self' blob:"), policy);
      assertEquals("nosniff", headers.get("x-content-type-options"), path);
      assertEquals("DENY", headers.get("x-frame-options"), path);
    }
  }

  private static String type(String path) {
    return SERVER.client().get(path).type();
  }
}
