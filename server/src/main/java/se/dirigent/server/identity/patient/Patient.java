package se.dirigent.server.identity.patient;

import java.time.Instant;
import se.dirigent.core.incident.PatientId;

/**
 * Who a patient is.
 *
 * @param numberKind what sort of number it is
 * @param number personal, coordination or reserve number, as {@link
 *     se.dirigent.core.patient.PatientNumber} writes it
 * @param name as told; empty when nobody knows
 */
public record Patient(
    PatientId id, NumberKind numberKind, String number, String name, Instant createdAt) {

  /** Sorts of numbers. */
  public enum NumberKind {
    PERSONAL,
    COORDINATION,
    RESERVE
  }
}
