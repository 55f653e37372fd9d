package se.dirigent.app.exercise.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.dirigent.app.exercise.ExerciseConfiguration;
import se.dirigent.app.exercise.scenario.Goals.Arrival;
import se.dirigent.app.exercise.scenario.Goals.Step;
import se.dirigent.app.masscasualty.EventFile;
import se.dirigent.app.twin.ScenarioRefused;
import se.dirigent.core.masscasualty.sieve.Category;

public class ExerciseFileTest {
  static final String EVENT =
      """
      title: Crash
      region: gotland
      at: 2027-01-16T14:20
      places:
        - name: Road
          position: 57.5, 18.4
          casualties:
            - {category: immediate, count: 2, needs: [trauma], ready-minute: 10, every-minutes: 5}
            - {category: minimal, count: 4, families-of: 2}
      """;
  public static final String EXERCISE =
      EVENT
          + """
          exercise:
            title: Krock
            alarm: {address: Vägen, municipality: Gotland, description: Två bilar}
            injects:
              - {minute: 30, closed: visby, text: Fullt}
              - {minute: 5, call: Byn, text: Det small}
              - {minute: 20, takes: {hospital: visby, immediate: 3}}
              - {minute: 10, news: Brandkåren är där}
            goals:
              declared-minutes: 8
              immediate: {within-minutes: 90, share-percent: 80}
              over-capacity: 2
          """;

  public static Exercise parse(String text) {
    return new ExerciseFile(Set.of("gotland"), Set.of("visby")).parse("event.yaml", text);
  }

  @Test
  void t01_anEventThatSaysNothingIsPractisedWithStandardGoals() {
    Exercise exercise = parse(EVENT);
    assertEquals("Crash", exercise.title());
    assertEquals("Road", exercise.alarm().address());
    assertEquals(Goals.STANDARD, exercise.goals());
    assertEquals(6, exercise.casualties());
  }

  @Test
  void t02_injectsComeInOrderAndGoalsAreRead() {
    Exercise exercise = parse(EXERCISE);
    assertEquals("Krock", exercise.title());
    assertEquals(List.of(5, 10, 20, 30), exercise.injects().stream().map(Inject::minute).toList());
    assertEquals(
        new Inject.Takes(20, "visby", Map.of(Category.IMMEDIATE, 3)), exercise.injects().get(2));
    assertEquals(
        new Goals(Map.of(Step.DECLARED, 8), Map.of(Category.IMMEDIATE, new Arrival(90, 80)), 2),
        exercise.goals());
  }

  @Test
  void t03_whatIsWrongIsRefusedWithItsLine() {
    refused(14, "there is no hospital 'lund'", EXERCISE.replace("closed: visby", "closed: lund"));
    refused(15, "give one of them", EXERCISE.replace("call: Byn", "call: Byn, news: Två"));
    refused(15, "'minute' is -1.0; give 0 to", EXERCISE.replace("minute: 5", "minute: -1"));
    refused(16, "'immediate' is -3.0", EXERCISE.replace("immediate: 3}", "immediate: -3}"));
    refused(
        20, "'share-percent' is 180", EXERCISE.replace("share-percent: 80", "share-percent: 180"));
    refused(
        19, "there is no key 'declared' here", EXERCISE.replace("declared-minutes", "declared"));
  }

  private static void refused(int line, String words, String text) {
    ScenarioRefused refused = assertThrows(ScenarioRefused.class, () -> parse(text));
    assertTrue(String.valueOf(refused.getMessage()).contains(words), refused.what());
    assertEquals(line, refused.line(), refused.what());
  }

  @Test
  void t04_everyReadyEventIsAnExerciseWithItsOwnAlarmAndGoals() throws IOException {
    for (String name : EventFile.ready()) {
      Exercise exercise = ExerciseConfiguration.read(name).exercise();
      assertFalse(exercise.title().equals(exercise.event().title()), name + " has a Swedish title");
      assertFalse(exercise.injects().isEmpty(), name);
      assertFalse(exercise.goals().equals(Goals.STANDARD), name);
    }
  }
}
