package se.dirigent.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.dirigent.server.platform.postgres.EmbeddedPostgres;
import se.dirigent.server.platform.postgres.RunningPostgres;

class CommandLineTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void s1HelpIsWorkDone() {
    assertEquals(Exit.DONE, DirigentCommand.execute("help"));
    assertEquals(Exit.DONE, DirigentCommand.execute("demo", "--help"));
    assertEquals(Exit.DONE, DirigentCommand.execute("--version"));
  }

  @Test
  void s2WhatIsNotUnderstoodIsUsage() {
    assertEquals(Exit.USAGE, DirigentCommand.execute("dance"));
    assertEquals(Exit.USAGE, DirigentCommand.execute("demo", "--speed", "0"));
    assertEquals(Exit.USAGE, DirigentCommand.execute("demo", "--automatic", "perhaps"));
    assertEquals(Exit.USAGE, DirigentCommand.execute("serve", "--region", "atlantis"));
    assertEquals(Exit.USAGE, DirigentCommand.execute("serve", "--port", "70000"));
    assertEquals(Exit.USAGE, DirigentCommand.execute("replay"));
  }

  @Test
  void s3TheDoctorReportsInJson() throws IOException {
    Path file = folder.resolve("doctor.json");
    // Port 1 is nobody's, and not ours to take: the doctor says so and the code follows.
    int code =
        DirigentCommand.execute(
            "doctor", "--data", folder.toString(), "--port", "9", "--json", file.toString());
    String report = Files.readString(file);
    assertTrue(report.contains("\"JDK\""), report);
    boolean failed = report.contains("FAILED");
    assertEquals(failed ? Exit.NOT_DONE : Exit.DONE, code);
  }

  @Test
  void s4EveryCommandTakesJson() {
    CommandLine root = DirigentCommand.commandLine();
    root.getSubcommands()
        .forEach((name, command) ->
            assertTrue(
                name.equals("help") || command.getCommandSpec().findOption("--json") != null,
                name + " lacks --json"));
  }

  @Test
  void s5CompletionKnowsTheCommands() throws IOException {
    Path file = folder.resolve("completion.json");
    assertEquals(Exit.DONE, DirigentCommand.execute("completion", "--json", file.toString()));
    String script = Files.readString(file);
    for (String name : new String[] {"serve", "demo", "replay", "doctor"}) {
      assertTrue(script.contains(name), name);
    }
  }

  @Test
  void s6AFileThatIsNotThereIsSaidBeforeAServiceIsLookedFor() {
    String missing = folder.resolve("none.csv").toString();
    assertEquals(Exit.USAGE, DirigentCommand.execute("replay", missing, "--url", "http://[::1]:9"));
  }

  @Test
  void s7ADataFolderInUseIsRefusedInASentence() throws IOException {
    Path data = Files.createTempDirectory("dirigent-in-use");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (RunningPostgres _ = EmbeddedPostgres.start(data)) {
      for (String command : List.of("serve", "demo", "administrator")) {
        List<String> line = new ArrayList<>(List.of(command, "--data", data.toString()));
        if (command.equals("administrator")) {
          line.addAll(List.of("--username", "a", "--name", "Testperson Ett", "--care-unit", "b"));
        }
        String said = saidBy(line, Exit.START_FAILED);
        assertTrue(said.contains("already in use") && said.contains("Remedy"), said);
        assertFalse(said.contains("\tat ") || said.contains("Exception"), said);
        assertFalse(Files.exists(data.resolve("log")), "wrote into the log of the one that runs");
      }
    }
  }

  /** What a command writes on standard error. */
  private static String saidBy(List<String> line, int code) {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertEquals(code, DirigentCommand.execute(line.toArray(String[]::new)));
    } finally {
      System.setErr(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
