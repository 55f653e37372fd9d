package se.dirigent.server.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Phase;
import se.dirigent.server.alarm.AlarmRepository;
import se.dirigent.server.dispatch.AssignmentRepository;
import se.dirigent.server.fleet.PositionStore;
import se.dirigent.server.fleet.UnitRepository;
import se.dirigent.server.incident.IncidentRepository;
import se.dirigent.server.journal.Commands.JournalGrew;
import se.dirigent.server.journal.Entry;
import se.dirigent.server.journal.Journal;
import se.dirigent.server.platform.region.Regions;
import se.dirigent.server.road.ObstacleRepository;

/**
 * Follows each served region's journal and keeps its picture in memory. The database is asked after
 * each commit of ours, and twice a second in case another service wrote.
 */
@Component
class Feeds implements SmartLifecycle {
  /** How often the journal is looked at without being told, in milliseconds. */
  private static final long LOOK_MILLIS = 500;

  /** Pause after a failure, so that a database that is away is not hammered. */
  private static final long FAILURE_MILLIS = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);

  private final Regions regions;
  private final Journal journal;
  private final IncidentRepository incidents;
  private final UnitRepository units;
  private final AssignmentRepository assignments;
  private final AlarmRepository alarms;
  private final PositionStore positions;
  private final ObstacleRepository obstacles;
  private final TransactionTemplate snapshot;
  private final Map<RegionCode, RegionFeed> feeds = new ConcurrentHashMap<>();
  private final Map<RegionCode, Semaphore> news = new ConcurrentHashMap<>();
  private final Set<Thread> followers = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  Feeds(
      Regions regions,
      Journal journal,
      IncidentRepository incidents,
      UnitRepository units,
      AssignmentRepository assignments,
      AlarmRepository alarms,
      PositionStore positions,
      ObstacleRepository obstacles,
      PlatformTransactionManager transactions) {
    this.regions = regions;
    this.journal = journal;
    this.incidents = incidents;
    this.units = units;
    this.assignments = assignments;
    this.alarms = alarms;
    this.positions = positions;
    this.obstacles = obstacles;
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.snapshot.setReadOnly(true);
  }

  /**
   * The region's feed.
   *
   * @throws se.dirigent.core.Refused {@code region.unknown} or {@code region.notServed}
   */
  RegionFeed get(RegionCode region) {
    regions.getServed(region);
    return feeds.computeIfAbsent(region, _ -> new RegionFeed());
  }

  @EventListener
  void grew(JournalGrew event) {
    Semaphore bell = bell(event.region());
    // One ring is enough however many commands there were.
    if (bell.availablePermits() == 0) {
      bell.release();
    }
  }

  @EventListener
  void moved(PositionStore.PositionsCame event) {
    get(event.region()).move(event.reports());
  }

  private Semaphore bell(RegionCode region) {
    return news.computeIfAbsent(region, _ -> new Semaphore(0));
  }

  @Override
  public void start() {
    running = true;
    for (RegionCode region : regions.served()) {
      followers.add(
          Thread.ofVirtual().name("feed-" + region).start(() -> follow(region, get(region))));
    }
  }

  @Override
  public void stop() {
    running = false;
    followers.forEach(Thread::interrupt);
    followers.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void follow(RegionCode region, RegionFeed feed) {
    while (running) {
      try {
        bringForward(region, feed);
        feed.confirm();
        var _ = bell(region).tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warn("the picture of {} stands still: {}", region, e.toString());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(FAILURE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void bringForward(RegionCode region, RegionFeed feed) {
    long from = feed.seq();
    long head = journal.head(region);
    if (from < 0 || head < from) {
      // Also when the database went back in time: a restored copy has fewer entries.
      RegionFeed.States all = snapshot.execute(_ -> all(region));
      feed.reset(Objects.requireNonNull(all), positions.list(region));
      return;
    }
    while (from < head) {
      long last = from;
      RegionFeed.States changed = snapshot.execute(_ -> changed(region, last));
      feed.advance(Objects.requireNonNull(changed));
      from = changed.seq();
    }
  }

  private RegionFeed.States all(RegionCode region) {
    List<Alarm> standing = alarms.listOpen(region);
    // A closed case that an alarm is about must be there to be read.
    List<Incident> cases = new ArrayList<>(incidents.listOpen(region));
    Set<String> alarmed =
        standing.stream()
            .map(Alarm::incident)
            .filter(Objects::nonNull)
            .map(IncidentId::toString)
            .collect(Collectors.toSet());
    incidents.list(region, alarmed).stream()
        .filter(i -> i.phase() == Phase.CLOSED)
        .forEach(cases::add);
    return new RegionFeed.States(
        journal.head(region),
        List.of(),
        cases,
        units.listAll(region),
        assignments.listOfOpenIncidents(region),
        standing,
        obstacles.listOpen(region));
  }

  private RegionFeed.States changed(RegionCode region, long after) {
    List<Entry> entries = journal.list(region, after, Journal.PAGE_MAX);
    return new RegionFeed.States(
        entries.isEmpty() ? after : entries.getLast().seq(),
        entries,
        incidents.list(region, RegionFeed.subjects(entries, Entry::incident)),
        units.list(region, RegionFeed.subjects(entries, Entry::unit)),
        assignmentsOf(region, entries),
        alarms.list(region, RegionFeed.subjects(entries, RegionFeed::alarm)),
        obstacles.list(region, RegionFeed.subjects(entries, RegionFeed::obstacle)));
  }

  private List<Assignment> assignmentsOf(RegionCode region, List<Entry> entries) {
    List<Assignment> all =
        new ArrayList<>(assignments.list(region, RegionFeed.subjects(entries, Entry::assignment)));
    entries.stream()
        .filter(RegionFeed::reopens)
        .map(e -> IncidentId.parse(Objects.requireNonNull(e.incident())))
        .forEach(id -> all.addAll(assignments.listOfIncident(region, id)));
    return all;
  }
}
