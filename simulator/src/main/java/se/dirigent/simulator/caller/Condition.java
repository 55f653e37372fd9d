package se.dirigent.simulator.caller;

/** How the patient is, compared with the first call. */
public enum Condition {
  SAME,
  BETTER,
  WORSE,
  UNKNOWN
}
