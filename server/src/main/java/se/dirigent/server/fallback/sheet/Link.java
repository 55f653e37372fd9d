package se.dirigent.server.fallback.sheet;

/** What stood between the writer of a sheet and the truth. */
public enum Link {
  /** Nothing: the picture was right when the sheet was written. */
  LIVE,
  /** The service answers, but its database does not. */
  NO_DATABASE,
  /** The service does not answer. */
  NO_SERVICE
}
