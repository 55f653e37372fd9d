package se.dirigent.app.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.dirigent.simulator.arrival.ArrivalFit;
import se.dirigent.simulator.arrival.Rhythm;
import se.dirigent.simulator.chain.Centre;
import se.dirigent.simulator.chain.Chain;
import se.dirigent.simulator.chain.Receiving;
import se.dirigent.simulator.twin.Blueprint;
import se.dirigent.simulator.twin.Scenario;

/** Scenario files: what they mean, and what is said of one that means nothing. */
class ScenarioFileTest {
  @TempDir private Path folder = Path.of("");

  private Scenario read(String text) throws IOException {
    return new ScenarioFolder(folder).read(text);
  }

  private void write(String name, String text) throws IOException {
    new ScenarioFolder(folder).write(name, text);
  }

  private String refused(String text) {
    return new ScenarioFolder(folder).refused(text);
  }

  @Test
  void s01_everyReadyScenarioCanBeRun() throws IOException {
    for (String name : ScenarioFile.ready()) {
      Scenario scenario = new ScenarioFile().read(name);
      assertTrue(scenario.blueprint().units().size() > 5, name);
    }
  }

  @Test
  void s02_aRegionIsAsItsPackSays() throws IOException {
    Blueprint region = read("region: jamtland-harjedalen").blueprint();
    assertEquals(41.6, region.calls().perDay());
    assertEquals(8, region.areas().size());
    assertEquals("ostersund", region.hospitals().getFirst().id());
  }

  @Test
  void s03_changesAreMadeOnTheBase() throws IOException {
    write("base.yaml", "region: jamtland-harjedalen\ncalls: { factor: 2 }");
    Scenario scenario =
        read(
            """
            title: Mer av allt
            base: base.yaml
            dispatch: advice-standby
            calls: { factor: 1.5 }
            driving: { factor: 1.2 }
            units:
              - add: 23-9001
                kind: AMBULANCE
                station: ostersund
                shifts:
                  - { days: MON-FRI, from: "07:00", to: "19:00" }
              - remove: 23-4050
              - change: 23-4051
                kind: transport-ambulance
            """);
    Blueprint changed = scenario.blueprint();
    assertEquals("Mer av allt", scenario.title());
    assertEquals(3 * 41.6, changed.calls().perDay(), 1e-9);
    assertEquals(1.2, changed.driving());
    assertEquals(Blueprint.Dispatch.ADVICE_STANDBY, changed.dispatch());
    assertEquals(scenario.base().units().size(), changed.units().size());
    assertEquals(6, scenario.changes().size());
  }

  @Test
  void s04_whatIsNotThereIsNamed() {
    assertTrue(
        refused("region: atlantis").startsWith("s.yaml:1: there is no region 'atlantis'; give"));
    assertTrue(
        refused("region: jamtland-harjedalen\nunits:\n  - remove: 99-1")
            .startsWith("s.yaml:3: there is no unit '99-1'; give one of 23-"));
    assertEquals(
        "s.yaml:3: 'ostersund' is the only hospital; leave one open",
        refused("region: jamtland-harjedalen\nhospitals:\n  - close: ostersund"));
  }

  @Test
  void s05_neitherRegionNorBaseOrBothIsRefused() {
    assertEquals(
        "s.yaml:1: name either a region or a base, one of the two", refused("title: Ingenting"));
    assertTrue(refused("region: skane\nbase: jamtland").startsWith("s.yaml:1: name either"));
  }

  @Test
  void s06_aBaseThatIsItselfEnds() {
    assertTrue(refused("base: s.yaml").contains("more than 8 bases on each other"));
  }

  @Test
  void s07_whatIsNoYamlIsRefusedWithItsLine() {
    assertEquals(
        "s.yaml:2: care transports are planned by one region; name it instead",
        refused("region: sverige\nrides: {}"));
    assertTrue(refused("region: [skane\nunits: }").startsWith("s.yaml:2: this is no YAML"));
    assertTrue(refused("{".repeat(2_000)).startsWith("s.yaml:1: this is no YAML: "));
    assertEquals("s.yaml:1: the file is empty; name a region", refused(""));
    assertTrue(refused("- skane").startsWith("s.yaml:1: expected keys and values"));
    assertEquals(
        "s.yaml:2: the key 'region' is here twice; keep one",
        refused("region: skane\nregion: uppsala"));
  }

  @Test
  void s08_aFileThatIsNotThereIsSaid() {
    assertThrows(NoSuchFileException.class, () -> new ScenarioFile().read("borta.yaml"));
    assertThrows(IllegalArgumentException.class, () -> new ScenarioFile().read("borta"));
  }

  /** What the guide shows can be run. */
  @Test
  void s09_theGuidesScenarioIsAnExampleThatHolds() throws IOException {
    String guide = Files.readString(Path.of("../docs/guide.md"));
    int from = guide.indexOf("```yaml") + "```yaml".length();
    Scenario scenario = read(guide.substring(from, guide.indexOf("```", from)));
    assertEquals(6, scenario.changes().size());
    assertEquals(scenario.base().units().size(), scenario.blueprint().units().size());
  }

  /** A rhythm that was found and written is the rhythm that is read. */
  @Test
  void s10_aCalibratedScenarioCanBeRun() throws IOException {
    int[] counts = new int[4 * Rhythm.HOURS];
    for (int hour = 0; hour < counts.length; hour++) {
      counts[hour] = hour % 24 + (hour * 7) % 5;
    }
    ArrivalFit fit = ArrivalFit.of(counts);
    Rhythm read =
        read(ScenarioText.of("skane", "calls.csv", fit, List.of(), Map.of()))
            .blueprint()
            .calls()
            .rhythm();
    assertEquals(fit.rhythm().unrest().deviation(), read.unrest().deviation(), 1e-3);
    for (int hour = 0; hour < Rhythm.HOURS; hour++) {
      assertEquals(fit.rhythm().week().get(hour), read.week().get(hour), 1e-6);
    }
    assertEquals(
        "s.yaml:2: the week has 2 hours that sum to 1.000; give 168 from 0 that sum to 1",
        refused("region: skane\ncalls: { week: [0.5, 0.5] }"));
    assertTrue(
        refused("region: skane\ncalls:\n  unrest: { deviation: 9, memory: 0, day-deviation: 0 }")
            .startsWith("s.yaml:3: deviation is 9.0"));
  }

  private static final String CENTRES =
      """
      region: jamtland-harjedalen
      centres:
        - name: sos
          takers:
            staff:
              - { days: MON-FRI, from: "07:00", to: "21:00", number: 3 }
              - { days: MON-SUN, from: "00:00", to: "00:00", number: 1 }
            minutes: [0.5, 1, 3]
          nurses: { number: 2, minutes: 3, from-level: 2 }
          settled: 0.2
        - { name: region, areas: [Åre, Berg], takers: { number: 1, minutes: 1 } }
      """;

  @Test
  void s11_centresAnswerAndEventsHappen() throws IOException {
    Chain chain =
        read(CENTRES
                + """
                waiting-room: { answers: 0.8, worse-per-hour: 0.5 }
                events:
                  - { at: day 2 06:00, hours: 24, centre-lost: sos, taken-over-by: region,
                      after-minutes: 5 }
                  - { at: day 4 08:00, areas-taken: [Krokom], by: region }
                """)
            .blueprint()
            .chain();
    Centre sos = chain.centres().getFirst();
    assertEquals(4, sos.takers().staff().byHour().get(8));
    assertEquals(1, sos.takers().staff().byHour().get(21));
    assertEquals(1, sos.takers().staff().byHour().get(5 * 24 + 8));
    assertEquals(2, sos.assessedFrom());
    assertEquals(0.8, chain.waitingOrNone().answers());
    assertEquals(Duration.ofMinutes(15), chain.waitingOrNone().of(2).first());
    assertEquals(Duration.ofHours(54), chain.events().getFirst().span().from());
    assertEquals(Duration.ofHours(78), chain.events().getFirst().span().until());
  }

  @Test
  void s12_whatCentresCannotBeIsToldWithItsLine() {
    assertEquals(
        "s.yaml:3: no centre takes the calls of all other areas; give one without areas",
        refused(
            "region: jamtland-harjedalen\ncentres:\n"
                + "  - { name: a, areas: [Åre], takers: { number: 1, minutes: 1 } }"));
    assertEquals(
        "s.yaml:12: there is no centre 'sso'; give one of region, sos",
        refused(
            CENTRES
                + "events: [{ at: day 2 06:00, centre-lost: sso, taken-over-by: sos,"
                + " after-minutes: 5 }]"));
    assertEquals(
        "s.yaml:12: the other centre takes over after 120 minutes;"
            + " give less than the 60 that one is lost",
        refused(
            CENTRES
                + "events: [{ at: day 2 06:00, hours: 1, centre-lost: sos, taken-over-by: region,"
                + " after-minutes: 120 }]\n"));
    assertEquals(
        "s.yaml:12: 'at' is 'dag 2 06:00'; give one as day 1 06:00",
        refused(CENTRES + "events: [{ at: dag 2 06:00, areas-taken: [Åre], by: sos }]"));
    assertEquals(
        "s.yaml:3: 'number' is 0.0; give 1 to 10000",
        refused("region: skane\ncentres:\n  - { name: a, takers: { number: 0, minutes: 1 } }"));
    assertEquals(
        "s.yaml:2: 'answers' is 1.5; give 0 to 1",
        refused("region: skane\nwaiting-room: { answers: 1.5 }"));
    assertTrue(
        refused(
                "region: skane\ncentres:\n  - { name: a, settled: 1, takers: { number: 1,"
                    + " minutes: 1 } }")
            .startsWith("s.yaml:3: settled is 1.0"));
  }

  @Test
  void s13_eventsBefallAWorld() throws IOException {
    Chain chain =
        read("""
        region: norrbotten
        breakdowns: { days-between: 60, repair-hours: 24 }
        events:
          - { at: day 1 06:00, hours: 72, casualties: 2000, shares: [0.2, 0.8] }
          - { at: day 1 06:00, hours: 24, calls-factor: 3 }
          - { at: day 1 06:00, hours: 24, driving-factor: 2, areas: [Kiruna] }
          - { at: day 1 06:00, convoys-every-minutes: 60, areas: [Kiruna] }
          - { at: day 1 06:00, hours: 2, unreachable: 0.5, later-minutes: 5 }
        """)
            .blueprint()
            .chain();
    assertEquals(5, chain.events().size());
    assertTrue(chain.events().get(3).span().until().compareTo(Duration.ofDays(4_000)) > 0);
  }

  @Test
  void s14_whatCannotBefallAWorldIsToldWithItsLine() {
    String first = "region: jamtland-harjedalen\nevents:\n  - { at: day 1 06:00, ";
    assertTrue(
        refused(first + "station-lost: x }")
            .startsWith("s.yaml:3: there is no station 'x'; give one of "));
    assertEquals(
        "s.yaml:3: 'ostersund' is the only hospital; leave one open",
        refused(first + "hospital-closed: ostersund }"));
    assertEquals(
        "s.yaml:3: there is no key 'by' here; give one of areas, at, driving-factor, hours",
        refused(first + "driving-factor: 2, by: a }"));
    assertTrue(
        refused(first + "hours: 2 }").startsWith("s.yaml:3: 0 things happen at once; give one"));
    assertEquals(
        "s.yaml:3: 1000000000 casualties; give 1 to 25000",
        refused(first + "casualties: 1000000000, shares: [1] }"));
    assertEquals(
        "s.yaml:3: shares are [0.5] and sum to 0.5; give some from 0 that sum to 1",
        refused(first + "casualties: 10, shares: [0.5] }"));
    assertEquals(
        "s.yaml:3: the factor is -1.0; give a number above 0, at most 20",
        refused(first + "calls-factor: -1 }"));
    assertEquals(
        "s.yaml:3: 'hours' is -1.0; give 0 to 87840",
        refused(first + "hours: -1, unreachable: 1," + " later-minutes: 0 }"));
    assertEquals(
        "s.yaml:3: the share is 2.0; give 0 to 1",
        refused(first + "unreachable: 2, later-minutes: 0 }"));
  }

  @Test
  void s15_hospitalsMayBeFullAndDrivesSpread() throws IOException {
    String base = "region: stockholm\nemergency-rooms:\n  rooms:\n    - { hospital: ";
    write("full.yaml", base + "danderyd, places: 30, walk-ins-per-day: 90, minutes: 257 }");
    Chain chain =
        read("base: full.yaml\nemergency-rooms: { choice: soonest }\n"
                + "travel: { spread: 0.25, begins: 2027-01-04 }")
            .blueprint()
            .chain();
    assertEquals(
        "danderyd", Objects.requireNonNull(chain.receiving()).rooms().getFirst().hospital());
    assertEquals(Receiving.Choice.SOONEST, chain.receiving().choice());
    assertEquals(0.25, Objects.requireNonNull(chain.travel()).spread());
    assertEquals(
        "s.yaml:2: begins is 2027-01-05, a TUESDAY; give a Monday",
        refused("region: skane\ntravel: { begins: 2027-01-05 }"));
    assertEquals(
        "s.yaml:4: 'places' is 0.0; give 1 to 10000",
        refused(base + "danderyd, places: 0, walk-ins-per-day: 90, minutes: 257 }"));
    assertTrue(
        refused(base + "x, places: 1, walk-ins-per-day: 90, minutes: 257 }")
            .startsWith("s.yaml:3: there is no hospital 'x'; give one of capio-s-t-goran"));
    assertEquals(
        "s.yaml:3: no hospital receives the most urgent; let one receive from level 1",
        refused(
            "region: jamtland-harjedalen\nemergency-rooms:\n  rooms: [{ hospital: ostersund,"
                + " places: 9, walk-ins-per-day: 9, minutes: 9, receives-from-level: 2 }]"));
  }

  @Test
  void s16_helicoptersFlyWhereThereAreAny() throws IOException {
    String air = "air: { not-flyable: 0.2, spell-hours: 6, beyond-minutes: 20, start-minutes: 5 }";
    Chain chain = read("region: jamtland-harjedalen\n" + air).blueprint().chain();
    assertEquals(Duration.ofMinutes(20), Objects.requireNonNull(chain.air()).beyond());
    assertEquals(0.2, Objects.requireNonNull(chain.air()).notFlyableDark());
    String dark = air.replace("spell", "not-flyable-dark: 0.1, spell");
    assertEquals(
        "s.yaml:2: notFlyableDark is 0.1; give 0.2, as by day, to below 1",
        refused("region: jamtland-harjedalen\n" + dark));
    assertEquals(
        "s.yaml:2: there is no helicopter; add a unit of that kind first",
        refused("region: sormland\n" + air));
    assertEquals(
        "s.yaml:2: notFlyable is 1.0; give 0 to below 1",
        refused("region: jamtland-harjedalen\n" + air.replace("0.2", "1")));
    assertEquals(
        "s.yaml:2: there is no doctor-car; add a unit of that kind first",
        refused("region: jamtland-harjedalen\ndoctor-cars: { within-minutes: 20 }"));
  }
}
