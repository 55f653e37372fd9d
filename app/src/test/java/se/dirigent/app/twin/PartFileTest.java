package se.dirigent.app.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import se.dirigent.simulator.twin.Experiment;
import se.dirigent.simulator.twin.Part;
import se.dirigent.simulator.twin.Scenario;

/** Parts of an experiment, each made by a process of its own, as on machines of their own. */
class PartFileTest {
  private static final List<String> NAMES = List.of("jamtland", "jamtland-triple");
  private static final List<String> SIZE =
      List.of("--days", "1", "--replications", "3", "--seed", "5");

  @TempDir private Path folder;

  private static Process start(List<String> words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "se.dirigent.app.Main",
                "simulate"));
    command.addAll(NAMES);
    command.addAll(SIZE);
    command.addAll(words);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static int run(List<String> words) throws IOException, InterruptedException {
    Process process = start(words);
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it did not end");
    return process.exitValue();
  }

  private static List<Scenario> scenarios() throws IOException {
    List<Scenario> scenarios = new ArrayList<>();
    for (String name : NAMES) {
      scenarios.add(new ScenarioFile().read(name));
    }
    return scenarios;
  }

  private static String refusal(Executable executable) {
    return "" + assertThrows(IllegalArgumentException.class, executable).getMessage();
  }

  @Test
  void s01PartsOfOtherProcessesMakeTheSameFindingsAsOne() throws Exception {
    Path whole = folder.resolve("whole.json");
    Path together = folder.resolve("together.json");
    Path first = folder.resolve("0");
    Path second = folder.resolve("1");
    assertEquals(0, run(List.of("--part", "0/2", "--runs", "" + first)));
    assertEquals(0, run(List.of("--part", "1/2", "--runs", "" + second)));
    assertEquals(0, run(List.of("--json", "" + whole)));
    assertEquals(0, run(List.of("--runs", second + "," + first, "--json", "" + together)));
    assertEquals(Files.readString(whole), Files.readString(together));
  }

  @Test
  void s02WhatDoesNotBelongTogetherIsRefusedInWords() throws Exception {
    Experiment experiment = new Experiment(3, 1, 5, 1);
    Path file = folder.resolve("runs");
    new PartFile("another", List.of()).write(file);
    String other = refusal(() -> PartFile.read(List.of(file), scenarios(), experiment));
    assertTrue(other.contains("another experiment"), other);
    Files.writeString(file, "{\"x\":");
    String no = refusal(() -> PartFile.read(List.of(file), scenarios(), experiment));
    assertTrue(no.contains("holds no runs"), no);
    String missing = refusal(() -> experiment.arranged(1, List.of()));
    assertTrue(missing.contains("run 1 of scenario 1 is missing"), missing);
    for (String wrong : List.of("2/2", "-1/2", "a", "1/0", "")) {
      assertThrows(IllegalArgumentException.class, () -> Part.parse(wrong), wrong);
    }
  }

  @Test
  void s03AScenarioSaysAllItIsMadeOf() throws IOException {
    for (String name : ScenarioFile.ready()) {
      String all = new ScenarioFile().read(name).toString();
      assertTrue(!all.matches("(?s).*\\w@[0-9a-f]{4,}.*"), name + " holds what has no words");
    }
  }
}
