package se.dirigent.app.twin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.dirigent.app.replay.Recording;
import se.dirigent.app.replay.Runs;
import se.dirigent.app.replay.SavedLog;
import se.dirigent.simulator.chance.Spread;
import se.dirigent.simulator.service.CrewService;
import se.dirigent.simulator.service.Segment;
import se.dirigent.simulator.service.TypeFit;
import se.dirigent.simulator.service.TypedCall;
import se.dirigent.simulator.trial.CallModel;

class RunsTest {
  private static final String HEAD =
      "Unit_Dispatch_Times,Unit_Enroute_Times,Unit_Arrive_Times,"
          + "Unit_Enroute_To_Hospital_Times,Unit_Arrive_At_Hospital_Times,Unit_Clear_Times\n";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void s01StepsOfUnitsOneByOne() throws IOException {
    Path file =
        file(
            "runs.csv",
            HEAD
                + "\"M1=23:50:00, E2=23:50:00\",\"M1=23:51:30, E2=23:51:00\","
                + "\"M1=00:01:30, E2=23:59:00\",M1=00:21:30,M1=00:51:30,"
                + "\"M1=01:11:30, E2=00:29:00\"\n"
                + "M1=08:00:00,M1=08:02:00,M1=08:10:00,NULL,NULL,M1=08:40:00\n");
    assertTrue(Runs.holds(file));
    Runs runs = Runs.read(file);
    assertEquals(2, runs.rows());
    assertArrayEquals(new double[] {1.5, 1, 2}, runs.of(Segment.TURNOUT), 1e-9);
    assertArrayEquals(new double[] {20}, runs.of(Segment.SCENE_CONVEYED), 1e-9);
    assertArrayEquals(new double[] {30}, runs.of(Segment.TRANSPORT), 1e-9);
    assertArrayEquals(new double[] {20}, runs.of(Segment.HOSPITAL), 1e-9);
    // The engine never conveys: its time at the scene is another thing.
    assertArrayEquals(new double[] {30}, runs.of(Segment.SCENE_LEFT), 1e-9);
  }

  @Test
  void s02ALogAsThePageSavesIt() throws IOException {
    Path file =
        file(
            "logg.csv",
            "\uFEFFnr;tid;vem;händelse;ärende;enhet;uppdrag;innehåll\r\n"
                + row(
                    "08:00:00.000",
                    "IncidentOpened",
                    "{\"priority\":\"1A\",\"location\":"
                        + "{\"municipality\":\"Östersund\",\"position\":"
                        + "{\"lat\":63.2,\"lon\":14.6}}}")
                + row("08:01:00.000", "UnitAssigned", "{}")
                + passed("ROLLING", "07:02:30")
                + passed("AT_ADDRESS", "07:10:00")
                + passed("LOADED", "07:30:00")
                + row("08:31:00.000", "DestinationChosen", "{\"facility\":\"ostersund\"}")
                + passed("AT_DESTINATION", "07:45:00")
                + passed("CLEAR", "08:05:00"));
    assertFalse(Runs.holds(file));
    assertTrue(SavedLog.is(file));
    SavedLog log = SavedLog.read(file);
    assertEquals(1, log.calls().calls().size());
    assertEquals(1, Recording.read(file).times("1").size());
    Runs runs = Runs.of(log, (from, facility, at) -> Duration.ofMinutes(12));
    assertArrayEquals(new double[] {1.5}, runs.of(Segment.TURNOUT), 1e-9);
    assertArrayEquals(new double[] {20}, runs.of(Segment.SCENE_CONVEYED), 1e-9);
    assertArrayEquals(new double[] {20}, runs.of(Segment.HOSPITAL), 1e-9);
    assertArrayEquals(new double[] {1.25}, runs.of(Segment.TRAVEL_FACTOR), 1e-9);
  }

  private static String row(String time, String type, String data) {
    return "1;2026-11-23 %s +01:00;demo;%s;sos:a:1;23-1110;sos:a:1#1;\"%s\"\r\n"
        .formatted(time, type, data.replace("\"", "\"\""));
  }

  private static String passed(String milestone, String utc) {
    return row(
        "09:00:00.000",
        "MilestonePassed",
        "{\"milestone\":\"%s\",\"at\":\"2026-11-23T%sZ\"}".formatted(milestone, utc));
  }

  private static final String CALLS = "incident_date,call_type," + HEAD;

  /** A code's number is the type and its letter the urgency; who never conveys tells nothing. */
  @Test
  void s04WhyRunsWereMade() throws IOException {
    String left = "M1=08:00:00,M1=08:02:00,M1=08:10:00,NULL,NULL,M1=08:40:00\n";
    Path file =
        file(
            "typed.csv",
            CALLS
                + "9/7/18 0:00,10C2  ,M1=08:00:00,M1=08:02:00,M1=08:10:00,M1=08:25:00,"
                + "M1=08:40:00,M1=09:00:00\n"
                + "1/13/10 12:00 AM,17B1G ,"
                + left
                + "1/14/10 12:00 AM,MEDLE     ,"
                + left
                + "1/15/10 12:00 AM,GRASFIRE,E2=08:00:00,E2=08:02:00,E2=08:10:00,NULL,NULL,"
                + "E2=08:40:00\n"
                + "1/16/10 12:00 AM,NULL,"
                + left
                + "31/1/10,17B1,"
                + left);
    assertEquals(
        List.of(
            new TypedCall(LocalDate.of(2010, 1, 13), "17", 2, false, Double.NaN),
            new TypedCall(LocalDate.of(2010, 1, 14), "MEDLE", 0, false, Double.NaN),
            new TypedCall(LocalDate.of(2018, 9, 7), "10", 2, true, 15)),
        Runs.read(file).typed());
    assertEquals(List.of(), Runs.read(file("none.csv", HEAD + left)).typed());
  }

  @Test
  void s05WhyTheLogsCallersCalled() throws IOException {
    String opened =
        "{\"priority\":\"2A\",\"indexCode\":\"%s\",\"location\":"
            + "{\"position\":{\"lat\":63.2,\"lon\":14.6}}}";
    Path file =
        file(
            "logg.csv",
            "nr;tid;vem;händelse;ärende;enhet;uppdrag;innehåll\r\n"
                // The page saves the latest first: the priority that holds is the latest given.
                + row("08:05:00.000", "PriorityChanged", "{\"from\":\"1B\",\"to\":\"1A\"}")
                + row("08:02:00.000", "PriorityChanged", "{\"from\":\"2A\",\"to\":\"1B\"}")
                + passed("LOADED", "07:30:00")
                + passed("AT_ADDRESS", "07:10:00")
                + row("08:01:00.000", "UnitAssigned", "{}")
                + row("08:00:00.000", "IncidentOpened", opened.formatted("D01")));
    SavedLog log = SavedLog.read(file);
    assertEquals(
        List.of(new TypedCall(LocalDate.of(2026, 11, 23), "Bröst", 1, true, 20)),
        log.typed(
            "2", ZoneOffset.UTC, code -> "D01".equals(code) ? "Bröst" : code, "_1A2"::indexOf));
    assertEquals(List.of(), log.typed("1", ZoneOffset.UTC, code -> code, _ -> 1));
  }

  @Test
  void s06TypesThatWereFoundAreAScenario() throws IOException {
    List<CallModel.Type> types =
        List.of(
            new CallModel.Type("\"EMS\": 40 %", 0.7, List.of(0.25, 0.5, 0.25), 0.75, 1.25),
            new CallModel.Type("17", 0.3, List.of(1.0, 0.0, 0.0), 0.5, 1));
    Path file = file("types.yaml", ScenarioText.of("gotland", "x.csv", null, types, Map.of()));
    assertEquals(types, new ScenarioFile().read(file.toString()).blueprint().calls().types());
  }

  /** Ten years of rural runs: what was found holds in the last quarter but for slow drift. */
  @Test
  void s07TypesOfRealRunsAreForetold() throws IOException {
    Path rural = Path.of("../../shared/data/calls/rvfd_2010-2020.csv.gz");
    assumeTrue(Files.exists(rural), "the shared data is not here");
    List<TypedCall> typed = Runs.read(rural).typed();
    LocalDate first = typed.getFirst().day();
    long weeks = (ChronoUnit.DAYS.between(first, typed.getLast().day()) + 1) / 7;
    TypeFit fit =
        Objects.requireNonNull(TypeFit.of(typed, first.plusWeeks(weeks - weeks / 4), 3, 1));
    assertEquals(weeks / 4, fit.weeks());
    assertTrue(fit.types().size() >= 20, "types: " + fit.types().size());
    assertEquals(0.5, fit.within50(), 0.08);
    assertEquals(0.9, fit.within90(), 0.06);
    TypeFit.Type pain =
        fit.types().stream().filter(type -> type.name().equals("10")).findFirst().orElseThrow();
    assertEquals(pain.found().conveyed(), pain.heldOut().conveyed(), 0.1);
  }

  @Test
  void s03WhatWasFoundIsAScenario() throws IOException {
    Map<Segment, Spread> steps = new EnumMap<>(Segment.class);
    for (Segment segment : Segment.values()) {
      steps.put(segment, new Spread(1, 2 + segment.ordinal(), 30));
    }
    steps.put(Segment.TRAVEL_FACTOR, new Spread(0.8, 1.1, 1.3));
    Path file = file("found.yaml", ScenarioText.of("gotland", "logg.csv", null, List.of(), steps));
    var blueprint = new ScenarioFile().read(file.toString()).blueprint();
    assertEquals(1.1, blueprint.driving(), 1e-9);
    assertEquals(Duration.ofMinutes(2), blueprint.calls().turnout());
    assertEquals(
        new CrewService(new Spread(1, 4, 30), new Spread(1, 5, 30), new Spread(1, 7, 30)),
        blueprint.calls().service());
    Path wrong =
        file("wrong.yaml", "region: gotland\ncrews: { turnout: 1, conveyed: [1, 2], left: 3 }\n");
    String refusal =
        ""
            + assertThrows(
                    ScenarioRefused.class,
                    () -> new ScenarioFile().read(wrong.toString()).blueprint())
                .getMessage();
    assertTrue(refusal.contains("wrong.yaml:2"), refusal);
  }
}
