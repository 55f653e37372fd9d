package se.dirigent.app.study;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A study's program from outside: one that is killed says nothing of the study. */
class StudyProcessTest {
  private static final long WAIT_MILLIS = 60_000;

  @Test
  void s1_aKilledProgramIsTold() throws Exception {
    Study.Part part = new Study.Part("lång", "region: jamtland-harjedalen\n");
    List<ProcessHandle> before = ProcessHandle.current().children().toList();
    try (StudyProcess study = StudyProcess.start(new Study.Plan(List.of(part), 500, 100, 1), 1)) {
      ProcessHandle.current()
          .children()
          .filter(child -> !before.contains(child))
          .forEach(ProcessHandle::destroyForcibly);
      assertTrue(study.ended(WAIT_MILLIS));
      assertTrue(study.killed());
      assertFalse(study.succeeded());
    }
  }

  @Test
  void s2_oneThatRefusesTheScenarioIsNotKilledAndSaysWhy() throws Exception {
    Study.Part part = new Study.Part("fel", "region: atlantis\n");
    try (StudyProcess study = StudyProcess.start(new Study.Plan(List.of(part), 2, 1, 1), 1)) {
      assertTrue(study.ended(WAIT_MILLIS));
      assertFalse(study.killed());
      assertTrue(study.said().contains("atlantis"), study.said());
    }
  }
}
