package se.dirigent.app.demo;

import se.dirigent.server.platform.web.Readiness;

/**
 * What can be changed while the demonstration runs, and whether it runs yet: the service is ready
 * when every region lives. Safe for use by many threads.
 */
public final class DemoControls implements Readiness {
  private final String region;
  private final ScaledClock clock;
  private volatile Automatic automatic;
  private volatile boolean living;

  public DemoControls(String region, ScaledClock clock, Automatic automatic) {
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

  public void setAutomatic(Automatic wanted) {
    automatic = wanted;
  }
}
