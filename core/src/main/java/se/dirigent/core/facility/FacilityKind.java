package se.dirigent.core.facility;

/** What sort of house a facility is. */
public enum FacilityKind {
  ACUTE_HOSPITAL,
  HOSPITAL,
  HEALTH_CENTRE,
  OTHER
}
