package se.dirigent.simulator.engine;

/** What a world does when something happens in it. */
@FunctionalInterface
public interface Model {
  /**
   * Something happens.
   *
   * @param what the word it was planned with
   */
  void happen(long what);
}
