package se.dirigent.app.exercise.begin;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import se.dirigent.server.platform.DatabaseSettings;

/** What a service that is no exercise gets beside its own, to begin one. */
@Configuration(proxyBeanMethods = false)
@Import(BeginController.class)
public class BeginConfiguration {
  @Bean
  ExercisePrograms exercisePrograms(Environment environment) {
    Path data = Path.of(environment.getRequiredProperty(DatabaseSettings.DATA));
    // Whoever reaches the service is to reach the exercise: by default all addresses.
    String address = environment.getProperty("server.address", "0.0.0.0");
    return new ExercisePrograms(data.resolve("exercises"), address);
  }
}
