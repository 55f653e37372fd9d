package se.dirigent.core.masscasualty.sieve;

/** How soon a casualty must be treated. What each is called and its colour is region data. */
public enum Category {
  /** Dies or is maimed without treatment at once. */
  IMMEDIATE,
  /** Needs treatment that can wait some hours. */
  DELAYED,
  /** Walks, or could. */
  MINIMAL,
  /** Not expected to live with the resources there are now; only SALT has it. */
  EXPECTANT,
  DEAD;

  /** Whether somebody in it is taken to a hospital. */
  public boolean travels() {
    return this != DEAD;
  }
}
