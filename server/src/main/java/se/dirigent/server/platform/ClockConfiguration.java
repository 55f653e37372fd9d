package se.dirigent.server.platform;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The one clock of the service: the machine's made steady, unless the demo or a test brings its
 * own.
 */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

  @Bean
  @ConditionalOnMissingBean(InstantSource.class)
  SteadyClock clock() {
    return new SteadyClock(InstantSource.system(), System::nanoTime);
  }

  @Bean
  @ConditionalOnMissingBean
  ClockSpeed clockSpeed() {
    return () -> 1;
  }
}
