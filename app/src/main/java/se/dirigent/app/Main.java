package se.dirigent.app;

/** The program's door. The command line grows here. */
public final class Main {

  private Main() {}

  /** Starts the program with the arguments of the command line. */
  public static void main(String[] arguments) {
    System.err.println("dirigent: no commands yet");
    System.exit(2);
  }
}
