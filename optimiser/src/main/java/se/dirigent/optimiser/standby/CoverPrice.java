package se.dirigent.optimiser.standby;

/**
 * The price of cover: how many of the most urgent calls of the next hour would be reached later
 * than they should, in the steps of {@link Reach}, because a unit that stands at a base is sent. It
 * is what a ranking weighs as the cover that a choice costs, in the live service and in a
 * simulation alike; both ask {@link Standby#price}, which also decides where units stand.
 *
 * <p>Source: the marginal coverage of an idle ambulance in Jagtenberg, Bhulai and van der Mei,
 * Dynamic ambulance dispatching: is the closest-idle policy always optimal? Health Care Management
 * Science 20, 2017, pp. 517–531. Holds until the next question to the {@link Standby} it is of,
 * which counts by what has changed since the last: whole numbers, so the same as counted anew.
 */
public final class CoverPrice {
  private final Standby standby;
  private final double urgentCalls;

  /**
   * Prices of units as they are counted now.
   *
   * @param urgentCalls expected in the next hour at the most urgent level; from zero up
   */
  CoverPrice(Standby standby, double urgentCalls) {
    if (!(urgentCalls >= 0 && urgentCalls < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "urgentCalls is " + urgentCalls + "; give a finite number from 0 up");
    }
    this.standby = standby;
    this.urgentCalls = urgentCalls;
  }

  /**
   * Calls of the next hour that would be late without one unit of a base.
   *
   * @param base where a counted unit stands or is on its way to; −1 for one that counts nowhere
   * @return 0 for a unit that counts nowhere
   */
  public double callsLost(int base) {
    return base < 0 ? 0 : urgentCalls * standby.lost(base);
  }
}
