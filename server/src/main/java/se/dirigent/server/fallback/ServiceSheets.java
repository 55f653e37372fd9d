package se.dirigent.server.fallback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.fallback.sheet.Link;
import se.dirigent.server.fallback.sheet.Neighbours;
import se.dirigent.server.fallback.sheet.PhoneBook;
import se.dirigent.server.fallback.sheet.Sheet;
import se.dirigent.server.picture.Pictures;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.server.platform.region.Regions;
import se.dirigent.server.platform.web.HealthPart;

/**
 * The service's own sheets: one thread writes those of all regions in turn, also while the database
 * is away, and at once when it goes. A failure is said and tried again at the next turn.
 */
@Component
class ServiceSheets implements SmartLifecycle, HealthPart {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceSheets.class);

  /** The start has other things to do; the sheets of the last run still lie there. */
  private static final Duration FIRST_AFTER = Duration.ofSeconds(20);

  /** How often it is asked whether a region's turn has come, or its database gone. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** The tables are looked at twice a second; longer than this means that they do not answer. */
  private static final Duration SILENT = Duration.ofSeconds(5);

  private final Optional<FallbackSettings> settings;
  private final Environment environment;
  private final Regions regions;
  private final Pictures pictures;
  private final Map<RegionCode, Turn> turns = new ConcurrentHashMap<>();
  private final Map<RegionCode, Map<String, String>> neighbours = new HashMap<>();
  private volatile @Nullable Thread writer;

  ServiceSheets(Environment environment, Regions regions, Pictures pictures) {
    this.settings = FallbackSettings.from(environment);
    this.environment = environment;
    this.regions = regions;
    this.pictures = pictures;
  }

  /**
   * The last sheet of a region and when the next is due, by the machine's clock.
   *
   * @param writtenNanos null when none has been written since the start
   */
  private record Turn(long dueNanos, Link link, @Nullable Long writtenNanos) {}

  @Override
  public void start() {
    if (settings.isPresent() && !regions.served().isEmpty()) {
      Thread thread = new Thread(() -> run(settings.get()), "fallback-sheets");
      thread.setDaemon(true);
      // Cases come before sheets.
      thread.setPriority(Thread.MIN_PRIORITY);
      writer = thread;
      thread.start();
    }
  }

  @Override
  public void stop() {
    Thread thread = writer;
    writer = null;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return writer != null;
  }

  private void run(FallbackSettings s) {
    try {
      Thread.sleep(FIRST_AFTER);
      while (writer == Thread.currentThread()) {
        for (RegionCode region : regions.served()) {
          look(s, region);
        }
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(FallbackSettings s, RegionCode region) {
    Pictures.Known latest = pictures.find(region).orElse(null);
    if (latest == null) {
      return;
    }
    Link link = latest.age().compareTo(SILENT) > 0 ? Link.NO_DATABASE : Link.LIVE;
    Turn turn = turns.get(region);
    try {
      if (turn == null || System.nanoTime() - turn.dueNanos() >= 0 || turn.link() != link) {
        write(s, region, latest, link);
      }
    } catch (RuntimeException e) {
      LOG.error("no fallback sheet of {} could be written to {}", region, s.folder(), e);
      long next = System.nanoTime() + s.every(environment, region).toNanos();
      turns.put(region, new Turn(next, link, turn == null ? null : turn.writtenNanos()));
    }
  }

  private void write(FallbackSettings s, RegionCode region, Pictures.Known latest, Link link) {
    long next = System.nanoTime() + s.every(environment, region).toNanos();
    RegionPack pack = regions.get(region).pack();
    PhoneBook phones = PhoneBook.of(pack, neighbours(pack), s.folder().resolve(region.value()));
    Sheet sheet =
        new Sheet(
            pack,
            latest.picture(),
            latest.confirmedAt(),
            latest.picture().now(),
            link,
            regions.inDrill(region),
            phones);
    try {
      SheetMaker maker = new SheetMaker(s.folderOf(region.value()), s.language());
      SheetMaker.Written written = maker.write(sheet);
      report(written, turns.get(region) == null);
      turns.put(region, new Turn(next, link, System.nanoTime()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void report(SheetMaker.Written written, boolean first) {
    if (!written.pdfProblem().isEmpty()) {
      LOG.error("{} has no PDF: {}", written.html(), written.pdfProblem());
    }
    if (first && written.openToOthers()) {
      LOG.warn("{} can be read by other accounts; guard the place it is kept", written.html());
    }
  }

  private Map<String, String> neighbours(RegionPack pack) {
    return neighbours.computeIfAbsent(
        pack.code(),
        _ -> {
          List<RegionPack> all =
              regions.list().stream().map(l -> regions.get(l.code()).pack()).toList();
          return Neighbours.of(pack, all);
        });
  }

  @Override
  public String name() {
    return "fallback";
  }

  /** Age in seconds of each region's newest sheet; a full disk must not take the service down. */
  @Override
  public Object check() {
    if (settings.isEmpty()) {
      return "OFF";
    }
    Map<String, Object> ages = new TreeMap<>();
    for (RegionCode region : regions.served()) {
      Turn turn = turns.get(region);
      Long writtenNanos = turn == null ? null : turn.writtenNanos();
      ages.put(region.value(), writtenNanos == null ? "NONE" : ageSeconds(writtenNanos));
    }
    return ages;
  }

  private static long ageSeconds(long writtenNanos) {
    return Duration.ofNanos(System.nanoTime() - writtenNanos).toSeconds();
  }
}
