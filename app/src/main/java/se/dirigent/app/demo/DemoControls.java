package se.dirigent.app.demo;

/** What can be changed while the demonstration runs. Safe for use by many threads. */
public final class DemoControls {
  private final String region;
  private final ScaledClock clock;
  private volatile Automatic automatic;

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

  public void setAutomatic(Automatic wanted) {
    automatic = wanted;
  }
}
