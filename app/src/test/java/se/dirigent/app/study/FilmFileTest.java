package se.dirigent.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.dirigent.app.study.outcome.FilmFile;
import se.dirigent.app.twin.ScenarioFile;
import se.dirigent.core.geo.Position;
import se.dirigent.simulator.trial.Film;
import se.dirigent.simulator.twin.Scenario;

class FilmFileTest {
  /** A film numbers the units of the run; the county's helicopter is none while nothing flies. */
  @Test
  void s1UnitsThatTheRunDoesNotHaveShiftNobodysNumber() {
    Scenario scenario =
        ScenarioFile.readText(
            "test.yaml",
            """
            region: jamtland-harjedalen
            units:
              - add: 23-9001
                kind: ambulance
                station: stromsund
                shifts:
                  - { days: MON-SUN, from: "07:00", to: "19:00" }
            """);
    List<String> ids = ids(scenario);
    assertEquals(scenario.blueprint().units().size() - notUsed(scenario), ids.size());
    assertEquals("23-9001", ids.getLast());
    assertEquals(false, ids.contains("23-7160"), "the helicopter");
  }

  /** Why somebody calls stands on the film's case, as on a real one. */
  @Test
  void s2WhyTheyCallIsTold() {
    Scenario scenario = ScenarioFile.readText("test.yaml", "region: jamtland-harjedalen\n");
    Position ostersund = new Position(63.18, 14.64);
    Film film =
        new Film(
            List.of(
                new Film.Call(1, 0, 1, ostersund, 0, 0), new Film.Call(2, 5, 1, ostersund, 0, -1)),
            List.of(),
            List.of(),
            0);
    List<?> calls = (List<?>) Objects.requireNonNull(FilmFile.of(scenario, film).get("calls"));
    assertEquals(
        List.of("Bröstsmärta", ""),
        calls.stream().map(call -> "" + ((Map<?, ?>) call).get("type")).toList());
  }

  private static long notUsed(Scenario scenario) {
    return scenario.blueprint().units().stream()
        .map(unit -> unit.kind().name())
        .filter(List.of("HELICOPTER", "DOCTOR_CAR")::contains)
        .count();
  }

  private static List<String> ids(Scenario scenario) {
    Film film = new Film(List.of(), List.of(), List.of(), 0);
    List<?> units = (List<?>) Objects.requireNonNull(FilmFile.of(scenario, film).get("units"));
    return units.stream().map(unit -> "" + ((Map<?, ?>) unit).get("id")).toList();
  }
}
