package se.dirigent.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
}
