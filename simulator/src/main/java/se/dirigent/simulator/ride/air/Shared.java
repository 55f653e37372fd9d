package se.dirigent.simulator.ride.air;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.transport.mode.Needs;
import se.dirigent.core.transport.mode.Needs.Care;
import se.dirigent.core.transport.mode.Needs.Infection;

/**
 * Flights that are booked and not gone yet, so that another patient may come along. An aeroplane of
 * Svenskt Ambulansflyg takes three stretchers.
 */
public final class Shared {
  private static final int STRETCHERS = 3;

  /** The crew has to know before it sets off [assumption]. */
  private static final long KNOWN_BEFORE = 3_600_000;

  private final List<Flight> flights = new ArrayList<>();

  /** A flight to or from a hospital elsewhere. */
  public static final class Flight {
    private final boolean out;
    private final int elsewhere;
    private final long take;
    private int aboard = 1;

    private Flight(boolean out, int elsewhere, long take) {
      this.out = out;
      this.elsewhere = elsewhere;
      this.take = take;
    }

    /** When it takes off, in milliseconds. */
    public long take() {
      return take;
    }
  }

  /** Whether somebody may lie beside another: no infection, and no intensive care. */
  public static boolean mayShare(Needs needs) {
    return needs.infection() == Infection.NONE && needs.careNeeded() != Care.INTENSIVE;
  }

  /** A flight that is booked and may be shared. */
  public void booked(boolean out, int elsewhere, long take) {
    flights.add(new Flight(out, elsewhere, take));
  }

  /**
   * The first flight the same way that a patient can be on, and now is; null when there is none.
   *
   * @param earliest when the patient can be at the aircraft
   * @param latest take-off that the patient can wait for
   */
  public @Nullable Flight find(boolean out, int elsewhere, long now, long earliest, long latest) {
    flights.removeIf(flight -> flight.take < now + KNOWN_BEFORE);
    Flight best = null;
    for (Flight flight : flights) {
      boolean fits =
          flight.out == out
              && flight.elsewhere == elsewhere
              && flight.take >= earliest
              && flight.take <= latest
              && flight.aboard < STRETCHERS;
      best = fits && (best == null || flight.take < best.take) ? flight : best;
    }
    if (best != null) {
      best.aboard++;
    }
    return best;
  }
}
