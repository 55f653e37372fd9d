package se.dirigent.app.exercise.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.dirigent.app.exercise.scenario.Exercise;
import se.dirigent.app.exercise.scenario.ExerciseFileTest;
import se.dirigent.core.masscasualty.capacity.Specialty;

class HurtTest {
  private static final String LEAK =
      """
      title: Leak
      region: gotland
      at: 2027-01-16T14:20
      places:
        - name: Cleaned
          position: 57.5, 18.4
          cleaned-per-hour: 10
          casualties:
            - {category: delayed, count: 2, needs: [decontamination, burn], found-minute: 40}
        - name: Not cleaned
          position: 57.6, 18.4
          casualties:
            - {category: delayed, count: 1, needs: [decontamination], ready-minute: 30}
      """;

  @Test
  void t01_whoIsMadeCleanOnTheSceneNeedsNoHospitalsCleaning() {
    List<Hurt> all = Hurt.of(ExerciseFileTest.parse(LEAK));
    assertTrue(all.getFirst().soiled());
    assertEquals(Set.of(Specialty.BURN), all.getFirst().needs());
    // Where nobody cleans, they travel as they are to a hospital that can.
    assertFalse(all.getLast().soiled());
    assertEquals(Set.of(Specialty.DECONTAMINATION), all.getLast().needs());
  }

  @Test
  void t02_whoIsNotHurtYetIsNotFoundYet() {
    Exercise exercise = ExerciseFileTest.parse(LEAK);
    List<Hurt> all = Hurt.of(exercise);
    assertEquals(exercise.minute(40), all.getFirst().foundAt());
    assertEquals(exercise.at(), all.getLast().foundAt());
  }
}
