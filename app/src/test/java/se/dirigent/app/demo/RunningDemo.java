package se.dirigent.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.exercise.begin.BeginConfiguration;
import se.dirigent.app.pack.Packs;
import se.dirigent.app.study.StudyConfiguration;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.server.DirigentServer;
import se.dirigent.server.platform.region.RegionPack;

/** The real demonstration for tests: real service, real PostgreSQL, drivers over HTTP. */
public final class RunningDemo implements AutoCloseable {
  private static final String TOKEN = "end-to-end-integration-token-0123456789";

  /**
   * When each demonstration begins: an ordinary Tuesday at ten. By the machine's own clock a test
   * would meet closed kinds of transport, a change of shifts or a holiday when it runs then.
   */
  private static final String BEGIN = "2026-11-17T10:00:00+01:00";

  private final Path data;
  private final Map<String, Object> properties;
  private ConfigurableApplicationContext context;
  private final ServiceClient client;
  private final Map<String, Driver> drivers = new LinkedHashMap<>();

  private RunningDemo(List<String> regions, double speed, String automatic) {
    data = folder();
    int port = freePort();
    Packs packs = new Packs();
    RegionPack first = packs.get(regions.getFirst());
    properties =
        Map.of(
            "server.port",
            port,
            "server.address",
            "127.0.0.1",
            "dirigent.regions",
            String.join(",", regions),
            "dirigent.data",
            data.resolve("service").toString(),
            "dirigent.demo",
            true,
            "dirigent.demo.region",
            first.code().value(),
            "dirigent.demo.unit",
            anyDispatcherMaySend(first),
            "dirigent.demo.integration-token",
            TOKEN,
            DemoConfiguration.SPEED,
            speed,
            DemoConfiguration.AUTOMATIC,
            automatic);
    context = service();
    client =
        new ServiceClient(URI.create("http://localhost:" + port), TOKEN, Duration.ofSeconds(60));
  }

  /**
   * Starts the service; crews and callers of each region begin when {@link #play} is called.
   *
   * @param automatic as on the command line
   */
  public static RunningDemo start(List<String> regions, double speed, String automatic) {
    return new RunningDemo(regions, speed, automatic);
  }

  /** Lets a region live. */
  public Driver play(String region, double demand) {
    Driver driver =
        new Driver(
            client,
            new Packs().get(region),
            context.getBean(DemoControls.class),
            context.getBean(TravelTimes.class),
            demand,
            1,
            text -> System.err.println(region + ": " + text));
    drivers.put(region, driver);
    return driver;
  }

  /** The clock's file beside the database, so that a restart does not go back in time. */
  private Map<String, Object> withClock() {
    Map<String, Object> all = new LinkedHashMap<>(properties);
    all.put(DemoConfiguration.BEGIN, OffsetDateTime.parse(BEGIN).toInstant().toString());
    all.put(DemoConfiguration.CLOCK_FILE, data.resolve("clock").toString());
    return all;
  }

  /** Stops the service and starts it again on the same data and port; the drivers are not told. */
  public void restart() {
    context.close();
    context = service();
  }

  private ConfigurableApplicationContext service() {
    return DirigentServer.start(
        withClock(), DemoConfiguration.class, StudyConfiguration.class, BeginConfiguration.class);
  }

  /** A part of the service. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** A part of the service of which there are several. */
  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  public ServiceClient client() {
    return client;
  }

  public URI base() {
    return client.base();
  }

  /** Waits until something is true; false when it was not within the limit. */
  public static boolean await(Duration limit, BooleanSupplier wanted) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      if (wanted.getAsBoolean()) {
        return true;
      }
      Thread.sleep(200);
    }
    return wanted.getAsBoolean();
  }

  /** A folder the account PostgreSQL runs as can enter, unlike JUnit's. */
  public static Path folder() {
    try {
      Path folder = Files.createTempDirectory("dirigent-end-to-end");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    drivers.values().forEach(Driver::close);
    context.close();
    delete(data);
  }

  static void delete(Path folder) {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      tree.sorted(Comparator.reverseOrder()).forEach(files::add);
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The crew's demo user gets a unit that needs no medical dispatcher. */
  private static String anyDispatcherMaySend(RegionPack pack) {
    return pack.units().stream()
        .filter(unit -> !unit.special())
        .findFirst()
        .orElseThrow()
        .id()
        .value();
  }
}
