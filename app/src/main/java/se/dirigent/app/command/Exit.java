package se.dirigent.app.command;

/** Exit codes of every subcommand. */
public final class Exit {
  /** The work was done. */
  public static final int DONE = 0;

  /** Part of the work was not done; the report says which. */
  public static final int NOT_DONE = 1;

  /** The command line was not understood. */
  public static final int USAGE = 2;

  /** The service did not answer. */
  public static final int UNREACHABLE = 3;

  /** The service could not start. */
  public static final int START_FAILED = 4;

  private Exit() {}
}
