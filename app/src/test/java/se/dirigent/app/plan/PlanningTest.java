package se.dirigent.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.dirigent.app.command.DirigentCommand;
import se.dirigent.app.command.Exit;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.PlanBudget;
import se.dirigent.optimiser.plan.PlanChecker;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.search.PlanSearch;

class PlanningTest {
  private static final Path INSTANCES = Path.of("../../shared/data/darp");

  @TempDir private Path folder = Path.of("");

  @Test
  void s1TheLiteraturesSmallInstancesAreSolvedToTheirOptimum() throws IOException {
    solved("cordeau2006/a2-16.txt", 294.25, 1_500);
    solved("cordeau2006/a3-18.txt", 300.48, 1_500);
    solved("cordeau2006/a4-16.txt", 282.68, 1_500);
    solved("cordeau-laporte2003/R1a.txt", 190.02, 4_000);
  }

  private static void solved(String name, double optimum, long rounds) throws IOException {
    assumeTrue(Files.exists(INSTANCES), "no ../shared/data beside the project: left out");
    RideProblem problem = CordeauInstance.read(INSTANCES.resolve(name));
    Plan plan =
        PlanSearch.run(problem, PlanBudget.ofRounds(1, 2, rounds), System::nanoTime, any -> true);
    assertEquals(List.of(), PlanChecker.faults(problem, plan), name);
    assertEquals(optimum, plan.cost(), 0.005, name);
  }

  @Test
  void s2TheCommandReportsRoutesInTheLiteraturesNumbers() throws IOException {
    Path file = folder.resolve("one.txt");
    Files.writeString(
        file,
        """
        1 2 480 3 30
        0 0 0 0 0 0 480
        1 0 1 3 1 0 1440
        2 0 2 3 -1 60 75
        """);
    Path report = folder.resolve("plan.json");
    int code =
        DirigentCommand.execute(
            "plan", file.toString(), "--rounds", "50", "--json", report.toString());
    assertEquals(Exit.DONE, code);
    String text = Files.readString(report);
    assertTrue(text.contains("\"cost\" : 4.0"), text);
    assertTrue(text.contains("\"feasible\" : true"), text);
    assertTrue(text.replaceAll("\\s", "").contains("\"routes\":[[1,2]]"), text);
  }

  @Test
  void s3ABrokenFileIsRefusedByLine() throws IOException {
    Path file = folder.resolve("broken.txt");
    Files.writeString(file, "1 2 480 3 30\n0 0 0 0 0 0 480\n1 0 one 3 1 0 1440\n");
    var refused = assertThrows(IllegalArgumentException.class, () -> CordeauInstance.read(file));
    assertTrue(("" + refused.getMessage()).contains("line 3"), refused.getMessage());
    assertEquals(Exit.USAGE, DirigentCommand.execute("plan", file.toString()));
    assertEquals(Exit.USAGE, DirigentCommand.execute("plan", file + ".none"));
  }

  @Test
  void s4AWindowThatCannotBeMetIsSaid() throws IOException {
    Path file = folder.resolve("late.txt");
    Files.writeString(
        file,
        """
        1 2 480 3 30
        0 0 0 0 0 0 480
        1 0 90 3 1 0 1440
        2 0 100 3 -1 60 75
        """);
    assertEquals(Exit.NOT_DONE, DirigentCommand.execute("plan", file.toString(), "--rounds", "50"));
  }

  @Test
  void s5TheExampleIsPlannedWithItsChain() throws IOException {
    Path report = folder.resolve("day.json");
    int code =
        DirigentCommand.execute(
            "plan",
            "../docs/rides.json",
            "--rounds",
            "400",
            "--threads",
            "1",
            "--json",
            "" + report);
    assertEquals(Exit.DONE, code);
    String text = Files.readString(report).replaceAll("\\s", "");
    assertTrue(text.contains("\"unserved\":[]"), text);
    assertTrue(text.contains("\"ride\":\"flygresan\""), text);
    assertTrue(text.contains("\"begin\":\"09:15\""), text);
  }

  @Test
  void s6WhatIsWrongInAFileIsSaidWithFieldValueAndRemedy() throws IOException {
    refused(
        "\"from\": \"07:00\", \"until\": \"17:00\"",
        "\"from\": \"7\", \"until\": \"17:00\"",
        "vehicles[0].from is \"7\"; give a time");
    refused(
        "\"start\": \"Åre\"", "\"start\": \"Are\"", "vehicles[1].start is \"Are\"; give the name");
    refused(
        "\"until\": \"10:00\", \"minutes\": 3",
        "\"until\": \"09:00\", \"minutes\": 3",
        "rides[0].delivery: earliest");
    refused("\"kmh\": 75", "\"kmh\": 0", "ways[0].kmh is 0; give a number from 1");
    refused("\"ride\": \"till flyget\"", "\"ride\": \"flygresan\"", "rides[4].after: before 4");
    refused("\"name\": \"hem\"", "\"name\": \"besök\"", "rides[1].name is");
    refused("\"kronorLeftOut\": 20000,", "", "rides[2].kronorLeftOut is missing; give it");
    refused("\"ways\": [", "\"ways\" [", "is not JSON");
    refused("\"ways\": [", "\"roads\": [", "ways is missing; give it");
  }

  private void refused(String was, String is, String said) throws IOException {
    String text = Files.readString(Path.of("../docs/rides.json"));
    assertTrue(text.contains(was), was);
    Path file = folder.resolve("bad.json");
    Files.writeString(file, text.replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(is)));
    var refused = assertThrows(IllegalArgumentException.class, () -> Instance.read(file));
    String message = "" + refused.getMessage();
    assertTrue(message.contains(said) && message.contains("bad.json"), message);
    assertEquals(Exit.USAGE, DirigentCommand.execute("plan", file.toString()));
  }

  @Test
  void s7AsManyPatientsAsPossibleBothWaysOrNeither() throws IOException {
    assumeTrue(Files.exists(INSTANCES), "no ../shared/data beside the project: left out");
    for (String name : List.of("PTP-RAND-1_4_2_16", "PTP-RAND-1_12_5_48")) {
      Instance instance = Instance.read(INSTANCES.resolve("ptp").resolve(name + ".json"));
      Plan plan =
          PlanSearch.run(
              instance.problem(), PlanBudget.ofRounds(1, 1, 2_000), System::nanoTime, any -> true);
      assertEquals(List.of(), PlanChecker.faults(instance.problem(), plan), name);
      Object patients = instance.report().apply(plan).get("patients");
      assertTrue(((Number) Objects.requireNonNull(patients)).intValue() >= 10, name + patients);
    }
  }

  @Test
  void s8AnotherProgramsRoutesAreJudged() throws IOException {
    Path file = folder.resolve("one.txt");
    Files.writeString(
        file,
        """
        2 2 480 3 30
        0 0 0 0 0 0 480
        1 0 1 3 1 0 1440
        2 0 2 3 1 0 1440
        3 0 2 3 -1 60 75
        4 0 3 3 -1 60 75
        """);
    Path routes = folder.resolve("routes.json");
    Files.writeString(routes, "{\"routes\": [[1, 3], [2, 4]]}");
    String[] check = {"plan", file.toString(), "--check", routes.toString()};
    assertEquals(Exit.DONE, DirigentCommand.execute(check));
    Files.writeString(routes, "{\"routes\": [[1, 3, 2]]}");
    assertEquals(Exit.NOT_DONE, DirigentCommand.execute(check));
    Files.writeString(routes, "{\"routes\": [[1, 5]]}");
    assertEquals(Exit.USAGE, DirigentCommand.execute(check));
  }
}
