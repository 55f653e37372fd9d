package se.dirigent.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code dirigent} itself, on a tree of its own with a compiler, a Maven and a JDK that
 * only pretend: a build while a service runs leaves that service's classes alone.
 */
class RunFolderTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final long SECONDS_MAX = 30;

  private static final Map<String, String> PRETENDERS =
      Map.of(
          "jdk/bin/javac",
          "exit 0",
          "jdk/bin/java",
          """
          case "$*" in
            *jarmode=tools*) mkdir -p "${@: -1}"; touch "${@: -1}/dirigent-program.jar" ;;
            *serve*) exec sleep 60 ;;
          esac
          """,
          "bin/mvn",
          "mkdir -p app/target; touch app/target/dirigent-program.jar",
          "bin/npm",
          "exit 0",
          "bin/node",
          "echo v20.0.0");

  @TempDir private Path tree = Path.of("");

  @BeforeEach
  void plant() throws IOException {
    Files.copy(ROOT.resolve("dirigent"), tree.resolve("dirigent"));
    Files.createDirectories(tree.resolve("scripts"));
    Files.copy(ROOT.resolve("scripts/common.sh"), tree.resolve("scripts/common.sh"));
    for (String module :
        List.of("core", "routing", "optimiser", "simulator", "server", "console", "app", ".mvn")) {
      Files.createDirectories(tree.resolve(module).resolve("src"));
    }
    Files.writeString(tree.resolve("pom.xml"), "");
    for (Map.Entry<String, String> one : PRETENDERS.entrySet()) {
      Path file = tree.resolve(one.getKey());
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, "#!/usr/bin/env bash\n" + one.getValue() + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.writeString(tree.resolve("jdk/release"), "JAVA_VERSION=\"25.0.3\"\n");
  }

  private Process start(String command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("bash", "dirigent", command);
    builder.directory(tree.toFile()).redirectErrorStream(true);
    builder.redirectOutput(tree.resolve("said-" + command).toFile());
    builder.environment().put("JAVA_HOME", tree.resolve("jdk").toString());
    builder.environment().merge("PATH", tree.resolve("bin") + ":", (old, mine) -> mine + old);
    builder.environment().put("DIRIGENT_AOT", "off");
    return builder.start();
  }

  private void help() throws IOException, InterruptedException {
    Process help = start("help");
    assertTrue(help.waitFor(SECONDS_MAX, TimeUnit.SECONDS));
    assertEquals(0, help.exitValue(), Files.readString(tree.resolve("said-help")));
  }

  private void changeTheSource() throws IOException, InterruptedException {
    // Newer than the build's mark by more than the coarsest file system tells apart.
    Thread.sleep(1_100);
    Path source = tree.resolve("core/src/Changed.java");
    Files.writeString(source, "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Folders of builds, without one that is only being made. */
  private Set<String> runs() throws IOException {
    Path folder = tree.resolve("app/target/runs");
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return new TreeSet<>(
          all.map(p -> p.getFileName().toString()).filter(n -> !n.endsWith(".new")).toList());
    }
  }

  @Test
  void aBuildLeavesARunningServicesClassesUntilItHasEnded()
      throws IOException, InterruptedException {
    Process service = start("serve");
    for (int tries = 0; tries < 10 * SECONDS_MAX && runs().isEmpty(); tries++) {
      Thread.sleep(100);
    }
    Set<String> first = runs();
    assertEquals(1, first.size(), Files.readString(tree.resolve("said-serve")));
    help();
    assertEquals(first, runs(), "built again though nothing had changed");
    changeTheSource();
    help();
    assertTrue(runs().containsAll(first), "the running service lost its classes");
    assertNotEquals(first, runs(), "the change was not built");
    service.destroy();
    assertTrue(service.waitFor(SECONDS_MAX, TimeUnit.SECONDS));
    changeTheSource();
    help();
    assertFalse(runs().containsAll(first), "what nobody runs from is kept for ever");
    assertEquals(1, runs().size());
  }
}
