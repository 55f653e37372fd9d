package se.dirigent.core.handover;

/** What the points of a hand-over are about, in the order they are read. */
public enum Topic {
  OPEN_CASES,
  OVERDUE_CONTACTS,
  DOWNGRADES,
  THREATS,
  CONTACTS_NEXT_HOUR,
  /** Obstacles that nobody passes, also those whose time has not come. */
  CLOSED_ROADS,
  /** Obstacles that make a journey longer. */
  SLOW_ROADS,
  UNAVAILABLE_UNITS,
  /** Units still on duty after their shift's end. */
  OVERTIME,
  /** Units that have been on one assignment since before their meal window began. */
  MISSED_MEALS
}
