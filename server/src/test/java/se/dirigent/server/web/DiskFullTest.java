package se.dirigent.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.journal.JournalVerifier;
import se.dirigent.server.platform.postgres.TestFolders;

/**
 * The data folder on a file system of its own that runs full: what was confirmed stays, what cannot
 * be written is refused in words, and work goes on by itself when there is room again. Needs root
 * for the mount, and is skipped without.
 */
class DiskFullTest {
  private static final String BASE = "/api/regions/" + LiveServer.OWN;

  /** Programs and an empty cluster take about 125 MB. */
  private static final String SIZE = "size=200m,mode=755";

  /** The write-ahead log has some room of its own; some thousand commands fill it. */
  private static final int COMMANDS_MAX = 6_000;

  private static final int REFUSALS = 30;

  private final Map<Integer, Long> confirmed = new LinkedHashMap<>();
  private final TreeSet<String> reasons = new TreeSet<>();

  @Test
  void nothingConfirmedIsLostAndWorkGoesOnWhenThereIsRoom() throws Exception {
    Path disk = TestFolders.reachable("small-disk");
    Files.createDirectories(disk);
    assumeTrue(run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", disk.toString()), "no mount");
    try {
      Map<String, Object> here =
          Map.of("dirigent.database.url", "", "dirigent.data", disk.resolve("data").toString());
      LiveServer server = LiveServer.start("", here);
      try {
        play(server, disk.resolve("filler"));
      } finally {
        server.stop();
      }
    } finally {
      assertTrue(run("umount", "-l", disk.toString()));
    }
  }

  private void play(LiveServer server, Path filler) throws Exception {
    Client program = server.client().withToken(LiveServer.TOKEN).with("Accept-Language", "en");
    for (int n = 0; n < 20; n++) {
      assertEquals(200, intake(program, n).status());
    }
    fill(filler);
    int refused = 0;
    for (int n = 20; n < COMMANDS_MAX && refused < REFUSALS; n++) {
      Client.Answer answer = intake(program, n);
      if (answer.status() != 200) {
        refused++;
        assertEquals(503, answer.status(), answer::body);
        assertTrue(answer.type().startsWith("application/problem+json"), answer::type);
        reasons.add(answer.json().path("type").asString());
        assertTrue(!answer.json().path("remedy").asString().isEmpty(), answer::body);
      }
    }
    assertEquals(REFUSALS, refused, "the disk never ran full");
    assertTrue(
        reasons.stream().allMatch(r -> r.contains("disk.full") || r.contains("database")),
        reasons::toString);
    Files.delete(filler);
    assertTrue(comesBack(program), "no command is taken though there is room again");
    System.out.printf("%d confirmed, %d refused: %s%n", confirmed.size(), refused, reasons);
    // A repeat is answered as the first time: the command is there, once.
    confirmed.forEach(
        (n, seq) -> assertEquals(seq, intake(program, n).json().path("seq").asLong(), "case " + n));
    var chain = server.bean(JournalVerifier.class).verify(new RegionCode(LiveServer.OWN), _ -> {});
    assertTrue(chain.whole(), chain::toString);
  }

  private boolean comesBack(Client program) throws InterruptedException {
    for (int tries = 0; tries < 60; tries++) {
      if (intake(program, COMMANDS_MAX + tries).status() == 200) {
        return true;
      }
      Thread.sleep(1_000);
    }
    return false;
  }

  private Client.Answer intake(Client program, int n) {
    String body =
        """
        {"source":"SOS_ALARM",
         "location":{"address":"Torget","municipality":"","quality":"UNKNOWN"},
         "description":"%s","priority":"2A"}
        """
            .formatted("Prov ".repeat(300));
    Client.Answer answer = program.send("PUT", BASE + "/intake/sos/full/" + n, body);
    if (answer.status() == 200) {
      confirmed.putIfAbsent(n, answer.json().path("seq").asLong());
    }
    return answer;
  }

  private static void fill(Path file) throws IOException {
    byte[] block = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      // Also the last bytes, which whole blocks leave.
      assertTrue(Files.size(file) > 0, full::toString);
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      return process.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
