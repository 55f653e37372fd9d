package se.dirigent.app.twin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.dirigent.app.replay.Recording;
import se.dirigent.app.replay.Runs;
import se.dirigent.app.replay.SavedLog;
import se.dirigent.simulator.chance.Spread;
import se.dirigent.simulator.service.CrewService;
import se.dirigent.simulator.service.Segment;

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

  @Test
  void s03WhatWasFoundIsAScenario() throws IOException {
    Map<Segment, Spread> steps = new EnumMap<>(Segment.class);
    for (Segment segment : Segment.values()) {
      steps.put(segment, new Spread(1, 2 + segment.ordinal(), 30));
    }
    steps.put(Segment.TRAVEL_FACTOR, new Spread(0.8, 1.1, 1.3));
    Path file = file("found.yaml", ScenarioText.of("gotland", "logg.csv", null, steps));
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
