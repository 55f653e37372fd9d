package se.dirigent.server.film;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.journal.Entry;
import se.dirigent.server.journal.Journal;
import se.dirigent.server.platform.region.Regions;

/** Keeps a snapshot every few thousand entries, behind the service's work. */
@Component
class FilmSnapshots {
  /**
   * Snapshots made in one turn: an old journal is caught up with without keeping others waiting.
   */
  private static final int TURN_MAX = 20;

  private static final Logger LOG = LoggerFactory.getLogger(FilmSnapshots.class);

  private final Regions regions;
  private final Journal journal;
  private final FilmRepository films;
  private final int every;

  /**
   * @param every entries between two: the longest fold before a film, some tenths of a second
   */
  FilmSnapshots(
      Regions regions,
      Journal journal,
      FilmRepository films,
      @Value("${dirigent.film.snapshot-every:5000}") int every) {
    this.regions = regions;
    this.journal = journal;
    this.films = films;
    this.every = every;
  }

  @Scheduled(fixedDelay = 30_000)
  void turn() {
    for (RegionCode region : regions.served()) {
      try {
        bringForward(region);
      } catch (RuntimeException e) {
        // A film then begins with a longer fold; nothing else depends on it.
        LOG.warn("no film snapshot of {}: {}", region, e.toString());
      }
    }
  }

  /** Makes those that are due, the oldest first. */
  void bringForward(RegionCode region) {
    long newest = films.newest(region);
    long due = Math.min((journal.head(region) - newest) / every, TURN_MAX);
    if (due == 0) {
      return;
    }
    PastScene scene = new PastScene(journal, region, films.latest(region, newest));
    for (int i = 0; i < due; i++) {
      Entry last = forward(region, scene);
      films.save(region, last.at(), scene.keep());
    }
  }

  private Entry forward(RegionCode region, PastScene scene) {
    long to = scene.seq() + every;
    Entry last = null;
    while (scene.seq() < to) {
      int rest = (int) Math.min(Journal.PAGE_MAX, to - scene.seq());
      List<Entry> entries = journal.list(region, scene.seq(), rest);
      entries.forEach(scene::apply);
      last = entries.getLast();
    }
    if (last == null) {
      throw new IllegalStateException("no entry in " + every);
    }
    return last;
  }
}
