package se.dirigent.benchmarks.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Ten kills of the real thing; {@code ./bench kill} does a hundred. One crew, because every command
 * that was acknowledged is sent again and a quiet machine acknowledges many.
 */
class KillRoundsTest {

  private static final int ROUNDS = 10;

  private Path folder = Path.of("unset");

  /** Not under target: as root, PostgreSQL's account must be able to reach it wherever we are. */
  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("dirigent-kill");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }

  /** Kept when the test failed: the log beside the data says what happened. */
  @AfterEach
  void deleteFolder() throws IOException {
    if (!Files.exists(folder.resolve("passed"))) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(KillRoundsTest::delete);
    }
  }

  @Test
  void nothingAcknowledgedIsLostOrDoneTwice() throws Exception {
    KillRounds bench =
        new KillRounds(folder.resolve("data"), "jamtland-harjedalen", 1, new SplittableRandom(3));
    Findings findings = bench.run(ROUNDS, round -> {});
    assertTrue(findings.passed(), () -> folder + "\n" + findings.text());
    assertEquals(ROUNDS, findings.counts().get("rounds"));
    Files.createFile(folder.resolve("passed"));
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
