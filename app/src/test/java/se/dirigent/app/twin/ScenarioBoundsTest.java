package se.dirigent.app.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
    return new ScenarioFolder(folder).read(text);
  }

  private String refused(String text) {
    return new ScenarioFolder(folder).refused(text);
  }

  @Test
  void s1_anUnknownKeyIsNamedWithItsLineAndThoseThereAre() {
    assertEquals(
        "s.yaml:2: there is no key 'cals' here; give one of air, base, breakdowns, calls,"
            + " centres, crews, dispatch, doctor-cars, driving, emergency-rooms, events, hospitals,"
            + " region, rides, title, travel, units, waiting-room",
        refused("region: skane\ncals: { factor: 2 }"));
  }

  @Test
  void s2_aNegativeRateIsToldWithItsLine() {
    assertEquals(
        "s.yaml:3: the factor is -1.0; give a number above 0, at most 20",
        refused("region: skane\ncalls:\n  factor: -1"));
    assertEquals(
        "s.yaml:2: -4.0 calls a day; give a number above 0, at most 10000",
        refused("region: skane\ncalls: { per-day: -4 }"));
    assertEquals(
        "s.yaml:2: 'factor' is 'många'; give a number",
        refused("region: skane\ncalls: { factor: många }"));
    assertEquals(
        "s.yaml:2: 'dispatch' is 'bäst'; give one of closest-idle, advice, advice-standby",
        refused("region: skane\ndispatch: bäst"));
  }

  @Test
  void s3_anImpossibleShiftIsRefused() {
    String unit =
        "region: skane\nunits:\n  - add: 12-9001\n    kind: ambulance\n    station: lund\n";
    assertEquals(
        "s.yaml:7: 'from' is '25:00'; give a time as 07:30",
        refused(unit + "    shifts:\n      - { from: \"25:00\", to: \"19:00\" }"));
    assertEquals("s.yaml:3: the unit has no shifts; give one or remove the unit", refused(unit));
    assertTrue(
        refused(unit + "    shifts:\n      - { days: LÖR, from: \"07:00\", to: \"19:00\" }")
            .startsWith("s.yaml:7: days has 'LÖR'"));
    String shift = unit + "    shifts:\n      - { from: \"07:00\", to: \"19:00\", ";
    assertEquals(
        "s.yaml:7: the meal is from 20:00 to 22:00 and the shift from 07:00 to 19:00;"
            + " give a meal within the shift",
        refused(shift + "meal-from: \"20:00\", meal-to: \"22:00\" }"));
    assertEquals(
        "s.yaml:7: the meal is from 11:00 to 11:10; give at least 30 minutes",
        refused(shift + "meal-from: \"11:00\", meal-to: \"11:10\" }"));
  }

  /**
   * No table of journeys is given: they are worked out on the program's own roads. What a scenario
   * may lack is what it builds on.
   */
  @Test
  void s4_whatIsMissingIsNamedWithTheLineThatAsksForIt() {
    assertEquals(
        "s.yaml:2: there is no file 'borta.yaml' beside this one; give one that is there",
        refused("title: Utan grund\nbase: borta.yaml"));
    assertTrue(
        refused("title: Utan grund\nbase: borta")
            .startsWith("s.yaml:2: there is no scenario 'borta'; give a file that ends with"));
  }

  @Test
  void s5_aThousandMillionCallsAreRefused() {
    assertEquals(
        "s.yaml:2: 1.0E9 calls a day; give a number above 0, at most 10000",
        refused("region: skane\ncalls: { per-day: 1e9 }"));
    assertEquals(
        "s.yaml:3: 1000000000 casualties; give 1 to 25000",
        refused(
            "region: skane\nevents:\n  - { at: day 1 06:00, casualties: 1000000000,"
                + " shares: [1] }"));
  }

  /** Each factor is one that may be given; together they are what no machine can run. */
  @Test
  void s6_factorsThatOverlapAreRefusedWithTheLineOfTheOneTooMany() throws IOException {
    String event = "  - { at: \"day 1 06:00\", hours: 48, calls-factor: 15 }\n";
    String calls = "region: skane\ncalls: { per-day: 100 }\nevents:\n";
    assertEquals(
        "s.yaml:5: 100 calls a day times the factors of events at once, 225.0, are 2.25e+04;"
            + " give at most 10000",
        refused(calls + event + event));
    new ScenarioFolder(folder).write("base.yaml", calls + event);
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
  void s7_moreDaysThanHoldInMemoryAreRefusedBeforeAnythingRuns() throws IOException {
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

  @Test
  void s8_aSeasonWithoutItsMondayIsToldWithItsLine() {
    String months = "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]";
    String both =
        "a season has both months and begins;"
            + " give the Monday that the run begins on, or neither";
    assertEquals("s.yaml:3: " + both, refused("region: skane\ncalls:\n  months: " + months + "\n"));
    assertEquals("s.yaml:2: " + both, refused("region: skane\ncalls: { begins: 2027-01-04 }"));
    assertEquals(
        "s.yaml:2: months has 12 numbers with mean 1.083; give 12 above 0 with mean 1",
        refused(
            "region: skane\ncalls: { begins: 2027-01-04, months: "
                + months.replace("[1,", "[2,")
                + " }"));
  }

  /** Each of these alone would make a world that nobody means. */
  @Test
  void s9_typesOfCallsThatCannotBeAreToldWithTheirLine() {
    String one = "region: skane\ncalls:\n  types:\n    - { name: fall, share: 0.4, ";
    String two = "    - { name: annat, share: 0.6, levels: [0.5, 0.3, 0.2], conveyed: 0.8 }\n";
    assertEquals(
        "s.yaml:4: the levels of type 'fall' are [0.5, 0.1, 0.1] and sum to 0.700;"
            + " give some from 0 that sum to 1",
        refused(one + "levels: [0.5, 0.1, 0.1], conveyed: 0.8 }\n" + two));
    assertEquals(
        "s.yaml:4: type 'fall' has shares of 2 levels; give 3",
        refused(one + "levels: [0.5, 0.5], conveyed: 0.8 }\n" + two));
    assertEquals(
        "s.yaml:4: 'conveyed' is 1.5; give 0 to 1",
        refused(one + "levels: [0.5, 0.3, 0.2], conveyed: 1.5 }\n" + two));
    assertEquals(
        "s.yaml:4: 'scene' is 0.0; give 0.1 to 10",
        refused(one + "levels: [0.5, 0.3, 0.2], conveyed: 1, scene: 0 }\n" + two));
    assertEquals(
        "s.yaml:5: there is a type 'annat' already; give another name",
        refused(one.replace("fall", "annat") + "levels: [0.5, 0.3, 0.2], conveyed: 1 }\n" + two));
    assertEquals(
        "s.yaml:4: 1 types have shares that sum to 0.600; give 1 to 60 that sum to 1",
        refused("region: skane\ncalls:\n  types:\n" + two));
    assertEquals(
        "s.yaml:4: there is no key 'andel' here; give one of conveyed, levels, name, scene, share",
        refused(one.replace("share", "andel") + "levels: [1, 0, 0], conveyed: 1 }\n" + two));
  }
}
