package se.dirigent.app.exercise;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import se.dirigent.app.exercise.scenario.ExerciseFile;
import se.dirigent.app.masscasualty.EventQuestion;
import se.dirigent.app.pack.Packs;
import se.dirigent.server.platform.region.RegionPack.PackFacility;

/** What the service gets beside its own in an exercise: the exercise, and its page's interface. */
@Configuration(proxyBeanMethods = false)
@Import(ExerciseController.class)
public class ExerciseConfiguration {
  /** Property: the exercise's file, or the name of one that comes with the program. */
  public static final String FILE = "dirigent.exercise";

  @Bean
  ExerciseRun exerciseRun(Environment environment) throws IOException {
    return read(environment.getRequiredProperty(FILE));
  }

  /**
   * Reads an exercise.
   *
   * @throws se.dirigent.app.twin.ScenarioRefused when it cannot be used
   */
  public static ExerciseRun read(String name) throws IOException {
    Packs packs = new Packs();
    List<PackFacility> hospitals = EventQuestion.hospitals(packs);
    Set<String> ids = hospitals.stream().map(PackFacility::id).collect(Collectors.toSet());
    return new ExerciseRun(new ExerciseFile(Set.copyOf(packs.codes()), ids).read(name), hospitals);
  }
}
