package se.dirigent.simulator.ward;

import java.time.Instant;
import se.dirigent.core.transport.mode.Needs;
import se.dirigent.core.transport.mode.Urgency;

/**
 * A care transport that a ward is about to order.
 *
 * @param number counts from 1
 * @param orderedAt when
 * @param trip between which sorts of places
 * @param readyAt when the patient can be fetched
 * @param place chooses among the wards there are, from 0 up
 * @param reason why, in the ward's words
 * @param carried whether somebody must be carried: a home upstairs without a lift
 */
public record Wish(
    long number,
    Instant orderedAt,
    Trip trip,
    Instant readyAt,
    int place,
    Needs needs,
    Urgency urgency,
    String reason,
    boolean carried) {
  /** Between which sorts of places somebody travels. */
  public enum Trip {
    /** Well enough to go home. */
    WARD_TO_HOME,
    /** To a visit, an examination or a treatment. */
    HOME_TO_WARD,
    /** To another department. */
    WARD_TO_WARD,
    /** To a hospital of another region. */
    WARD_TO_OTHER_REGION,
    /** Home from a hospital of another region. */
    OTHER_REGION_TO_HOME
  }
}
