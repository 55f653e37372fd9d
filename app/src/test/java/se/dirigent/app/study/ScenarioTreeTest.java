package se.dirigent.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.dirigent.app.study.Reading.Refusal;
import se.dirigent.app.twin.ScenarioFile;

class ScenarioTreeTest {
  private static Reading read(String text) {
    return Reading.of("prov", text, "en");
  }

  private static Refusal refused(String text) {
    Refusal refused = read(text).refused();
    assertNotNull(refused, text);
    return refused;
  }

  @Test
  void t01_keysAndValuesComeAsTheyStandAlsoThoseNoFormKnows() {
    Map<String, Object> expected =
        Map.of("region", "stockholm", "events", List.of(Map.of("at", "day 8 07:00")));
    assertEquals(
        expected,
        ScenarioTree.find("region: stockholm\nevents:\n  - at: day 8 07:00\n").orElseThrow());
  }

  @Test
  void t02_aRefusalNamesItsLineAndItsValue() {
    Refusal factor = refused("region: stockholm\ncalls:\n  factor: -1\n");
    assertEquals(3, factor.line());
    assertEquals("calls.factor", factor.path());
    Refusal station =
        refused(
            """
            region: jamtland-harjedalen
            units:
              - remove: 23-3010
              - add: 23-9001
                kind: hovercraft
                station: are
            """);
    assertEquals(5, station.line());
    assertEquals("units.1.kind", station.path());
    assertEquals("units.0", refused("region: stockholm\nunits:\n  - remove: nobody\n").path());
  }

  @Test
  void t03_whatIsBrokenLeavesTheBaseToChooseFrom() {
    assertNotNull(read("region: stockholm\ndriving: { factor: many }\n").base());
    assertNull(read("region: [\n").base());
    assertNull(read("region: [\n").tree());
  }

  @Test
  void t04_noTextNamesAFileOfTheMachine() {
    Refusal refused = refused("base: /etc/passwd.yaml\n");
    assertEquals("base", refused.path());
    assertEquals("base", refused("base: ../../secret.yaml\n").path());
  }

  @Test
  void t05_everyScenarioThatComesWithTheProgramIsRead() {
    for (String name : ScenarioFile.ready()) {
      assertNull(Reading.of(name, ScenarioFile.readyText(name), "en").refused(), name);
    }
  }
}
