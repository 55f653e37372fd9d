package se.dirigent.app.exercise.begin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.app.exercise.ExerciseConfiguration;
import se.dirigent.app.exercise.begin.ExercisePrograms.Begun;
import se.dirigent.app.exercise.scenario.Exercise;
import se.dirigent.app.masscasualty.EventFile;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;

/** Exercises that can be begun, and the one that was, over HTTP. */
@RestController
@RequestMapping("/api/exercises")
class BeginController {
  private final ExercisePrograms programs;
  private List<Ready> ready = List.of();

  BeginController(ExercisePrograms programs) {
    this.programs = programs;
  }

  /**
   * An exercise that comes with the program.
   *
   * @param region code of the region where it happens
   */
  record Ready(String name, String title, String region, int casualties) {}

  /**
   * What can be begun, and what was last.
   *
   * @param begun null when none has been since the service started
   */
  record ExerciseList(List<Ready> ready, @Nullable Begun begun) {}

  /**
   * What to begin.
   *
   * @param command whether command is played too, so that it runs by itself
   */
  record BeginBody(String name, boolean command) {}

  @GetMapping
  @Allowed(
      roles = {Role.PLANNER, Role.ADMINISTRATOR},
      region = Allowed.Region.NONE)
  ExerciseList list() {
    return new ExerciseList(ready(), programs.begun());
  }

  /** Begins one, in a program of its own; while one goes on no other is begun. */
  @PostMapping
  @Allowed(
      roles = {Role.PLANNER, Role.ADMINISTRATOR},
      region = Allowed.Region.NONE)
  ExerciseList begin(@RequestBody BeginBody body) {
    programs.begin(body.name(), body.command());
    return list();
  }

  /** Stops the program of the one that goes on; what it came to stays in its folder. */
  @PostMapping("/stop")
  @Allowed(
      roles = {Role.PLANNER, Role.ADMINISTRATOR},
      region = Allowed.Region.NONE)
  ExerciseList stop() {
    programs.stop();
    return list();
  }

  /** Read once: the files are part of the program. */
  private synchronized List<Ready> ready() {
    if (ready.isEmpty()) {
      List<Ready> all = new ArrayList<>();
      for (String name : EventFile.ready()) {
        try {
          Exercise one = ExerciseConfiguration.read(name).exercise();
          all.add(new Ready(name, one.title(), one.event().region(), one.casualties()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      ready = List.copyOf(all);
    }
    return ready;
  }
}
