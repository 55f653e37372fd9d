package se.dirigent.app.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.simulator.twin.Experiment;
import se.dirigent.simulator.twin.Scenario;
import se.dirigent.simulator.twin.Worlds;

/** What no machine can run is refused before anything runs, with its place and what to do. */
class ScenarioBoundsTest {
  @TempDir private Path folder = Path.of("");

  private Scenario read(String text) throws IOException {
    return new ScenarioFile().read(write("s.yaml", text));
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String refused(String text) {
    ScenarioRefused refused = assertThrows(ScenarioRefused.class, () -> read(text));
    return String.valueOf(refused.getMessage()).replace(folder + "/", "");
  }

  /** Each factor is one that may be given; together they are what no machine can run. */
  @Test
  void s1_factorsThatOverlapAreRefusedWithTheLineOfTheOneTooMany() throws IOException {
    String event = "  - { at: \"day 1 06:00\", hours: 48, calls-factor: 15 }\n";
    String calls = "region: skane\ncalls: { per-day: 100 }\nevents:\n";
    assertEquals(
        "s.yaml:5: 100 calls a day times the factors of events at once, 225.0, are 2.25e+04;"
            + " give at most 10000",
        refused(calls + event + event));
    write("base.yaml", calls + event);
    assertEquals(
        "s.yaml:2: 1000 calls a day times the factors of events at once, 15.0, are 1.50e+04;"
            + " give at most 10000",
        refused("base: base.yaml\ncalls: { per-day: 1000 }"));
    // One after the other they are as any.
    read(calls + event + event.replace("day 1", "day 3"));
    String hurt = "  - { at: \"day 1 06:00\", hours: 2, casualties: 20000, shares: [1] }\n";
    assertEquals(
        "s.yaml:4: 40000 casualties with those of the other events; give at most 25000 in all",
        refused("region: skane\nevents:\n" + hurt + hurt));
  }

  /** A run's calls are in memory at once. */
  @Test
  void s2_moreDaysThanHoldInMemoryAreRefusedBeforeAnythingRuns() throws IOException {
    Scenario many = read("region: skane\ncalls: { per-day: 10000 }");
    Worlds worlds = new Worlds(NationalNetwork.load().network(), 1);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Experiment(2, 3_660, 1, 1).run(List.of(many), worlds, (_, _) -> true));
    assertEquals(
        "scenario 's' has up to 10000 calls a day, in 3660 days 3.66e+07; give at most 1999 days",
        refused.getMessage());
  }
}
