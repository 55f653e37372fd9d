package se.dirigent.app.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.dirigent.app.client.AccessFile;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.demo.Automatic;
import se.dirigent.app.demo.DemoConfiguration;
import se.dirigent.app.demo.DemoControls;
import se.dirigent.app.demo.Driver;
import se.dirigent.app.demo.ScaledClock;
import se.dirigent.app.pack.Packs;
import se.dirigent.app.study.StudyConfiguration;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.server.identity.account.DemoUsers;
import se.dirigent.server.platform.region.RegionPack;

/** Starts the service and a living region: simulated callers and crews, persons at the page. */
@Command(
    name = "demo",
    description = "Start a living region: simulated callers and crews, and you at the page.")
final class DemoCommand implements Callable<Integer> {
  /** How long commands are tried again while the service restarts. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** A fast clock takes over a minute for four hours, and nobody waits longer. */
  private static final int HEAD_START_MAX = 240;

  @Mixin private final ServiceOptions options = new ServiceOptions();
  @Mixin private final JsonReport report = new JsonReport();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Decides everything that chance decides (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "How fast the clock runs, 0.1 to 1000 (default: ${DEFAULT-VALUE})")
  private double speed;

  @Option(
      names = "--demand",
      defaultValue = "1",
      paramLabel = "X",
      description = "Calls, as a multiple of the region's own, 0.01 to 100 (default: 1)")
  private double demand;

  @Option(
      names = "--automatic",
      defaultValue = "unclaimed:60",
      paramLabel = "off|all|unclaimed:SECONDS",
      description = {"Which incidents are dispatched without a person (default: ${DEFAULT-VALUE})"})
  private String automatic = "";

  @Option(
      names = "--head-start",
      paramLabel = "MINUTES",
      defaultValue = "60",
      description = {
        "How much of a shift is behind you when you come in, 0 to 240 (default: 60);",
        "a new demo begins so far back in time and is run fast until now"
      })
  private int headStart;

  @Override
  public Integer call() throws InterruptedException, IOException {
    Automatic.parse(automatic);
    ScaledClock.require(speed);
    if (!(demand >= 0.01 && demand <= 100)) {
      throw new IllegalArgumentException("demand is " + demand + "; give 0.01 to 100");
    }
    if (headStart < 0 || headStart > HEAD_START_MAX) {
      throw new IllegalArgumentException("head start is " + headStart + "; give 0 to 240 minutes");
    }
    String token = secret();
    try (Service service =
        Service.start(
            properties(token), System.err, DemoConfiguration.class, StudyConfiguration.class)) {
      if (service == null) {
        return Exit.START_FAILED;
      }
      writeAccess(token);
      List<Driver> drivers = new ArrayList<>();
      try {
        play(service, token, drivers);
        DemoControls controls = service.bean(DemoControls.class);
        if (!controls.headStart().isZero()) {
          controls.catchUp(InstantSource.system());
        }
        service.awaitStop();
      } finally {
        drivers.forEach(Driver::close);
      }
    }
    return Exit.DONE;
  }

  private static String secret() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void play(Service service, String token, List<Driver> drivers)
      throws InterruptedException {
    // Over loopback whatever address we listen on.
    URI base = URI.create(options.url());
    ServiceClient client = new ServiceClient(base, token, PATIENCE);
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
              demand,
              seed,
              text -> log.log(System.Logger.Level.WARNING, text)));
    }
    for (Driver driver : drivers) {
      if (!driver.awaitReady(PATIENCE)) {
        throw new IllegalStateException("the demonstration's own service shows it no picture");
      }
    }
    controls.begun();
    announce(service);
  }

  private void announce(Service service) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("url", options.url());
    said.put("regions", options.regions());
    said.put("seed", seed);
    said.put("speed", speed);
    said.put("automatic", automatic);
    said.put("startSeconds", service.startTime().toMillis() / 1000.0);
    report.write(said);
    service.sayReady(options.url(), lines(service));
    if (options.browser()) {
      Browser.open(options.url());
    }
  }

  private static Map<String, String> lines(Service service) {
    Map<String, String> lines = new LinkedHashMap<>();
    String password = service.bean(DemoUsers.class).password();
    lines.put("Logga in", "demo.dirigent, lösenord / password " + password);
    long minutes = service.bean(DemoControls.class).headStart().toMinutes();
    if (minutes > 0) {
      lines.put(
          "Klockan",
          "börjar %d min tillbaka och spolas fram / starts %d min back and is run fast"
              .formatted(minutes, minutes));
    }
    return lines;
  }

  private Map<String, Object> properties(String token) throws IOException {
    // A demonstration has known passwords, so it listens to this machine only unless told
    // otherwise.
    Map<String, Object> properties = options.properties("127.0.0.1");
    properties.put("dirigent.demo", true);
    properties.put("dirigent.demo.integration-token", token);
    RegionPack first = new Packs().get(options.regions().getFirst());
    properties.put("dirigent.demo.region", first.code().value());
    properties.put(DemoConfiguration.SPEED, speed);
    properties.put(DemoConfiguration.AUTOMATIC, automatic);
    properties.put(DemoConfiguration.HEAD_START, headStart);
    Path clock = options.data().resolve("demo-clock");
    properties.put(DemoConfiguration.CLOCK_FILE, clock.toString());
    return properties;
  }

  /** Leaves address and token where replay finds them, readable to this account only. */
  private void writeAccess(String token) throws IOException {
    Path file = AccessFile.in(options.data());
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, options.url() + "\n" + token + "\n");
  }
}
