package se.dirigent.routing.travel;

/** There is no way between two positions by the mode asked for; the message says why. */
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Unreachable(String message) {
    super(message);
  }
}
