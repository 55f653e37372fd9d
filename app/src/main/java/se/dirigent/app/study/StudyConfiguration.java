package se.dirigent.app.study;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What the service gets beside its own for the twin's page. */
@Configuration(proxyBeanMethods = false)
@Import({StudyController.class, ScenarioController.class})
public class StudyConfiguration {
  @Bean
  StudyRepository studyRepository(JdbcClient client, JsonMapper json) {
    return new StudyRepository(client, json);
  }

  @Bean
  ScenarioRepository scenarioRepository(JdbcClient client) {
    return new ScenarioRepository(client);
  }

  @Bean
  StudyRunner studyRunner(StudyRepository studies) {
    return new StudyRunner(studies, StudyCommand.threads());
  }

  @Bean
  StudyFilms studyFilms() {
    return new StudyFilms();
  }

  @Bean
  Studies studies(
      StudyRepository studies, StudyRunner runner, StudyFilms films, InstantSource clock) {
    return new Studies(studies, runner, films, clock);
  }
}
