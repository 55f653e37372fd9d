package se.dirigent.server.presence;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import se.dirigent.core.geo.RegionCode;

/** Who is where, by what their windows last told. Safe for use by many threads. */
@Component
public class Presences {
  /**
   * How long a word holds. A window says it again every three seconds, so one may get lost; who
   * lost the connection is gone from the others' desks before they would wonder.
   */
  static final Duration LIFE = Duration.ofSeconds(8);

  /** Windows of one user: the page opens five at most; the oldest word gives way. */
  static final int OF_USER_MAX = 10;

  /** Windows of one region: more than the desks of the largest; the oldest word gives way. */
  static final int OF_REGION_MAX = 500;

  private final LongSupplier nanos;
  private final Map<RegionCode, Room> rooms = new ConcurrentHashMap<>();

  @Autowired
  public Presences() {
    this(System::nanoTime);
  }

  /** With a clock of a test's own: the machine's, in nanoseconds, never the demo's faster one. */
  Presences(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Everyone there.
   *
   * @param version grows whenever somebody came, went or turned to something else
   * @param people one line a person and incident, by name
   */
  public record People(long version, List<Presence> people) {}

  /** Takes a window's word; none means that it has no incident in view any more. */
  public void tell(RegionCode region, String username, UUID window, @Nullable Presence presence) {
    room(region).tell(new Window(username, window), presence, nanos.getAsLong());
  }

  /** Everyone in the region whose word still holds. */
  public People of(RegionCode region) {
    return room(region).people(nanos.getAsLong());
  }

  private Room room(RegionCode region) {
    // Regions are a few and known: only the served ones ever get here.
    return rooms.computeIfAbsent(region, _ -> new Room());
  }

  private record Window(String username, UUID id) {}

  private record Word(Presence presence, long toldNanos) {}

  /** One region's windows, the one that was silent the longest first. */
  private static final class Room {
    private final Map<Window, Word> words = new LinkedHashMap<>();
    private List<Presence> people = List.of();
    private long version;

    synchronized void tell(Window window, @Nullable Presence presence, long now) {
      Word before = words.remove(window);
      if (presence != null) {
        words.put(window, new Word(presence, now));
      }
      Presence known = before == null ? null : before.presence();
      if (!Objects.equals(known, presence)) {
        bound(window.username());
        gather();
      }
    }

    private void bound(String username) {
      List<Window> own =
          words.keySet().stream().filter(w -> w.username().equals(username)).toList();
      own.stream().limit(Math.max(0, own.size() - OF_USER_MAX)).forEach(words::remove);
      List<Window> all = List.copyOf(words.keySet());
      all.stream().limit(Math.max(0, all.size() - OF_REGION_MAX)).forEach(words::remove);
    }

    synchronized People people(long now) {
      if (words.values().removeIf(w -> now - w.toldNanos() > LIFE.toNanos())) {
        gather();
      }
      return new People(version, people);
    }

    private void gather() {
      List<Presence> gathered = merged(words.values());
      if (!gathered.equals(people)) {
        people = gathered;
        version++;
      }
    }

    /** A person's windows on one incident are one line; the one with a form says more. */
    private static List<Presence> merged(Collection<Word> words) {
      Map<List<Object>, Presence> lines = new LinkedHashMap<>();
      for (Word word : words) {
        Presence p = word.presence();
        lines.merge(List.of(p.username(), p.incident()), p, (a, b) -> b.form() == null ? a : b);
      }
      return lines.values().stream()
          .sorted(
              Comparator.comparing(Presence::displayName)
                  .thenComparing(Presence::username)
                  .thenComparing(Presence::incident))
          .toList();
    }
  }
}
