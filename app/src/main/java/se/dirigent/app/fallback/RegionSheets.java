package se.dirigent.app.fallback;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.client.EventStream;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.client.ServiceFailure;
import se.dirigent.server.fallback.SheetFolder;
import se.dirigent.server.fallback.SheetMaker;
import se.dirigent.server.fallback.sheet.Link;
import se.dirigent.server.fallback.sheet.PhoneBook;
import se.dirigent.server.fallback.sheet.Sheet;
import se.dirigent.server.platform.region.RegionPack;

/** Writes the sheets of one region: at every turn, and at once when the link changes. */
final class RegionSheets implements AutoCloseable {
  /** A stream silent for this long hangs, and is opened anew. */
  private static final Duration HUNG = Duration.ofSeconds(30);

  private final Supplier<ServiceClient> clients;
  private final RegionPack pack;
  private final Map<String, String> neighbours;
  private final SheetFolder folder;
  private final SheetMaker maker;
  private final FollowedRegion region = new FollowedRegion();
  private final boolean drillOrdered;
  private EventStream stream;
  private long openedNanos;
  private @Nullable Boolean drillTold;
  private @Nullable Link lastLink;
  private long dueNanos;

  RegionSheets(
      Supplier<ServiceClient> clients,
      RegionPack pack,
      Map<String, String> neighbours,
      SheetFolder folder,
      String language,
      boolean drill) {
    this.clients = clients;
    this.pack = pack;
    this.neighbours = neighbours;
    this.folder = folder;
    this.maker = new SheetMaker(folder, language);
    this.drillOrdered = drill;
    this.stream = open();
  }

  private EventStream open() {
    openedNanos = System.nanoTime();
    String code = ServiceClient.segment(pack.code().value());
    return new EventStream(
        clients.get(), "/api/regions/" + code + "/stream?purpose=reservrutin", region);
  }

  /** Code of the region. */
  String code() {
    return pack.code().value();
  }

  /** Why nothing is heard, or empty. */
  String trouble() {
    return region.trouble();
  }

  Path path() {
    return folder.path();
  }

  /**
   * Writes if it is time.
   *
   * @param every from one sheet to the next
   * @return what was written; empty when it is not time, or when no picture has ever come
   * @throws IOException when the folder cannot be written
   */
  Optional<SheetMaker.Written> look(Duration every) throws IOException {
    boolean hung = region.silence().compareTo(HUNG) > 0;
    if (hung && System.nanoTime() - openedNanos > HUNG.toNanos()) {
      stream.close();
      stream = open();
    }
    FollowedRegion.Known known = region.known().orElse(null);
    if (known == null) {
      return Optional.empty();
    }
    if (known.link() == lastLink && System.nanoTime() - dueNanos < 0) {
      return Optional.empty();
    }
    lastLink = known.link();
    dueNanos = System.nanoTime() + every.toNanos();
    PhoneBook phones = PhoneBook.of(pack, neighbours, folder.path());
    Sheet sheet =
        new Sheet(
            pack,
            known.picture(),
            known.confirmedAt(),
            known.now(),
            known.link(),
            inDrill(known.link()),
            phones);
    return Optional.of(maker.write(sheet));
  }

  /** What the service last said of it, or what the command line orders. */
  private boolean inDrill(Link link) {
    if (drillTold == null && link != Link.NO_SERVICE) {
      try {
        String path = "/api/regions/" + ServiceClient.segment(pack.code().value());
        drillTold = clients.get().get(path).path("drill").asBoolean(false);
      } catch (ServiceFailure e) {
        // It is asked again at the next turn; a sheet without the word is safer than none.
        System.getLogger("dirigent").log(System.Logger.Level.WARNING, "drill or not: unknown", e);
      }
    }
    return drillOrdered || Boolean.TRUE.equals(drillTold);
  }

  @Override
  public void close() {
    stream.close();
  }
}
