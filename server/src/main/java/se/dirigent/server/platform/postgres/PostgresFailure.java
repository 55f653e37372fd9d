package se.dirigent.server.platform.postgres;

import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL could not be unpacked, created, started, adopted or stopped. The message always names
 * the place, the cause and what a person can do about it; nothing in the data folder was lost.
 */
public final class PostgresFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what what could not be done, with the path it concerns
   * @param why what was found instead
   * @param remedy what the operator can do
   */
  public PostgresFailure(String what, String why, String remedy) {
    this(what, why, remedy, null);
  }

  /** As above, keeping the underlying failure. */
  public PostgresFailure(String what, String why, String remedy, @Nullable Throwable cause) {
    super("%s: %s. Remedy: %s.".formatted(what, why, remedy), cause);
  }

  /** The whole text for the operator; never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
