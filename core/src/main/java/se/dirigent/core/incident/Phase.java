package se.dirigent.core.incident;

/** Where an incident is: waiting for a unit, with one or more units, or closed. */
public enum Phase {
  WAITING,
  ASSIGNED,
  CLOSED
}
