package se.dirigent.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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
}
