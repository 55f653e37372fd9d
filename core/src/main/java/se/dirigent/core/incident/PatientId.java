package se.dirigent.core.incident;

import java.util.UUID;

/** A reference to a patient, whose identity is kept apart from the journal. */
public record PatientId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
