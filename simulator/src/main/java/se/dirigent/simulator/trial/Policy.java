package se.dirigent.simulator.trial;

/** How units are sent and where they wait. One for each run; not for use by several threads. */
public interface Policy {
  /** No unit, or none to be taken over from. */
  int NONE = -1;

  /**
   * The unit for a call: a free one, or one that is rolling to a less urgent call, which then gets
   * another.
   *
   * @return its number, or {@link #NONE} to let the call wait
   */
  int send(Situation situation, int call);

  /**
   * For a unit that has just become free when nobody waits: a rolling unit whose call it takes
   * over, since it is nearer.
   */
  default int takeOver(Situation situation, int unit) {
    return NONE;
  }

  /** For a unit that has just been sent: a rolling unit with which it exchanges calls. */
  default int exchange(Situation situation, int unit) {
    return NONE;
  }

  /** The base for a unit that has just become free. */
  default int base(Situation situation, int unit) {
    return situation.unit(unit).home();
  }

  /** Moves of a region's units that stand, after something has changed there. */
  default void settle(Situation situation, int region, Moves moves) {}

  /** Moves a free unit to a base; it counts as a move when the unit stood. */
  @FunctionalInterface
  interface Moves {
    void move(int unit, int base);
  }
}
