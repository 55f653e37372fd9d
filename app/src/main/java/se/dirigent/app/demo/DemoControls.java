package se.dirigent.app.demo;

import java.time.Duration;
import java.time.InstantSource;
import se.dirigent.server.platform.web.Readiness;

/**
 * What can be changed while the demonstration runs, and whether it runs yet: the service is ready
 * when every region lives. Safe for use by many threads.
 */
public final class DemoControls implements Readiness {
  private final String region;
  private final ScaledClock clock;
  private volatile Automatic automatic;
  private final Duration headStart;
  private final boolean led;
  private volatile boolean living;

  /**
   * How fast the clock runs through a head start: an hour in 20 s, and slow enough for the crews'
   * answers over HTTP to come before their deadlines.
   */
  private static final double CATCH_UP_SPEED = 180;

  /** How long it sleeps at most between looks at the clock, so that it stops near the target. */
  private static final long LOOK_MILLIS_MAX = 50;

  public DemoControls(String region, ScaledClock clock, Automatic automatic) {
    this(region, clock, automatic, Duration.ZERO, false);
  }

  /**
   * @param headStart how far back in time the clock began
   * @param led whether somebody leads it, who alone sets the clock's speed
   */
  DemoControls(
      String region, ScaledClock clock, Automatic automatic, Duration headStart, boolean led) {
    this.led = led;
    this.headStart = headStart;
    this.region = region;
    this.clock = clock;
    this.automatic = automatic;
  }

  /** Code of the region played, or several with commas between. */
  public String region() {
    return region;
  }

  public ScaledClock clock() {
    return clock;
  }

  public Automatic automatic() {
    return automatic;
  }

  @Override
  public boolean ready() {
    return living;
  }

  /** Says that every region lives. */
  public void begun() {
    living = true;
  }

  /** Whether the clock's speed is for whoever leads alone to set. */
  boolean led() {
    return led;
  }

  /** How far back in time the clock began; zero when it began now. */
  public Duration headStart() {
    return headStart;
  }

  /**
   * Runs the clock fast until it shows the time, then as before. A person who sets the speed
   * meanwhile ends it.
   */
  public void catchUp(InstantSource time) throws InterruptedException {
    double before = clock.speed();
    double fast = Math.max(before, CATCH_UP_SPEED);
    clock.setSpeed(fast);
    while (clock.speed() == fast) {
      long left = Duration.between(clock.instant(), time.instant()).toMillis();
      if (left <= 0) {
        clock.setSpeed(before);
        return;
      }
      Thread.sleep(Math.clamp((long) (left / fast), 1, LOOK_MILLIS_MAX));
    }
  }

  public void setAutomatic(Automatic wanted) {
    automatic = wanted;
  }
}
