package se.dirigent.server.road;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import se.dirigent.routing.network.SharedTravelTimes;
import se.dirigent.server.platform.DatabaseSettings;

/** Which travel times the service uses: the built-in roads, and those imported into its folder. */
@Configuration(proxyBeanMethods = false)
class TravelConfiguration {

  @Bean
  SharedTravelTimes travelTimes(Environment environment) {
    String data = environment.getProperty(DatabaseSettings.DATA, "");
    Path folder = data.isEmpty() ? DatabaseSettings.Embedded.standardFolder() : Path.of(data);
    return SharedTravelTimes.of(folder.resolve("roads"));
  }
}
