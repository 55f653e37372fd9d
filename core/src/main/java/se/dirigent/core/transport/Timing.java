package se.dirigent.core.transport;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;

/**
 * When a transport is wanted.
 *
 * @param readyAt when the patient can be picked up
 * @param arriveBy when the patient must be there, or null
 * @param appointmentAt when somebody waits for the patient, or null
 * @param returnTrip whether the patient goes back
 * @param returnReadyAt when the patient can be picked up to go back; null while nobody knows
 */
public record Timing(
    Instant readyAt,
    @Nullable Instant arriveBy,
    @Nullable Instant appointmentAt,
    boolean returnTrip,
    @Nullable Instant returnReadyAt) {
  /**
   * Checks the order of the times.
   *
   * @throws Refused {@code transport.arriveBeforeReady}, {@code transport.lateForAppointment} or
   *     {@code transport.returnBefore}
   */
  public Timing {
    Objects.requireNonNull(readyAt, "readyAt");
    Instant there = arriveBy == null ? appointmentAt : arriveBy;
    if (there != null && !there.isAfter(readyAt)) {
      throw new Refused(
          "transport.arriveBeforeReady",
          arriveBy == null ? "appointmentAt" : "arriveBy",
          Map.of("ready", readyAt.toString(), "arrive", there.toString()));
    }
    if (arriveBy != null && appointmentAt != null && arriveBy.isAfter(appointmentAt)) {
      throw new Refused(
          "transport.lateForAppointment",
          "arriveBy",
          Map.of("arrive", arriveBy.toString(), "appointment", appointmentAt.toString()));
    }
    if (returnReadyAt != null
        && (!returnTrip || !returnReadyAt.isAfter(there == null ? readyAt : there))) {
      throw new Refused(
          "transport.returnBefore", "returnReadyAt", Map.of("value", returnReadyAt.toString()));
    }
  }

  /** When the patient must be there: as said, else for the appointment, else null. */
  public @Nullable Instant mustArriveBy() {
    return arriveBy == null ? appointmentAt : arriveBy;
  }
}
