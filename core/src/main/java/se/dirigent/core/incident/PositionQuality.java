package se.dirigent.core.incident;

/** How far a position can be trusted. */
public enum PositionQuality {
  EXACT,
  ADDRESS,
  AREA,
  MOBILE_CELL,
  UNKNOWN
}
