package se.dirigent.app;

import se.dirigent.app.command.DirigentCommand;

/** The program's door. */
public final class Main {

  private Main() {}

  /**
   * Starts the program with the arguments of the command line; without any it is the demonstration.
   */
  public static void main(String[] arguments) {
    System.exit(DirigentCommand.execute(arguments));
  }
}
