package se.dirigent.app.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.simulator.ride.model.RideFigure;
import se.dirigent.simulator.twin.Experiment;
import se.dirigent.simulator.twin.RunReport;
import se.dirigent.simulator.twin.Scenario;
import se.dirigent.simulator.twin.Worlds;

/**
 * Care transports in the twin: the same seed the same trace, and measures that do what they say.
 */
class CareTransportsTest {
  @TempDir private Path folder = Path.of("");

  private static List<List<RunReport>> run(int threads, int days, String... names)
      throws IOException, InterruptedException {
    ScenarioFile files = new ScenarioFile();
    List<Scenario> scenarios = new ArrayList<>();
    for (String name : names) {
      scenarios.add(files.read(name));
    }
    Worlds worlds = new Worlds(NationalNetwork.load().network(), 2);
    return new Experiment(2, days, 1, threads).run(scenarios, worlds, (_, _) -> true);
  }

  private static double of(RunReport run, RideFigure figure) {
    return Objects.requireNonNull(run.rides()).of(figure);
  }

  @Test
  void s1_theSameSeedGivesTheSameTraceOnAnyNumberOfThreads() throws Exception {
    List<RunReport> one = run(1, 4, "jamtland-rides-all").getFirst();
    List<RunReport> two = run(2, 4, "jamtland-rides-all").getFirst();
    assertEquals(one, two);
    assertNotEquals(one.get(0).trial().traceHash(), one.get(1).trial().traceHash());
  }

  /** On every machine: a change of these is a change of what happens, and is to be meant. */
  @Test
  void s8_theTraceIsTheSameOnEveryMachine() throws Exception {
    assertEquals(0x6afdfd9cc040185L, trace("jamtland"));
    assertEquals(0x9f63338ee2352cc1L, trace("jamtland-rides-all"));
  }

  private static long trace(String name) throws IOException, InterruptedException {
    return run(2, 4, name).getFirst().getFirst().trial().traceHash();
  }

  /** Every plan is judged by the separate checker on the way: a faulty one ends the run. */
  @Test
  void s2_ordersAreCarriedAndCounted() throws Exception {
    RunReport run = run(2, 14, "jamtland-rides").getFirst().getFirst();
    double orders = of(run, RideFigure.ORDERS);
    assertTrue(orders > 14_000 && orders < 21_000, "orders " + orders);
    assertTrue(of(run, RideFigure.PUNCTUAL) > 0.8, run.toString());
    assertTrue(of(run, RideFigure.NOT_TAKEN) < 0.01 * orders, run.toString());
    assertTrue(of(run, RideFigure.BOUGHT) > 0.4 * orders, run.toString());
    assertTrue(of(run, RideFigure.AMBULANCE_HOURS) > 1_000, run.toString());
    assertTrue(of(run, RideFigure.RIGHT) > 0.7 && of(run, RideFigure.RIGHT) < 0.9, run.toString());
    assertTrue(run.trial().cover() > 0.5 && run.trial().cover() < 1, run.toString());
    double parts = 0;
    for (RideFigure figure :
        List.of(
            RideFigure.KRONOR_FLIGHTS,
            RideFigure.KRONOR_HELICOPTERS,
            RideFigure.KRONOR_FEE,
            RideFigure.KRONOR_TAXIS,
            RideFigure.KRONOR_OWN,
            RideFigure.KRONOR_STAFF)) {
      parts += of(run, figure);
    }
    assertEquals(parts, of(run, RideFigure.KRONOR_REGION), 1);
  }

  @Test
  void s3_longerInnerCommandSeesMoreAndCostsItsHours() throws Exception {
    List<List<RunReport>> runs = run(2, 14, "jamtland-rides", "jamtland-rides-3-22");
    RunReport today = runs.get(0).getFirst();
    RunReport late = runs.get(1).getFirst();
    assertEquals(0.51, of(today, RideFigure.ALARMS_OVERSEEN), 0.05);
    assertEquals(0.75, of(late, RideFigure.ALARMS_OVERSEEN), 0.05);
    assertTrue(of(late, RideFigure.OVERSEEN) > of(today, RideFigure.OVERSEEN));
    assertTrue(of(late, RideFigure.STEERED) > of(today, RideFigure.STEERED));
    double nurse = of(late, RideFigure.KRONOR_STAFF) - of(today, RideFigure.KRONOR_STAFF);
    assertEquals(5.5 * 365 * 470, nurse, 1);
    assertEquals(of(today, RideFigure.ORDERS), of(late, RideFigure.ORDERS));
  }

  @Test
  void s4_whatTheReviewProposesMovesTripsFromAirAndFromAmbulances() throws Exception {
    List<List<RunReport>> runs =
        run(2, 21, "jamtland-rides", "jamtland-rides-2", "jamtland-rides-all");
    double flightsSaved = 0;
    double rightly = 0;
    for (int seed = 0; seed < 2; seed++) {
      RunReport today = runs.get(0).get(seed);
      RunReport taxi = runs.get(1).get(seed);
      RunReport all = runs.get(2).get(seed);
      flightsSaved += of(today, RideFigure.FLIGHT_HOURS) - of(taxi, RideFigure.FLIGHT_HOURS);
      rightly += of(all, RideFigure.RIGHT) - of(today, RideFigure.RIGHT);
      // The third car is seldom needed at once with the others.
      assertTrue(of(all, RideFigure.SETTLED_AT_HOME) <= of(today, RideFigure.SETTLED_AT_HOME));
    }
    assertTrue(flightsSaved > 0, "saved " + flightsSaved);
    assertTrue(rightly > 0.1, "rightly " + rightly);
  }

  @Test
  void s5_aRegionWithoutRoadsToTheOthersAndALargeOneCopeToo() throws Exception {
    for (String region : List.of("gotland", "vasterbotten")) {
      Path file =
          Files.writeString(
              folder.resolve(region + ".yaml"), "region: " + region + "\nrides: {}\n");
      RunReport run = run(2, 3, file.toString()).getFirst().getFirst();
      assertTrue(of(run, RideFigure.ORDERS) > 1_000, region);
      assertTrue(of(run, RideFigure.PUNCTUAL) > 0.5, region + run);
    }
  }

  /** Who cannot wait flies at once when a helicopter can, else by road; some share an aeroplane. */
  @Test
  void s7_helicoptersFetchAndFlightsAreShared() throws Exception {
    Path none =
        Files.writeString(
            folder.resolve("none.yaml"), "base: jamtland-rides\nrides: { helicopters: 0 }\n");
    List<List<RunReport>> runs = run(2, 60, "jamtland-rides", none.toString());
    double lifted = 0;
    double shared = 0;
    for (int seed = 0; seed < 2; seed++) {
      RunReport with = runs.get(0).get(seed);
      RunReport without = runs.get(1).get(seed);
      lifted += of(with, RideFigure.HELICOPTER_TRIPS);
      shared += of(with, RideFigure.SHARED);
      assertEquals(0, of(without, RideFigure.HELICOPTER_TRIPS));
      assertEquals(0, of(without, RideFigure.KRONOR_HELICOPTERS));
      assertEquals(of(with, RideFigure.ORDERS), of(without, RideFigure.ORDERS));
      // 45 000 kronor an hour in the air, as the region's table has it; each trip is rounded.
      assertEquals(
          45_000 * of(with, RideFigure.HELICOPTER_HOURS),
          of(with, RideFigure.KRONOR_HELICOPTERS),
          of(with, RideFigure.HELICOPTER_TRIPS));
    }
    assertTrue(lifted > 4, "lifted " + lifted);
    assertTrue(shared > 0, "shared " + shared);
  }

  private String refused(String rides) {
    ScenarioRefused refused =
        assertThrows(
            ScenarioRefused.class,
            () -> {
              Path file = folder.resolve("s.yaml");
              new ScenarioFile()
                  .read(
                      Files.writeString(file, "base: jamtland-rides\nrides:\n  " + rides)
                          .toString());
            });
    return String.valueOf(refused.getMessage()).replace(folder + "/", "");
  }

  @Test
  void s6_whatCannotBeIsToldWithItsLine() {
    assertEquals(
        "s.yaml:3: there is no policy 'fly'; give one of air-to-road, air-to-taxi, light-care",
        refused("policies: [fly]"));
    assertEquals(
        "s.yaml:3: inner command begins at 16:30 and ends at 07:30; give an end later that day",
        refused("inner-command: { from: \"16:30\", to: \"07:30\" }"));
    assertEquals("s.yaml:3: 'right' is 1.2; give 0 to 1", refused("right: 1.2"));
    assertEquals("s.yaml:3: 'keep-cover' is -1.0; give 0 to 1", refused("keep-cover: -1"));
    assertEquals(
        "s.yaml:3: there are 2.5 cars; give a whole number", refused("assessment-cars: 2.5"));
    assertEquals("s.yaml:3: there are 11 helicopters; give 0 to 10", refused("helicopters: 11"));
    assertEquals(
        "s.yaml:3: 1.0E9 orders on a weekday; give a number above 0, at most 400",
        refused("orders-per-weekday: 1e9"));
    assertTrue(refused("flights: 3").startsWith("s.yaml:3: there is no key 'flights' here; give"));
  }
}
