package se.dirigent.server.fallback;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.env.Environment;
import se.dirigent.core.geo.RegionCode;

/**
 * How sheets are written.
 *
 * @param folder a folder of each region is made in it; it should lie on another disk
 * @param every how often, for regions without a setting of their own; 10 s to 1 h
 * @param keep sheets kept of each region
 * @param language {@code sv} or {@code en}
 */
public record FallbackSettings(Path folder, Duration every, int keep, String language) {
  /** Property: the folder. The service writes no sheets without it. */
  public static final String FOLDER = "dirigent.fallback.folder";

  /** Property: how often, for instance {@code 2m}; a region's own is this, a dot and its code. */
  public static final String EVERY = "dirigent.fallback.every";

  /** Two minutes: a case lives for an hour, and a sheet takes about a second to write. */
  public static final Duration EVERY_DEFAULT = Duration.ofMinutes(2);

  /** Two hours of sheets at two minutes: enough to see what happened before the failure. */
  public static final int KEEP_DEFAULT = 60;

  private static final Duration EVERY_MIN = Duration.ofSeconds(10);
  private static final Duration EVERY_MAX = Duration.ofHours(1);

  public FallbackSettings {
    requireEvery(every);
  }

  /** The settings, if the service shall write sheets. */
  static Optional<FallbackSettings> from(Environment environment) {
    String folder = environment.getProperty(FOLDER, "").strip();
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FallbackSettings(
            Path.of(folder),
            environment.getProperty(EVERY, Duration.class, EVERY_DEFAULT),
            environment.getProperty("dirigent.fallback.keep", Integer.class, KEEP_DEFAULT),
            environment.getProperty("dirigent.fallback.language", "sv")));
  }

  /** How often a region's sheets are written. */
  Duration every(Environment environment, RegionCode region) {
    return requireEvery(environment.getProperty(EVERY + "." + region, Duration.class, every));
  }

  private static Duration requireEvery(Duration every) {
    if (every.compareTo(EVERY_MIN) < 0 || every.compareTo(EVERY_MAX) > 0) {
      throw new IllegalArgumentException(EVERY + " is " + every + "; give 10s to 1h");
    }
    return every;
  }

  /** The folder of a region. */
  public SheetFolder folderOf(String region) {
    return new SheetFolder(folder.resolve(region), keep);
  }
}
