package se.dirigent.app.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import se.dirigent.app.client.AccessFile;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.demo.DemoConfiguration;
import se.dirigent.app.demo.DemoControls;
import se.dirigent.app.demo.Driver;
import se.dirigent.app.pack.Packs;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.server.platform.region.RegionPack;

/** What a demonstration and an exercise share: a service with known users, and those played. */
final class PlayedService {
  /** How long commands are tried again while the service restarts. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private PlayedService() {}

  /** A token nobody knows, for those who are played. */
  static String secret() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * The service's properties.
   *
   * @param speed seconds of its clock per second
   * @param automatic which incidents are dispatched without a person
   */
  static Map<String, Object> properties(
      ServiceOptions options, String token, double speed, String automatic) {
    // Its passwords are known, so it listens to this machine only unless told otherwise.
    Map<String, Object> properties = options.properties("127.0.0.1");
    properties.put("dirigent.demo", true);
    properties.put("dirigent.demo.integration-token", token);
    RegionPack first = new Packs().get(options.regions().getFirst());
    properties.put("dirigent.demo.region", first.code().value());
    properties.put(DemoConfiguration.SPEED, speed);
    properties.put(DemoConfiguration.AUTOMATIC, automatic);
    properties.put(DemoConfiguration.CLOCK_FILE, clock(options).toString());
    return properties;
  }

  /** The file that keeps the clock's time from run to run. */
  static Path clock(ServiceOptions options) {
    return options.data().resolve("demo-clock");
  }

  /** Leaves address and token where replay finds them, readable to this account only. */
  static void writeAccess(ServiceOptions options, String token) throws IOException {
    Path file = AccessFile.in(options.data());
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, options.url() + "\n" + token + "\n");
  }

  /**
   * Lets the regions live, and waits until they do.
   *
   * @param drivers to which one is added for each region
   */
  static void play(
      Service service,
      ServiceOptions options,
      String token,
      PlayedOptions living,
      List<Driver> drivers)
      throws InterruptedException {
    // Over loopback whatever address we listen on.
    ServiceClient client = new ServiceClient(URI.create(options.url()), token, PATIENCE);
    DemoControls controls = service.bean(DemoControls.class);
    Packs packs = new Packs();
    System.Logger log = System.getLogger("dirigent.demo");
    for (String region : options.regions()) {
      drivers.add(
          new Driver(
              client,
              packs.get(region),
              controls,
              service.bean(TravelTimes.class),
              living.demand(),
              living.seed(),
              text -> log.log(System.Logger.Level.WARNING, text)));
    }
    for (Driver driver : drivers) {
      if (!driver.awaitReady(PATIENCE)) {
        throw new IllegalStateException("the played service shows those it plays no picture");
      }
    }
    controls.begun();
  }
}
