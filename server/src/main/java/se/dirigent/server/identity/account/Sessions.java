package se.dirigent.server.identity.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.RealTime;

/**
 * Log-ins of people, as server sessions in the database: they live through a restart of the
 * service. A session holds the user name and when it began, nothing else; roles are read anew, so
 * that a change takes effect within seconds.
 */
@Component
public class Sessions {
  private static final String USERNAME = "dirigent.username";
  private static final String SINCE = "dirigent.since";
  private static final Duration CACHED = Duration.ofSeconds(5);
  private static final int CACHE_MAX = 5_000;

  private final Accounts accounts;
  private final RealTime time;
  private final Duration absolute;
  private final BriefCache<String, Account> cache;
  private final FindByIndexNameSessionRepository<?> repository;

  /**
   * @param absolute longest time anybody stays logged in; the idle time is Spring Session's
   */
  public Sessions(
      Accounts accounts,
      RealTime time,
      FindByIndexNameSessionRepository<?> repository,
      @Value("${dirigent.session.absolute:13h}") Duration absolute) {
    this.accounts = accounts;
    this.time = time;
    this.repository = repository;
    this.absolute = absolute;
    this.cache = new BriefCache<>(CACHED, CACHE_MAX, time.source());
  }

  /** Opens a session for the user, in the place of any the browser had. */
  public void open(HttpServletRequest request, Account account) {
    HttpSession old = request.getSession(false);
    if (old != null) {
      // A new identity never takes over a session somebody else may know.
      old.invalidate();
    }
    HttpSession session = request.getSession(true);
    session.setAttribute(USERNAME, account.username());
    session.setAttribute(SINCE, time.source().millis());
    session.setAttribute(
        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.username());
    cache.forget();
  }

  /** The account logged in by this request's session. */
  public Optional<Account> findAccount(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(USERNAME) instanceof String username)
        || !(session.getAttribute(SINCE) instanceof Long since)) {
      return Optional.empty();
    }
    Instant end = Instant.ofEpochMilli(since).plus(absolute);
    if (!time.source().instant().isBefore(end)) {
      session.invalidate();
      return Optional.empty();
    }
    return cache.get(username, accounts::find).filter(Account::active);
  }

  /** Who is logged in by this request's session, and may act. */
  public Optional<Actor> find(HttpServletRequest request) {
    return findAccount(request).filter(account -> !account.passwordExpired()).map(Account::actor);
  }

  /** Ends the session of this request, if it has one. */
  public void close(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /**
   * Ends the user's sessions, after a change of password: whoever had got hold of the old one, or
   * of a session, is out.
   *
   * @param kept a request whose own session goes on, or null for none
   */
  public void closeAll(String username, @Nullable HttpServletRequest kept) {
    HttpSession own = kept == null ? null : kept.getSession(false);
    repository.findByPrincipalName(username).keySet().stream()
        .filter(id -> own == null || !id.equals(own.getId()))
        .forEach(repository::deleteById);
    cache.forget();
  }

  /** Forgets what was remembered of accounts; after a change of one. */
  public void refresh() {
    cache.forget();
  }
}
