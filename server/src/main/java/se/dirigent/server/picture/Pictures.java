package se.dirigent.server.picture;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.journal.Journal;
import se.dirigent.server.platform.ClockSpeed;

/** The pictures of the served regions, from memory, for rooms that reckon with them. */
@Component
public class Pictures {
  /**
   * Longest wait for entries that are committed and not yet in memory; a follower that is later
   * than this stands still, and an answer from what it has is better than none.
   */
  private static final Duration CATCH_UP = Duration.ofMillis(500);

  private final Feeds feeds;
  private final Journal journal;
  private final InstantSource clock;
  private final ClockSpeed speed;

  Pictures(Feeds feeds, Journal journal, InstantSource clock, ClockSpeed speed) {
    this.feeds = feeds;
    this.journal = journal;
    this.clock = clock;
    this.speed = speed;
  }

  /**
   * The picture with everything that was committed before the question.
   *
   * @throws se.dirigent.core.Refused {@code region.unknown} or {@code region.notServed}
   */
  public Picture current(RegionCode region) {
    RegionFeed feed = feeds.get(region);
    try {
      feed.await(journal.head(region) - 1, CATCH_UP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return of(feed);
  }

  /**
   * The picture as memory has it, which may be some milliseconds old.
   *
   * @throws se.dirigent.core.Refused {@code region.unknown} or {@code region.notServed}
   */
  public Picture latest(RegionCode region) {
    return of(feeds.get(region));
  }

  Picture of(RegionFeed feed) {
    RegionFeed.States s = feed.snapshot();
    return new Picture(
        s.seq(),
        clock.instant(),
        speed.value(),
        s.incidents(),
        s.units(),
        s.assignments(),
        feed.positions());
  }
}
