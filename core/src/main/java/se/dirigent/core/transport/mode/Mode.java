package se.dirigent.core.transport.mode;

/** Kinds of transport that can be ordered, from the least care to the most, then by way. */
public enum Mode {
  /** Sits in an ordinary car, no care (sjukresa). */
  TAXI,
  /** Sits in a wheelchair in a car with a lift, no care. */
  WHEELCHAIR_TAXI,
  /** Lies, no care beyond support (liggande sjuktransport). */
  LYING_TRANSPORT,
  /** Light care by an attendant or a nurse (lättvårdsambulans). */
  LIGHT_CARE_AMBULANCE,
  /** Nurse and attendant, for planned transports (transportambulans). */
  TRANSPORT_AMBULANCE,
  /** Specialist nurse and attendant; drugs, monitoring, treatment. */
  AMBULANCE,
  /** An ambulance with a doctor on board, for intensive care. */
  DOCTOR_AMBULANCE,
  HELICOPTER,
  /** By aeroplane, with an ambulance at both ends. */
  AEROPLANE,
  /** By boat, where no road leads. */
  BOAT
}
