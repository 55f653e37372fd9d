package se.dirigent.server.picture;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentEvent.IncidentReopened;
import se.dirigent.core.incident.Phase;
import se.dirigent.core.road.Obstacle;
import se.dirigent.server.journal.Entry;

/**
 * A region's picture in memory, as all its readers see it. One writer brings it forward in journal
 * order; readers take what has changed since the number they have. The lock is held only to copy
 * references.
 */
final class RegionFeed {
  /**
   * Entries remembered for readers that come back. At a busy region's 20 a second this is over
   * eight minutes; who has been away for longer gets a new snapshot.
   */
  private static final int REMEMBERED_MAX = 10_000;

  /** Entries sent in one change; the states that go with it are always complete. */
  private static final int ENTRIES_MAX = 200;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grew = lock.newCondition();
  private final Map<String, Incident> incidents = new LinkedHashMap<>();
  private final Map<String, Unit> units = new LinkedHashMap<>();
  private final Map<String, Assignment> assignments = new LinkedHashMap<>();
  private final Map<String, Obstacle> obstacles = new LinkedHashMap<>();
  private final Map<String, Alarm> alarms = new LinkedHashMap<>();
  private final Map<String, PositionReport> positions = new HashMap<>();
  private final Deque<Remembered> remembered = new ArrayDeque<>();
  private long seq = -1;
  private volatile long confirmedNanos;

  /** An entry with the states its command left; closed incidents live on only here. */
  private record Remembered(
      Entry entry,
      @Nullable Incident incident,
      @Nullable Unit unit,
      List<Assignment> assignments,
      @Nullable Alarm alarm,
      @Nullable Obstacle obstacle) {}

  /** States read from the tables at one moment. */
  record States(
      long seq,
      List<Entry> entries,
      List<Incident> incidents,
      List<Unit> units,
      List<Assignment> assignments,
      List<Alarm> alarms,
      List<Obstacle> obstacles) {}

  /** Starts over from the tables. */
  void reset(States all, List<PositionReport> where) {
    withLock(() -> {
      incidents.clear();
      units.clear();
      assignments.clear();
      obstacles.clear();
      alarms.clear();
      remembered.clear();
      all.incidents().forEach(i -> incidents.put(i.id().toString(), i));
      all.units().forEach(u -> units.put(u.id().value(), u));
      all.assignments().forEach(a -> assignments.put(a.id().toString(), a));
      all.obstacles().forEach(o -> obstacles.put(o.id().value(), o));
      all.alarms().forEach(a -> alarms.put(a.id().toString(), a));
      where.forEach(p -> positions.put(p.unit().value(), p));
      seq = all.seq();
      grew.signalAll();
      return true;
    });
  }

  /** Goes forward by entries that follow on the last. */
  void advance(States changed) {
    withLock(() -> {
      changed.units().forEach(u -> units.put(u.id().value(), u));
      changed.assignments().forEach(a -> assignments.put(a.id().toString(), a));
      changed.incidents().forEach(i -> incidents.put(i.id().toString(), i));
      changed.obstacles().forEach(o -> obstacles.put(o.id().value(), o));
      changed.alarms().forEach(a -> alarms.put(a.id().toString(), a));
      changed.entries().forEach(this::remember);
      obstacles.values().removeIf(o -> o.phase() != Obstacle.Phase.OPEN);
      // An alarm that has ended is told once and not kept.
      alarms.values().removeIf(a -> !a.open());
      changed.incidents().stream()
          .filter(i -> i.phase() == Phase.CLOSED && !alarmed(i))
          .forEach(this::forget);
      // A receiver may answer after the incident was closed: that is told once and not kept.
      changed.assignments().stream()
          .filter(a -> !incidents.containsKey(a.incident().toString()))
          .forEach(a -> assignments.remove(a.id().toString()));
      seq = changed.seq();
      grew.signalAll();
      return true;
    });
  }

  private void remember(Entry e) {
    remembered.add(
        new Remembered(
            e,
            e.incident() == null ? null : incidents.get(e.incident()),
            e.unit() == null ? null : units.get(e.unit()),
            assignments(e),
            alarms.get(alarm(e)),
            obstacleOf(e)));
    if (remembered.size() > REMEMBERED_MAX) {
      remembered.removeFirst();
    }
  }

  private @Nullable Obstacle obstacleOf(Entry e) {
    String name = obstacle(e);
    return name == null ? null : obstacles.get(name);
  }

  /** The obstacle an entry is about; the journal has no column for it. */
  static @Nullable String obstacle(Entry e) {
    return e.data().path("obstacle").stringValue(null);
  }

  /**
   * The one the entry is about; of an incident that comes back into the picture, all it has had.
   */
  private List<Assignment> assignments(Entry e) {
    if (reopens(e)) {
      return assignments.values().stream()
          .filter(a -> a.incident().toString().equals(e.incident()))
          .toList();
    }
    Assignment one = e.assignment() == null ? null : assignments.get(e.assignment());
    return one == null ? List.of() : List.of(one);
  }

  /** Whether an incident that had left the picture comes back, with its ended assignments. */
  static boolean reopens(Entry e) {
    return e.type().equals(IncidentReopened.class.getSimpleName());
  }

  /** Identity of the alarm the entry is about, or null. */
  static @Nullable String alarm(Entry e) {
    return e.data().path("alarm").stringValue(null);
  }

  /** A closed case that an alarm is about stays, so that it can be read. */
  private boolean alarmed(Incident i) {
    return alarms.values().stream().anyMatch(a -> i.id().equals(a.incident()));
  }

  private void forget(Incident closed) {
    incidents.remove(closed.id().toString());
    assignments.values().removeIf(a -> a.incident().equals(closed.id()));
  }

  /** Takes positions that have been written. */
  void move(List<PositionReport> reports) {
    withLock(() -> {
      reports.forEach(p -> positions.put(p.unit().value(), p));
      return true;
    });
  }

  /** The tables have just been looked at, and this is what they hold. */
  void confirm() {
    confirmedNanos = System.nanoTime();
  }

  /** How long ago the tables were last looked at; while the database is away it grows. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - confirmedNanos);
  }

  /** Sequence number of the last entry taken in, −1 before the first look at the tables. */
  long seq() {
    return withLock(() -> seq);
  }

  /** The whole picture. */
  States snapshot() {
    return withLock(() ->
        new States(
            seq,
            List.of(),
            List.copyOf(incidents.values()),
            List.copyOf(units.values()),
            List.copyOf(assignments.values()),
            List.copyOf(alarms.values()),
            List.copyOf(obstacles.values())));
  }

  /** The last known position of every unit. */
  List<PositionReport> positions() {
    return withLock(() -> List.copyOf(positions.values()));
  }

  /** Waits until there is more than the reader has, or the time is out. */
  void await(long from, Duration time) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long nanos = time.toNanos();
      while (seq <= from && nanos > 0) {
        nanos = grew.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the first look at the tables; false when the time is out. */
  boolean awaitReady(Duration time) throws InterruptedException {
    await(-1, time);
    return seq() >= 0;
  }

  /**
   * What a reader has missed, or empty when it has been away for longer than is remembered (or
   * knows a future that a restored database does not) and needs a snapshot.
   */
  Optional<Change> changeSince(long from) {
    List<Remembered> missed = withLock(() -> missed(from));
    if (missed == null) {
      return Optional.empty();
    }
    long to = missed.isEmpty() ? from : missed.getLast().entry().seq();
    List<Entry> entries =
        missed.stream()
            .skip(Math.max(0, missed.size() - ENTRIES_MAX))
            .map(Remembered::entry)
            .toList();
    return Optional.of(
        new Change(
            from,
            to,
            entries,
            latest(missed.stream().map(Remembered::incident), Incident::id),
            latest(missed.stream().map(Remembered::unit), Unit::id),
            latest(missed.stream().flatMap(r -> r.assignments().stream()), Assignment::id),
            latest(missed.stream().map(Remembered::alarm), Alarm::id),
            latest(missed.stream().map(Remembered::obstacle), Obstacle::id)));
  }

  private @Nullable List<Remembered> missed(long from) {
    if (from == seq) {
      return List.of();
    }
    Remembered first = remembered.peekFirst();
    if (from > seq || first == null || first.entry().seq() > from + 1) {
      return null;
    }
    List<Remembered> missed = new ArrayList<>();
    var backwards = remembered.descendingIterator();
    while (backwards.hasNext()) {
      Remembered r = backwards.next();
      if (r.entry().seq() <= from) {
        break;
      }
      missed.add(r);
    }
    return missed.reversed();
  }

  private static <T> List<T> latest(Stream<@Nullable T> states, Function<T, Object> id) {
    Map<Object, T> byId = new LinkedHashMap<>();
    states.filter(Objects::nonNull).forEach(s -> byId.put(id.apply(s), s));
    return List.copyOf(byId.values());
  }

  /** Names of what entries are about. */
  static Set<String> subjects(
      Collection<Entry> entries, Function<Entry, @Nullable String> subject) {
    Set<String> names = new HashSet<>();
    for (Entry e : entries) {
      String name = subject.apply(e);
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private <T extends @Nullable Object> T withLock(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
