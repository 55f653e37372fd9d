package se.dirigent.app.exercise;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.app.exercise.scenario.Exercise;
import se.dirigent.core.Refused;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;

/** The exercise for whoever leads it: those who practise must not see what is to come. */
@RestController
@RequestMapping("/api/exercise")
class ExerciseController {
  private final ExerciseRun run;

  ExerciseController(ExerciseRun run) {
    this.run = run;
  }

  /**
   * How it stands.
   *
   * @param result so far; null before the alarm
   * @param coming injects not told yet
   * @param over whether it has come to its end
   */
  record ExerciseView(
      String title,
      @Nullable Map<String, Object> result,
      List<Map<String, Object>> coming,
      boolean over) {}

  @GetMapping
  @Allowed(
      roles = {Role.PLANNER, Role.ADMINISTRATOR, Role.INTEGRATION},
      region = Allowed.Region.NONE)
  ExerciseView show(@RequestParam(defaultValue = "sv") String language) {
    Exercise exercise = run.exercise();
    String title = exercise.title();
    Map<String, Object> result = run.map(language);
    return new ExerciseView(
        title, result.isEmpty() ? null : result, run.coming(language), run.over());
  }

  /** How a report is written. */
  enum Format {
    HTML,
    PDF
  }

  /** The result on paper; before the alarm there is none. */
  @GetMapping("/report")
  @Allowed(
      roles = {Role.PLANNER, Role.ADMINISTRATOR, Role.INTEGRATION},
      region = Allowed.Region.NONE)
  ResponseEntity<byte[]> report(
      @RequestParam(defaultValue = "HTML") Format format,
      @RequestParam(defaultValue = "sv") String language)
      throws IOException {
    byte[] bytes = run.report(format == Format.PDF, language);
    if (bytes == null) {
      throw Refused.state("exercise.notBegun", "", Map.of());
    }
    boolean pdf = format == Format.PDF;
    return ResponseEntity.ok()
        .contentType(
            pdf ? MediaType.APPLICATION_PDF : MediaType.parseMediaType("text/html;charset=UTF-8"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(bytes);
  }
}
