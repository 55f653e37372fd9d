package se.dirigent.core.alarm;

/**
 * How an alarm sounds, and how grave it is: three, since nobody tells more apart. They are the
 * three priorities of EEMUA 191, of which it wants about 5, 15 and 80 % of all alarms.
 */
public enum Tone {
  /** A life may hang on it now: sounds until somebody has acknowledged. */
  GRAVE,
  /** Somebody must act within minutes: sounds once. */
  ACT,
  /** Somebody should know and judge: sounds once, softly. */
  INFORM
}
