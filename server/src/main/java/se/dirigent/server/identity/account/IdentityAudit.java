package se.dirigent.server.identity.account;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.dirigent.server.identity.RealTime;

/**
 * Every log-in, log-out and failed attempt, and every change of a user, in {@code identity_audit}.
 */
@Component
public class IdentityAudit {

  /** What happened. */
  public enum Event {
    LOGGED_IN,
    LOGGED_OUT,
    LOG_IN_FAILED,
    /** The first attempt that was turned away for being one too many; the next are not written. */
    LOG_IN_LIMITED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    ACCOUNT_SAVED,
    TOKEN_CREATED,
    TOKEN_REVOKED
  }

  private final JdbcClient database;
  private final RealTime time;

  public IdentityAudit(JdbcClient database, RealTime time) {
    this.database = database;
    this.time = time;
  }

  /**
   * Writes a line.
   *
   * @param username as given; it need not exist
   * @param address network address of the client, or {@code local}
   * @param detail who did it when it was another, or what changed
   */
  public void record(Event event, String username, String address, String detail) {
    database
        .sql(
            "insert into identity_audit (at, username, event, address, detail)"
                + " values (?, ?, ?, ?, ?)")
        .params(
            time.source().instant().atOffset(ZoneOffset.UTC),
            username,
            event.name(),
            address,
            detail)
        .update();
  }
}
