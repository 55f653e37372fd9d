package se.dirigent.optimiser.assign;

/**
 * What it costs to let somebody wait, so that units go where they are missed most and nobody waits
 * for ever.
 *
 * @param leaveSeconds price of leaving a case without a unit now, in seconds of arrival
 * @param ageing how much that price grows for each second waited; above zero, so that in the end
 *     anybody's waiting outweighs a newer case
 * @param urgency how much a second of this case's arrival counts beside one of a level 4 case
 */
public record WaitingPrice(double leaveSeconds, double ageing, double urgency) {
  public WaitingPrice {
    if (!(leaveSeconds >= 0 && leaveSeconds <= 1e9 && ageing > 0 && ageing <= 1e6)
        || !(urgency > 0 && urgency <= 1e3)) {
      throw new IllegalArgumentException(
          "leaveSeconds is "
              + leaveSeconds
              + ", ageing "
              + ageing
              + " and urgency "
              + urgency
              + "; give leaveSeconds from 0 up and the others above 0");
    }
  }

  /**
   * The prices used until a region brings its own, all [assumption]. A case is left rather than
   * have its unit come from more than about eleven hours away. A level 3 case that has waited for
   * 83 minutes outweighs a new one of level 2, and so does level 4 after 83 minutes beside level 3;
   * a new case of level 1 gives way to nobody who has waited for less than a day. A second of
   * arrival counts 8, 4, 2 and 1 times at levels 1 to 4.
   *
   * @param level 1 to 4
   */
  public static WaitingPrice defaults(int level) {
    return switch (level) {
      case 1 -> new WaitingPrice(4_000_000, 64, 8);
      case 2 -> new WaitingPrice(160_000, 32, 4);
      case 3 -> new WaitingPrice(80_000, 16, 2);
      case 4 -> new WaitingPrice(40_000, 8, 1);
      default -> throw new IllegalArgumentException("level is " + level + "; give 1 to 4");
    };
  }

  /** The price of leaving a case that has waited so long, in weighed seconds. */
  double leave(long waitedSeconds) {
    return leaveSeconds + ageing * Math.max(0, waitedSeconds);
  }
}
