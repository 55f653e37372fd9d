package se.dirigent.app.doctor;

/**
 * What one check found.
 *
 * @param check name of the check
 * @param state how it is
 * @param detail what was seen
 * @param remedy what to do about it; empty when nothing
 */
public record Finding(String check, State state, String detail, String remedy) {
  /** How it is. */
  public enum State {
    OK,
    /** Works, but not as it should in a dispatch centre. */
    WARNING,
    /** The service cannot run, or runs wrong. */
    FAILED,
    /** Could not be looked at now. */
    SKIPPED
  }

  static Finding ok(String check, String detail) {
    return new Finding(check, State.OK, detail, "");
  }

  static Finding warning(String check, String detail, String remedy) {
    return new Finding(check, State.WARNING, detail, remedy);
  }

  static Finding failed(String check, String detail, String remedy) {
    return new Finding(check, State.FAILED, detail, remedy);
  }

  static Finding skipped(String check, String detail, String remedy) {
    return new Finding(check, State.SKIPPED, detail, remedy);
  }
}
