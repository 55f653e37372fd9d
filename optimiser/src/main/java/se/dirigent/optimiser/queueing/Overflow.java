package se.dirigent.optimiser.queueing;

/** What becomes of a call that finds all units busy. */
public enum Overflow {
  /** It leaves: another region's unit takes it. */
  LOST,
  /** It waits, first come first served, for whichever unit is free next. */
  WAITS
}
