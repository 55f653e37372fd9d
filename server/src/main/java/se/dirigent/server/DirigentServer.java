package se.dirigent.server;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The service. Started by the app with the properties of its command line; everything it needs
 * beside them is in {@code application.yml}.
 */
@SpringBootApplication(
    // Our own accounts log in; Boot would otherwise invent a user with a password in the log.
    exclude = UserDetailsServiceAutoConfiguration.class)
public class DirigentServer {

  /**
   * Starts the service and returns when it answers requests.
   *
   * @param properties settings that go before every file, for instance {@code server.port}
   * @param more configuration classes of the caller, for instance the demo's
   * @return the running service; closing it stops it in good order
   */
  public static ConfigurableApplicationContext start(
      Map<String, Object> properties, Class<?>... more) {
    var sources = new LinkedHashSet<Class<?>>(List.of(DirigentServer.class));
    sources.addAll(List.of(more));
    var application = new SpringApplication(sources.toArray(Class<?>[]::new));
    application.setRegisterShutdownHook(true);
    // A default property would lose to application.yml; an argument wins over every file.
    return application.run(
        properties.entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new));
  }
}
