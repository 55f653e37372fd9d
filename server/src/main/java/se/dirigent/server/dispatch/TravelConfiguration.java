package se.dirigent.server.dispatch;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.dirigent.routing.travel.CrowFlyParameters;
import se.dirigent.routing.travel.CrowFlyTravelTimes;
import se.dirigent.routing.travel.TravelTimes;

/** Which travel times the service uses. */
@Configuration(proxyBeanMethods = false)
class TravelConfiguration {

  @Bean
  TravelTimes travelTimes() {
    return new CrowFlyTravelTimes(CrowFlyParameters.defaults());
  }
}
