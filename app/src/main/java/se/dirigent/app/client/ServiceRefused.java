package se.dirigent.app.client;

/**
 * The service answered with a problem document: nothing was changed, and trying again is no use.
 */
public final class ServiceRefused extends ServiceFailure {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String words;

  /**
   * @param code of the problem, or empty
   * @param path what was asked for
   * @param words the problem's sentences
   */
  public ServiceRefused(int status, String code, String path, String words) {
    super(status + " " + path + " " + words);
    this.status = status;
    this.code = code;
    this.words = words;
  }

  /** HTTP status, 400 to 499. */
  public int status() {
    return status;
  }

  /** The problem's code, for instance {@code unit.busy}; empty when the answer had none. */
  public String code() {
    return code;
  }

  /** The problem's sentences, for people, in the language that was asked for. */
  public String words() {
    return words;
  }
}
