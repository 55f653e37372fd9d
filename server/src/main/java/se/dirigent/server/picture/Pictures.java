package se.dirigent.server.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
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
        s.alarms(),
        feed.positions(),
        s.obstacles());
  }

  /**
   * A picture that is there also when the database is not, with how fresh it is.
   *
   * @param confirmedAt the last moment at which it was known to be right, by the service's clock
   * @param age how long ago that is, by the machine's
   */
  public record Known(Picture picture, Instant confirmedAt, Duration age) {}

  /**
   * The last that is known of the region; empty before the tables have been read once.
   *
   * @throws se.dirigent.core.Refused {@code region.unknown} or {@code region.notServed}
   */
  public Optional<Known> find(RegionCode region) {
    RegionFeed feed = feeds.get(region);
    Duration age = feed.age();
    Picture picture = of(feed);
    return picture.seq() < 0
        ? Optional.empty()
        : Optional.of(new Known(picture, confirmedAt(picture.now(), age, speed.value()), age));
  }

  /** The service's time of something that is so and so old by the machine's clock. */
  static Instant confirmedAt(Instant now, Duration age, double speed) {
    return now.minusMillis((long) (age.toMillis() * speed));
  }
}
