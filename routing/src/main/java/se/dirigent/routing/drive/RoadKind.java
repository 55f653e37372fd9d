package se.dirigent.routing.drive;

/** What kind of way a road is, which decides how its speed changes with traffic and urgency. */
public enum RoadKind {
  /** Motorways and European roads. */
  THROUGH,
  /** Other roads between places. */
  COUNTRY,
  /** Streets within places. */
  STREET,
  /** Forest and farm roads, yards. */
  TRACK,
  /** A ferry with its crossing and its wait; nothing makes it faster. */
  FERRY
}
