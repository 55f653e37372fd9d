package se.dirigent.optimiser.recommend;

/** How a unit can be had. */
public enum Means {
  /** Assign it: it is free. */
  SEND,
  /** Redirect it: it is on its way to something less urgent, with nobody on board. */
  REDIRECT,
  /** Wait: it will soon be free. */
  AWAIT,
  /** It cannot be had, or is not fit for this incident alone; the reasons say why. */
  NONE
}
