package se.dirigent.optimiser.plan;

/**
 * Two legs of one journey, as from an ambulance to an aeroplane, or there and home again. Both are
 * served or neither, by the same vehicle or by two; who comes first waits for the other.
 *
 * @param before number of the ride that comes first; it goes on to one other at most
 * @param after number of the ride that goes on from it
 * @param gap least time from the end of service at the first one's delivery to the beginning of
 *     service at the other's pick-up
 */
public record Link(int before, int after, double gap) {
  public Link {
    if (before < 0 || after < 0 || before == after) {
      throw new IllegalArgumentException(
          "before " + before + ", after " + after + ": give two rides' numbers");
    }
    if (!(gap >= 0) || Double.isInfinite(gap)) {
      throw new IllegalArgumentException("gap " + gap + ": give a finite time from 0");
    }
  }
}
