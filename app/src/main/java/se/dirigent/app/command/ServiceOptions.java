package se.dirigent.app.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.dirigent.server.platform.DatabaseSettings;

/** Options of the commands that start the service. */
final class ServiceOptions {
  @Mixin private final DataFolder data = new DataFolder();
  @Mixin private final Served served = new Served("jamtland-harjedalen");

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8080",
      description = "Port to listen on (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--address",
      paramLabel = "IP",
      description = "Network address to listen on (demo: 127.0.0.1; serve: all)")
  private String address = "";

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "JDBC address of an external PostgreSQL, instead of the embedded one")
  private String database = "";

  @Option(names = "--no-browser", description = "Do not open the page in a browser")
  private boolean noBrowser;

  /** See {@link Served#regions}. */
  List<String> regions() {
    return served.regions();
  }

  int port() {
    return port;
  }

  boolean browser() {
    return !noBrowser;
  }

  Path data() {
    return data.path();
  }

  String database() {
    return database;
  }

  /** The page's address on this machine. */
  String url() {
    return "http://localhost:" + port;
  }

  /**
   * The service's properties.
   *
   * @param addressDefault where to listen when the command line does not say; empty for everywhere
   */
  Map<String, Object> properties(String addressDefault) {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + "; give 1 to 65535");
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("server.port", port);
    String listen = address.isEmpty() ? addressDefault : address;
    if (!listen.isEmpty()) {
      properties.put("server.address", listen);
    }
    properties.put("dirigent.regions", String.join(",", regions()));
    properties.put(DatabaseSettings.DATA, data().toString());
    if (!database.isEmpty()) {
      properties.put(DatabaseSettings.URL, database);
    }
    return properties;
  }
}
