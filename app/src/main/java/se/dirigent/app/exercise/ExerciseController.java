package se.dirigent.app.exercise;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.app.demo.ScaledClock;
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
   * @param ended whether whoever leads has ended it
   * @param clock null while it is being prepared
   */
  record ExerciseView(
      String title,
      @Nullable Map<String, Object> result,
      List<Map<String, Object>> coming,
      boolean over,
      boolean ended,
      @Nullable ClockView clock) {}

  /**
   * The clock of the exercise.
   *
   * @param speed seconds it counts per second, as whoever leads wants it; it goes slower while
   *     those who are played do not keep up
   * @param frozen whether it stands still
   */
  record ClockView(double speed, boolean frozen) {}

  /**
   * A change of the clock; what is absent stays as it is.
   *
   * @param frozen true to stop it, false to let it go on
   */
  record ClockChange(@Nullable Double speed, @Nullable Boolean frozen) {}

  @GetMapping
  @Allowed(
      roles = {Role.PLANNER, Role.ADMINISTRATOR, Role.INTEGRATION},
      region = Allowed.Region.NONE)
  ExerciseView show(@RequestParam(defaultValue = "sv") String language) {
    Exercise exercise = run.exercise();
    String title = exercise.title();
    Map<String, Object> result = run.map(language);
    Pace pace = run.pace();
    return new ExerciseView(
        title,
        result.isEmpty() ? null : result,
        run.coming(language),
        run.over(),
        run.ended(),
        pace == null ? null : new ClockView(pace.wanted(), pace.frozen()));
  }

  /** Stops the clock, lets it go on, or sets its speed. */
  @PutMapping("/clock")
  @Allowed(
      roles = {Role.PLANNER, Role.ADMINISTRATOR},
      region = Allowed.Region.NONE)
  ClockView setClock(@RequestBody ClockChange change) {
    Pace pace = run.pace();
    if (pace == null) {
      throw Refused.state("exercise.notBegun", "", Map.of());
    }
    if (run.ended()) {
      throw Refused.state("exercise.ended", "", Map.of());
    }
    double speed =
        ScaledClock.requireAsked(Objects.requireNonNullElse(change.speed(), pace.wanted()));
    if (Boolean.TRUE.equals(change.frozen())) {
      pace.freeze();
    } else if (change.speed() != null || change.frozen() != null) {
      pace.setSpeed(speed);
    }
    return new ClockView(pace.wanted(), pace.frozen());
  }

  /** Ends it: nothing more is told, the clock stands still, and its result can be read. */
  @PostMapping("/end")
  @Allowed(
      roles = {Role.PLANNER, Role.ADMINISTRATOR},
      region = Allowed.Region.NONE)
  ExerciseView end(@RequestParam(defaultValue = "sv") String language) {
    run.end();
    return show(language);
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
