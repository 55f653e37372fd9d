package se.dirigent.simulator.trial;

/**
 * What units do in a run besides meeting calls, such as care transports. A unit of an errand is
 * first promised: it is on its way or waits, and may be called off for the most urgent level. Then
 * it carries somebody, and no call gets it until it is released. Shifts that end meanwhile become
 * overtime, as on a call. One for each run; not for use by several threads.
 */
public interface Errands {
  /** Units have none. */
  Errands NONE =
      new Errands() {
        @Override
        public void begin(Crews crews) {}

        @Override
        public void happen(long what) {
          throw new IllegalStateException("nothing of this kind was planned: " + what);
        }

        @Override
        public void calledOff(int unit) {}
      };

  /** The run begins, at time 0. */
  void begin(Crews crews);

  /**
   * What was planned by {@link Crews#plan} comes.
   *
   * @param what the word it was planned with
   */
  void happen(long what);

  /**
   * A promised unit has been sent to a call or is out of service; whatever was planned for it is to
   * be let be.
   */
  void calledOff(int unit);

  /** A unit is free, no call waits for it, and it has not been sent to a base yet. */
  default void freed(int unit) {}

  /** What errands may do with the units of a run. */
  interface Crews {
    /** What there is to see. */
    Situation situation();

    /**
     * Plans something of the errands' own.
     *
     * @param at milliseconds from the beginning, not before now
     * @param what a word of at most 57 bits
     */
    void plan(long at, long what);

    /** Adds a decision to the trace's hash. */
    void note(long what);

    /**
     * Sends a free or promised unit towards a goal of the ground; from now on it is promised.
     *
     * @return when it is there, in milliseconds from the beginning
     */
    long promise(int unit, int goal);

    /**
     * Lets a promised or carrying unit drive to a goal with somebody on board.
     *
     * @return when it is there, in milliseconds from the beginning
     */
    long carry(int unit, int goal);

    /** The errand is over where the unit is; a call that waits may get it. */
    void release(int unit);
  }
}
