package se.dirigent.app.fallback;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.server.fallback.SheetFolder;
import se.dirigent.server.fallback.SheetMaker;
import se.dirigent.server.fallback.sheet.Link;
import se.dirigent.server.fallback.sheet.Neighbours;
import se.dirigent.server.platform.region.RegionPack;

/** Follows regions of a service and writes their sheets, whatever becomes of the service. */
public final class Follower implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(500);

  private final List<RegionSheets> regions = new ArrayList<>();
  private final Map<String, SheetMaker.Written> latest = new TreeMap<>();
  private final Order order;

  /**
   * What is wanted.
   *
   * @param folder a folder of each region is made in it
   * @param every from one sheet to the next
   * @param keep sheets kept of each region
   * @param language {@code sv} or {@code en}
   * @param drill whether sheets say that they are practice though the service does not; they lie in
   *     folders of their own then
   */
  public record Order(
      List<RegionPack> regions,
      Path folder,
      Duration every,
      int keep,
      String language,
      boolean drill) {}

  /**
   * Begins to follow.
   *
   * @param clients asked for a client at every new try, since address and token may have changed
   * @param all packs of all regions, to know which are neighbours
   */
  public Follower(Supplier<ServiceClient> clients, Order order, List<RegionPack> all) {
    this.order = order;
    for (RegionPack pack : order.regions()) {
      String name = pack.code() + (order.drill() ? "-ovning" : "");
      SheetFolder folder = new SheetFolder(order.folder().resolve(name), order.keep());
      regions.add(
          new RegionSheets(
              clients, pack, Neighbours.of(pack, all), folder, order.language(), order.drill()));
    }
  }

  /**
   * Writes for as long as the thread is not interrupted.
   *
   * @param told of every sheet
   * @param failed told when a sheet could not be written; it is tried again at the next turn
   */
  public void run(Consumer<SheetMaker.Written> told, Consumer<String> failed)
      throws InterruptedException {
    while (true) {
      look(told, failed);
      Thread.sleep(LOOK);
    }
  }

  /**
   * Waits until each region has a sheet.
   *
   * @param wait at most
   * @return whether each has one of the live picture
   */
  public boolean once(Duration wait, Consumer<SheetMaker.Written> told, Consumer<String> failed)
      throws InterruptedException {
    long end = System.nanoTime() + wait.toNanos();
    while (latest.size() < regions.size() && System.nanoTime() < end) {
      look(told, failed);
      Thread.sleep(LOOK);
    }
    return latest.size() == regions.size()
        && latest.values().stream().allMatch(w -> w.link() == Link.LIVE);
  }

  private void look(Consumer<SheetMaker.Written> told, Consumer<String> failed) {
    for (RegionSheets region : regions) {
      try {
        region
            .look(order.every())
            .ifPresent(written -> {
              latest.put(region.code(), written);
              told.accept(written);
            });
      } catch (IOException | RuntimeException e) {
        failed.accept(region.path() + ": " + e);
      }
    }
  }

  /** Whether any picture has come. */
  public boolean heardAnything() {
    return !latest.isEmpty();
  }

  /** Why the service is silent, or empty. */
  public String trouble() {
    return regions.stream()
        .map(RegionSheets::trouble)
        .filter(t -> !t.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** For a report: each region's last sheet of this run, and the age of the newest there is. */
  public List<Map<String, Object>> report() {
    List<Map<String, Object>> list = new ArrayList<>();
    for (RegionSheets region : regions) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("region", region.code());
      SheetMaker.Written written = latest.get(region.code());
      if (written != null) {
        map.putAll(written.asMap());
      }
      map.put("newestSheetAgeSeconds", newestAgeSeconds(region.path()));
      list.add(map);
    }
    return list;
  }

  /** −1 when there is no sheet. */
  private long newestAgeSeconds(Path path) {
    try {
      return new SheetFolder(path, order.keep())
          .newest()
          .map(at -> Duration.between(at, Instant.now()).toSeconds())
          .orElse(-1L);
    } catch (IOException e) {
      return -1;
    }
  }

  @Override
  public void close() {
    regions.forEach(RegionSheets::close);
  }
}
