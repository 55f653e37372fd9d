package se.dirigent.server.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;
import se.dirigent.core.Refused;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.alarm.AlarmEvent;
import se.dirigent.core.alarm.Hygiene;
import se.dirigent.core.alarm.Occurrence;
import se.dirigent.core.alarm.Occurrence.Told;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.journal.Entry;
import se.dirigent.server.journal.Journal;
import se.dirigent.server.platform.region.Regions;

/** Counts a region's alarms of a period from its journal. */
@Service
class HygieneReport {
  /**
   * How long before the period events are read: what was raised then may stand in it. One that has
   * stood for longer is in the table of alarms, or says at its end since when it stood.
   */
  private static final Duration BEFORE = Duration.ofDays(2);

  /** Most events in one report: a hundred times a month that persons could bear. */
  private static final int EVENTS_MAX = 500_000;

  /** Longest wait for the report before; a page waits some seconds longer. */
  private static final int TURN_SECONDS_MAX = 3;

  private final Journal journal;
  private final Regions regions;
  private final AlarmRepository alarms;

  /** One at a time: each reads a month of the journal. */
  private final Semaphore turn = new Semaphore(1, true);

  HygieneReport(Journal journal, Regions regions, AlarmRepository alarms) {
    this.journal = journal;
    this.regions = regions;
    this.alarms = alarms;
  }

  /**
   * Counts.
   *
   * @throws Refused {@code period.order}, {@code period.long}, {@code number.range} or {@code
   *     report.busy}
   */
  Hygiene count(RegionCode region, Instant from, Instant to, int positions) {
    regions.getServed(region);
    Hygiene.requirePeriod(from, to);
    if (!takeTurn()) {
      throw Refused.state("report.busy", "", Map.of());
    }
    try {
      return Hygiene.of(occurrences(region, from, to), from, to, positions);
    } finally {
      turn.release();
    }
  }

  private boolean takeTurn() {
    try {
      return turn.tryAcquire(TURN_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private List<Occurrence> occurrences(RegionCode region, Instant from, Instant to) {
    Instant begin = from.minus(BEFORE);
    List<Told> told = new ArrayList<>();
    List<Entry> page;
    long after = 0;
    do {
      page = journal.listAlarms(region, begin, to, after);
      page.forEach(e -> told.add(new Told((AlarmEvent) journal.eventOf(e), e.at())));
      if (told.size() > EVENTS_MAX) {
        throw new Refused("period.long", "to", Map.of("days", "1"));
      }
      after = page.isEmpty() ? after : page.getLast().seq();
    } while (page.size() == Journal.PAGE_MAX);
    List<Occurrence> all = new ArrayList<>(Occurrence.list(told));
    alarms.listOpen(region).stream()
        .filter(a -> a.raisedAt().isBefore(begin))
        .map(HygieneReport::standing)
        .forEach(all::add);
    return all;
  }

  private static Occurrence standing(Alarm a) {
    return new Occurrence(a.id(), a.raisedAt(), a.acknowledgedAt(), null);
  }
}
