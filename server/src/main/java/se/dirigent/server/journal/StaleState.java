package se.dirigent.server.journal;

import org.springframework.dao.OptimisticLockingFailureException;

/** The guard of every write of a current state: one row, from the version that was decided on. */
public final class StaleState {
  private StaleState() {}

  /**
   * Checks that a write met its row.
   *
   * @param rows rows it changed
   * @param what what was written, for the message
   * @throws OptimisticLockingFailureException when another command came first; the command is then
   *     tried again
   */
  public static void requireOne(int rows, String what) {
    if (rows != 1) {
      throw new OptimisticLockingFailureException(what + " was changed by another command");
    }
  }
}
