package se.dirigent.core.masscasualty;

/** The preparedness level that is in force, carried by the special medical command. */
public enum Level {
  /** Stabsläge: a staff follows what happens. */
  STAFF,
  /** Förstärkningsläge: the most important functions are strengthened. */
  REINFORCED,
  /** Katastrofläge: all is strengthened. */
  DISASTER
}
