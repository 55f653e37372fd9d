package se.dirigent.app.command;

import picocli.CommandLine.Option;
import se.dirigent.app.demo.ScaledClock;

/** Options of the commands that play a region: how fast, how busy, and by which chance. */
final class PlayedOptions {
  private static final double DEMAND_MIN = 0.01;
  private static final double DEMAND_MAX = 100;

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "How fast the clock runs, 0.1 to 1000 (default: ${DEFAULT-VALUE})")
  private double speed;

  @Option(
      names = "--demand",
      defaultValue = "1",
      paramLabel = "X",
      description = "Everyday calls, as a multiple of the region's own, 0.01 to 100 (default: 1)")
  private double demand;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Decides everything that chance decides (default: ${DEFAULT-VALUE})")
  private long seed;

  /**
   * Checks what was given.
   *
   * @throws IllegalArgumentException when it is beyond what can be played
   */
  void require() {
    ScaledClock.require(speed);
    // Written so that NaN is refused too.
    if (!(demand >= DEMAND_MIN && demand <= DEMAND_MAX)) {
      throw new IllegalArgumentException("demand is " + demand + "; give 0.01 to 100");
    }
  }

  double speed() {
    return speed;
  }

  double demand() {
    return demand;
  }

  long seed() {
    return seed;
  }
}
