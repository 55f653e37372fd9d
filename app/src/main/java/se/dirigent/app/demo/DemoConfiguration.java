package se.dirigent.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import se.dirigent.server.platform.ClockSpeed;

/**
 * What the service gets beside its own in the demonstration: a clock that can run faster, and the
 * interface to control the demonstration.
 */
@Configuration(proxyBeanMethods = false)
@Import(DemoController.class)
public class DemoConfiguration {
  /** Property: file that keeps the clock's time from run to run; without it the clock forgets. */
  public static final String CLOCK_FILE = "dirigent.demo.clock-file";

  /** Property: how fast the clock runs. */
  public static final String SPEED = "dirigent.demo.speed";

  /** Property: what is dispatched automatically, as on the command line. */
  public static final String AUTOMATIC = "dirigent.demo.automatic";

  /**
   * Property: minutes of the shift that have passed already when the demonstration is begun on a
   * clock that nobody has started before.
   */
  public static final String HEAD_START = "dirigent.demo.head-start-minutes";

  /** Property: what a clock that nobody has started before shows first; without it, now. */
  public static final String BEGIN = "dirigent.demo.begin";

  /**
   * Property: whether somebody leads it, who alone sets the clock's speed; it stands still until
   * then.
   */
  public static final String LED = "dirigent.demo.led";

  private static final long SAVE_MILLIS = 1_000;

  @Bean
  ClockKeeper clockKeeper(Environment environment) {
    double speed = environment.getProperty(SPEED, Double.class, 1.0);
    int minutes = environment.getProperty(HEAD_START, Integer.class, 0);
    Instant begin = environment.getProperty(BEGIN, Instant.class, Instant.now());
    ClockKeeper keeper =
        new ClockKeeper(
            environment.getProperty(CLOCK_FILE, ""), speed, begin, Duration.ofMinutes(minutes));
    if (environment.getProperty(LED, Boolean.class, false)) {
      // A fast clock would be hours ahead before the service has started.
      keeper.clock.freeze();
    }
    return keeper;
  }

  // Primary, because the service's own configuration may have been read first.
  @Bean
  @Primary
  InstantSource demoClock(ClockKeeper keeper) {
    return keeper.clock;
  }

  @Bean
  @Primary
  ClockSpeed demoClockSpeed(ClockKeeper keeper) {
    return keeper.clock::speed;
  }

  @Bean
  DemoControls demoControls(ClockKeeper keeper, Environment environment) {
    return new DemoControls(
        environment.getProperty("dirigent.regions", ""),
        keeper.clock,
        Automatic.parse(environment.getProperty(AUTOMATIC, "unclaimed:60")),
        keeper.headStart,
        environment.getProperty(LED, Boolean.class, false));
  }

  /**
   * Remembers how far a fast clock has come: the journal of a data folder must not go back in time
   * when the demonstration is started again.
   */
  static final class ClockKeeper implements AutoCloseable {
    private final ScaledClock clock;
    private final Path file;
    private final Thread saver;
    private final Duration headStart;

    ClockKeeper(String file, double speed, Instant begin, Duration headStart) {
      this.file = Path.of(file);
      Instant saved = file.isEmpty() ? Instant.EPOCH : read(this.file);
      // What passed between the last save and the stop.
      Instant next = saved.plusMillis((long) (2 * SAVE_MILLIS * speed));
      // A clock that has run before has its shift behind it.
      this.headStart = saved.equals(Instant.EPOCH) ? headStart : Duration.ZERO;
      Instant now = begin.minus(this.headStart);
      this.clock = new ScaledClock(next.isAfter(now) ? next : now, speed);
      this.saver = Thread.ofVirtual().name("demo-clock").unstarted(this::saveForEver);
      if (!file.isEmpty()) {
        saver.start();
      }
    }

    private static Instant read(Path file) {
      try {
        return Files.exists(file) ? Instant.parse(Files.readString(file).strip()) : Instant.EPOCH;
      } catch (IOException | DateTimeException e) {
        return Instant.EPOCH;
      }
    }

    private void saveForEver() {
      try {
        while (true) {
          save();
          Thread.sleep(SAVE_MILLIS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void save() {
      try {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, clock.instant().toString());
        Files.move(
            fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        // The next second tries again; a full disk stops the database long before this matters.
        System.getLogger("dirigent.demo").log(System.Logger.Level.DEBUG, "clock not saved", e);
      }
    }

    @Override
    public void close() {
      saver.interrupt();
    }
  }
}
