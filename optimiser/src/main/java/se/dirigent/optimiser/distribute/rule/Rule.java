package se.dirigent.optimiser.distribute.rule;

/** A rule for who goes next and where to. */
public enum Rule {
  /** Whoever was ready first goes first, to the nearest hospital that takes such casualties. */
  NEAREST(false),
  /** The most urgent go first, to the nearest hospital that takes such casualties. */
  START_NEAREST(true),
  /** The most urgent go first, to the hospital that is furthest below its share of the key. */
  KEY(true);

  private final boolean urgentFirst;

  Rule(boolean urgentFirst) {
    this.urgentFirst = urgentFirst;
  }

  boolean urgentFirst() {
    return urgentFirst;
  }
}
