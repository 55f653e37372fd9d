package se.dirigent.core.transport.mode;

/** Kinds of transport that can be ordered, from the least care to the most, then by way. */
public enum Mode {
  /** Sits in an ordinary car, no care (sjukresa). */
  TAXI(Carrier.ROAD),
  /** Sits in a wheelchair in a car with a lift, no care. */
  WHEELCHAIR_TAXI(Carrier.ROAD),
  /** Lies, no care beyond support (liggande sjuktransport). */
  LYING_TRANSPORT(Carrier.ROAD),
  /** Light care by an attendant or a nurse (lättvårdsambulans). */
  LIGHT_CARE_AMBULANCE(Carrier.ROAD),
  /** Nurse and attendant, for planned transports (transportambulans). */
  TRANSPORT_AMBULANCE(Carrier.ROAD),
  /** Specialist nurse and attendant; drugs, monitoring, treatment. */
  AMBULANCE(Carrier.ROAD),
  /** An ambulance with a doctor on board, for intensive care. */
  DOCTOR_AMBULANCE(Carrier.ROAD),
  HELICOPTER(Carrier.HELICOPTER),
  /** By aeroplane, with an ambulance at both ends. */
  AEROPLANE(Carrier.AEROPLANE),
  /** By boat, where no road leads. */
  BOAT(Carrier.BOAT);

  /** What carries the patient, and so which of the ways between two places is taken. */
  enum Carrier {
    ROAD,
    HELICOPTER,
    AEROPLANE,
    BOAT
  }

  private final Carrier carrier;

  Mode(Carrier carrier) {
    this.carrier = carrier;
  }

  Carrier carrier() {
    return carrier;
  }
}
