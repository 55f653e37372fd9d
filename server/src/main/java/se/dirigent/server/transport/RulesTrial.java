package se.dirigent.server.transport;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.transport.Stop;
import se.dirigent.core.transport.mode.AirFee;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.trial.Saving;
import se.dirigent.core.transport.trial.TableTrial;

/**
 * What a changed table would have made of the orders of the month that has been.
 *
 * @param from the first moment that a patient was to be ready
 * @param until the last
 * @param orders that were tried: those that nobody took back or refused
 * @param ownChoice of them that stand as they were, chosen against the advice for a reason
 * @param unanswered of them that the table has no answer to
 * @param cut whether there were more than are tried
 * @param total of all that would have gone another way
 * @param moves the same, by what it went by, would have, and the rule
 * @param turns each order that would have gone another way, the first ready first
 * @param examples what the table answers to the region's examples
 * @param year the same as a year's, with what it does to the standby fee
 */
record RulesTrial(
    Instant from,
    Instant until,
    int orders,
    int ownChoice,
    int unanswered,
    boolean cut,
    Saving total,
    List<TableTrial.Move> moves,
    List<Turned> turns,
    List<TableTrial.Tried> examples,
    Year year) {

  /** An order that would have gone another way. */
  record Turned(
      String id,
      Instant readyAt,
      TripEnd from,
      TripEnd to,
      Mode was,
      Mode would,
      String rule,
      Saving saving) {}

  /** A department of a facility; empty for a home, whose address is nobody's here. */
  record TripEnd(String facility, String department) {
    static TripEnd of(Stop stop) {
      return new TripEnd(stop.facility(), stop.department());
    }
  }

  /**
   * As a year's.
   *
   * @param kronor saved by the prices of the modes
   * @param flightHours no longer flown
   * @param fee what that does to the standby fee; null where the region has no figures of it
   */
  record Year(long kronor, double flightHours, AirFee.@Nullable Effect fee) {}
}
