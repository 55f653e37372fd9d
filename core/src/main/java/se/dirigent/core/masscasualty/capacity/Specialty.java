package se.dirigent.core.masscasualty.capacity;

/** What not every hospital can give. */
public enum Specialty {
  TRAUMA,
  BURN,
  NEURO,
  THORAX,
  CHILD,
  INTENSIVE_CARE,
  DECONTAMINATION,
  ISOLATION
}
