package se.dirigent.server.web;

import java.net.InetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.dirigent.server.DirigentServer;
import se.dirigent.server.platform.TestDatabase;

/**
 * The whole server on a port of its own, in demo mode, started once for the test JVM. Serves the
 * region {@link #OWN}; {@link #OTHER} is a region it also serves, where the demo's users have no
 * role.
 */
public final class LiveServer {
  public static final String OWN = "jamtland-harjedalen";
  public static final String OTHER = "vasternorrland";
  public static final String TOKEN = "a-token-for-tests-only";
  public static final String PASSWORD = "dirigent-demo";

  private static @Nullable LiveServer shared;

  private final ConfigurableApplicationContext context;
  private final URI address;

  private LiveServer(ConfigurableApplicationContext context) {
    this.context = context;
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    this.address = URI.create("http://127.0.0.1:" + port);
  }

  /** The server all tests of the JVM share; stopped when the JVM ends. */
  public static synchronized LiveServer shared() {
    if (shared == null) {
      TestDatabase database = TestDatabase.migrated(LiveServer.class);
      shared = start(database.url(), Map.of());
      TestUsers.enter(shared);
    }
    return shared;
  }

  /** A server of one's own on a database that is there. */
  public static LiveServer start(
      String databaseUrl, Map<String, Object> more, Class<?>... configurations) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", 0);
    properties.put("dirigent.database.url", databaseUrl);
    properties.put("dirigent.regions", OWN + "," + OTHER);
    properties.put("dirigent.demo", true);
    properties.put("dirigent.demo.integration-token", TOKEN);
    // Who tests the planner turns it on; the others' orders stay as they leave them.
    properties.put("dirigent.plan.every", "PT0S");
    properties.putAll(more);
    return new LiveServer(DirigentServer.start(properties, configurations));
  }

  public URI address() {
    return address;
  }

  public void stop() {
    context.close();
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Every route of our own, whichever room it is in. */
  public List<Route> routes() {
    var mapping =
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    return Route.all(mapping);
  }

  /** A client that is not logged in. */
  public Client client() {
    return client("127.0.0.1");
  }

  /**
   * A client at an address of its own.
   *
   * @param from 127.0.0.1 to 127.255.255.254
   */
  public Client client(String from) {
    return new Client(address, InetAddress.ofLiteral(from));
  }
}
