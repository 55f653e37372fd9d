package se.dirigent.app.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.dirigent.app.client.AccessFile;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.pack.Packs;
import se.dirigent.server.fallback.FallbackSettings;
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

  @Option(
      names = "--fallback",
      paramLabel = "DIR|off",
      description = {
        "Folder of the fallback sheets, best on another disk or a memory stick",
        "(default: fallback in the data folder)"
      })
  private String fallback = "";

  @Option(
      names = "--log",
      paramLabel = "FILE|console",
      description = {
        "Where the log goes: a file, kept below 200 MB, or the console",
        "(default: log/dirigent.log in the data folder)"
      })
  private String log = "";

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

  /** Keeps the data in a folder, unless the command line says another. */
  void keepIn(Path folder) {
    data.keepIn(folder);
  }

  /** Serves a region, whatever the command line says. */
  void serve(String region) {
    served.serve(region);
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
    putLog(properties);
    if (!fallback.equals("off")) {
      Path sheets = fallback.isEmpty() ? data().resolve("fallback") : Path.of(fallback);
      properties.put(FallbackSettings.FOLDER, sheets.toAbsolutePath().toString());
    }
    return properties;
  }

  /** A file by default: a start shows a person the address and not thirty lines of machinery. */
  private void putLog(Map<String, Object> properties) {
    if (log.equals("console")) {
      return;
    }
    Path file = log.isEmpty() ? data().resolve("log").resolve("dirigent.log") : Path.of(log);
    properties.put(Service.LOG_FILE, file.toAbsolutePath().toString());
    properties.put("logging.threshold.console", "off");
    // A new file each day or at 10 MB; a month of days, and never more than a disk can spare.
    String rolling = "logging.logback.rollingpolicy.";
    properties.put(rolling + "max-file-size", "10MB");
    properties.put(rolling + "max-history", 31);
    properties.put(rolling + "total-size-cap", "200MB");
  }

  /** The option that says which regions a command is about. */
  static final class Served {
    private static final String ALL = "all";

    @Option(
        names = "--region",
        paramLabel = "CODE",
        description = "Region, several with commas between, or all (default: ${DEFAULT-VALUE})")
    private String region;

    /**
     * @param region when the command line names none
     */
    Served(String region) {
      this.region = region;
    }

    /** For a command that is about whatever the service serves, unless told otherwise. */
    static Served everywhere() {
      return new Served(ALL);
    }

    private void serve(String code) {
      region = code;
    }

    /** Whether all regions are asked for. */
    boolean all() {
      return region.equals(ALL);
    }

    /**
     * Codes of the regions asked for.
     *
     * @throws IllegalArgumentException when there is no pack of a code
     */
    List<String> regions() {
      Packs packs = new Packs();
      if (all()) {
        return packs.codes();
      }
      List<String> codes = new ArrayList<>();
      for (String code : region.split(",")) {
        codes.add(packs.get(code.strip()).code().value());
      }
      return codes;
    }
  }

  /** The option that says where the service keeps its data. */
  static final class DataFolder {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "Data folder of the embedded PostgreSQL (default: one of the account's own)")
    private @Nullable Path data;

    private void keepIn(Path folder) {
      if (data == null) {
        data = folder;
      }
    }

    Path path() {
      Path folder = data;
      return folder != null ? folder.toAbsolutePath() : DatabaseSettings.Embedded.standardFolder();
    }
  }

  /** The options that say which running service is spoken to, and with what token. */
  static final class Spoken {
    @Option(
        names = "--url",
        description = "Address of the service (default: the demo of --data, or localhost:8080)")
    private String url = "";

    @Option(
        names = "--token",
        defaultValue = "${env:DIRIGENT_TOKEN:-}",
        description = "Integration token (default: DIRIGENT_TOKEN, or the demo's)")
    private String token = "";

    ServiceClient client(DataFolder data, Duration patience) {
      return AccessFile.client(data.path(), url, token, patience);
    }
  }
}
